"""The same document, to fill in."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.docx.writer import docx_chunks

    return docx_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.docx.reader import read_docx

    return read_docx(path)


FORMAT = Format(
    code="docx",
    name="Document DOCX",
    purpose="Le même document, à modifier dans un traitement de texte.",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write=_write,
    read=_read,
    most_rows=2_000,
)
