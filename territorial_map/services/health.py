"""How the service is: its edition and how old it is, what is away, what is left of the disk."""

import re
import shutil
from dataclasses import dataclass
from datetime import date

from territorial_map.domain.edition import Edition
from territorial_map.domain.errors import EditionError
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.freshness import sources_state

_LEAST_FREE_MB = 500
_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(?!\d))?")


@dataclass(frozen=True, slots=True)
class Health:
    """``edition_age_days`` and ``oldest_source`` are ``None`` while nothing is served.

    ``oldest_source`` is the beginning of the oldest vintage (``2009`` or ``2021-01``), and its age
    is counted from there. ``disk_free_mb`` is what is left where editions are written.
    ``troubles`` are sentences for who runs the service; with any of them it is ``degraded``.
    ``stale_sources`` are sentences on sources that have perhaps stopped, failed or wait to be
    accepted: the service itself is well.
    """

    edition: str | None
    edition_age_days: int | None
    oldest_source: str | None
    oldest_source_age_days: int | None
    ledger_is_away: bool
    disk_free_mb: int | None
    troubles: tuple[str, ...]
    stale_sources: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """``ok``, ``degraded`` (something is away, the rest serves) or ``down`` (no edition)."""
        if self.edition is None:
            return "down"
        return "degraded" if self.troubles else "ok"


def health_of(directory: Directory, ledger: Ledger, today: date) -> Health:
    """The state of the service on a day; the ledger is asked now."""
    edition, troubles = _served(directory)
    ledger.dismissals()
    if ledger.is_away:
        troubles.append("Le registre des décisions ne répond pas.")
    free = _free_mb(directory)
    if free is not None and free < _LEAST_FREE_MB:
        troubles.append(f"Il reste {free} Mo sur le disque des éditions.")
    oldest = oldest_vintage(edition) if edition else None
    return Health(
        edition.id if edition else None,
        (today - date.fromisoformat(edition.built_on)).days if edition else None,
        oldest,
        _age_days(oldest, today) if oldest else None,
        ledger.is_away,
        free,
        tuple(troubles),
        sources_state(directory.folder, today).warnings,
    )


def oldest_vintage(edition: Edition) -> str | None:
    """The beginning of the oldest vintage of the edition's sources.

    >>> from territorial_map.domain.edition import EditionReport, SourceCount
    >>> counts = [SourceCount("a", "A", told, "", 0, 0, 0, 0) for told in ("2021-01", "2009-2025")]
    >>> oldest_vintage(Edition("x", "2026-11-28", "", EditionReport(tuple(counts))))
    '2009'
    """
    found = [_MONTH.search(source.vintage) for source in edition.report.sources]
    return min((each.group() for each in found if each), default=None)


def _served(directory: Directory) -> tuple[Edition | None, list[str]]:
    try:
        edition = directory.current().edition
    except EditionError as error:
        return None, [error.public]
    return edition, [directory.trouble] if directory.trouble else []


def _age_days(vintage: str, today: date) -> int:
    year, _, month = vintage.partition("-")
    return (today - date(int(year), int(month or 1), 1)).days


def _free_mb(directory: Directory) -> int | None:
    try:
        return shutil.disk_usage(directory.folder).free >> 20
    except OSError:
        return None
