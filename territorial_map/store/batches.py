"""Organisations ready to be written, in batches that several processes can make."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import pyarrow as pa
from sqlalchemy import ARRAY, Double, Integer, Table

from territorial_map.queries import schema
from territorial_map.store.rows import PROFILE, StoredRow, by_column


@dataclass(frozen=True, slots=True)
class Batch:
    """Some organisations sorted by id: their rows, without the number of their profile.

    ``profiles`` are the codes of their profiles, row after row; ``aliases`` every id they answer
    to.
    """

    rows: pa.Table
    profiles: tuple[str, ...]
    aliases: pa.Table


def batch_of(rows: Iterable[StoredRow]) -> Batch:
    """The batch of rows sorted by id.

    Raises:
        ValueError: they are not sorted by id, or two share an id.
    """
    kept = list(rows)
    columns = by_column(kept)
    for previous, following in pairwise(columns["id"]):
        if following <= previous:
            raise ValueError(f"organisations must come sorted by id: {following}")
    aliases = [(alias, row.aliases[0]) for row in kept for alias in row.aliases]
    return Batch(
        pa.table([pa.array(columns[f.name], f.type) for f in _ROWS], schema=_ROWS),
        tuple(row.profile for row in kept),
        pa.table(
            [pa.array(column, pa.string()) for column in zip(*aliases, strict=True)],
            schema=arrow_schema(schema.aliases),
        )
        if aliases
        else arrow_schema(schema.aliases).empty_table(),
    )


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow types of a table of an edition."""

    def kind(column_type: object) -> pa.DataType:
        if isinstance(column_type, ARRAY):
            return pa.list_(pa.string())
        if isinstance(column_type, Double):
            return pa.float64()
        return pa.int64() if isinstance(column_type, Integer) else pa.string()

    return pa.schema([(column.name, kind(column.type)) for column in table.columns])


_ROWS = arrow_schema(schema.organisations)
_ROWS = _ROWS.remove(_ROWS.get_field_index(PROFILE))


def with_profiles(batch: Batch, numbers: dict[str, int]) -> pa.Table:
    """The whole rows of a batch; ``numbers`` are those of the profiles met so far, and grow."""
    told = [numbers.setdefault(code, len(numbers)) for code in batch.profiles]
    rows = batch.rows.append_column(PROFILE, pa.array(told, pa.int64()))
    return rows.select(schema.organisations.columns.keys())
