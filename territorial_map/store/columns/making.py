"""Columns made from an edition: what is asked of every visitor, in arrays to be mapped."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from sqlalchemy import Connection

from territorial_map.queries import columns, lists
from territorial_map.queries.schema import Rows
from territorial_map.store.coded_columns import arrays_of, coded_columns
from territorial_map.store.columns.array_names import IDS, NAMES, PINS
from territorial_map.store.columns.combinations import combinations_of
from territorial_map.store.columns.lines import lines_of
from territorial_map.store.columns.postings import by_value, postings_of
from territorial_map.store.columns.texts import Arrays, packed

_BATCH = 20_000


def made_columns(connection: Connection) -> Arrays:
    """Every array of an edition's columns, by name; rows are numbered as the edition has them."""
    arrays: Arrays = dict(arrays_of(connection, columns.numbers()))
    for axis in ("tile_x", "tile_y"):
        arrays[axis] = np.nan_to_num(arrays[axis], nan=-1).astype(np.int32)
    for axis in ("lon", "lat"):
        arrays[axis] = arrays[axis].astype(np.float64)
    ranks = arrays_of(connection, lists.ranks())
    arrays |= {f"rank.{name}": rank.astype(np.uint32) for name, rank in ranks.items()}
    arrays |= {f"along.{name}": np.argsort(rank).astype(np.uint32) for name, rank in ranks.items()}
    arrays |= packed(NAMES, _column(connection, columns.names()))
    arrays |= packed(PINS, _column(connection, columns.pins()))
    arrays |= lines_of(_told(connection, columns.lines()))
    combined = coded_columns(connection, columns.combined())
    for group, names in columns.COMBINED.items():
        arrays |= combinations_of(group, {name: combined[name] for name in names})
    for name, told in columns.listed_apart().items():
        arrays |= postings_of(name, coded_columns(connection, {name: told})[name])
    return arrays | _ids(connection)


def _ids(connection: Connection) -> Arrays:
    found = connection.execute(columns.answering_ids()).cursor.to_arrow_reader(_BATCH).read_all()
    coded = found["alias"].combine_chunks().dictionary_encode()
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.combine_chunks()
    values = tuple(coded.dictionary.to_pylist())
    codes = coded.indices.to_numpy(zero_copy_only=False).astype(np.uint32)
    return by_value(IDS, values, codes, found["position"].to_numpy().astype(np.uint32))


def _column(connection: Connection, statement: Rows) -> pa.Array:
    """The one column of a statement, of texts."""
    table = connection.execute(statement).cursor.to_arrow_reader(_BATCH).read_all()
    return pa.concat_arrays([pa.array([], pa.string()), *table.column(0).chunks])


def _told(connection: Connection, statement: Rows) -> Iterator[str]:
    """The texts of a statement of one column, in bounded memory."""
    for batch in connection.execute(statement).cursor.to_arrow_reader(_BATCH):
        yield from batch.column(0).cast(pa.string()).to_pylist()
