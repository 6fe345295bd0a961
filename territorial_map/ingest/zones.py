"""The communes of each zone that a portrait may be of, read when an edition is built."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
from sqlalchemy import Table

from territorial_map.domain.commune_groups import ZONES
from territorial_map.places.zonings import FOLDER, ZoningLayer
from territorial_map.queries import schema
from territorial_map.store.parquet_parts import arrow_schema

_COMMUNES = "SELECT code FROM territories WHERE level = 'commune'"


def survey_zones(
    connection: duckdb.DuckDBPyConnection, reference: Path
) -> Iterator[tuple[Table, pa.Table]]:
    """The table ``zone_communes``: communes of the edition alone; of a layer that is there."""
    known = {code for (code,) in connection.execute(_COMMUNES).fetchall()}
    rows = []
    for level in ZONES:
        path = reference / FOLDER / f"{level.value}.parquet"
        layer = ZoningLayer.read(path) if path.is_file() else None
        for zone in layer.zones if layer else ():
            told = {"kind": level.value, "code": zone.code, "name": zone.name}
            rows += [{**told, "commune": one} for one in sorted(zone.communes) if one in known]
    table = schema.zone_communes
    yield table, pa.Table.from_pylist(rows, arrow_schema(table))
