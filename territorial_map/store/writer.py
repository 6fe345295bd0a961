"""Writing an edition: a new file under a new name, then the ``current`` pointer; never in place."""

import csv
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pyarrow as pa
import pyarrow.parquet as pq
from duckdb_sqlalchemy import Dialect
from sqlalchemy import Table
from sqlalchemy.schema import CreateTable

from territorial_map.domain.edition import Edition, EditionReport
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.territory import TerritoryShape
from territorial_map.queries import schema
from territorial_map.store.batches import Batch, arrow_schema, batch_of, with_profiles
from territorial_map.store.rows import RECORD, stored_row

POINTER = "current"
PREVIOUS = "previous"
_BATCH = 5_000
# DuckDB's own share while it writes, and rows that it holds before it packs them. With its usual
# row groups (122,880) it holds a gigabyte of records; with less than this share, or with other row
# groups in what it reads, it writes with one thread: twice the time.
_MEMORY = "800MB"
_ROW_GROUP = 20_480


def write_edition(
    organisations: Iterable[Organisation],
    shapes: Iterable[TerritoryShape],
    report: EditionReport,
    out: Path,
    *,
    built_on: str,
) -> Edition:
    """Write a new edition into the folder ``out`` and make it the current one.

    ``organisations`` come sorted by id. The same organisations, territories and report give the
    same content hash on any machine. Beside the file stands ``<id>.rejets.csv``. A failure leaves
    the folder as it was, the previous edition still current.

    Raises:
        ValueError: organisations are not sorted by id, or two share an id.
    """
    remaining = iter(organisations)
    parts = iter(lambda: list(islice(remaining, _BATCH)), [])
    batches = (batch_of(stored_row(each, built_on) for each in part) for part in parts)
    return write_batches(batches, shapes, report, out, built_on=built_on)


def write_batches(
    batches: Iterable[Batch],
    shapes: Iterable[TerritoryShape],
    report: EditionReport,
    out: Path,
    *,
    built_on: str,
) -> Edition:
    """``write_edition``, of organisations that come in batches; memory holds a few of them.

    Where they are cut changes nothing to the edition.
    """
    out.mkdir(parents=True, exist_ok=True)
    folder = out / f".partial-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        edition = _fill(folder, batches, shapes, Edition("", built_on, "", report))
        _write_rejections(out / f"{edition.id}.rejets.csv", report)
        (folder / _FILE).replace(out / f"{edition.id}.duckdb")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    point_to(out, edition.id)
    return edition


def point_to(folder: Path, edition_id: str) -> None:
    """Make an edition of the folder the current one, in one step; the one before is noted."""
    replaced = pointed_to(folder, POINTER)
    if replaced and replaced != edition_id:
        _point(folder, PREVIOUS, replaced)
    _point(folder, POINTER, edition_id)


def previous_id(folder: Path) -> str | None:
    """The id of the edition that was current before the present one, or ``None``."""
    return pointed_to(folder, PREVIOUS)


def pointed_to(folder: Path, name: str) -> str | None:
    """The edition id in a pointer of the folder, or ``None`` when there is no such pointer."""
    try:
        return (folder / name).read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def _point(folder: Path, name: str, edition_id: str) -> None:
    pointer = folder / f".{name}-{os.getpid()}"
    pointer.write_text(f"{edition_id}\n", encoding="utf-8")
    pointer.replace(folder / name)


_FILE = "edition.duckdb"


def _fill(
    folder: Path, batches: Iterable[Batch], shapes: Iterable[TerritoryShape], draft: Edition
) -> Edition:
    digest = hashlib.sha256(str(schema.SCHEMA_VERSION).encode())
    profiles = _stage(folder, batches, digest)
    limits = {"memory_limit": _MEMORY, "temp_directory": str(folder / "spilled")}
    with duckdb.connect(":memory:", config=limits) as connection:  # type: ignore[arg-type] # all text
        connection.execute(f"ATTACH '{_quoted(folder / _FILE)}' AS edition {_OPTIONS}")
        connection.execute("USE edition")
        for table in schema.metadata.sorted_tables:
            connection.execute(str(CreateTable(table).compile(dialect=Dialect())))
        for table in (schema.organisations, schema.aliases):
            _insert_from(connection, table, f"read_parquet('{_quoted(_staged(folder, table))}')")
        connection.execute(_COUNT_WORDS)
        stored = ({"profile": number, "code": code} for code, number in profiles.items())
        _insert(connection, schema.profiles, stored)
        _insert(connection, schema.territories, _territory_rows(shapes, digest))
        digest.update(orjson.dumps(asdict(draft.report)))
        content_hash = digest.hexdigest()
        edition = replace(
            draft, id=f"{draft.built_on}-{content_hash[:12]}", content_hash=content_hash
        )
        about = [
            {"key": "schema_version", "value": str(schema.SCHEMA_VERSION)},
            {"key": "edition", "value": orjson.dumps(edition).decode()},
        ]
        _insert(connection, schema.about, about)
        connection.execute("USE memory")
        connection.execute("DETACH edition")
    return edition


_OPTIONS = f"(ROW_GROUP_SIZE {_ROW_GROUP})"
_COUNT_WORDS = """
INSERT INTO vocabulary
SELECT word, count(*) FROM (SELECT unnest(words) AS word FROM organisations)
GROUP BY word ORDER BY word
"""


def _staged(folder: Path, table: Table) -> Path:
    return folder / f"{table.name}.parquet"


def _quoted(path: Path) -> str:
    """A path inside a SQL text."""
    return str(path).replace("'", "''")


def _stage(folder: Path, batches: Iterable[Batch], digest: "hashlib._Hash") -> dict[str, int]:
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
            writing = beside.submit(rows.write_table, group, row_group_size=_ROW_GROUP)
        if writing is not None:
            writing.result()
    return profiles


def _in_row_groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows, as many as a row group of the edition at a time, the last ones apart."""
    waiting: list[pa.Table] = []
    for table in tables:
        waiting.append(table)
        while sum(one.num_rows for one in waiting) >= _ROW_GROUP:
            whole = pa.concat_tables(waiting)
            yield whole.slice(0, _ROW_GROUP)
            rest = whole.slice(_ROW_GROUP)
            waiting = [rest] if rest.num_rows else []
    if waiting:
        yield pa.concat_tables(waiting)


def _bytes_of(texts: pa.StringArray) -> memoryview:
    """The texts of an array one after the other, in UTF-8, as they lie in memory."""
    _, offsets, content = texts.buffers()
    bounds = memoryview(offsets).cast("i")[texts.offset : texts.offset + len(texts) + 1]
    return memoryview(content)[bounds[0] : bounds[-1]]


def _writer(folder: Path, table: Table) -> pq.ParquetWriter:
    return pq.ParquetWriter(_staged(folder, table), arrow_schema(table), compression="lz4")


def _territory_rows(
    shapes: Iterable[TerritoryShape], digest: "hashlib._Hash"
) -> Iterator[dict[str, Any]]:
    for shape in shapes:
        territory, window = shape.territory, shape.window
        row = {
            "level": territory.level.value,
            "code": territory.code,
            "name": territory.name,
            "region_code": territory.region_code,
            "department_code": territory.department_code,
            "epci_code": territory.epci_code,
            "population": territory.population,
            "lon": territory.point.lon if territory.point else None,
            "lat": territory.point.lat if territory.point else None,
            "west": window.west if window else None,
            "south": window.south if window else None,
            "east": window.east if window else None,
            "north": window.north if window else None,
            "postcodes": list(territory.postcodes),
            "former_codes": list(territory.former_codes),
            "outline": shape.outline,
        }
        digest.update(orjson.dumps(row))
        yield row


def _insert(
    connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[dict[str, Any]]
) -> None:
    """Bulk insertion by Arrow: row-wise insertion is some seventy times slower."""
    layout = arrow_schema(table)
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        connection.register("batch", pa.Table.from_pylist(batch, schema=layout))
        _insert_from(connection, table, "batch")
        connection.unregister("batch")


def _insert_from(connection: duckdb.DuckDBPyConnection, table: Table, rows: str) -> None:
    connection.execute(f'INSERT INTO "{table.name}" BY NAME SELECT * FROM {rows}')  # noqa: S608 - names of our own


def _write_rejections(path: Path, report: EditionReport) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow(["fichier", "ligne", "colonne", "valeur", "motif"])
        for r in report.rejections:
            writer.writerow([r.file, r.line, r.column, r.value, r.reason])
