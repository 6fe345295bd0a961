"""The table that a source fills, of organisations or of territories, and what it tells."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from territorial_map.domain.refresh import day_of
from territorial_map.ingest.sources import importer_for, layer_importer_for
from territorial_map.places.vintages import vintage_told
from territorial_map.refresh.plan import PlannedSource

_LAYER = ".parquet"


def table_of(source: PlannedSource) -> str:
    """The path of the table that a source fills, in its folder."""
    if source.table:
        return source.table
    layer = layer_importer_for(source.importer, ())
    return layer.about.table if layer else importer_for(source.importer, ()).about.table


def is_layer(source: PlannedSource) -> bool:
    """Whether a source tells territories, not organisations."""
    return layer_importer_for(source.importer, ()) is not None


def rows_of(table: Path) -> int | None:
    """How many rows a table has, or territories a layer; ``None`` when there is none."""
    if not table.is_file():
        return None
    if table.suffix == _LAYER:
        return int(pc.count_distinct(pq.read_table(table, columns=["code"])["code"]).as_py())
    with table.open(encoding="utf-8", newline="") as file:
        return max(0, sum(1 for _ in csv.reader(file)) - 1)


def vintage_in_place(table: Path, today: date) -> str:
    """The newest vintage that the rows of a table tell, blank where they tell none.

    Rows dated in the future are passed over: one would make every later file older than it.
    """
    if not table.is_file():
        return ""
    if table.suffix == _LAYER:
        return vintage_told(table)
    with table.open(encoding="utf-8", newline="") as file:
        told = {row.get("vintage") or "" for row in csv.DictReader(file)}
    return max((one for one in told if day_of(one) and not is_to_come(one, today)), default="")


def is_to_come(vintage: str, today: date) -> bool:
    """Whether a vintage begins later than the day after this one.

    >>> is_to_come("2027-01", date(2026, 11, 28)), is_to_come("2026", date(2026, 11, 28))
    (True, False)
    """
    begins = f"{vintage}-01-01"[:10] if len(vintage) == 4 else f"{vintage}-01"[:10]
    return begins > (today + timedelta(days=1)).isoformat()
