"""Writing an edition: a new file under a new name, then the ``current`` pointer; never in place."""

import csv
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pyarrow as pa
from duckdb_sqlalchemy import Dialect
from sqlalchemy import Table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn, CreateTable
from sqlalchemy.sql.compiler import DDLCompiler

from territorial_map.domain.edition import Edition, EditionReport
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.territory import TerritoryShape
from territorial_map.queries import schema
from territorial_map.store.batches import Batch, arrow_schema, batch_of
from territorial_map.store.databases import Tell, database, watched
from territorial_map.store.rows import stored_row
from territorial_map.store.staging import ROW_GROUP, stage, staged

POINTER = "current"
PREVIOUS = "previous"
_BATCH = 5_000
# DuckDB's own share while it writes: with less, it writes with one thread, in twice the time.
_MEMORY = "800MB"


def unheard(share: float) -> None:
    """Say nothing: for editions that nobody waits for."""
    del share


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
    tell: Tell = unheard,
) -> Edition:
    """``write_edition``, of organisations that come in batches; memory holds a few of them.

    Where they are cut changes nothing to the edition. When all have come, ``tell`` is told the
    share of them, 0 to 1, that lies in its file.
    """
    out.mkdir(parents=True, exist_ok=True)
    folder = out / f".partial-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        edition = _fill(folder, batches, shapes, Edition("", built_on, "", report), tell)
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
    folder: Path,
    batches: Iterable[Batch],
    shapes: Iterable[TerritoryShape],
    draft: Edition,
    tell: Tell,
) -> Edition:
    digest = hashlib.sha256(str(schema.SCHEMA_VERSION).encode())
    profiles = stage(folder, batches, digest)
    limits = {"memory_limit": _MEMORY, "temp_directory": str(folder / "spilled")}
    with database(**limits) as connection:
        connection.execute(f"ATTACH '{_quoted(folder / _FILE)}' AS edition {_OPTIONS}")
        connection.execute("USE edition")
        for table in schema.metadata.sorted_tables:
            connection.execute(str(CreateTable(table).compile(dialect=Dialect())))
        _take(connection, folder, tell)
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


# The storage that packs with zstd: DuckDB 1.4 reads it, and whatever came after.
_OPTIONS = f"(ROW_GROUP_SIZE {ROW_GROUP}, STORAGE_VERSION 'v1.4.0')"


@compiles(CreateColumn, "duckdb")
def _column(element: CreateColumn, compiler: DDLCompiler, **options: Any) -> str:
    """A column with how it is packed, where the schema says so."""
    packing = element.element.info.get("compression")
    text: str = compiler.visit_create_column(element, **options)  # type: ignore[no-untyped-call]
    return f"{text} USING COMPRESSION {packing}" if packing else text


def _take(connection: duckdb.DuckDBPyConnection, folder: Path, tell: Tell) -> None:
    """Take the staged tables, then count the words of their names."""
    statements = [
        _insertion(table, f"read_parquet('{_quoted(staged(folder, table))}')")
        for table in (schema.organisations, schema.aliases)
    ]
    statements.append(_COUNT_WORDS)
    for number, statement in enumerate(statements):
        with watched(connection, _part_of(tell, number, len(statements))):
            connection.execute(statement)


def _part_of(tell: Tell, number: int, count: int) -> Tell:
    """Tell the share of one of several statements as a share of them all."""
    return lambda share: tell((number + share) / count)


_COUNT_WORDS = """
INSERT INTO vocabulary
SELECT word, count(*) FROM (SELECT unnest(words) AS word FROM organisations)
GROUP BY word ORDER BY word
"""


def _quoted(path: Path) -> str:
    """A path inside a SQL text."""
    return str(path).replace("'", "''")


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
        connection.execute(_insertion(table, "batch"))
        connection.unregister("batch")


def _insertion(table: Table, rows: str) -> str:
    return f'INSERT INTO "{table.name}" BY NAME SELECT * FROM {rows}'  # noqa: S608 - names of our own


def _write_rejections(path: Path, report: EditionReport) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow(["fichier", "ligne", "colonne", "valeur", "motif"])
        for r in report.rejections:
            writer.writerow([r.file, r.line, r.column, r.value, r.reason])
