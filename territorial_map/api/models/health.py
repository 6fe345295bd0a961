"""The state of the service, as monitors read it."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId
from territorial_map.services.health import Health

Days = Annotated[int, Field(description="En jours.")]


class LedgerAnswer(TypedDict):
    """Whether operators' decisions can be read and written."""

    available: bool


class DiskAnswer(TypedDict):
    """What is left where editions are written; ``null`` where it cannot be told."""

    free_mb: Count | None


class HealthAnswer(TypedDict):
    """``degraded`` when something is away while the rest serves: ``troubles`` say what.

    ``oldest_source`` is the beginning of the oldest vintage of the edition's sources, a year or a
    year and month, and its age is counted from there. ``stale_sources`` says which official files
    have perhaps stopped (« source arrêtée ? »), could not be fetched or wait to be accepted, as the
    last refresh found them; the service itself is not degraded by it.
    """

    status: Literal["ok", "degraded"]
    degraded: bool
    troubles: list[str]
    edition: EditionId
    edition_age_days: Days | None
    oldest_source: str | None
    oldest_source_age_days: Days | None
    stale_sources: list[str]
    ledger: LedgerAnswer
    disk: DiskAnswer


class ReadyAnswer(TypedDict):
    """The service may be sent visitors."""

    ready: Literal[True]
    edition: EditionId


def health_answer(health: Health) -> HealthAnswer:
    """The answer of a service that has an edition to serve."""
    return {
        "status": "degraded" if health.troubles else "ok",
        "degraded": bool(health.troubles),
        "troubles": list(health.troubles),
        "edition": health.edition or "",
        "edition_age_days": health.edition_age_days,
        "oldest_source": health.oldest_source,
        "oldest_source_age_days": health.oldest_source_age_days,
        "stale_sources": list(health.stale_sources),
        "ledger": {"available": not health.ledger_is_away},
        "disk": {"free_mb": health.disk_free_mb},
    }
