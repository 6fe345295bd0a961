"""Sheets of workbooks as tables: which one to read, its first rows, its formulas."""

from collections.abc import Iterator
from itertools import islice

from territorial_map.domain.errors import SourceError
from territorial_map.readers.books import Book, BookLimits, Formulas, Sheet, open_book
from territorial_map.readers.records import Record
from territorial_map.readers.upload import TableFile

_GENEROUS = BookLimits()


def sheet_records(
    path: TableFile,
    sheet: str = "",
    limits: BookLimits = _GENEROUS,
    formulas: Formulas | None = None,
) -> Iterator[Record]:
    """Rows of a sheet, by name or the first that shows two, as text; blank rows passed over.

    ``formulas`` counts those that are met.

    Raises:
        SourceError: absent, not a workbook, encrypted or an unknown sheet.
        SourceTooLarge: beyond the limits.
    """
    with open_book(path, limits) as book:
        chosen = _chosen_sheet(path, book, sheet)
        yield from chosen.read(formulas if formulas is not None else Formulas())


def sheet_tops(
    path: TableFile, limits: BookLimits = _GENEROUS, rows: int = 20
) -> dict[str, list[list[str]]]:
    """The first filled rows of each sheet that shows two or more, by its name, in order.

    Hidden sheets are passed over.

    Raises:
        SourceError, SourceTooLarge: as ``sheet_records``.
    """
    tops = {}
    with open_book(path, limits) as book:
        for sheet in book.sheets:
            top = _top(sheet, rows) if sheet.visible else []
            if len(top) > 1:
                tops[sheet.name] = top
    return tops


def _top(sheet: Sheet, rows: int) -> list[list[str]]:
    return [cells for _, cells in islice(sheet.read(Formulas(), merged=False), rows)]


def _chosen_sheet(path: TableFile, book: Book, asked: str) -> Sheet:
    if asked:
        found = next((sheet for sheet in book.sheets if sheet.name == asked), None)
        if found is None:
            names = ", ".join(sheet.name for sheet in book.sheets)
            raise SourceError(f"{path.name} : pas de feuille « {asked} ». Feuilles : {names}.")
        return found
    shown = [sheet for sheet in book.sheets if sheet.visible] or list(book.sheets)
    return next((sheet for sheet in shown if len(_top(sheet, 2)) > 1), shown[0])
