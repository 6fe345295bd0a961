"""The rows of a new edition put down as Parquet as they come, before DuckDB takes them at once.

Fed batch after batch, DuckDB holds more and more. Row groups are those of the edition: DuckDB then
writes them with several threads.
"""

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import Table

from territorial_map.queries import schema
from territorial_map.store.batches import Batch, arrow_schema, with_profiles
from territorial_map.store.rows import RECORD

ROW_GROUP = 20_480
"""Rows that DuckDB holds before it packs them: of its usual 122,880 it holds a gigabyte."""


def staged(folder: Path, table: Table) -> Path:
    """The file of a table."""
    return folder / f"{table.name}.parquet"


def stage(folder: Path, batches: Iterable[Batch], digest: "hashlib._Hash") -> dict[str, int]:
    """Put rows and aliases down as they come; the numbers of their profiles.

    DuckDB then takes them in one statement: fed batch after batch, it holds more and more.
    """
    profiles: dict[str, int] = {}

    def told() -> Iterator[pa.Table]:
        previous = ""
        for batch in batches:
            if batch.rows["id"][0].as_py() <= previous:
                raise ValueError(f"organisations must come sorted by id, after {previous}")
            previous = batch.rows["id"][-1].as_py()
            for records in batch.rows[RECORD].chunks:
                digest.update(_bytes_of(records))
            aliases.write_table(batch.aliases)
            yield with_profiles(batch, profiles)

    with (
        _writer(folder, schema.organisations) as rows,
        _writer(folder, schema.aliases) as aliases,
        ThreadPoolExecutor(1) as beside,  # packing leaves Python free to make the next rows
    ):
        writing: Future[None] | None = None
        for group in _in_row_groups(told()):
            if writing is not None:
                writing.result()
            writing = beside.submit(rows.write_table, group, row_group_size=ROW_GROUP)
        if writing is not None:
            writing.result()
    return profiles


def _in_row_groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows, as many as a row group of the edition at a time, the last ones apart."""
    waiting: list[pa.Table] = []
    for table in tables:
        waiting.append(table)
        while sum(one.num_rows for one in waiting) >= ROW_GROUP:
            whole = pa.concat_tables(waiting)
            yield whole.slice(0, ROW_GROUP)
            rest = whole.slice(ROW_GROUP)
            waiting = [rest] if rest.num_rows else []
    if waiting:
        yield pa.concat_tables(waiting)


def _bytes_of(texts: pa.StringArray) -> memoryview:
    """The texts of an array one after the other, in UTF-8, as they lie in memory."""
    _, offsets, content = texts.buffers()
    bounds = memoryview(offsets).cast("i")[texts.offset : texts.offset + len(texts) + 1]
    return memoryview(content)[bounds[0] : bounds[-1]]


def _writer(folder: Path, table: Table) -> pq.ParquetWriter:
    return pq.ParquetWriter(staged(folder, table), arrow_schema(table), compression="lz4")
