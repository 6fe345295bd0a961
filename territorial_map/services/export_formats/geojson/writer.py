"""GeoJSON (RFC 7946): one feature per line of the list, its « À propos » as a foreign member."""

from collections.abc import Iterator
from itertools import islice

import orjson

from territorial_map.services.export.table import ExportLine, ExportTable

_BATCH = 500


def geojson_chunks(table: ExportTable) -> Iterator[bytes]:
    """The collection, a few hundred features at a time; no point, no geometry, still a feature."""
    fields = [column.field for column in table.columns]
    identity = table.index_of("id") or 0
    about = orjson.dumps(table.about.as_json())
    yield b'{"type":"FeatureCollection","name":"organisations","about":' + about
    yield b',"features":['
    lines = table.lines()
    before = b"\n"
    while batch := list(islice(lines, _BATCH)):
        yield before + b",\n".join(_feature(line, fields, identity) for line in batch)
        before = b",\n"
    yield b"\n]}\n"


def _feature(line: ExportLine, fields: list[str], identity: int) -> bytes:
    point = line.point
    return orjson.dumps(
        {
            "type": "Feature",
            "id": line.cells[identity],
            "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]} if point else None,
            "properties": dict(zip(fields, line.cells, strict=True)),
        }
    )
