"""Exports as tables, read back: CSV, XLSX and ODS."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.about import EDITION_HEADING, LINK_HEADING
from territorial_map.services.export.cells import Cell, plain
from territorial_map.services.export.checking.carried import (
    Carried,
    carried_from,
    keys_by_heading,
)

_ABOUT_SHEET = "À propos"


def read_csv(path: Path) -> Carried:
    """A CSV: the link and the edition stand on every row.

    Raises:
        SourceError: the file is not an export of ours, or has no line to tell its query.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.reader(handle, delimiter=";"))
    if not rows or LINK_HEADING not in rows[0] or EDITION_HEADING not in rows[0]:
        return carried_from(path, None, None, ())
    link, edition = rows[0].index(LINK_HEADING), rows[0].index(EDITION_HEADING)
    if len(rows) == 1:
        raise SourceError(f"{path.name} n’a aucune ligne : un CSV vide ne dit pas sa requête.")
    return carried_from(path, plain(rows[1][link]), rows[1][edition], _named(rows[0], rows[1:]))


def read_workbook(path: Path) -> Carried:
    """An XLSX or ODS: the link and the edition stand in the sheet « À propos ».

    Raises:
        SourceError: the file is not a workbook, or not an export of ours.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - loaded on use

    try:
        workbook = CalamineWorkbook.from_path(path)
    except (CalamineError, OSError) as error:
        raise SourceError(f"{path.name} n’est pas un classeur lisible : {error}") from error
    if _ABOUT_SHEET not in workbook.sheet_names:
        return carried_from(path, None, None, ())
    about = {str(row[0]): row[1] for row in workbook.get_sheet_by_name(_ABOUT_SHEET).to_python()}
    rows: list[Mapping[str, Cell]] = []
    for name in workbook.sheet_names:
        if name != _ABOUT_SHEET:
            heading, *lines = workbook.get_sheet_by_name(name).to_python() or [[]]
            rows += _named([str(cell) for cell in heading], [list(map(_cell, r)) for r in lines])
    return carried_from(path, about.get(LINK_HEADING), about.get(EDITION_HEADING), rows)


def _cell(value: object) -> Cell:
    return value if isinstance(value, str | float | int) else str(value)


def _named(heading: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Mapping[str, Cell]]:
    keys = keys_by_heading()
    for row in rows:
        yield {keys[name]: cell for name, cell in zip(heading, row, strict=False) if name in keys}
