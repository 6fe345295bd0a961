"""XLSX: typed columns, frozen heading, filters, and a sheet « À propos »; constant memory."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter

from territorial_map.services.export.columns import COLUMNS, Cell
from territorial_map.services.export.csv_file import neutral

if TYPE_CHECKING:
    from territorial_map.services.export.tables import ExportTable

MAX_ROWS = 1_048_576  # of a sheet, its heading included (ECMA-376)
_CHUNK_BYTES = 256 * 1024
_FOLDED_WIDTHS = (10, 60)


def xlsx_chunks(table: "ExportTable", max_rows: int = MAX_ROWS) -> Iterator[bytes]:
    """The workbook: « À propos » last, the list first, going on in a second sheet past the limit.

    Rows go to disk one by one and the finished file is read back in chunks.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        options = {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False}
        with xlsxwriter.Workbook(str(path), options | {"strings_to_urls": False}) as workbook:
            _write_list(workbook, table, max_rows)
            _write_about(workbook, table)
        with path.open("rb") as handle:
            while chunk := handle.read(_CHUNK_BYTES):
                yield chunk


def _write_list(workbook: Any, table: "ExportTable", max_rows: int) -> None:  # noqa: ANN401 - untyped library
    texts = workbook.add_format({"num_format": "@"})
    wrapped = {"numbers": workbook.add_format({"num_format": "0.0####"}), "texts": texts}
    sheet, at, part = None, 0, 0
    for row in table.rows():
        if sheet is None or at >= max_rows:
            _close_sheet(sheet, at, len(row))
            part += 1
            sheet, at = _new_sheet(workbook, table, part), 1
        _write_row(sheet, at, row, wrapped)
        at += 1
    if sheet is None:
        sheet, at = _new_sheet(workbook, table, 1), 1
    _close_sheet(sheet, at, len(table.headings))


def _new_sheet(workbook: Any, table: "ExportTable", part: int) -> Any:  # noqa: ANN401 - untyped library
    sheet = workbook.add_worksheet("Organisations" if part == 1 else f"Organisations {part}")
    heading = workbook.add_format({"bold": True, "bg_color": "#E7EEF0", "bottom": 1})
    widths = [*(column.width for column in COLUMNS), *_FOLDED_WIDTHS]
    for index in range(len(table.headings)):
        sheet.set_column(index, index, widths[index])
    sheet.freeze_panes(1, 1)
    for index, title in enumerate(table.headings):
        sheet.write_string(0, index, title, heading)
    return sheet


def _close_sheet(sheet: Any, rows: int, columns: int) -> None:  # noqa: ANN401 - untyped library
    if sheet is not None:
        sheet.autofilter(0, 0, max(1, rows - 1), columns - 1)


def _write_row(sheet: Any, at: int, row: list[Cell], formats: dict[str, Any]) -> None:  # noqa: ANN401 - untyped library
    for index, cell in enumerate(row):
        if cell is None or cell == "":
            continue
        if isinstance(cell, str):
            sheet.write_string(at, index, str(neutral(cell)), formats["texts"])
        else:
            sheet.write_number(
                at, index, cell, None if isinstance(cell, int) else formats["numbers"]
            )


def _write_about(workbook: Any, table: "ExportTable") -> None:  # noqa: ANN401 - untyped library
    about = table.about
    sheet = workbook.add_worksheet("À propos")
    bold = workbook.add_format({"bold": True})
    lines: list[tuple[str, Cell]] = [
        ("Carte et annuaire de la coopération territoriale", None),
        ("Requête", about.query),
        ("Lien de la requête", about.link),
        ("Tri", about.order.label),
        ("Lignes", about.rows_per.label),
        ("Organisations de la sélection", about.total),
        ("Dont sans position", about.unlocated),
        ("Édition", about.edition.id),
        ("Construite le", about.edition.built_on),
        ("Empreinte du contenu", about.edition.content_hash),
        ("", None),
        ("Sources", "Millésime — licence — lignes lues"),
    ]
    lines += [
        (source.name, f"{source.vintage} — {source.licence} — {source.read}")
        for source in about.edition.report.sources
    ]
    lines += [
        ("", None),
        ("À savoir", "Des organisations peuvent avoir fermé depuis le millésime."),
    ]
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    for at, (name, value) in enumerate(lines):
        sheet.write_string(at, 0, name, bold)
        if isinstance(value, str):
            sheet.write_string(at, 1, str(neutral(value)))
        elif value is not None:
            sheet.write_number(at, 1, value)
