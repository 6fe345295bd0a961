"""Tables written by others: layout detected, lines that cannot be read said one by one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from territorial_map.domain.errors import SourceError
from territorial_map.readers.json_file import geojson_records
from territorial_map.readers.layout import (
    Known,
    Layout,
    detect_encoding,
    detect_separator,
    header_index,
)
from territorial_map.readers.records import Record, plain_cells, split_records
from territorial_map.readers.table import Row
from territorial_map.readers.text_file import TextFile, open_text, sample_of
from territorial_map.readers.unreadable_lines import Flaw, FlawKind
from territorial_map.readers.upload import TableFile, Upload
from territorial_map.readers.workbook import BookLimits, sheet_records

FORMATS = (".csv", ".txt", ".tsv", ".zip", ".gz", ".xlsx", ".xls", ".ods", ".geojson", ".json")
BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_PEEKED = 20
_GENEROUS = BookLimits()


@dataclass(slots=True)
class ForeignTable:
    """An open table: distinct columns, its rows or flaws (once), and how it is written.

    ``text`` is the open text file, ``None`` for a workbook or GeoJSON; ``renamed`` lists columns
    that stood twice in the header and were numbered.
    """

    path: TableFile
    columns: tuple[str, ...]
    layout: Layout
    rows: Iterator[Row | Flaw]
    text: TextFile | None = None
    renamed: tuple[str, ...] = field(default=())

    @property
    def share(self) -> float | None:
        """How much of the file has been read, when that can be told."""
        return self.text.share if self.text else None


def _nothing_known(_: str) -> bool:
    return False


@contextmanager
def open_table(
    path: TableFile,
    *,
    layout: Layout | None = None,
    known: Known = _nothing_known,
    limits: BookLimits = _GENEROUS,
) -> Iterator[ForeignTable]:
    """Open a table of any format of ``FORMATS``.

    What ``layout`` leaves blank is detected; ``known`` says which column names a reader knows,
    to find the header below a title; ``limits`` bound a workbook. The header and at least one row
    must be there.

    Raises:
        SourceError: absent, empty, header only, an unknown format, or not what it claims to be.
    """
    suffix = path.suffix.lower()
    given = layout or Layout(header_line=0)
    if suffix in BOOKS:
        yield _from_records(path, given, sheet_records(path, given.sheet, limits), known, None)
    elif suffix in {".geojson", ".json"} and not isinstance(path, Upload):
        yield _from_records(path, given, geojson_records(path), known, None)
    elif suffix in FORMATS:
        found = _with_text_layout(path, given)
        with open_text(path, found.encoding) as text:
            yield _from_records(path, found, _text_records(text, found), known, text)
    else:
        raise SourceError(
            f"{path.name} : format « {path.suffix} » inconnu. Formats lus : {', '.join(FORMATS)}."
        )


def _with_text_layout(path: TableFile, given: Layout) -> Layout:
    sample = sample_of(path)
    if not sample.strip():
        raise SourceError(f"{path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    encoding = given.encoding or detect_encoding(sample)
    text = sample.decode(encoding, errors="replace").removeprefix("\ufeff")
    whole_lines = text.rpartition("\n")[0] or text
    return replace(
        given, encoding=encoding, separator=given.separator or detect_separator(whole_lines)
    )


def _text_records(text: TextFile, layout: Layout) -> Iterator[Record | Flaw]:
    """Records of a text; the first lines, where the header is, are split even if badly quoted."""
    lines = text.lines()
    first: list[Record | Flaw] = []
    for item in islice(lines, layout.header_line or 1):
        if isinstance(item, Flaw):
            first.append(item)
        elif item[1].strip():
            first.append((item[0], plain_cells(item[1], layout.separator)))
    usual = next((len(item[1]) for item in first[-1:] if not isinstance(item, Flaw)), None)
    return chain(first, split_records(lines, layout.separator, usual=usual))


def _from_records(
    path: TableFile,
    layout: Layout,
    records: Iterator[Record | Flaw],
    known: Known,
    text: TextFile | None,
) -> ForeignTable:
    peeked = list(islice(records, _PEEKED))
    if layout.header_line:
        before = [r for r in peeked if not isinstance(r, Flaw) and r[0] < layout.header_line]
        peeked = peeked[len(before) :]
        index = 0
    else:
        index = header_index([[] if isinstance(r, Flaw) else r[1] for r in peeked], known)
    if not peeked:
        raise SourceError(f"{path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    header = peeked[index]
    if isinstance(header, Flaw):
        raise SourceError(
            f"{path.name}, ligne {header.line} : l’en-tête ne peut pas être lu. {header.kind.label}"
        )
    rest = peeked[index + 1 :]
    following = rest or list(islice(records, 1))
    if not following:
        raise SourceError(
            f"{path.name} : le fichier n’a que sa ligne d’en-tête, aucune ligne de contenu. "
            "Téléchargez-le de nouveau."
        )
    columns, renamed = _distinct(header[1])
    rows = _rows(columns, header[1], chain(following, records))
    found = replace(layout, header_line=header[0])
    return ForeignTable(path, columns, found, rows, text, renamed)


def _distinct(header: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Column names made distinct, and those that were not; blank ones are named by their rank."""
    names: list[str] = []
    renamed: list[str] = []
    for rank, cell in enumerate(header, 1):
        name = " ".join(cell.split()) or f"colonne {rank}"
        if name in names:
            renamed.append(name)
            name = f"{name} ({names.count(name) + renamed.count(name)})"
        names.append(name)
    return tuple(names), tuple(renamed)


def _rows(
    columns: tuple[str, ...], header: Sequence[str], records: Iterator[Record | Flaw]
) -> Iterator[Row | Flaw]:
    """Rows of exactly the header's columns, or what is wrong with them."""
    width = len(columns)
    told = [cell.strip() for cell in header]
    for record in records:
        if isinstance(record, Flaw):
            yield record
            continue
        line, cells = record
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            cells = cells[:width]
        if len(cells) == width:
            if cells[0].strip() == told[0] and [cell.strip() for cell in cells] == told:
                yield Flaw(line, FlawKind.HEADER_AGAIN)
            else:
                yield Row(line, dict(zip(columns, cells, strict=True)))
        elif len(cells) < width:
            yield Flaw(line, FlawKind.TOO_SHORT, columns[len(cells)], _start(cells))
        else:
            yield Flaw(line, FlawKind.TOO_LONG, columns[-1], _start(cells))


def _start(cells: Sequence[str]) -> str:
    return " | ".join(cells)[:60]
