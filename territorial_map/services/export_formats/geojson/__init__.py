"""Points for maps on the web."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.geojson.writer import geojson_chunks

    return geojson_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.geojson.reader import read_geojson

    return read_geojson(path)


FORMAT = Format(
    code="geojson",
    name="GeoJSON",
    purpose="Pour une carte en ligne ou un développeur.",
    media_type="application/geo+json",
    write=_write,
    read=_read,
)
