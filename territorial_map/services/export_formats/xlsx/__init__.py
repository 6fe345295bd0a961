"""A workbook of Excel."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.xlsx.writer import xlsx_chunks

    return xlsx_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.workbook_reader import read_workbook

    return read_workbook(path)


FORMAT = Format(
    code="xlsx",
    name="Classeur XLSX",
    purpose="Pour trier et compléter dans Excel, requête et sources jointes.",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write=_write,
    read=_read,
)
