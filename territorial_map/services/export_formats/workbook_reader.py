"""An XLSX or ODS read back."""

from collections.abc import Mapping
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.about import ABOUT_HEADING, EDITION_HEADING, LINK_HEADING
from territorial_map.services.export.cells import Cell
from territorial_map.services.export_formats.read_file import (
    NOTHING,
    NamedBy,
    ReadFile,
    in_every_language,
    of_trailed_rows,
    place_of,
)


def read_workbook(path: Path) -> ReadFile:
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
    if told is None:  # our CSV, saved as a workbook
        sheets = (workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names)
        tables = (of_trailed_rows([list(map(_cell, row)) for row in sheet]) for sheet in sheets)
        return next((table for table in tables if table is not NOTHING), NOTHING)
    facts = [row for row in workbook.get_sheet_by_name(told).to_python() if len(row) > 1]
    told_of = [str(row[0]) for row in facts]
    places = (place_of(told_of, one) for one in (LINK_HEADING, EDITION_HEADING))
    link, edition = (None if at is None else facts[at][1] for at in places)
    rows: list[Mapping[str, Cell]] = []
    for name in workbook.sheet_names:
        if name != told:
            heading, *lines = workbook.get_sheet_by_name(name).to_python() or [[]]
            names = [str(cell) for cell in heading]
            rows += [dict(zip(names, map(_cell, line), strict=False)) for line in lines]
    return ReadFile(link, edition, rows, NamedBy.HEADING)


def _cell(value: object) -> Cell:
    return value if isinstance(value, str | float | int) else str(value)
