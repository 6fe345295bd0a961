"""A layer for geographic information systems."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.gpkg.writer import geopackage_chunks

    return geopackage_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.gpkg.reader import read_geopackage

    return read_geopackage(path)


FORMAT = Format(
    code="gpkg",
    name="GeoPackage",
    purpose="Pour QGIS et les systèmes d’information géographique.",
    media_type="application/geopackage+sqlite3",
    write=_write,
    read=_read,
)
