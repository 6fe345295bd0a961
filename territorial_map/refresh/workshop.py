"""Where a refresh builds editions."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.link_basis import Tagging
from territorial_map.domain.trades import Trades
from territorial_map.ingest.progress import Progress, silent
from territorial_map.store.overlaid_folders import overlaid


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where editions are built: their folder, the tables, the territories, the day (ISO).

    ``trades`` and ``tagging`` tell the sectors and practices of organisations.

    ``sources`` is where tables are written; they are read over those of ``packaged_sources``, and
    ``reference`` over ``packaged_reference``, where these are given.
    """

    editions: Path
    sources: Path
    reference: Path
    built_on: str
    trades: Callable[[], Trades]
    tagging: Callable[[], Tagging] | None = None
    progress: Progress = silent
    packaged_sources: Path | None = None
    packaged_reference: Path | None = None

    def tables(self) -> AbstractContextManager[Path]:
        """The tables in place now, as one folder to read."""
        return _read_over(self.packaged_sources, self.sources)

    def territories(self) -> AbstractContextManager[Path]:
        """The territories, likewise."""
        return _read_over(self.packaged_reference, self.reference)


def _read_over(packaged: Path | None, own: Path) -> AbstractContextManager[Path]:
    return overlaid(packaged, own) if packaged else nullcontext(own)
