"""Sheets of XLSX, XLS and ODS files as records; a compression bomb is refused unopened."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import python_calamine

from territorial_map.domain.errors import SourceError
from territorial_map.readers.records import Record

_MAX_INFLATED = 512 * 2**20  # a sheet of a million rows and twenty columns holds some 300 MiB
_CHUNK = 2**20


def sheet_records(path: Path, sheet: str = "") -> Iterator[Record]:
    """Rows of a sheet, by name or the first that is not empty, as text; blank rows passed over.

    Raises:
        SourceError: absent, not a workbook, encrypted, an unknown sheet, or a compression bomb.
    """
    _refuse_bombs(path)
    try:
        book = python_calamine.load_workbook(str(path))
        chosen = _chosen_sheet(path, book, sheet)
        for number, row in enumerate(chosen.to_python(skip_empty_area=False), 1):
            cells = [_text_of(cell) for cell in row]
            if any(cells):
                yield number, cells
    except (python_calamine.CalamineError, OSError, zipfile.BadZipFile) as error:
        raise SourceError(
            f"{path.name} : ce classeur ne peut pas être lu ({error}). Ouvrez-le dans un tableur "
            "et enregistrez-le de nouveau, en .xlsx, .ods ou .csv, sans mot de passe."
        ) from error


def _chosen_sheet(path: Path, book: Any, sheet: str) -> Any:  # noqa: ANN401 - untyped library
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


def _refuse_bombs(path: Path) -> None:
    """Inflate every part of the workbook, counting, before anything parses it."""
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    if not zipfile.is_zipfile(path):
        return
    total = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for part in archive.infolist():
                with archive.open(part) as content:
                    while chunk := content.read(_CHUNK):
                        total += len(chunk)
                        if total > _MAX_INFLATED:
                            raise SourceError(
                                f"{path.name} : ce classeur dépasse {_MAX_INFLATED >> 20} Mio une "
                                "fois décompressé : il n’est pas ouvert. Enregistrez-le en CSV."
                            )
    except (zipfile.BadZipFile, RuntimeError, EOFError) as error:
        raise SourceError(
            f"{path.name} : classeur abîmé, incomplet ou protégé ({error}). "
            "Téléchargez-le de nouveau."
        ) from error


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
