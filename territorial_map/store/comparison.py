"""Two editions compared once: what changed between them, set aside in memory for questions."""

import threading
import weakref
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from territorial_map.domain.errors import EditionError
from territorial_map.queries.changes import NEWER, OLDER, columns_read, set_aside

_MEMORY = "1GB"  # beyond, what is set aside goes to a temporary folder
_COLUMNS = text(
    "SELECT column_name FROM duckdb_columns() "
    "WHERE database_name = :name AND table_name = 'organisations'"
)


class Comparison(ABC):
    """What changed between two editions, set aside; the editions themselves are given back."""

    def __init__(self, older: str, newer: str) -> None:
        """Compare the editions of these ids: one pass over both."""
        spill = mkdtemp(prefix="territorial-map-")
        weakref.finalize(self, rmtree, spill, ignore_errors=True)
        config = {"threads": 2, "memory_limit": _MEMORY, "temp_directory": spill}
        self._engine = create_engine(
            "duckdb:///:memory:", connect_args={"config": config}, poolclass=NullPool
        )
        self._lock = threading.Lock()
        self._connection = self._engine.connect()
        for name, edition_id in ((OLDER, older), (NEWER, newer)):
            self._attach(name, edition_id)
        self._set_aside()

    @abstractmethod
    def _attach(self, name: str, edition_id: str) -> None:
        """Make an edition readable by the connection, as a database of this name."""

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """The connection, for one question at a time."""
        with self._lock:
            yield self._connection

    def close(self) -> None:
        """Forget what was set aside."""
        self._connection.close()
        self._engine.dispose()

    def _set_aside(self) -> None:
        for table, rows in set_aside():
            query = rows.compile(self._engine, compile_kwargs={"literal_binds": True})
            self._connection.exec_driver_sql(f"CREATE TABLE {table.name} AS {query}")
        self._connection.commit()
        for name in (OLDER, NEWER):
            self._connection.exec_driver_sql(f"DETACH {name}")


class ComparedFiles(Comparison):
    """What changed between two editions of a folder."""

    def __init__(self, folder: Path, older: str, newer: str) -> None:
        """Compare the files.

        Raises:
            EditionError: an edition is missing, unreadable, or of a version that does not compare.
        """
        self._folder = folder
        super().__init__(older, newer)

    def _attach(self, name: str, edition_id: str) -> None:
        path = self._folder / f"{edition_id}.duckdb"
        if not path.is_file():
            raise EditionError(
                f"L’édition « {edition_id} » n’est pas dans le dossier « {self._folder} »."
            )
        quoted = str(path).replace("'", "''")
        try:
            self._connection.exec_driver_sql(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
        except SQLAlchemyError as error:
            raise EditionError(f"L’édition « {edition_id} » est illisible : {error}") from error
        found = self._connection.execute(_COLUMNS, {"name": name})
        missing = columns_read() - {row[0] for row in found}
        if missing:
            raise EditionError(
                f"L’édition « {edition_id} » a été écrite par une autre version et ne se compare "
                f"pas : il lui manque {', '.join(sorted(missing))}. Reconstruisez-la."
            )
