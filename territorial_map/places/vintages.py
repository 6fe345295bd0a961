"""The vintage that a layer of territories carries in the metadata of its file."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

VINTAGE = b"vintage"


def stamped(table: pa.Table, vintage: str) -> pa.Table:
    """The same table, with its vintage."""
    told = dict(table.schema.metadata or {}) | {VINTAGE: vintage.encode()}
    return table.replace_schema_metadata(told)


def vintage_told(path: Path) -> str:
    """The vintage of a layer, blank where it tells none."""
    told: dict[bytes, bytes] = pq.read_schema(path).metadata or {}
    return told.get(VINTAGE, b"").decode()
