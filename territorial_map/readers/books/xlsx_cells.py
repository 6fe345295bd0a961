"""The cells of an XLSX sheet, laid out row by row as its XML goes by."""

import re
from collections.abc import Callable, Iterator

from territorial_map.domain.errors import SourceError
from territorial_map.readers.books.limits import Budget
from territorial_map.readers.books.merges import Merges
from territorial_map.readers.books.sheet import Formulas
from territorial_map.readers.books.values import link_of
from territorial_map.readers.books.xml_stream import XmlStream, is_utf_8
from territorial_map.readers.records import Record

TextOf = Callable[[str, str, str], str]
_DIGITS = "0123456789"
_MOST_DIGITS = 9  # of a row's number: what is longer is no row of any sheet
# Cells that hold nothing, and rows of such cells: most of a sheet that someone formatted whole.
_EMPTY_CELL = re.compile(rb"<c(?=\s[^<>]*?\br\s*=)[^<>]*/>")  # where no r is told, place is counted
_EMPTY_ROW = re.compile(rb"<row\s[^<>]*\br\s*=\s*[\"']\d+[\"'][^<>]*(?:/>|>\s*</row\s*>)")
_END = b"</row>"
_LONG = 2**20  # bytes without the end of a row: cut between elements instead


class SheetCells:
    """Hears the elements of a sheet and lays its filled rows out."""

    def __init__(self, budget: Budget, text_of: TextOf, formulas: Formulas, merges: Merges) -> None:
        self.rows: list[Record] = []
        self.stream = XmlStream(budget.name, self.start, self.end)
        self._budget, self._text_of = budget, text_of
        self._formulas, self._merges = formulas, merges
        self._columns: dict[str, int] = {}
        self._number = self._column = 0
        self._cells: dict[int, str] = {}
        self._value: str | None = None
        self._formula: str | None = None
        self._kind = self._style = ""
        self._inline: list[str] = []
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear an element of the sheet."""
        if tag == "c":
            self._begin_cell(attributes)
        elif tag in {"v", "f", "t"}:
            self.stream.listen()
        elif tag == "rPh":  # how an inline string is pronounced
            self._phonetic = True
        elif tag == "row":
            told = attributes.get("r", "").strip()
            whole = told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS
            self._number = int(told) if whole else self._number + 1
            self._column, self._cells = 0, {}

    def end(self, tag: str) -> None:
        """Hear its end."""
        if tag == "v":
            self._value = self.stream.heard()
        elif tag == "c":
            self._end_cell()
        elif tag == "t":
            heard = self.stream.heard()
            self._inline += [] if self._phonetic else [heard]
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "f":
            self._formula = self.stream.heard()
        elif tag == "row" and self._cells:
            self._end_row()

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").strip().rstrip(_DIGITS)
        column = self._columns.get(letters) if letters else self._column + 1
        if column is None:
            column = self._columns[letters] = _column_number(letters)
        self._budget.column(column)
        self._column = column
        self._kind, self._style = attributes.get("t", ""), attributes.get("s", "")
        self._value = self._formula = None
        self._inline = []

    def _end_cell(self) -> None:
        if self._formula is not None:
            self._count_formula(self._formula)
        text = self._text()
        if text:
            self._cells[self._column] = text

    def _count_formula(self, formula: str) -> None:
        column = self._column - 1
        empty_text = self._kind == "str" and self._value is not None  # « =IF(A2="";"";…) »
        if self._value or empty_text:
            self._formulas.cached[column] += 1
        elif link := link_of(formula):
            self._value, self._kind = link, "str"
        else:
            self._formulas.without[column] += 1
            self._cells[self._column] = ""  # the row holds something, even if nobody knows what

    def _text(self) -> str:
        if self._value is None:
            return "".join(self._inline).strip()
        return self._text_of(self._value, self._kind, self._style)

    def _end_row(self) -> None:
        self._merges.fill(self._number, self._cells)
        width = max(self._cells)
        self._budget.row(width, sum(map(len, self._cells.values())))
        self.rows.append((self._number, [self._cells.get(n, "") for n in range(1, width + 1)]))
        self._cells = {}


def without_empty(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same sheet without cells and rows that hold nothing, cut between rows.

    They are told by their markup alone, so that hundreds of thousands of them cost no parsing. A
    row that does not say its number is kept: those after it are counted from it.
    """
    rest, plain = b"", None
    for piece in pieces:
        if plain is None:
            plain = is_utf_8(piece[:200])
        if not plain:
            yield piece
            continue
        rest += piece
        end = rest.rfind(_END) + len(_END)
        if end < len(_END):
            end = rest.rfind(b"/>") + len(b"/>") if len(rest) > _LONG else 0
        if end > 1:
            yield _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", rest[:end]))
            rest = rest[end:]
    if rest:
        yield rest


def _column_number(letters: str) -> int:
    """The number of a column from its letters, from 1; any case.

    Raises:
        SourceError: no letters of a column.
    """
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 6):
        raise SourceError(f"Classeur abîmé : « {letters[:20]} » n’est pas une colonne.")
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
