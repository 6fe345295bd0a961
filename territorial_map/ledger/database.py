"""The database of the ledger: opened at an address, brought to its schema, away now and then.

What the ledger keeps must never stop what everyone reads: whoever asks gets ``Unavailable`` where
the database is locked, spoiled or away, and decides what to do without it.
"""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from territorial_map.domain.errors import BadParameter, Unavailable
from territorial_map.ledger.migrating import bring_to_schema

_LOG = logging.getLogger(__name__)
_WAIT_S = 2  # for a lock, or for a server that does not answer
_LEAVE_ALONE_S = 5.0  # how long a database that failed is not asked again by readers


class Database:
    """One address of a ledger; nothing is opened before the first question."""

    def __init__(self, address: str) -> None:
        """Read the address.

        Raises:
            BadParameter: it is no address of a database that this program can speak to.
        """
        try:
            self._engine: Engine = _engine(make_url(address))
        except (ArgumentError, SQLAlchemyError, ImportError, ValueError) as error:
            problem = f"adresse du registre des décisions inutilisable ({type(error).__name__})."
            raise BadParameter("TERRITORIAL_MAP_LEDGER", "", problem) from error
        self._lock = threading.Lock()
        self._ready = False
        self._failed_at: float | None = None

    @property
    def is_away(self) -> bool:
        """True when the last question failed."""
        return self._failed_at is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with; at once ``Unavailable`` where it just failed.

        Raises:
            Unavailable: the database is locked, spoiled or away.
        """
        failed_at = self._failed_at
        if failed_at is not None and time.monotonic() - failed_at < _LEAVE_ALONE_S:
            raise _unavailable()
        with self._guarded(), self._prepared().connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction, committed at the end of the block.

        Raises:
            Unavailable: the database is locked, spoiled or away; nothing was kept.
            IntegrityError: what was to be written is there already.
        """
        with self._guarded(), self._prepared().begin() as connection:
            yield connection

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def _prepared(self) -> Engine:
        if not self._ready:
            with self._lock:
                if not self._ready:
                    bring_to_schema(self._engine)
                    self._ready = True
        return self._engine

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            if self._failed_at is None:
                _LOG.error("the ledger is away: %s", _cause(error))
            self._failed_at = time.monotonic()
            raise _unavailable() from error
        if self._failed_at is not None:
            _LOG.warning("the ledger answers again")
            self._failed_at = None


def _unavailable() -> Unavailable:
    return Unavailable(
        "Le registre des décisions ne répond pas pour le moment : rien n’y a été changé. "
        "Réessayez dans une demi-minute.",
        30,
    )


def _cause(error: SQLAlchemyError) -> str:
    """The first line of what the driver said: without the statement and its values."""
    return str(getattr(error, "orig", None) or type(error).__name__).strip().partition("\n")[0]


def _engine(url: URL) -> Engine:
    backend = url.get_backend_name()
    options: dict[str, Any] = {}
    if backend == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
        options = {
            "pool_pre_ping": True,
            "pool_timeout": _WAIT_S,
            "connect_args": {
                "connect_timeout": _WAIT_S,
                "options": f"-c lock_timeout={_WAIT_S}s -c statement_timeout={5 * _WAIT_S}s",
            },
        }
    elif backend == "sqlite":
        options = {"connect_args": {"timeout": _WAIT_S}}
    return create_engine(url, **options)


def in_utc(at: datetime) -> datetime:
    """The time of a row: SQLite keeps no time zone, and what it tells was written in UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)
