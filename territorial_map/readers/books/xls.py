"""XLS workbooks, the binary format before 2007, by calamine."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any, BinaryIO

import python_calamine

from territorial_map.domain.errors import SourceError
from territorial_map.readers.books.limits import Budget
from territorial_map.readers.books.merges import MergedArea, Merges
from territorial_map.readers.books.sheet import Book, Formulas, Sheet
from territorial_map.readers.books.values import number_text
from territorial_map.readers.records import Record


def open_xls(content: BinaryIO, budget: Budget) -> Book:
    """The sheets of an XLS; formulas give the value of their last calculation.

    Raises:
        SourceError: damaged or encrypted.
        SourceTooLarge: beyond the limits.
    """
    try:
        book = python_calamine.load_workbook(content)
        shown = python_calamine.SheetVisibleEnum.Visible
        budget.sheets(len(book.sheets_metadata))
        return Book(
            tuple(
                Sheet(told.name, told.visible == shown, partial(_rows, book, told.name, budget))
                for told in book.sheets_metadata
            ),
            budget,
        )
    except (python_calamine.CalamineError, OSError) as error:
        raise SourceError(
            f"{budget.name} : ce classeur ne peut pas être lu ({error}). Ouvrez-le dans un tableur "
            "et enregistrez-le de nouveau, en .xlsx, .ods ou .csv, sans mot de passe."
        ) from error


def _rows(
    book: Any,  # noqa: ANN401 - untyped library
    name: str,
    budget: Budget,
    formulas: Formulas,
    *,
    merged: bool = True,
) -> Iterator[Record]:
    del formulas  # calamine does not tell where they are
    sheet = book.get_sheet_by_name(name)
    merges = Merges(_downwards(sheet) if merged else [])
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [_text_of(cell) for cell in row]
        told = {n: text for n, text in enumerate(cells, 1) if text}
        if told:
            merges.fill(number, told)
            cells = [told.get(n, "") for n in range(1, max(told) + 1)]
            budget.column(len(cells))
            budget.row(len(cells), sum(map(len, cells)))
            yield number, cells


def _downwards(sheet: Any) -> list[MergedArea]:  # noqa: ANN401 - untyped library
    found = sheet.merged_cell_ranges or ()
    return [MergedArea(left + 1, top + 1, low + 1) for (top, left), (low, _) in found if low > top]


def _text_of(cell: object) -> str:
    if isinstance(cell, bool):
        return "oui" if cell else "non"
    if isinstance(cell, float):
        return number_text(repr(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
