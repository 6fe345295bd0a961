"""Placemarks for map applications."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.kml.writer import kml_chunks

    return kml_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.kml.reader import read_kml

    return read_kml(path)


FORMAT = Format(
    code="kml",
    name="KML",
    purpose="Pour Google Earth et les applications de carte.",
    media_type="application/vnd.google-earth.kml+xml",
    write=_write,
    read=_read,
)
