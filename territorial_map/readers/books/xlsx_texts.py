"""What the cells of an XLSX point to: shared strings, and number formats."""

from territorial_map.readers.books.limits import Budget
from territorial_map.readers.books.values import BUILT_IN_DATES, is_date_format, zeros_of
from territorial_map.readers.books.xml_stream import XmlStream, attribute

_OF_STRING = 48  # what a string takes in memory beside its characters


class Strings:
    """Shared strings, in order; phonetic readings are left out."""

    def __init__(self, budget: Budget) -> None:
        self.stream = XmlStream(budget.name, self._start, self._end)
        self._budget = budget
        self._told: list[str] = []
        self._pieces: list[str] = []
        self._phonetic = False

    def at(self, place: str) -> str:
        """The string of a place, blank when there is none."""
        number = int(place) if place.strip().isdigit() else -1
        return self._told[number] if 0 <= number < len(self._told) else ""

    def _start(self, tag: str, _: dict[str, str]) -> None:
        if tag == "rPh":
            self._phonetic = True
        elif tag == "t" and not self._phonetic:
            self.stream.listen()

    def _end(self, tag: str) -> None:
        if tag == "t" and not self._phonetic:
            self._pieces.append(self.stream.heard())
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "si":
            told = "".join(self._pieces).strip()
            self._budget.characters(len(told) + _OF_STRING)
            self._told.append(told)
            self._pieces.clear()


class Styles:
    """How the number formats of a workbook show numbers: as days, or with zeros before."""

    def __init__(self) -> None:
        self.days: set[str] = set()
        self.zeros: dict[str, int] = {}
        self._codes: dict[int, str] = {}
        self._inside = False
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear an element of ``styles.xml``."""
        if tag == "numFmt":
            number = _whole(attribute(attributes, "numFmtId"))
            self._codes[number] = attribute(attributes, "formatCode")
        elif tag == "cellXfs":
            self._inside = True
        elif tag == "xf" and self._inside:
            self._keep(_whole(attribute(attributes, "numFmtId")))

    def end(self, tag: str) -> None:
        """Hear its end."""
        if tag == "cellXfs":
            self._inside = False

    def _keep(self, number: int) -> None:
        code, style = self._codes.get(number, ""), str(self._count)
        if number in BUILT_IN_DATES or is_date_format(code):
            self.days.add(style)
        elif zeros := zeros_of(code):
            self.zeros[style] = zeros
        self._count += 1


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
