"""A document to print."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.pdf.writer import pdf_chunks

    return pdf_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.pdf.reader import read_pdf

    return read_pdf(path)


FORMAT = Format(
    code="pdf",
    name="Document PDF",
    purpose="Pour imprimer et cocher en réunion : carte, groupes, sources, code QR.",
    media_type="application/pdf",
    write=_write,
    read=_read,
    most_rows=2_000,
)
