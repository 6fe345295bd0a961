"""Reading editions: the folder, its current one, and an open read-only file."""

import logging
import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree

from territorial_map.domain.edition import Edition
from territorial_map.domain.errors import EditionError, Unavailable
from territorial_map.queries import schema
from territorial_map.store.columns.edition_columns import EditionColumns
from territorial_map.store.columns.folder import columns_folder, open_columns
from territorial_map.store.time_limit import limited_now

_EDITION = TypeAdapter(Edition)
_LOG = logging.getLogger(__name__)
_ROWS_OF_A_THREAD = 122_880  # fewer are read sooner by one thread than shared out
_POOL_SIZE = 40  # the thread pool's size: the default of 5 makes requests queue
MOST_FILES = 64
"""Files that may be read from an edition at once: each holds a connection until it is read."""

_WAIT_S = 10


def edition_ids(folder: Path) -> tuple[str, ...]:
    """Every edition of the folder, oldest first."""
    return tuple(sorted(path.stem for path in folder.glob("*.duckdb") if path.stem[0] != "."))


class EditionFile:
    """An edition opened read-only; close it when no request uses it any more."""

    def __init__(self, folder: Path, edition_id: str) -> None:
        """Open and check an edition.

        Raises:
            EditionError: the file is missing, unreadable or of another schema version.
        """
        path = folder / f"{edition_id}.duckdb"
        self._columns = columns_folder(folder, edition_id)
        if not path.is_file():
            raise EditionError(
                f"L’édition « {edition_id} » n’est pas dans le dossier « {folder} ». "
                "Construisez-la avec « territorial-map build »."
            )
        self.engine: Engine = create_engine(
            f"duckdb:///{path}",
            connect_args={"read_only": True},
            poolclass=QueuePool,
            pool_size=_POOL_SIZE,
            max_overflow=MOST_FILES,
            pool_timeout=_WAIT_S,
        )
        event.listen(self.engine, "connect", _draw_nothing)
        self.edition = self._read_about(path)
        self._set_up(sum(source.kept for source in self.edition.report.sources))

    def _read_about(self, path: Path) -> Edition:
        try:
            with self.connect() as connection:
                about = {r.key: r.value for r in connection.execute(select(schema.about))}
        except SQLAlchemyError as error:
            raise EditionError(f"L’édition « {path.name} » est illisible : {error}") from error
        if about.get("schema_version") != str(schema.SCHEMA_VERSION):
            raise EditionError(
                f"L’édition « {path.name} » a été écrite par une autre version. "
                "Reconstruisez-la avec « territorial-map build »."
            )
        return _EDITION.validate_json(about["edition"])

    def _set_up(self, rows: int) -> None:
        """As many threads as a table's scan can share.

        On the default edition a second thread only cost (a map statement: 4.5 ms, 3.8 with one).
        """
        threads = max(1, min(os.cpu_count() or 1, math.ceil(rows / _ROWS_OF_A_THREAD)))
        with self.connect() as connection:
            connection.exec_driver_sql(f"SET threads = {threads}")

    def columns(self) -> EditionColumns | None:
        """The columns that stand beside the file; ``None`` where there are none of this edition."""
        return open_columns(self._columns, self.edition.content_hash)

    def make_columns(self) -> EditionColumns | None:
        """Make the columns of an edition that has none, beside its file, and open them.

        ``None`` where the folder cannot be written: statements answer then.
        """
        from territorial_map.store.columns.writing import put_columns  # noqa: PLC0415 - pyarrow

        try:
            with self.connect() as connection:
                put_columns(connection, self.edition.content_hash, self._columns)
        except OSError as error:
            _LOG.warning("no columns beside the edition: %s", error)
        return self.columns()

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection for one request; a pool of its own serves each edition.

        Raises:
            Unavailable: so many are in use that none came free in time.
        """
        work = limited_now()
        try:
            opened = self.engine.connect()
        except NoneFree:
            raise Unavailable("Le service est très demandé : réessayez bientôt.", _WAIT_S) from None
        with opened as connection:
            if work is None:
                yield connection
                return
            raw = connection.connection.dbapi_connection
            work.begin(raw)
            try:
                yield connection
            finally:
                work.end(raw)

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()


def _draw_nothing(connection: Any, _: object) -> None:  # noqa: ANN401 - DuckDB's own, as SQLAlchemy gives it
    """Else a slow statement draws its progress on the standard output."""
    connection.execute("SET enable_progress_bar = false")
