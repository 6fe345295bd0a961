"""Writing an edition: a new file under a new name, then the ``current`` pointer; never in place."""

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pyarrow as pa
from duckdb_sqlalchemy import Dialect
from sqlalchemy import Table, create_engine
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn, CreateTable
from sqlalchemy.sql.compiler import DDLCompiler

from territorial_map.domain.edition import Edition, EditionReport
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.facts import profile_of
from territorial_map.domain.pooling.profile_coding import profile_code
from territorial_map.domain.territory import TerritoryShape
from territorial_map.queries import schema
from territorial_map.store.columns.folder import columns_folder
from territorial_map.store.columns.writing import put_columns
from territorial_map.store.databases import Tell, database, part_of, watched
from territorial_map.store.parquet_parts import (
    ROW_GROUP,
    ParquetPart,
    arrow_schema,
    records_of,
    write_part,
)
from territorial_map.store.pointers import point_to
from territorial_map.store.rows import stored_row
from territorial_map.store.temporary_folders import passing_folder

_BATCH = 5_000
# DuckDB's own share while it writes: with less, it writes with one thread, in twice the time.
_MEMORY = "800MB"


# What is computed from an edition once its organisations and territories lie in its file: tables
# of the schema with their rows, in their columns.
Survey = Callable[[duckdb.DuckDBPyConnection], Iterable[tuple[Table, pa.Table]]]


def nothing_surveyed(
    connection: duckdb.DuckDBPyConnection,
) -> Iterable[tuple[Table, pa.Table]]:
    """No table beside organisations and territories: for editions that need none."""
    del connection
    return ()


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
    same content hash on any machine. Beside the file stand ``<id>.rejets.csv`` and the folder
    ``<id>.columns``. A failure leaves
    the folder as it was, the previous edition still current.

    Raises:
        ValueError: organisations are not sorted by id, or two share an id.
    """
    profiles: dict[str, int] = {}
    rows = (
        (stored_row(each, built_on), profiles.setdefault(code_of(each, built_on), len(profiles)))
        for each in organisations
    )
    with passing_folder(out) as folder:
        groups = enumerate(iter(lambda: list(islice(rows, ROW_GROUP)), []))
        parts = (write_part(folder, f"{number:06}", group) for number, group in groups)
        return write_parts(parts, profiles, shapes, report, out, built_on=built_on)


def write_parts(
    parts: Iterable[ParquetPart],
    profiles: Mapping[str, int],
    shapes: Iterable[TerritoryShape],
    report: EditionReport,
    out: Path,
    *,
    built_on: str,
    tell: Tell = unheard,
    survey: Survey = nothing_surveyed,
    serve: bool = True,
) -> Edition:
    """``write_edition``, of organisations put down in parts.

    Where they are cut changes nothing to the edition. ``profiles`` are the numbers of the codes of
    their profiles, whole when all parts have come. ``tell`` is then told the share of them, 0 to 1,
    that lies in its file. ``survey`` makes the tables that follow from organisations and
    territories; the content hash does not need them. Without ``serve`` the current edition stays
    the current one.
    """
    with passing_folder(out) as folder:
        draft = Edition("", built_on, "", report)
        edition = _fill(
            folder / _FILE, _EditionContent(parts, profiles, shapes, survey), draft, tell
        )
        _write_rejections(out / f"{edition.id}.rejets.csv", report)
        _put_columns(folder / _FILE, edition, columns_folder(out, edition.id))
        (folder / _FILE).replace(out / f"{edition.id}.duckdb")
    if serve:
        point_to(out, edition.id)
    return edition


def _put_columns(file: Path, edition: Edition, place: Path) -> None:
    """The columns beside an edition's file: they stand there before the file does."""
    engine = create_engine(
        f"duckdb:///{file}", connect_args={"read_only": True, "config": {"memory_limit": _MEMORY}}
    )
    try:
        with engine.connect() as connection:
            put_columns(connection, edition.content_hash, place)
    finally:
        engine.dispose()


def code_of(organisation: Organisation, built_on: str) -> str:
    """The code of the profile of an organisation, on the date of the edition that stores it."""
    return profile_code(profile_of(organisation, built_on))


_FILE = "edition.duckdb"


@dataclass(frozen=True, slots=True)
class _EditionContent:
    """What an edition is filled with."""

    parts: Iterable[ParquetPart]
    profiles: Mapping[str, int]
    shapes: Iterable[TerritoryShape]
    survey: Survey


def _fill(file: Path, content: _EditionContent, draft: Edition, tell: Tell) -> Edition:
    digest = hashlib.sha256(str(schema.SCHEMA_VERSION).encode())
    kept = list(_in_order(content.parts, digest))
    limits = {"memory_limit": _MEMORY, "temp_directory": str(file.with_name("spilled"))}
    with database(**limits) as connection:
        connection.execute(f"ATTACH {_quoted(file)} AS edition {_OPTIONS}")
        connection.execute("USE edition")
        for table in schema.metadata.sorted_tables:
            connection.execute(str(CreateTable(table).compile(dialect=Dialect())))
        _take(connection, kept, tell)
        stored = ({"profile": number, "code": code} for code, number in content.profiles.items())
        _insert(connection, schema.profiles, stored)
        _insert(connection, schema.territories, _territory_rows(content.shapes, digest))
        for table, rows in content.survey(connection):
            _insert_table(connection, table, rows)
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


def _in_order(parts: Iterable[ParquetPart], digest: "hashlib._Hash") -> Iterator[ParquetPart]:
    """The same parts, once they follow one another and their records are digested."""
    previous = ""
    for part in parts:
        if part.first <= previous:
            raise ValueError(f"organisations must come sorted by id: {part.first}")
        previous = part.last
        for records in records_of(part):
            digest.update(records)
        yield part


# The storage that packs with zstd: DuckDB 1.4 reads it, and whatever came after.
_OPTIONS = f"(ROW_GROUP_SIZE {ROW_GROUP}, STORAGE_VERSION 'v1.4.0')"


@compiles(CreateColumn, "duckdb")
def _column(element: CreateColumn, compiler: DDLCompiler, **options: object) -> str:
    """A column with how it is packed, where the schema says so."""
    packing = element.element.info.get("compression")
    text: str = compiler.visit_create_column(element, **options)  # type: ignore[no-untyped-call] # SQLAlchemy does not type it
    return f"{text} USING COMPRESSION {packing}" if packing else text


def _take(connection: duckdb.DuckDBPyConnection, parts: Sequence[ParquetPart], tell: Tell) -> None:
    """Take the rows and aliases of parts, then count the words of their names."""
    statements = [_COUNT_WORDS]
    if parts:
        files = {
            schema.organisations: [part.rows for part in parts],
            schema.aliases: [part.aliases for part in parts],
        }
        statements = [
            _insertion(table, f"read_parquet([{', '.join(map(_quoted, paths))}])")
            for table, paths in files.items()
        ] + statements
    for number, statement in enumerate(statements):
        with watched(connection, part_of(tell, number, len(statements))):
            connection.execute(statement)


_COUNT_WORDS = """
INSERT INTO vocabulary
SELECT word, count(*) FROM (SELECT unnest(words) AS word FROM organisations)
GROUP BY word ORDER BY word
"""


def _quoted(path: Path) -> str:
    """A path as a SQL text."""
    text = str(path).replace("'", "''")
    return f"'{text}'"


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
        _insert_table(connection, table, pa.Table.from_pylist(batch, schema=layout))


def _insert_table(connection: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table) -> None:
    connection.register("batch", rows)
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
