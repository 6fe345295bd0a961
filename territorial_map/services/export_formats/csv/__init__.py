"""Comma-separated lines, for other programs."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.csv.writer import csv_chunks

    return csv_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.csv.reader import read_csv

    return read_csv(path)


FORMAT = Format(
    code="csv",
    name="Table CSV",
    purpose="Pour un autre logiciel ; chaque ligne dit sa requête et son édition.",
    media_type="text/csv; charset=utf-8",
    write=_write,
    read=_read,
)
