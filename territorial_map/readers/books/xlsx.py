"""XLSX workbooks: parts by their relationships, sheets read on demand."""

from collections.abc import Iterator
from functools import partial

from territorial_map.domain.errors import SourceError
from territorial_map.readers.books.limits import Budget
from territorial_map.readers.books.merges import Merges, merges_in
from territorial_map.readers.books.package import Package
from territorial_map.readers.books.sheet import Book, Formulas, Sheet
from territorial_map.readers.books.values import day_text, number_text
from territorial_map.readers.books.xlsx_cells import SheetCells, without_empty
from territorial_map.readers.books.xlsx_texts import Strings, Styles
from territorial_map.readers.books.xml_stream import XmlStream, attribute
from territorial_map.readers.records import Record

_WORKBOOK = "xl/workbook.xml"


class XlsxBook:
    """An open XLSX: its strings and formats read at once, its sheets on demand."""

    def __init__(self, package: Package) -> None:
        self.budget: Budget = package.budget
        self._package = package
        main = next(
            (path for kind, path in package.relations("").values() if kind == "officeDocument"),
            _WORKBOOK,
        )
        self._relations = package.relations(main)
        self._strings = Strings(self.budget)
        self._styles = Styles()
        self._since_1904 = False
        self.sheets = self._read_workbook(main)
        self._read_styles()
        self._read_strings()

    def text_of(self, value: str, kind: str, style: str) -> str:
        """A value as text, by the kind and the style of its cell."""
        if kind == "s":
            return self._strings.at(value)
        if kind == "b":
            return "oui" if value.strip() == "1" else "non"
        if kind == "d":
            return value.strip().removesuffix("T00:00:00")
        if kind in {"str", "inlineStr", "e"}:
            return value.strip()
        if style in self._styles.days:
            return day_text(value, epoch_1904=self._since_1904)
        return number_text(value, zeros=self._styles.zeros.get(style, 0))

    def _read_workbook(self, main: str) -> tuple[Sheet, ...]:
        told: list[tuple[str, bool, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet":
                shown = attribute(attributes, "state") not in {"hidden", "veryHidden"}
                told.append((attributes.get("name", ""), shown, _id(attributes)))
                self.budget.sheets(len(told))
            elif tag == "workbookPr":
                self._since_1904 = attribute(attributes, "date1904") in {"1", "true"}

        self._hear(main, XmlStream(self.budget.name, start, lambda _: None))
        sheets = []
        for name, shown, identity in told:
            kind, path = self._relations.get(identity, ("", ""))
            if kind == "worksheet" and self._package.has(path):
                sheets.append(Sheet(name, shown, partial(self._rows, path)))
        if not sheets:
            raise SourceError(f"{self.budget.name} : ce classeur n’a aucune feuille de cellules.")
        return tuple(sheets)

    def _read_styles(self) -> None:
        for path in self._parts("styles"):
            styles = self._styles = Styles()
            self._hear(path, XmlStream(self.budget.name, styles.start, styles.end))

    def _read_strings(self) -> None:
        for path in self._parts("sharedStrings"):
            self._hear(path, self._strings.stream)

    def _parts(self, kind: str) -> list[str]:
        named = (path for told, path in self._relations.values() if told == kind)
        return [path for path in named if self._package.has(path)][:1]

    def _hear(self, path: str, stream: XmlStream) -> None:
        for _ in stream.feed(self._package.pieces(path)):
            continue

    def _rows(self, path: str, formulas: Formulas, *, merged: bool = True) -> Iterator[Record]:
        merges = merges_in(self._package.pieces(path)) if merged else Merges([])
        cells = SheetCells(self.budget, self.text_of, formulas, merges)
        for _ in cells.stream.feed(without_empty(self._package.pieces(path))):
            yield from cells.rows
            cells.rows.clear()


def open_xlsx(package: Package) -> Book:
    """The sheets of an XLSX.

    Raises:
        SourceError, SourceTooLarge: damaged, or beyond the limits.
    """
    return Book(XlsxBook(package).sheets, package.budget)


def _id(attributes: dict[str, str]) -> str:
    return next((v for k, v in attributes.items() if k.endswith(":id")), "")
