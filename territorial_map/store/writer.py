"""Writing an edition: a new file under a new name, then the ``current`` pointer; never in place."""

import csv
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pyarrow as pa
from duckdb_sqlalchemy import Dialect
from sqlalchemy import ARRAY, Double, Integer, Table
from sqlalchemy.schema import CreateTable

from territorial_map.domain.edition import Edition, EditionReport
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.coding import profile_code
from territorial_map.domain.pooling.facts import profile_of
from territorial_map.domain.territory import TerritoryShape
from territorial_map.queries import schema
from territorial_map.store.records import organisation_row

POINTER = "current"
PREVIOUS = "previous"
_BATCH = 20_000


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
    out.mkdir(parents=True, exist_ok=True)
    partial = out / f".partial-{os.getpid()}.duckdb"
    partial.unlink(missing_ok=True)
    try:
        edition = _fill(partial, organisations, shapes, Edition("", built_on, "", report))
        _write_rejections(out / f"{edition.id}.rejets.csv", report)
        partial.replace(out / f"{edition.id}.duckdb")
    finally:
        partial.unlink(missing_ok=True)
        partial.with_suffix(".duckdb.wal").unlink(missing_ok=True)
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


def _fill(
    path: Path,
    organisations: Iterable[Organisation],
    shapes: Iterable[TerritoryShape],
    draft: Edition,
) -> Edition:
    digest = hashlib.sha256(str(schema.SCHEMA_VERSION).encode())
    with duckdb.connect(str(path)) as connection:
        for table in schema.metadata.sorted_tables:
            connection.execute(str(CreateTable(table).compile(dialect=Dialect())))
        counts: Counter[str] = Counter()
        rows = _hashed(organisations, draft.built_on, digest, counts, connection)
        _insert(connection, schema.organisations, rows)
        vocabulary = ({"word": w, "organisations": n} for w, n in sorted(counts.items()))
        _insert(connection, schema.vocabulary, vocabulary)
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
    return edition


def _hashed(
    organisations: Iterable[Organisation],
    built_on: str,
    digest: "hashlib._Hash",
    counts: Counter[str],
    connection: duckdb.DuckDBPyConnection,
) -> Iterator[dict[str, Any]]:
    previous = ""
    aliases: list[dict[str, Any]] = []
    profiles: dict[str, int] = {}
    for organisation in organisations:
        if organisation.id <= previous:
            raise ValueError(f"organisations must come sorted by id: {organisation.id}")
        previous = organisation.id
        row = organisation_row(organisation, built_on)
        digest.update(row["record"].encode())
        counts.update(row["words"])
        aliases += [{"alias": s.id, "id": organisation.id} for s in organisation.sources]
        code = profile_code(profile_of(organisation))
        yield row | {"profile": profiles.setdefault(code, len(profiles))}
    _insert(connection, schema.aliases, aliases)
    stored = ({"profile": number, "code": code} for code, number in profiles.items())
    _insert(connection, schema.profiles, stored)


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


def _arrow_schema(table: Table) -> pa.Schema:
    def kind(column_type: object) -> pa.DataType:
        if isinstance(column_type, ARRAY):
            return pa.list_(pa.string())
        if isinstance(column_type, Double):
            return pa.float64()
        return pa.int64() if isinstance(column_type, Integer) else pa.string()

    return pa.schema([(column.name, kind(column.type)) for column in table.columns])


def _insert(
    connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[dict[str, Any]]
) -> None:
    """Bulk insertion by Arrow: row-wise insertion is some seventy times slower."""
    layout = _arrow_schema(table)
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        connection.register("batch", pa.Table.from_pylist(batch, schema=layout))
        connection.execute(f'INSERT INTO "{table.name}" BY NAME SELECT * FROM batch')  # noqa: S608 - a name of our own schema
        connection.unregister("batch")


def _write_rejections(path: Path, report: EditionReport) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow(["fichier", "ligne", "colonne", "valeur", "motif"])
        for r in report.rejections:
            writer.writerow([r.file, r.line, r.column, r.value, r.reason])
