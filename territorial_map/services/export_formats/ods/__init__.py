"""A workbook of LibreOffice."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.ods.writer import ods_chunks

    return ods_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.workbook_reader import read_workbook

    return read_workbook(path)


FORMAT = Format(
    code="ods",
    name="Classeur ODS",
    purpose="Pour trier et compléter dans LibreOffice.",
    media_type="application/vnd.oasis.opendocument.spreadsheet",
    write=_write,
    read=_read,
)
