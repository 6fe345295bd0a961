"""The rows of a new edition as Parquet, in parts that several processes can make.

DuckDB then takes them all in one statement: fed batch after batch, it holds more and more. A part
is a row group of the edition, so that DuckDB writes them with several threads.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import ARRAY, Boolean, Double, Integer, Table

from territorial_map.queries import schema
from territorial_map.store.rows import RECORD, NumberedRow, by_column

ROW_GROUP = 20_480
"""Rows that DuckDB holds before it packs them: of its usual 122,880 it holds a gigabyte."""

_AT_ONCE = 2_048  # rows held as Python values


@dataclass(frozen=True, slots=True)
class ParquetPart:
    """Some organisations of an edition, sorted by id, on disk: their rows, and their aliases."""

    rows: Path
    aliases: Path
    first: str
    last: str
    count: int


def write_part(folder: Path, name: str, rows: Iterable[NumberedRow]) -> ParquetPart:
    """Put rows down in a folder, each with the number of its profile; at least one.

    Raises:
        ValueError: they are not sorted by id, or two share an id.
    """
    remaining = iter(rows)
    several = [_tables(some) for some in iter(lambda: list(islice(remaining, _AT_ONCE)), [])]
    whole, aliases = (pa.concat_tables(tables) for tables in zip(*several, strict=True))
    ids = whole["id"].to_pylist()
    for previous, following in pairwise(ids):
        if following <= previous:
            raise ValueError(f"organisations must come sorted by id: {following}")
    part = ParquetPart(
        folder / f"{name}.rows.parquet",
        folder / f"{name}.aliases.parquet",
        ids[0],
        ids[-1],
        len(ids),
    )
    for table, path in ((whole, part.rows), (aliases, part.aliases)):
        pq.write_table(
            table,
            path,
            row_group_size=ROW_GROUP,
            compression="lz4",
            use_dictionary=_REPEATED,
            write_statistics=False,
        )
    return part


def _tables(rows: list[NumberedRow]) -> tuple[pa.Table, pa.Table]:
    columns = by_column(rows)
    aliases = [(alias, row.aliases[0]) for row, _ in rows for alias in row.aliases]
    return (
        pa.table([pa.array(columns[f.name], f.type) for f in _ROWS], schema=_ROWS),
        pa.table([pa.array(c, pa.string()) for c in zip(*aliases, strict=True)], schema=_ALIASES),
    )


def records_of(part: ParquetPart) -> Iterator[memoryview]:
    """The records of a part one after the other, in UTF-8: pieces of it, in order."""
    for records in pq.read_table(part.rows, columns=[RECORD])[RECORD].chunks:
        _, offsets, content = records.buffers()
        bounds = memoryview(offsets).cast("i")[records.offset : records.offset + len(records) + 1]
        yield memoryview(content)[bounds[0] : bounds[-1]]


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow types of a table of an edition."""

    def kind(column_type: object) -> pa.DataType:
        if isinstance(column_type, ARRAY):
            return pa.list_(pa.string())
        if isinstance(column_type, Double):
            return pa.float64()
        if isinstance(column_type, Boolean):
            return pa.bool_()
        return pa.int64() if isinstance(column_type, Integer) else pa.string()

    return pa.schema([(column.name, kind(column.type)) for column in table.columns])


# Columns of which every value is another one, or nearly: no dictionary is tried for them.
_DISTINCT = frozenset({"id", "alias", "name", "sort_name", "siren", "siret", "words", RECORD})
_ROWS, _ALIASES = arrow_schema(schema.organisations), arrow_schema(schema.aliases)
_REPEATED = [name for name in _ROWS.names if name not in _DISTINCT]
