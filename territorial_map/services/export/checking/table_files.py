"""Exports as tables, read back: CSV, XLSX and ODS."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.about import ABOUT_HEADING, EDITION_HEADING, LINK_HEADING
from territorial_map.services.export.cells import Cell, plain
from territorial_map.services.export.checking.file_content import (
    Carried,
    carried_from,
    in_every_language,
    keys_by_heading,
)


def read_csv(path: Path) -> Carried:
    """A CSV: the link and the edition stand on every row.

    Raises:
        SourceError: the file is not an export of ours, or has no line to tell its query.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.reader(handle, delimiter=";"))
    heading = rows[0] if rows else []
    link, edition = (_place(heading, one) for one in (LINK_HEADING, EDITION_HEADING))
    if link is None or edition is None:
        return carried_from(path, None, None, ())
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
    told = next((n for n in workbook.sheet_names if n in in_every_language(ABOUT_HEADING)), None)
    if told is None:
        return carried_from(path, None, None, ())
    facts = [row for row in workbook.get_sheet_by_name(told).to_python() if len(row) > 1]
    names = [str(row[0]) for row in facts]
    places = (_place(names, one) for one in (LINK_HEADING, EDITION_HEADING))
    link, edition = (None if at is None else facts[at][1] for at in places)
    rows: list[Mapping[str, Cell]] = []
    for name in workbook.sheet_names:
        if name != told:
            heading, *lines = workbook.get_sheet_by_name(name).to_python() or [[]]
            rows += _named([str(cell) for cell in heading], [list(map(_cell, r)) for r in lines])
    return carried_from(path, link, edition, rows)


def _place(headings: Sequence[str], wanted: str) -> int | None:
    """Where a heading stands, in whichever language the file is."""
    known = in_every_language(wanted)
    return next((n for n, heading in enumerate(headings) if heading in known), None)


def _cell(value: object) -> Cell:
    return value if isinstance(value, str | float | int) else str(value)


def _named(heading: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Mapping[str, Cell]]:
    keys = keys_by_heading()
    for row in rows:
        yield {keys[name]: cell for name, cell in zip(heading, row, strict=False) if name in keys}
