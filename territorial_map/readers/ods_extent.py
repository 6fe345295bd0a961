"""How far the filled cells of an ODS sheet reach, told before anything lays them out in memory."""

from collections.abc import Iterable
from xml.parsers import expat

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_MOST = 2**24  # of a repeat: no spreadsheet program goes further


class OdsExtent:
    """Reads ``content.xml`` piece by piece; ``cells`` is the area of its widest sheet so far.

    A few bytes can place one cell at row 1,048,576 and another at column 16,384 (repeats of empty
    ones before them); a reader that lays the sheet out takes seventeen thousand million cells.
    """

    def __init__(self) -> None:
        self.cells = 0
        self._row = self._column = self._last_row = self._last_column = 0
        self._repeat = 1
        self._filled = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, pieces: Iterable[bytes]) -> int:
        """The area after these pieces.

        Raises:
            ExpatError: what was read is not XML.
        """
        for piece in pieces:
            self._parser.Parse(piece, False)
        return self.cells

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TABLE} table":
            self._row = self._column = self._last_row = self._last_column = 0
        elif name == f"{_TABLE} table-row":
            self._repeat = _repeat(attributes, "number-rows-repeated")
            self._column, self._filled = 0, False
        elif name in {f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"}:
            self._column += _repeat(attributes, "number-columns-repeated")
            if any(key.startswith(f"{_OFFICE} ") for key in attributes):
                self._filled = True
                self._last_column = max(self._last_column, self._column)

    def _end(self, name: str) -> None:
        if name == f"{_TABLE} table-row":
            self._row += self._repeat
            if self._filled:
                self._last_row = self._row
                self.cells = max(self.cells, self._last_row * self._last_column)


def _repeat(attributes: dict[str, str], name: str) -> int:
    told = attributes.get(f"{_TABLE} {name}", "1")
    return min(int(told), _MOST) if told.isdigit() else 1
