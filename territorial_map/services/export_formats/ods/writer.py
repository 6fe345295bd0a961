"""ODS: the same workbook in OpenDocument, heading and « À propos » by odfdo, rows poured in.

odfdo holds a whole document in memory and takes seconds per thousand rows of our width: it makes
the frame, and the rows go into its content one by one, through a file on disk.
"""

import io
import tempfile
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from odfdo import Cell as OdsCell
from odfdo import Column as OdsColumn
from odfdo import Document, Row, Style, Table

from territorial_map.services.export.about import ABOUT_HEADING
from territorial_map.services.export.cells import Cell, xml_allowed, xml_text
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.zip_stream import CHUNK_BYTES

MAX_ROWS = 1_048_576  # of a sheet in the programs that read them
_BATCH = 200
_CM_PER_CHARACTER = 0.19
_MARK = "@@lignes@@"
_HEADING_STYLE = "titre-de-colonne"


def ods_chunks(table: ExportTable, max_rows: int = MAX_ROWS) -> Iterator[bytes]:
    """The workbook; past the limit the list goes on in a second sheet."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.ods"
        _write(path, table, max_rows - 1)
        with path.open("rb") as handle:
            while chunk := handle.read(CHUNK_BYTES):
                yield chunk


def _write(path: Path, table: ExportTable, per_sheet: int) -> None:
    n_sheets = max(1, -(-table.about.rows // per_sheet))
    frame = zipfile.ZipFile(io.BytesIO(_frame(table, n_sheets)))
    rows = table.rows()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as out:
        for name in frame.namelist():
            if name != "content.xml":
                kept = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                out.writestr(name, frame.read(name), kept)
                continue
            first, *others = frame.read(name).decode().split(_marked_row())
            with out.open(name, "w", force_zip64=True) as entry:
                entry.write(first.encode())
                for part in others:
                    for xml in _rows_xml(islice(rows, per_sheet)):
                        entry.write(xml.encode())
                    entry.write(part.encode())


def _rows_xml(rows: Iterator[list[Cell]]) -> Iterator[str]:
    while batch := list(islice(rows, _BATCH)):
        yield "".join(_row_xml(row) for row in batch)


def _row_xml(row: list[Cell]) -> str:
    return f"<table:table-row>{''.join(map(_cell_xml, row))}</table:table-row>"


def _cell_xml(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str):
        shown = xml_text(cell)
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )
    return (
        f'<table:table-cell office:value-type="float" office:value="{cell!r}">'
        f"<text:p>{cell}</text:p></table:table-cell>"
    )


@lru_cache(1)
def _marked_row() -> str:
    """The row that stands for the list in the frame, as odfdo writes it."""
    xml = _row_of([_MARK]).serialize()
    return str(xml)


def _row_of(cells: list[Cell], style: str | None = None) -> Row:
    row = Row()
    for cell in cells:
        value = xml_allowed(cell) if isinstance(cell, str) else cell
        row.append_cell(OdsCell(value, style=style) if value is not None else OdsCell())
    return row


def _frame(table: ExportTable, n_sheets: int) -> bytes:
    document = Document("spreadsheet")
    document.body.clear()
    document.meta.title = table.about.title
    document.meta.description = f"{table.about.query} — {table.about.link}"
    document.insert_style(
        f'<style:style style:name="{_HEADING_STYLE}" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#e7eef0"/>'
        '<style:text-properties fo:font-weight="bold"/></style:style>',
        automatic=True,
    )
    for part in range(1, n_sheets + 1):
        name = table.sheet_name if part == 1 else f"{table.sheet_name} {part}"
        sheet = Table(name)
        _add_columns(document, sheet, [column.width for column in table.columns])
        sheet.append(_row_of(list(table.headings), _HEADING_STYLE))
        sheet.append(_row_of([_MARK]))
        document.body.append(sheet)
    about = Table(table.about.t(ABOUT_HEADING))
    _add_columns(document, about, [34, 90])
    for name, value in table.about.lines():
        about.append(_row_of([name, value]))
    document.body.append(about)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_columns(document: Document, sheet: Table, widths: list[int]) -> None:
    for width in widths:
        name = f"largeur-{width}"
        if document.get_style("table-column", name) is None:
            document.insert_style(
                Style("table-column", name=name, width=f"{width * _CM_PER_CHARACTER:.2f}cm"),
                automatic=True,
            )
        sheet.append(OdsColumn(style=name))
