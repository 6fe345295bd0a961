"""What each territory has of what portraits count, and the classes of the maps of these counts."""

from collections import defaultdict
from collections.abc import Iterator

import duckdb
import pyarrow as pa
from sqlalchemy import ARRAY, Table

from territorial_map.domain.map_classes import MAPPED, head_tail_bounds
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries import schema
from territorial_map.store.parquet_parts import arrow_schema

# Of each value of a filter (blank: of all), how many each territory has, where it has some.
_COUNTED = """
WITH held AS (
    SELECT {level} AS code, '' AS dimension, '' AS value FROM organisations
    {values}
)
SELECT '{level}' AS level, code, dimension, value, count(*) AS organisations
FROM held WHERE code IS NOT NULL GROUP BY ALL ORDER BY ALL
"""
_OF_FILTER = "UNION ALL SELECT {level}, '{name}', {value} FROM organisations"


def survey_counts(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Table, pa.Table]]:
    """The tables ``territory_counts`` and ``map_classes`` of the edition being written."""
    classes = []
    for level in TerritoryLevel:
        rows = connection.execute(_asked(level)).to_arrow_table()
        yield schema.territory_counts, rows
        classes += list(_classes(level, rows))
    yield schema.map_classes, pa.Table.from_pylist(classes, arrow_schema(schema.map_classes))


def _classes(level: TerritoryLevel, rows: pa.Table) -> Iterator[dict[str, object]]:
    counts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    columns = (rows[name].to_pylist() for name in ("dimension", "value", "organisations"))
    for dimension, value, organisations in zip(*columns, strict=True):
        counts[dimension, value].append(organisations)
    for (dimension, value), found in sorted(counts.items()):
        for rank, upto in enumerate(head_tail_bounds(found), start=1):
            yield {
                "level": level.value,
                "dimension": dimension,
                "value": value,
                "rank": rank,
                "upto": upto,
            }


def _asked(level: TerritoryLevel) -> str:
    parts = (
        _OF_FILTER.format(level=level.value, name=name, value=_each_value(name)) for name in MAPPED
    )
    return _COUNTED.format(level=level.value, values=" ".join(parts))


def _each_value(name: str) -> str:
    many = isinstance(schema.organisations.c[name].type, ARRAY)
    return f"unnest({name})" if many else name
