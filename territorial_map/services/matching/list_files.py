"""A file of a list, read in memory within bounds: its columns as understood, and its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from territorial_map.domain.errors import BadParameter, SourceError, SourceTooLarge
from territorial_map.domain.matching.list_row import FIELDS, Given, given_row
from territorial_map.domain.matching.terms import Why
from territorial_map.places import place_doubts
from territorial_map.readers import (
    BookLimits,
    Flaw,
    Layout,
    Row,
    Upload,
    open_table,
)
from territorial_map.readers.column_names import is_known
from territorial_map.readers.person_columns import refuse_persons
from territorial_map.readers.understood import (
    ColumnDoubts,
    Understood,
    read_understood,
    understand,
)
from territorial_map.services.matching.column_choices import check_choice
from territorial_map.services.matching.list_notes import notes_on

MOST_BYTES = 10 * 2**20
MOST_ROWS = 20_000
MOST_COLUMNS = 200
FORMATS = (
    *(".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"),
    *(".geojson", ".json", ".umap", ".geojsonl", ".jsonl", ".ndjson"),
)
FORMATS_OF_MAPS = (".kml", ".kmz", ".gpx", ".gpkg")
LIMITS = BookLimits(
    inflated=512 * 2**20, sheets=200, columns=1_000, cells=4_000_000, text=64 * 2**20
)
_READ = (*FIELDS, "website", "opened_on", "lat", "lon", "category")


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row of the file as it stands; ``apart`` says why it is no organisation, if it is none."""

    line: int
    cells: tuple[str, ...]
    apart: Why | None = None

    @property
    def whole(self) -> bool:
        """True for a row that may be an organisation."""
        return self.apart is None


@dataclass(frozen=True, slots=True)
class GivenList:
    """A list as read: its columns, the column of each field understood, and its lines.

    ``sheet`` is the one read of a workbook, ``sheets`` those that could be read; ``doubts`` count
    what was not taken as it stands, by column; ``notes`` are French sentences about the file.
    ``unknown`` are columns that nothing reads and whose cells are not persons': asked about.
    ``by_field`` stands for the cells of the lines where only those that are understood are at hand.
    """

    columns: tuple[str, ...]
    understood: Mapping[str, str]
    lines: tuple[ListLine, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    doubts: ColumnDoubts = field(default_factory=ColumnDoubts)
    notes: tuple[str, ...] = ()
    by_field: tuple[Mapping[str, str], ...] = ()

    def cells(self, line: ListLine) -> dict[str, str]:
        """The cells of a line by field, none for one that is no organisation."""
        by_field = Understood(self.columns, self.understood, self.otherwise)
        return by_field.cells(line.cells) if line.whole else {}

    def rows(self) -> Iterator[Given]:
        """What each line tells, by the columns understood."""
        for n, line in enumerate(self.lines):
            cells = self.by_field[n] if self.by_field else self.cells(line)
            yield given_row(line.line, cells)


def read_list(
    file: Upload,
    *,
    sheet: str = "",
    chosen: Mapping[str, str] | None = None,
    telling: bool = True,
) -> GivenList:
    """The list of a file; ``chosen`` corrects which column fills a field (a blank one: none).

    Without ``sheet`` (a name or a rank), a workbook is read at the sheet that looks most like a
    list of organisations.
    Without ``telling``, no column needs to tell who a row is: a reader may choose it afterwards.

    Raises:
        SourceTooLarge: more than ``MOST_BYTES``, ``MOST_ROWS`` or ``LIMITS``.
        SourceError: an unknown format, a list of persons, formulas that were never calculated, or
            not what it claims to be.
        BadParameter: an unknown field or column, or no column that tells who a row is.
    """
    check_file(file.name, file.suffix.lower(), len(file.content))
    with open_table(
        file, layout=_layout(sheet), known=is_known, limits=LIMITS, forgiving=True
    ) as table:
        check_columns(table.columns)
        lines = tuple(_bounded(file.name, map(_line_of, table.rows)))
        given = given_list(table.columns, lines, chosen, telling=telling, name=file.name)
        given.doubts.add_header(table.columns, table.written, table.layout.header_line)
        notes = notes_on(table, given.understood, (len(line.cells) for line in lines if line.whole))
        return replace(given, sheet=table.layout.sheet, sheets=table.sheets, notes=notes)


def check_file(name: str, suffix: str, size: int) -> None:
    """Look at the name and the size of a file before it is read.

    Raises:
        SourceError: a format that is not read.
        SourceTooLarge: too many bytes.
    """
    if suffix not in (*FORMATS, *FORMATS_OF_MAPS):
        raise SourceError(
            f"{name} : format « {suffix or 'inconnu'} » non lu. Enregistrez la liste en "
            ".csv, .xlsx ou .ods et recommencez."
        )
    if size > MOST_BYTES:
        raise SourceTooLarge(
            f"{name} : {size / 2**20:.1f} Mio, et {MOST_BYTES >> 20} Mio au plus "
            "sont lus. Découpez la liste, ou ne gardez que les colonnes utiles."
        )


def check_columns(columns: Sequence[str]) -> None:
    """Look at the columns of a list, before any row.

    Raises:
        BadParameter: too many of them.
    """
    if len(columns) > MOST_COLUMNS:
        problem = f"{MOST_COLUMNS} colonnes au plus. Ne gardez que les colonnes utiles."
        raise BadParameter("colonnes", str(len(columns)), problem)


def given_list(
    columns: Sequence[str],
    lines: Sequence[ListLine],
    chosen: Mapping[str, str] | None = None,
    *,
    telling: bool = True,
    name: str = "liste",
) -> GivenList:
    """A list from columns and lines already apart; rows that are no organisation are told.

    Raises:
        BadParameter: an unknown field or column, too many columns, or none that tells who.
        SourceError: a list of persons.
    """
    check_columns(columns)
    whole = (line.cells for line in lines if line.whole)
    found = understand(columns, _sample(whole, len(columns)), _READ)
    found = _corrected(found, chosen or {})
    refuse_persons(name, columns, telling=found.telling)
    if telling and not found.telling:
        raise _nothing_tells(columns)
    doubts = ColumnDoubts()
    told = tuple(_looked_at(line, found, doubts) for line in lines)
    return GivenList(
        tuple(columns),
        {each: column for each, column in found.fields.items() if each in FIELDS},
        told,
        otherwise=found.otherwise,
        persons=tuple(column for column in columns if column in found.persons),
        unknown=_unknown(found),
        doubts=doubts,
    )


def _unknown(found: Understood) -> tuple[str, ...]:
    """The columns that no reading understands, in the order of the list."""
    known = {*found.fields.values(), *found.otherwise, *found.persons}
    return tuple(c for c in found.columns if c not in known and not is_known(c))


def _sample(rows: Iterable[tuple[str, ...]], width: int) -> list[tuple[str, ...]]:
    return [row for _, row in zip(range(200), rows, strict=False) if len(row) >= width]


def _corrected(found: Understood, chosen: Mapping[str, str]) -> Understood:
    fields = dict(found.fields)
    for each, column in chosen.items():
        check_choice(each, column, found.columns)
        fields = {f: c for f, c in fields.items() if f != each and c != column}
        if column:
            fields[each] = column
    otherwise = () if "name" in chosen else found.otherwise
    return replace(found, fields=fields, otherwise=otherwise)


def _nothing_tells(columns: Sequence[str]) -> BadParameter:
    shown = ", ".join(f"« {column} »" for column in columns[:12])
    return BadParameter(
        "colonnes",
        shown,
        "aucune colonne ne dit le nom ni un numéro. Indiquez laquelle est le nom "
        "(name=…), le SIRET (siret=…) ou le SIREN (siren=…).",
        columns[:12],
    )


def _looked_at(line: ListLine, found: Understood, doubts: ColumnDoubts) -> ListLine:
    """The line, told apart when it is furniture; what is doubtful in it is counted."""
    if not line.whole:
        return line
    if found.is_furniture(line.cells):
        return replace(line, apart=Why.FURNITURE)
    read_understood(found, line.line, line.cells, doubts)
    for each in place_doubts(found.cells(line.cells)):
        doubts.add(found.fields.get(each.field, each.field), each, line.line)
    return line


def _layout(sheet: str) -> Layout:
    return Layout(header_line=0, sheet=sheet)


def _line_of(row: Row | Flaw) -> ListLine:
    if isinstance(row, Flaw):
        return ListLine(row.line, row.cells or (row.value,), Why.UNREADABLE)
    return ListLine(row.line, (*row.values.values(), *row.beyond))


def _bounded(name: str, lines: Iterable[ListLine]) -> Iterator[ListLine]:
    for n, line in enumerate(lines, start=1):
        if n > MOST_ROWS:
            raise SourceTooLarge(
                f"{name} : plus de {MOST_ROWS} lignes. Découpez la liste et recommencez."
            )
        yield line
