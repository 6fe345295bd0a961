"""The table of a web page: what many portals send as an « Excel » file."""

from collections.abc import Iterator
from html.parser import HTMLParser

from territorial_map.domain.errors import SourceError, SourceTooLarge
from territorial_map.readers.layout import detect_encoding
from territorial_map.readers.records import Record
from territorial_map.readers.upload import TableFile, opened, size_of

_MAX_SIZE = 64 * 2**20
_MOST_SPANNED = 1_000
_MOST_CELLS = 4_000_000
_UNSEEN = frozenset({"script", "style", "title"})


def html_records(path: TableFile) -> Iterator[Record]:
    """The rows of the longest table of a page, numbered from 1; what spans rows fills them.

    Raises:
        SourceTooLarge: a page too large to be held.
        SourceError: no table.
    """
    if size_of(path) > _MAX_SIZE:
        raise SourceTooLarge(
            f"{path.name} : cette page web dépasse {_MAX_SIZE >> 20} Mio. Enregistrez-la en CSV."
        )
    with opened(path) as file:
        content = file.read()
    reader = _Tables(path.name)
    reader.feed(content.decode(detect_encoding(content), errors="replace"))
    reader.close()
    rows = max(reader.tables, key=len, default=[])
    if not rows:
        raise SourceError(
            f"{path.name} : c’est une page web sans tableau, non un classeur. Téléchargez le "
            "fichier de nouveau, ou enregistrez-le en .xlsx, .ods ou .csv."
        )
    yield from ((n, row) for n, row in enumerate(rows, 1) if any(row))


class _Tables(HTMLParser):
    """Hears a page and lays the rows of its tables out."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._name, self._cells = name, 0
        self._row: dict[int, str] | None = None
        self._spanned: dict[int, tuple[int, str]] = {}
        self._cell: list[str] | None = None
        self._wide = self._tall = 1
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; the ends of those before need not be told."""
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag == "table":
            self._end_row()
            self.tables.append([])
            self._spanned = {}
        elif tag == "tr":
            self._end_row()
            self._row = {}
        elif tag in {"td", "th"} and self.tables:
            self._end_cell()
            told = dict(attrs)
            self._cell = []
            self._wide, self._tall = _span(told.get("colspan")), _span(told.get("rowspan"))
        elif tag in {"br", "p", "div", "li"} and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what is told to end."""
        if tag == self._unseen:
            self._unseen = ""
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Text, of a cell or of nothing."""
        if self._cell is not None and not self._unseen:
            self._cell.append(data)

    def close(self) -> None:
        """End what the page left open."""
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        if self._row is None:
            self._row = {}
        self._fill()
        text = " ".join("".join(self._cell).split())
        column = self._next()
        self._row[column] = text
        for more in range(1, self._wide):
            self._row[column + more] = ""
        if self._tall > 1 and text:
            self._spanned[column] = (self._tall, text)
        self._cell = None

    def _fill(self) -> None:
        """Write what spans from rows above, up to where the next cell stands."""
        while self._row is not None and (n := self._next()) in self._spanned:
            self._row[n] = self._spanned[n][1]

    def _next(self) -> int:
        return max(self._row, default=-1) + 1 if self._row else 0

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None or not self.tables:
            return
        self._fill()
        self._spanned = {n: (left - 1, t) for n, (left, t) in self._spanned.items() if left > 1}
        width = self._next()
        self._cells += width
        if self._cells > _MOST_CELLS:
            raise SourceTooLarge(
                f"{self._name} : cette page web a plus de {_MOST_CELLS} cellules. Enregistrez la "
                "liste en CSV."
            )
        self.tables[-1].append([self._row.get(n, "") for n in range(width)])
        self._row = None


def _span(told: str | None) -> int:
    whole = told is not None and told.strip().isascii() and told.strip().isdigit()
    return max(1, min(int(told.strip()[:6]), _MOST_SPANNED)) if whole and told else 1
