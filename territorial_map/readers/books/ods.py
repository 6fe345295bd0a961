"""ODS workbooks: one stream for all sheets, repeats counted and laid out only where filled."""

from collections.abc import Iterator
from functools import partial

from territorial_map.domain.errors import SourceError
from territorial_map.readers.books.limits import Budget
from territorial_map.readers.books.package import Package
from territorial_map.readers.books.sheet import Book, Formulas, Sheet
from territorial_map.readers.books.values import link_of, number_text
from territorial_map.readers.books.xml_stream import XmlStream, attribute
from territorial_map.readers.records import Record

_CONTENT = "content.xml"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_MOST_REPEATED = 2**21  # no spreadsheet program goes further
_NUMBERS = frozenset({"float", "currency", "percentage"})


class _Content:
    """Hears ``content.xml`` and lays the filled rows of one sheet out.

    With ``wanted`` below 0, it only lists the sheets.
    """

    def __init__(self, budget: Budget, wanted: int, formulas: Formulas) -> None:
        self.rows: list[Record] = []
        self.names: list[tuple[str, str]] = []
        self.hidden: set[str] = set()
        self.stream = XmlStream(budget.name, self._start, self._end)
        self._budget, self._wanted, self._formulas = budget, wanted, formulas
        self._depth = self._notes = 0
        self._style = ""
        self._row = self._repeat_row = 0
        self._column = 0
        self._cells: dict[int, str] = {}
        self._spans: list[tuple[int, int, str]] = []
        self._attributes: dict[str, str] = {}
        self._texts: list[str] = []
        self._listening = False

    @property
    def done(self) -> bool:
        """True when the sheet that is wanted has passed."""
        return 0 <= self._wanted < len(self.names) - 1

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self._begin_table(attributes)
        elif tag == "style":
            self._style = attribute(attributes, "name")
        elif tag == "table-properties" and attribute(attributes, "display") == "false":
            self.hidden.add(self._style)
        elif self._reads:
            self._start_inside(tag, attributes)

    @property
    def _reads(self) -> bool:
        return self._depth == 1 and len(self.names) - 1 == self._wanted

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            name, style = attribute(attributes, "name"), attribute(attributes, "style-name")
            self.names.append((name, style))
            self._budget.sheets(len(self.names))
            self._row = 0

    def _start_inside(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table-row":
            self._repeat_row = _repeat(attributes, "number-rows-repeated")
            self._column, self._cells = 0, {}
        elif tag in _CELLS:
            self._attributes, self._texts = attributes, []
        elif tag == "annotation":
            self._notes += 1
        elif tag == "p" and not self._notes:
            self.stream.listen()
            self._listening = True
        elif tag in {"s", "tab", "line-break"} and self._listening:
            self._texts.append(self.stream.heard() + " ")
            self.stream.listen()

    def _end(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
        elif self._reads:
            self._end_inside(tag)

    def _end_inside(self, tag: str) -> None:
        if tag == "p" and self._listening:
            self._texts.append(self.stream.heard() + " ")
            self._listening = False
        elif tag == "annotation":
            self._notes -= 1
        elif tag in _CELLS:
            self._end_cell()
        elif tag == "table-row":
            self._end_row()

    def _end_cell(self) -> None:
        attributes = self._attributes
        first, repeat = self._column + 1, _repeat(attributes, "number-columns-repeated")
        self._column += repeat
        text = self._text(attributes, first - 1)
        if not text:
            return
        self._budget.column(self._column)
        for column in range(first, self._column + 1):
            self._cells[column] = text
        spanned = _repeat(attributes, "number-rows-spanned")
        if spanned > 1:
            self._spans.append((first, self._row + spanned, text))

    def _text(self, attributes: dict[str, str], column: int) -> str:
        shown = " ".join("".join(self._texts).split())
        kind = attribute(attributes, "value-type")
        text = shown
        if kind in _NUMBERS:
            text = number_text(attribute(attributes, "value"))
            if shown.isdigit() and text.isdigit() and int(shown) == int(text):
                text = shown  # its format shows zeros before
        elif kind == "date":
            told = attribute(attributes, "date-value")
            text = told.removesuffix("T00:00:00") or shown
        elif kind == "boolean":
            text = "oui" if attribute(attributes, "boolean-value") == "true" else "non"
        formula = attribute(attributes, "formula")
        if formula:
            text = text or link_of(formula)
            calculated = bool(text or kind)  # an empty text is a result
            counted = self._formulas.cached if calculated else self._formulas.without
            counted[column] += 1
            if not calculated:
                self._cells[column + 1] = ""  # the row holds something, even if nobody knows what
        return text

    def _end_row(self) -> None:
        last = self._row + self._repeat_row
        self._spans = [span for span in self._spans if span[1] > self._row]
        if self._cells:
            for column, end, text in self._spans:
                if end > self._row:
                    self._cells.setdefault(column, text)
            width = max(self._cells)
            laid = [self._cells.get(n, "") for n in range(1, width + 1)]
            size = sum(map(len, laid))
            for number in range(self._row + 1, last + 1):
                self._budget.row(width, size)
                self.rows.append((number, laid))
        self._row = last


class OdsBook:
    """An open ODS."""

    def __init__(self, package: Package) -> None:
        self._package = package
        listing = _Content(package.budget, -1, Formulas())
        for _ in listing.stream.feed(package.pieces(_CONTENT)):
            continue
        self.sheets = tuple(
            Sheet(name, style not in listing.hidden, partial(self._rows, place))
            for place, (name, style) in enumerate(listing.names)
        )
        if not self.sheets:
            raise SourceError(f"{package.budget.name} : ce classeur n’a aucune feuille.")

    def _rows(self, place: int, formulas: Formulas, *, merged: bool = True) -> Iterator[Record]:
        del merged  # what spans rows is told where it begins: it costs nothing
        content = _Content(self._package.budget, place, formulas)
        for _ in content.stream.feed(self._package.pieces(_CONTENT)):
            yield from content.rows
            content.rows.clear()
            if content.done:
                return


def open_ods(package: Package) -> Book:
    """The sheets of an ODS.

    Raises:
        SourceError, SourceTooLarge: damaged, or beyond the limits.
    """
    return Book(OdsBook(package).sheets, package.budget)


def _repeat(attributes: dict[str, str], name: str) -> int:
    told = attribute(attributes, name)
    whole = told.isascii() and told.isdigit() and len(told) < 10
    return max(1, min(int(told), _MOST_REPEATED)) if whole else 1
