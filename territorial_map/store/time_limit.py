"""A time limit for the statements of one piece of work: DuckDB is interrupted when it is over."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from territorial_map.domain.errors import Unavailable

TOO_LONG = (
    "Cette question demande plus de travail que le service ne peut en donner : précisez-la "
    "(territoire, filtre), ou réessayez plus tard."
)


class Limited:
    """Work under way: its open connections, and whether its time is over."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: set[Any] = set()
        self.is_over = False

    def begin(self, connection: Any) -> None:  # noqa: ANN401 - DuckDB's own
        """Hold a connection to what is left of the time.

        Raises:
            Unavailable: nothing is left.
        """
        self.check()
        with self._lock:
            self._open.add(connection)

    def end(self, connection: Any) -> None:  # noqa: ANN401 - the same
        """Forget a connection."""
        with self._lock:
            self._open.discard(connection)

    def stop(self) -> None:
        """The time is over: interrupt every statement under way."""
        with self._lock:
            self.is_over = True
            for connection in self._open:
                connection.interrupt()

    def check(self) -> None:
        """Stop here when the time is over.

        Raises:
            Unavailable: it is.
        """
        if self.is_over:
            raise Unavailable(TOO_LONG)


_now: ContextVar[Limited | None] = ContextVar("limited", default=None)


def limited_now() -> Limited | None:
    """The limited work that this code is part of, if any."""
    return _now.get()


@contextmanager
def within(seconds: float) -> Iterator[Limited]:
    """Interrupt the statements of the block after so many seconds.

    Raises:
        Unavailable: the time was over before the work.
    """
    work = Limited()
    timer = threading.Timer(seconds, work.stop)
    timer.daemon = True
    token = _now.set(work)
    timer.start()
    try:
        yield work
    except Exception as error:
        if work.is_over and not isinstance(error, Unavailable):
            raise Unavailable(TOO_LONG) from error
        raise
    finally:
        timer.cancel()
        _now.reset(token)
