"""Editions of synthetic organisations that no disk holds: for laws, which make hundreds of them."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count

import duckdb
import pyarrow as pa
from duckdb_sqlalchemy import Dialect
from sqlalchemy import Connection, QueuePool, Table, create_engine
from sqlalchemy.schema import CreateTable

from territorial_map.domain.edition import Edition, EditionReport, LayerCount
from territorial_map.domain.organisation import Organisation
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.columns.edition_columns import EditionColumns
from territorial_map.store.columns.making import made_columns
from territorial_map.store.comparison import Comparison
from territorial_map.store.editions import EditionFile
from territorial_map.store.parquet_parts import arrow_schema
from territorial_map.store.rows import by_column, stored_row
from territorial_map.store.writer import _COUNT_WORDS, _territory_rows, code_of
from tests.known import KNOWLEDGE
from tests.synthetic import LAYERS, PLACES

BUILT_ON = "2026-11-22"
_numbers = count()


class EditionInMemory(EditionFile):
    """The rows that a build would write, in a database of this process."""

    def __init__(
        self,
        organisations: Sequence[Organisation],
        built_on: str = BUILT_ON,
        layers: tuple[LayerCount, ...] = LAYERS,
        *,
        columns: bool = False,
    ) -> None:
        self.has_columns = columns
        self.engine = create_engine(
            f"duckdb:///:memory:synthetic{next(_numbers)}",
            connect_args={"config": {"threads": 1}},
            poolclass=QueuePool,
            pool_size=4,
        )
        self._kept = self.engine.connect()  # the rows last as long as a connection
        fill(driver_of(self._kept), organisations, built_on)
        self.edition = Edition(
            f"{built_on}-synthetic", built_on, "", EditionReport((), layers=layers)
        )

    def columns(self) -> EditionColumns | None:
        """Those of the rows, in memory, where they are asked for."""
        if not self.has_columns:
            return None
        with self.connect() as connection:
            return EditionColumns(made_columns(connection))

    def close(self) -> None:
        """Forget the rows."""
        self._kept.close()
        super().close()


@contextmanager
def edition_of(
    organisations: Sequence[Organisation],
    built_on: str = BUILT_ON,
    layers: tuple[LayerCount, ...] = LAYERS,
    *,
    columns: bool = False,
) -> Iterator[OpenEdition]:
    """An open edition of these organisations, sorted by id, as long as the block lasts.

    Statements answer, or with ``columns`` its columns.
    """
    file = EditionInMemory(organisations, built_on, layers, columns=columns)
    try:
        yield OpenEdition(file, KNOWLEDGE)
    finally:
        file.close()


@contextmanager
def both_of(organisations: Sequence[Organisation]) -> Iterator[tuple[OpenEdition, OpenEdition]]:
    """The same edition twice: statements answer of the first, columns of the second."""
    file = EditionInMemory(organisations)
    try:
        told = OpenEdition(file, KNOWLEDGE)
        file.has_columns = True
        yield told, OpenEdition(file, KNOWLEDGE)
    finally:
        file.close()


class ComparisonInMemory(Comparison):
    """What changed between two directories that no disk holds."""

    def __init__(self, older: Sequence[Organisation], newer: Sequence[Organisation]) -> None:
        self._rows = {"older": older, "newer": newer}
        super().__init__("older", "newer")

    def _attach(self, name: str, edition_id: str) -> None:
        self._connection.exec_driver_sql(f"ATTACH ':memory:' AS {name}")
        self._connection.commit()  # one transaction writes to one database
        connection = driver_of(self._connection)
        connection.execute(f"USE {name}")
        fill(connection, self._rows[edition_id], BUILT_ON)
        connection.execute("USE memory")
        self._connection.commit()


def driver_of(connection: Connection) -> duckdb.DuckDBPyConnection:
    """The connection of DuckDB under one of SQLAlchemy."""
    driver: duckdb.DuckDBPyConnection = connection.connection.driver_connection  # type: ignore[assignment] # duckdb-sqlalchemy wraps it
    return driver


def fill(
    connection: duckdb.DuckDBPyConnection, organisations: Sequence[Organisation], built_on: str
) -> None:
    """Put the tables of an edition, filled, into the database that a connection uses."""
    for table in schema.metadata.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=Dialect())))
    profiles: dict[str, int] = {}
    rows = [
        (stored_row(each, built_on), profiles.setdefault(code_of(each, built_on), len(profiles)))
        for each in organisations
    ]
    if rows:
        layout = arrow_schema(schema.organisations)
        columns = by_column(rows)
        arrays = [pa.array(columns[field.name], field.type) for field in layout]
        _insert(connection, schema.organisations, pa.table(arrays, schema=layout))
        _insert_rows(
            connection,
            schema.aliases,
            [{"alias": alias, "id": row.aliases[0]} for row, _ in rows for alias in row.aliases],
        )
    connection.execute(_COUNT_WORDS)
    stored = [{"profile": number, "code": code} for code, number in profiles.items()]
    _insert_rows(connection, schema.profiles, stored)
    territories = list(_territory_rows(PLACES, hashlib.sha256()))
    _insert_rows(connection, schema.territories, territories)


def _insert_rows(
    connection: duckdb.DuckDBPyConnection, table: Table, rows: list[dict[str, object]]
) -> None:
    if rows:
        _insert(connection, table, pa.Table.from_pylist(rows, schema=arrow_schema(table)))


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table) -> None:
    connection.register("batch", rows)
    connection.execute(f'INSERT INTO "{table.name}" BY NAME SELECT * FROM batch')  # noqa: S608 - names of our own
    connection.unregister("batch")
