"""Tables written by others: layout detected, lines that cannot be read said one by one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from territorial_map.domain.cells import shown_text
from territorial_map.domain.errors import SourceError
from territorial_map.readers.books import BookLimits, Formulas
from territorial_map.readers.headers import Header, Known, find_header
from territorial_map.readers.html_table import html_records
from territorial_map.readers.json_file import json_records
from territorial_map.readers.kinds import BOOKS, FileKind, kind_of
from territorial_map.readers.layout import (
    Layout,
    are_wrapped,
    detect_encoding,
    detect_separator,
    nothing_known,
    unwrapped,
)
from territorial_map.readers.map_files import MAPS, Shapes, map_records
from territorial_map.readers.parquet_file import parquet_records
from territorial_map.readers.records import (
    Record,
    parse_record,
    plain_cells,
    spanning,
    split_records,
)
from territorial_map.readers.row_widths import RowWidths, Widths, start_of
from territorial_map.readers.table import Row
from territorial_map.readers.text_file import TextFile, open_text, sample_of, without_marks
from territorial_map.readers.unreadable_lines import Flaw, FlawKind
from territorial_map.readers.upload import TableFile
from territorial_map.readers.workbook import open_sheet

_TEXTS = (".csv", ".txt", ".tsv", ".zip", ".gz")
_JSONS = (".geojson", ".json", ".umap", ".geojsonl", ".jsonl", ".ndjson")
_PARQUET = ".parquet"
FORMATS = (*_TEXTS, ".xlsx", ".xls", ".ods", *_JSONS, *MAPS)
_PEEKED = 20
_HEADER_LINES = 10  # of a header whose cells break their lines
_GENEROUS = BookLimits()


@dataclass(slots=True)
class ForeignTable:
    """An open table: distinct columns, its rows or flaws (once), and how it is written.

    ``text`` is the open text file, ``None`` for other formats; ``renamed`` lists columns that
    stood twice in the header and were numbered; ``written`` is the header as it stands.
    ``sheets`` are those of a workbook that show rows; ``layout`` tells the one that is read.
    ``formulas`` and ``shapes`` count what is met while rows are read.
    """

    path: TableFile
    columns: tuple[str, ...]
    layout: Layout
    rows: Iterator[Row | Flaw]
    text: TextFile | None = None
    renamed: tuple[str, ...] = field(default=())
    formulas: Formulas = field(default_factory=Formulas)
    shapes: Shapes = field(default_factory=Shapes)
    written: tuple[str, ...] = field(default=())
    sheets: tuple[str, ...] = field(default=())

    @property
    def share(self) -> float | None:
        """How much of the file has been read, when that can be told."""
        return self.text.share if self.text else None


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a table is opened with, and the records found in the file."""

    path: TableFile
    layout: Layout
    known: Known
    widths: Widths
    records: Iterator[Record | Flaw]
    text: TextFile | None = None
    formulas: Formulas = field(default_factory=Formulas)
    shapes: Shapes = field(default_factory=Shapes)


@contextmanager
def open_table(
    path: TableFile,
    *,
    layout: Layout | None = None,
    known: Known = nothing_known,
    limits: BookLimits = _GENEROUS,
    forgiving: bool = False,
) -> Iterator[ForeignTable]:
    """Open a table of any format of ``FORMATS``, or a Parquet file on disk.

    What ``layout`` leaves blank is detected; ``known`` says which column names a reader knows,
    to find the header below a title; ``limits`` bound a workbook; ``forgiving`` reads rows of
    other widths where that is safe. The header and at least one row must be there.

    Raises:
        SourceError: absent, empty, header only, an unknown format, or not what it claims to be.
    """
    suffix = path.suffix.lower()
    given = layout or Layout(header_line=0)
    known = partial(_is_known, known)
    kind = kind_of(path)
    if kind is FileKind.TEXT or (suffix in _TEXTS and kind is not FileKind.BOOK):
        found = _with_text_layout(path, given, known)
        with open_text(path, found.encoding) as text:
            records = _text_records(text, found)
            widths = Widths.FORGIVING if forgiving else Widths.FIXED
            yield _table(_Opened(path, found, known, widths, records, text))
        return
    formulas, shapes = Formulas(), Shapes()
    if kind is FileKind.BOOK or (suffix in BOOKS and kind is not FileKind.WEB_PAGE):
        asked, anybodys = given.sheet, forgiving
        with open_sheet(path, asked, known, limits, formulas, anybodys=anybodys) as sheet:
            found = replace(given, sheet=sheet.name)
            opened = _Opened(path, found, known, Widths.EXACT, sheet.records, None, formulas)
            yield replace(_table(opened), sheets=sheet.sheets)
        return
    if kind is FileKind.WEB_PAGE:
        records = html_records(path)
    elif suffix in _JSONS:
        records = json_records(path, shapes)
    elif suffix in MAPS:
        records = map_records(path, shapes)
    elif suffix == _PARQUET and isinstance(path, Path):
        records = parquet_records(path)
    else:
        raise SourceError(
            f"{path.name} : format « {path.suffix} » inconnu. Formats lus : {', '.join(FORMATS)}."
        )
    yield _table(_Opened(path, given, known, Widths.EXACT, records, None, formulas, shapes))


def _is_known(known: Known, cell: str) -> bool:
    return known(shown_text(cell))


def _with_text_layout(path: TableFile, given: Layout, known: Known) -> Layout:
    sample = sample_of(path)
    if not sample.strip():
        raise SourceError(f"{path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    encoding = given.encoding or detect_encoding(sample)
    text = without_marks(sample.decode(encoding, errors="replace"))
    whole_lines = text.rpartition("\n")[0] or text
    wrapped = are_wrapped(whole_lines)
    if wrapped:
        whole_lines = "\n".join(map(unwrapped, whole_lines.splitlines()))
    separator = given.separator or detect_separator(whole_lines, known)
    return replace(given, encoding=encoding, separator=separator, wrapped=wrapped)


def _text_records(text: TextFile, layout: Layout) -> Iterator[Record | Flaw]:
    """Records of a text; the first lines, where the header is, are split even if badly quoted."""
    lines = map(_unwrapped, text.lines()) if layout.wrapped else text.lines()
    first: list[Record | Flaw] = []
    read: list[tuple[int, str] | Flaw] = []
    for item in islice(lines, layout.header_line or 1):
        if isinstance(item, Flaw):
            first.append(item)
        elif item[1].strip():
            first.append((item[0], plain_cells(item[1], layout.separator)))
            if not layout.header_line and parse_record(item[1], layout.separator) is None:
                read = list(islice(lines, _HEADER_LINES))
                whole = spanning(item, read, layout.separator)
                if whole is not None:
                    first[-1], read = whole
    usual = next((len(item[1]) for item in first[-1:] if not isinstance(item, Flaw)), None)
    return chain(first, split_records(chain(read, lines), layout.separator, usual=usual))


def _unwrapped(item: tuple[int, str] | Flaw) -> tuple[int, str] | Flaw:
    """A line without the quotes that some tool put around it whole."""
    if isinstance(item, Flaw):
        return item
    return item[0], unwrapped(item[1])


def _table(opened: _Opened) -> ForeignTable:
    path, records = opened.path, opened.records
    peeked = list(islice(records, _PEEKED))
    header, at, number = _header_of(opened, peeked)
    rest = peeked[at + 1 :]
    following = rest or list(islice(records, 1))
    if not following:
        raise SourceError(
            f"{path.name} : le fichier n’a que sa ligne d’en-tête, aucune ligne de contenu. "
            "Téléchargez-le de nouveau."
        )
    cells = list(header.cells)
    if opened.widths is Widths.EXACT:  # a column that has cells is one, whatever its header
        widest = max(len(row[1]) for row in following if not isinstance(row, Flaw))
        cells += [""] * (widest - len(cells))
    columns, renamed = _distinct(cells)
    widths = RowWidths(columns, opened.widths)
    return ForeignTable(
        path,
        columns,
        replace(opened.layout, header_line=number),
        _rows(widths, header.cells, chain(following, records)),
        opened.text,
        renamed,
        opened.formulas,
        opened.shapes,
        tuple(header.cells),
    )


def _header_of(opened: _Opened, peeked: list[Record | Flaw]) -> tuple[Header, int, int]:
    """The header, the index of its last row among those peeked at, and its line."""
    if not peeked:
        raise SourceError(f"{opened.path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    begins = 0
    if opened.layout.header_line:
        lines = [None if isinstance(r, Flaw) else r[0] for r in peeked]
        wanted = opened.layout.header_line
        begins = sum(line is not None and line < wanted for line in lines)
    at = begins
    header = None
    if not opened.layout.header_line:
        header = find_header([[] if isinstance(r, Flaw) else r[1] for r in peeked], opened.known)
        at = header.last
    if at >= len(peeked):
        raise SourceError(f"{opened.path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    row = peeked[at]
    if isinstance(row, Flaw):
        raise SourceError(
            f"{opened.path.name}, ligne {row.line} : l’en-tête ne peut pas être lu. "
            f"{row.kind.label}"
        )
    return header or Header(at, at, tuple(row[1])), at, row[0]


def _distinct(header: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Column names made distinct, and those that were not; blank ones are named by their rank."""
    names: list[str] = []
    renamed: list[str] = []
    for rank, cell in enumerate(header, 1):
        name = shown_text(cell) or f"colonne {rank}"
        if name in names:
            renamed.append(name)
            name = f"{name} ({names.count(name) + renamed.count(name)})"
        names.append(name)
    return tuple(names), tuple(renamed)


def _rows(
    widths: RowWidths, header: Sequence[str], records: Iterator[Record | Flaw]
) -> Iterator[Row | Flaw]:
    """Rows of exactly the header's columns, or what is wrong with them."""
    told = [cell.strip() for cell in header]
    for record in records:
        if isinstance(record, Flaw):
            yield record
            continue
        line, cells = record
        if widths.forgiving and not any(cell.strip() for cell in cells):
            continue
        if cells[0].strip() == told[0] and [cell.strip() for cell in cells] == told:
            yield Flaw(line, FlawKind.HEADER_AGAIN, "", start_of(cells), tuple(cells))
        else:
            yield widths.row(line, cells)
