"""A file of a list, read in memory within bounds: its columns as understood, and its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.errors import BadParameter, SourceError, SourceTooLarge
from territorial_map.domain.matching.list_row import FIELDS, Given, given_row
from territorial_map.readers import (
    BOOKS,
    BookLimits,
    Flaw,
    Layout,
    Row,
    Upload,
    open_table,
    sheet_tops,
)
from territorial_map.readers.column_names import is_known, matched

MOST_BYTES = 10 * 2**20
MOST_ROWS = 20_000
FORMATS = (".csv", ".txt", ".tsv", ".xlsx", ".ods")
_MOST_COLUMNS = 200
_LIMITS = BookLimits(inflated=100 * 2**20, cells=4_000_000, formulas=False)
# Any of these makes a row tell something that can be matched.
_TELLING = ("name", "acronym", "siret", "siren", "finess", "rna", "id")


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row of the file as it stands; ``whole`` is false when its cells are too few or too many."""

    line: int
    cells: tuple[str, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class GivenList:
    """A list as read: its columns, the column of each field understood, and its lines.

    ``sheet`` is the one read of a workbook, ``sheets`` those that could be read.
    """

    columns: tuple[str, ...]
    understood: Mapping[str, str]
    lines: tuple[ListLine, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def rows(self) -> Iterator[Given]:
        """What each whole line tells, by the columns understood."""
        place = {column: n for n, column in enumerate(self.columns)}
        for line in self.lines:
            cells = {
                field: line.cells[place[column]]
                for field, column in self.understood.items()
                if place[column] < len(line.cells)
            }
            yield given_row(line.line, cells if line.whole else {})


def read_list(
    file: Upload,
    *,
    sheet: str = "",
    chosen: Mapping[str, str] | None = None,
    telling: bool = True,
) -> GivenList:
    """The list of a file; ``chosen`` corrects which column fills a field (a blank one: none).

    Without ``sheet``, a workbook is read at its first sheet whose header is understood, else at
    the first that shows rows.
    Without ``telling``, no column needs to tell who a row is: a reader may choose it afterwards.

    Raises:
        SourceTooLarge: more than ``MOST_BYTES`` or ``MOST_ROWS``, or a compression bomb.
        SourceError: an unknown format, formulas, or not what it claims to be.
        BadParameter: an unknown field or column, or no column that tells who a row is.
    """
    if file.suffix.lower() not in FORMATS:
        raise SourceError(
            f"{file.name} : format « {file.suffix or 'inconnu'} » non lu. Enregistrez la liste en "
            ".csv, .xlsx ou .ods et recommencez."
        )
    if len(file.content) > MOST_BYTES:
        raise SourceTooLarge(
            f"{file.name} : {len(file.content) / 2**20:.1f} Mio, et {MOST_BYTES >> 20} Mio au plus "
            "sont lus. Découpez la liste, ou ne gardez que les colonnes utiles."
        )
    sheet, sheets = _sheets(file, sheet)
    with open_table(file, layout=_layout(sheet), known=is_known, limits=_LIMITS) as table:
        lines = tuple(_bounded(file.name, map(_line_of, table.rows)))
        given = given_list(table.columns, lines, chosen, telling=telling)
    return replace(given, sheet=sheet, sheets=sheets)


def _sheets(file: Upload, asked: str) -> tuple[str, tuple[str, ...]]:
    """The sheet to read, blank where the file has none, and the sheets that could be read."""
    if file.suffix.lower() not in BOOKS:
        return "", ()
    tops = sheet_tops(file, _LIMITS)
    telling = set(_TELLING)
    understood = (name for name, top in tops.items() if any(telling & set(matched(r)) for r in top))
    return asked or next(understood, next(iter(tops), "")), tuple(tops)


def given_list(
    columns: Sequence[str],
    lines: Sequence[ListLine],
    chosen: Mapping[str, str] | None = None,
    *,
    telling: bool = True,
) -> GivenList:
    """A list from columns and lines already apart.

    Raises:
        BadParameter: an unknown field or column, too many columns, or none that tells who.
    """
    if len(columns) > _MOST_COLUMNS:
        problem = f"{_MOST_COLUMNS} colonnes au plus. Ne gardez que les colonnes utiles."
        raise BadParameter("colonnes", str(len(columns)), problem)
    found = {f: c for f, c in matched(columns).items() if f in FIELDS}
    for field, column in (chosen or {}).items():
        _check_choice(field, column, columns)
        found = {f: c for f, c in found.items() if f != field and c != column}
        if column:
            found[field] = column
    if telling and not any(field in found for field in _TELLING):
        shown = ", ".join(f"« {column} »" for column in columns[:12])
        raise BadParameter(
            "colonnes",
            shown,
            "aucune colonne ne dit le nom ni un numéro. Indiquez laquelle est le nom "
            "(name=…), le SIRET (siret=…) ou le SIREN (siren=…).",
            columns[:12],
        )
    return GivenList(tuple(columns), found, tuple(lines))


def parse_choices(text: str) -> dict[str, str]:
    """Columns chosen as ``name=Raison sociale,commune=Ville``; ``city`` reads as ``commune``.

    Raises:
        BadParameter: a part without its equals sign.

    >>> parse_choices("name=Raison sociale, city=Ville")
    {'name': 'Raison sociale', 'commune': 'Ville'}
    """
    choices = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        field, equals, column = part.partition("=")
        if not equals:
            problem = "un champ et sa colonne sont attendus : name=Raison sociale."
            raise BadParameter("columns", part, problem, FIELDS)
        field = field.strip()
        choices["commune" if field == "city" else field] = column.strip()
    return choices


def _check_choice(field: str, column: str, columns: Sequence[str]) -> None:
    if field not in FIELDS:
        raise BadParameter("columns", field, "champ inconnu.", FIELDS)
    if column and column not in columns:
        problem = "le fichier n’a pas cette colonne."
        raise BadParameter(f"columns, {field}", column, problem, columns[:12])


def _layout(sheet: str) -> Layout:
    return Layout(header_line=0, sheet=sheet)


def _line_of(row: Row | Flaw) -> ListLine:
    if isinstance(row, Flaw):
        return ListLine(row.line, (row.value,), whole=False)
    return ListLine(row.line, tuple(row.values.values()))


def _bounded(name: str, lines: Iterable[ListLine]) -> Iterator[ListLine]:
    for n, line in enumerate(lines, start=1):
        if n > MOST_ROWS:
            raise SourceTooLarge(
                f"{name} : plus de {MOST_ROWS} lignes. Découpez la liste et recommencez."
            )
        yield line
