"""Sheets of workbooks as tables: which one is read, and its rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice

from territorial_map.domain.cells import shown_text
from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold, words
from territorial_map.readers.books import Book, BookLimits, Formulas, Sheet, open_book
from territorial_map.readers.column_names import TELLING, matched
from territorial_map.readers.layout import Known
from territorial_map.readers.records import Record
from territorial_map.readers.upload import TableFile

_TOP = 20  # rows that are looked at
_LONG = 100  # characters: no name of a column is longer
_EXAMPLES = frozenset(
    {"exemple", "exemples", "example", "modele", "modeles", "template", "gabarit"}
)


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """The sheet that is read, its rows as text (once), and the sheets that show rows, in order."""

    name: str
    records: Iterator[Record]
    sheets: tuple[str, ...]


@contextmanager
def open_sheet(
    path: TableFile,
    asked: str,
    known: Known,
    limits: BookLimits,
    formulas: Formulas,
    *,
    anybodys: bool,
) -> Iterator[OpenSheet]:
    """Open the sheet ``asked`` for by its name or rank, else the one that looks most like a list.

    A list has names of columns that are ``known``; in ``anybodys`` workbook one of them tells who a
    row is. ``formulas`` counts those that are met. Hidden sheets are read only by their names.

    Raises:
        SourceError: absent, not a workbook, encrypted or an unknown sheet.
        SourceTooLarge: beyond the limits.
    """
    with open_book(path, limits) as book:
        shown = [sheet for sheet in book.sheets if sheet.visible] or list(book.sheets)
        tops = _tops(book, shown) if len(shown) > 1 and (anybodys or not asked) else {}
        if asked:
            sheet = _asked_sheet(path, book, shown, asked)
        else:
            likeness = partial(_likeness, known=known, anybodys=anybodys)
            likest = max(tops, key=lambda name: likeness(name, tops[name]), default="")
            sheet = next((each for each in shown if each.name == likest), shown[0])
        yield OpenSheet(sheet.name, sheet.read(formulas), tuple(tops) or (sheet.name,))


def _tops(book: Book, sheets: Sequence[Sheet]) -> dict[str, list[list[str]]]:
    """The first rows of each sheet that shows two or more, by its name, in order."""
    counted = book.budget.counted()
    tops = {}
    for sheet in sheets:
        rows = [cells for _, cells in islice(sheet.read(Formulas(), merged=False), _TOP)]
        if len(rows) > 1:
            tops[sheet.name] = rows
        book.budget.count_again_from(counted)
    return tops


def _likeness(
    name: str, rows: Sequence[Sequence[str]], *, known: Known, anybodys: bool
) -> tuple[int, ...]:
    """How much rows look like a list under its header: the more, the likelier."""
    likest = (0, 0)
    for row in rows:
        cells = [shown_text(cell) for cell in row if len(cell) <= _LONG]
        fields = set(matched(cells)) if anybodys else set()
        names = len({fold(cell) for cell in cells if cell and known(cell)})
        telling = bool(fields.intersection(TELLING))
        likest = max(likest, (int(telling), max(len(fields), names * (not anybodys))))
    return (*likest, int(not _EXAMPLES.intersection(words(name))))


def _asked_sheet(path: TableFile, book: Book, shown: Sequence[Sheet], asked: str) -> Sheet:
    """A sheet by its name, whatever its case, else by its rank among those that are shown.

    Raises:
        SourceError: no such sheet.
    """
    by_name = [sheet for sheet in book.sheets if sheet.name == asked]
    by_name += [sheet for sheet in book.sheets if fold(sheet.name) == fold(asked) != ""]
    if by_name:
        return by_name[0]
    if asked.strip().isdecimal() and 0 < int(asked) <= len(shown):
        return shown[int(asked) - 1]
    names = ", ".join(f"{rank} « {sheet.name} »" for rank, sheet in enumerate(shown, 1))
    raise SourceError(
        f"{path.name} : pas de feuille « {asked} ». Feuilles : {names}. Donnez le nom ou le rang "
        "de l’une d’elles."
    )
