"""The vintage that a layer of territories carries in the metadata of its file."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

VINTAGE = b"vintage"
# What data/territories comes with, where a layer tells none of its own (its SOURCE.md).
_PACKAGED = "2026"


def stamped(table: pa.Table, vintage: str) -> pa.Table:
    """The same table, with its vintage."""
    told = dict(table.schema.metadata or {}) | {VINTAGE: vintage.encode()}
    return table.replace_schema_metadata(told)


def vintage_told(path: Path) -> str:
    """The vintage of a layer; that of the product's territories where it tells none."""
    told = pq.read_schema(path).metadata or {}
    return told.get(VINTAGE, b"").decode() or _PACKAGED
