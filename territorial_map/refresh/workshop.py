"""Where a refresh builds editions."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.link_basis import Tagging
from territorial_map.ingest.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where editions are built: their folder, the tables, the territories, the day (ISO)."""

    editions: Path
    sources: Path
    reference: Path
    built_on: str
    tagging: Callable[[], Tagging] | None = None
    progress: Progress = silent
