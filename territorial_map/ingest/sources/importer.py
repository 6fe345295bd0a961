"""The shape that every importer has: what it says of itself, and how it fills our tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.table_row import OrganisationCells


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person who imports may choose.

    ``as_of`` is the ISO date of the extract, blank = told by the file; ``categories`` are the
    source's own codes to keep (or, for a free layout, the category of every row), empty = its
    default; ``mapping`` is a mapping file; ``name`` calls a list of a free layout otherwise than
    its file; ``sheet`` is the one of a workbook to read, by its name or rank; ``replace`` lets a
    list take the place of another; ``rejects`` is where rejected rows are written, if they are.
    ``beside`` is the folder of the tables that are there already, the one that an import writes to
    unless told.
    """

    as_of: str = ""
    categories: tuple[str, ...] = ()
    mapping: Path | None = None
    name: str = ""
    sheet: str = ""
    replace: bool = False
    rejects: Path | None = None
    beside: Path | None = None


# Rows with the line where each begins; ids may repeat and names be blank: the run checks.
Rows = Iterator[tuple[int, OrganisationCells]]
ReadRows = Callable[[Sequence[Path], Choices, Intake], Rows]


def _no_vintage(_: Path) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Importer:
    """A source that can be read.

    ``rows`` reads its files and fills our cells; ``recognises`` says whether a glimpse of a file
    is of this source; ``vintage`` reads the date of an extract inside a file.
    """

    about: SourceAbout
    rows: ReadRows
    recognises: Callable[[Glimpse], bool]
    vintage: Callable[[Path], str] = _no_vintage
