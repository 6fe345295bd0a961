"""Passing DuckDB databases: nothing on the terminal, and long statements that somebody watches."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb

# Statements tell how far they are, from their first millisecond on, and DuckDB draws no bar of its
# own: it goes to the standard output, where answers go.
_SETTINGS = (
    "SET enable_progress_bar_print = false",
    "SET enable_progress_bar = true",
    "SET progress_bar_time = 1",
)
_EVERY_SECONDS = 0.2

Tell = Callable[[float], None]


def database(path: str = ":memory:", **config: str | int | bool) -> duckdb.DuckDBPyConnection:
    """A database of DuckDB's with its settings, silent on the terminal."""
    connection = duckdb.connect(path, config=dict(config))
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


def part_of(tell: Tell, number: int, count: int) -> Tell:
    """Tell the share of one of several statements, from 0, as a share of them all."""
    return lambda share: tell((number + share) / count)


@contextmanager
def watched(connection: duckdb.DuckDBPyConnection, tell: Tell) -> Iterator[None]:
    """Tell, now and then, the share in [0, 1] of the statement under way, and 1 at the end."""
    done = threading.Event()

    def look() -> None:
        while not done.wait(_EVERY_SECONDS):
            tell(max(0.0, connection.query_progress()) / 100)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
    tell(1)


@contextmanager
def faults_of_the_machine() -> Iterator[None]:
    """What DuckDB says of the machine (a full disk, a folder that refuses) as an ``OSError``.

    Raises:
        OSError: DuckDB could not read or write; its words are the message.
    """
    try:
        yield
    except (duckdb.OperationalError, duckdb.FatalException) as error:
        raise OSError(str(error)) from error
