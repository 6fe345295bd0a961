"""Sheets of XLSX, XLS and ODS files as records; a compression bomb is refused unopened."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any
from xml.parsers.expat import ExpatError

import python_calamine

from territorial_map.domain.errors import SourceError, SourceTooLarge
from territorial_map.readers.ods_extent import OdsExtent
from territorial_map.readers.records import Record
from territorial_map.readers.upload import TableFile, opened

_CHUNK = 2**20
_OVERLAP = 64  # bytes: longer than anything looked for, so that no cut hides it
_CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]|table:formula=")
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml|content\.xml")
_ODS_SHEETS = "content.xml"


@dataclass(frozen=True, slots=True)
class BookLimits:
    """What a workbook may hold: bytes once inflated, cells of its widest sheet, formulas.

    A sheet with one cell in its last corner takes the memory of all the cells before it.
    """

    inflated: int = 512 * 2**20  # a sheet of a million rows and twenty columns holds some 300 MiB
    cells: int | None = None
    formulas: bool = True


_GENEROUS = BookLimits()


def sheet_records(
    path: TableFile, sheet: str = "", limits: BookLimits = _GENEROUS
) -> Iterator[Record]:
    """Rows of a sheet, by name or the first that is not empty, as text; blank rows passed over.

    Raises:
        SourceError: absent, not a workbook, encrypted, an unknown sheet, or a formula when the
            limits allow none.
        SourceTooLarge: a compression bomb, or more cells than the limits allow.
    """
    with _opened_book(path, limits) as book:
        yield from _records(_chosen_sheet(path, book, sheet))


def sheet_tops(
    path: TableFile, limits: BookLimits = _GENEROUS, rows: int = 20
) -> dict[str, list[list[str]]]:
    """The first filled rows of each sheet that shows two or more, by its name, in order.

    Hidden sheets are passed over.

    Raises:
        SourceError, SourceTooLarge: as ``sheet_records``.
    """
    tops = {}
    with _opened_book(path, limits) as book:
        for told in book.sheets_metadata:
            if told.visible != python_calamine.SheetVisibleEnum.Visible:
                continue
            top = [cells for _, cells in islice(_records(book.get_sheet_by_name(told.name)), rows)]
            if len(top) > 1:
                tops[told.name] = top
    return tops


@contextmanager
def _opened_book(path: TableFile, limits: BookLimits) -> Iterator[Any]:
    _refuse_bombs(path, limits)
    try:
        with opened(path) as content:
            yield python_calamine.load_workbook(content)
    except (python_calamine.CalamineError, OSError, zipfile.BadZipFile) as error:
        raise SourceError(
            f"{path.name} : ce classeur ne peut pas être lu ({error}). Ouvrez-le dans un tableur "
            "et enregistrez-le de nouveau, en .xlsx, .ods ou .csv, sans mot de passe."
        ) from error


def _records(sheet: Any) -> Iterator[Record]:  # noqa: ANN401 - untyped library
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [_text_of(cell) for cell in row]
        if any(cells):
            yield number, cells


def _chosen_sheet(path: TableFile, book: Any, sheet: str) -> Any:  # noqa: ANN401 - untyped library
    names = list(book.sheet_names)
    if sheet:
        if sheet not in names:
            raise SourceError(
                f"{path.name} : pas de feuille « {sheet} ». Feuilles : {', '.join(names)}."
            )
        return book.get_sheet_by_name(sheet)
    for name in names:
        candidate = book.get_sheet_by_name(name)
        if candidate.height > 1:
            return candidate
    return book.get_sheet_by_name(names[0])


def _refuse_bombs(path: TableFile, limits: BookLimits) -> None:
    """Inflate every part of the workbook, counting, before anything parses it."""
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    with opened(path) as content:
        if not zipfile.is_zipfile(content):
            return
        total = 0
        try:
            with zipfile.ZipFile(content) as archive:
                for part in archive.infolist():
                    total = _inflated(path, archive, part, total, limits)
        except (zipfile.BadZipFile, RuntimeError, EOFError, zlib.error, ExpatError) as error:
            raise SourceError(
                f"{path.name} : classeur abîmé, incomplet ou protégé ({error}). "
                "Téléchargez-le de nouveau."
            ) from error


def _inflated(
    path: TableFile,
    archive: zipfile.ZipFile,
    part: zipfile.ZipInfo,
    total: int,
    limits: BookLimits,
) -> int:
    """The bytes inflated so far, this part's included; its cells are looked at as they pass."""
    looked_at = bool(_SHEETS.fullmatch(part.filename))
    extent = OdsExtent() if part.filename == _ODS_SHEETS and limits.cells is not None else None
    end = b""
    with archive.open(part) as content:
        while chunk := content.read(_CHUNK):
            total += len(chunk)
            if total > limits.inflated:
                raise SourceTooLarge(
                    f"{path.name} : ce classeur dépasse {limits.inflated >> 20} Mio une fois "
                    "décompressé : il n’est pas ouvert. Enregistrez-le en CSV."
                )
            if looked_at:
                area = extent.feed([chunk]) if extent else _area(end + chunk)
                _look(path, end + chunk, area, limits)
            end = chunk[-_OVERLAP:]
    return total


def _look(path: TableFile, xml: bytes, area: int, limits: BookLimits) -> None:
    if not limits.formulas and _FORMULA.search(xml):
        raise SourceError(
            f"{path.name} : ce classeur contient des formules, qui ne sont pas calculées ici. "
            "Copiez ses cellules, collez-les en « valeurs seules », enregistrez et recommencez."
        )
    if limits.cells is not None and area > limits.cells:
        raise SourceTooLarge(
            f"{path.name} : une feuille de ce classeur s’étend sur plus de {limits.cells:,} "
            "cellules. Copiez les lignes utiles dans une feuille neuve et recommencez.".replace(
                ",", "\u202f"
            )
        )


def _area(xml: bytes) -> int:
    """Cells of the rectangle that the cells named in a piece of a sheet span, from its corner."""
    columns = rows = 0
    for letters, digits in _CELL.findall(xml):
        columns = max(columns, _column_number(letters))
        rows = max(rows, int(digits))
    return columns * rows


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text_of(cell: object) -> str:
    """A cell as text: whole numbers without a decimal point, dates in ISO form."""
    if isinstance(cell, bool):
        return "oui" if cell else "non"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
