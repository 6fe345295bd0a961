"""Bringing a database to the ledger's schema, from an empty one or from any earlier version."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

NEWEST = "0004"
"""The version that this program reads and writes: that of the last migration."""

SCRIPTS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = threading.Lock()  # Alembic keeps what it runs in variables of its own modules
_LOCK = 7_426_031_859  # of PostgreSQL's advisory locks: any number, always the same


def bring_to_schema(engine: Engine) -> None:
    """Run the migrations that a database lacks, in one transaction; none when it is up to date.

    Several processes may ask at once: one migrates, the others wait and find it done.

    Raises:
        SQLAlchemyError: the database cannot be read or changed.
    """
    if version_of(engine) == NEWEST:
        return
    from alembic import command  # noqa: PLC0415 - half a second, for a ledger that changes seldom
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with _ONE_AT_A_TIME, _alone(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def version_of(engine: Engine) -> str | None:
    """The version of the schema of a database; ``None`` for one that was never migrated."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        told = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if told is None else str(told)


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction, while no other process migrates."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # pysqlite opens no transaction before a change of schema; this one also takes the lock.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection
        connection.commit()
