"""Official files that tell territories, not organisations: what an import of one gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.file_beginning import Glimpse


class TerritoryUpdate(Protocol):
    """Territories that were read and checked, not yet written."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What was read, put right and left out, in French lines."""

    def write(self, folder: Path) -> None:
        """Put them in the folder of territories, whole or not at all."""


@dataclass(frozen=True, slots=True)
class LayerImporter:
    """A source of territories; ``about.table`` is what it writes in the folder of territories.

    ``read`` gets the files, that folder, and the ISO date the person gave (may be blank).
    """

    about: SourceAbout
    read: Callable[[Sequence[Path], Path, str], TerritoryUpdate]
    recognises: Callable[[Glimpse], bool]
