"""Rows that have fewer or more cells than the header: read where nothing can have moved."""

from collections.abc import Callable, Sequence
from enum import Enum

from territorial_map.domain.cells import read_phones, read_siren, read_siret, read_website
from territorial_map.readers.column_names import field_of
from territorial_map.readers.table import Row
from territorial_map.readers.unreadable_lines import Flaw, FlawKind


def _postcode(cell: str) -> bool:
    digits = cell.replace(" ", "").removesuffix(".0")
    return digits.isdigit() and len(digits) in {4, 5}


def _degrees(cell: str) -> bool:
    try:
        return abs(float(cell.replace(",", "."))) <= 180
    except ValueError:
        return False


# What a cell of these fields must be: when it is, the cells before it are in their columns.
_PROOFS: dict[str, Callable[[str], bool]] = {
    "postcode": _postcode,
    "siret": lambda cell: read_siret(cell).value is not None,
    "siren": lambda cell: read_siren(cell).value is not None,
    "phone": lambda cell: bool(read_phones(cell).landlines),
    "website": lambda cell: bool(read_website(cell).address),
    "lat": _degrees,
    "lon": _degrees,
}


class Widths(Enum):
    """What a row of another width than the header's is.

    A flaw where the layout is ``FIXED``; in a workbook each cell tells its column, so that all are
    ``EXACT``; text is read in a ``FORGIVING`` way where nothing can have moved.
    """

    FIXED = "fixed"
    FORGIVING = "forgiving"
    EXACT = "exact"


class RowWidths:
    """Makes rows of exactly the header's columns out of what was read.

    In a forgiving way, short rows are filled with blanks, and long ones are read when their cells
    are provably in their columns; the others are flaws.
    """

    def __init__(self, columns: tuple[str, ...], widths: Widths) -> None:
        self._columns = columns
        self._widths = widths
        forgiving = widths is Widths.FORGIVING
        fields = [field_of(column) for column in columns] if forgiving else []
        self._names = [place for place, field in enumerate(fields) if field == "name"]
        self._proofs = [(n, _PROOFS[f]) for n, f in enumerate(fields) if f in _PROOFS]

    @property
    def forgiving(self) -> bool:
        """True for anybody's table, whose blank rows say nothing."""
        return self._widths is Widths.FORGIVING

    def row(self, line: int, cells: list[str]) -> Row | Flaw:
        """A row, or why its cells cannot be told apart."""
        width = len(self._columns)
        while len(cells) > width and not cells[-1].strip():
            cells = cells[:-1]
        if len(cells) < width:
            if not self._may_be_short(cells):
                column = self._columns[len(cells)]
                return Flaw(line, FlawKind.TOO_SHORT, column, start_of(cells), tuple(cells))
            cells = [*cells, *[""] * (width - len(cells))]
        elif len(cells) > width and not self._in_their_columns(cells):
            return Flaw(line, FlawKind.TOO_LONG, self._columns[-1], start_of(cells), tuple(cells))
        values = dict(zip(self._columns, cells, strict=False))
        return Row(line, values, tuple(cells[width:]))

    def _may_be_short(self, cells: Sequence[str]) -> bool:
        """True when only last cells are missing: a name without a letter was cut elsewhere."""
        if self._widths is Widths.EXACT:
            return True
        names = [cells[n] for n in self._names if n < len(cells) and cells[n].strip()]
        return self._widths is Widths.FORGIVING and all(
            any(map(str.isalpha, name)) for name in names
        )

    def _in_their_columns(self, cells: Sequence[str]) -> bool:
        if self._widths is Widths.EXACT:
            return True
        told = [(proof, cells[n]) for n, proof in self._proofs if cells[n].strip()]
        return bool(told) and all(proof(cell) for proof, cell in told)


def start_of(cells: Sequence[str]) -> str:
    """The first cells of a line, to show where it was met."""
    return " | ".join(cells)[:60]
