"""How fresh the sources are, as the last refreshes found them: for pages and monitors."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from territorial_map.domain.refresh import Freshness, SourceOutcome, SourceRefresh
from territorial_map.store.refresh_files import last_known

_BY_NOBODY = frozenset({SourceOutcome.BY_HAND, SourceOutcome.NO_TOKEN})
_SILENT_DAYS = 45


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source on a day: what the last run that asked for it made of it, and its freshness.

    ``asked_on`` is the ISO day of that run.
    """

    told: SourceRefresh
    freshness: Freshness
    asked_on: str

    @property
    def is_followed(self) -> bool:
        """Whether a program asks for it; the others move when somebody brings them in."""
        return self.told.outcome not in _BY_NOBODY


@dataclass(frozen=True, slots=True)
class SourcesState:
    """Every source that a refresh asked for, by code; ``last_run`` is an ISO day, blank = none."""

    sources: tuple[SourceState, ...]
    last_run: str
    on: date

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences for who runs the service: stopped sources, failures, refreshes that ended."""
        told = []
        for state in self.sources:
            source = state.told
            if state.is_followed and state.freshness is Freshness.STOPPED:
                told.append(
                    f"{source.title} : source arrêtée ? Ses données sont du {source.vintage}, une "
                    f"plus récente est attendue tous les {source.rhythm_days} jours."
                )
            if source.outcome in {SourceOutcome.FAILED, SourceOutcome.HELD}:
                told.append(f"{source.title} : {source.outcome.label}, le {state.asked_on}.")
        if self.last_run and (self.on - date.fromisoformat(self.last_run)).days > _SILENT_DAYS:
            told.append(f"Aucun rafraîchissement depuis le {self.last_run}.")
        return tuple(told)


def sources_state(editions: Path, on: date) -> SourcesState:
    """What refreshes of a folder of editions left, seen on a day; nothing where there was none."""
    last, known = last_known(editions)
    return SourcesState(
        tuple(
            SourceState(source, source.freshness(on), began_at[:10]) for began_at, source in known
        ),
        last.began_at[:10] if last else "",
        on,
    )
