"""Where what clients spend and miss is kept: memory, a file that processes share, or Redis.

``limits`` counts; it has no store of its own that several processes share without a service, so
one is given to it: a SQLite file, beside which nothing runs.
"""

import logging
import math
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import Any

from limits.storage import MovingWindowSupport, RedisStorage, Storage
from redis.backoff import NoBackoff
from redis.retry import Retry
from tenacity import retry, retry_if_exception_message, stop_after_delay, wait_random

_log = logging.getLogger(__name__)
_TABLE = """
CREATE TABLE IF NOT EXISTS spent (key TEXT NOT NULL, at REAL NOT NULL, points INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS spent_by_key ON spent (key, at);
CREATE TABLE IF NOT EXISTS counted
(key TEXT PRIMARY KEY, times INTEGER NOT NULL, until REAL NOT NULL);
"""
_FEWER_COUNTS = """
DELETE FROM counted WHERE until <= ? OR key NOT IN
(SELECT key FROM counted ORDER BY until DESC LIMIT ?)
"""
_PATIENCE_S = 2.0
_REST_S = 10.0
_SWEEP_EVERY = 500
_WINDOW_S = 60  # of points; what is counted has a time of its own
_MOST_COUNTED = 10_000
IN_MEMORY = ":memory:"


class SqliteStore(Storage, MovingWindowSupport):
    """Points spent in a moving window, and counts that expire, in a file or in memory.

    A file that cannot be written lets everyone pass, and says so in the log: a gate that fails
    must not stop the service.
    """

    def __init__(self, path: str = IN_MEMORY, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._clock, self._lock, self._since_sweep = clock, threading.Lock(), 0
        self._database = sqlite3.connect(
            path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
        )
        if path != IN_MEMORY:
            self._share()
            self._database.execute("PRAGMA synchronous = OFF")  # lost with the machine: no matter
        self._database.executescript(_TABLE)

    @retry(
        retry=retry_if_exception_message(match="database is locked"),
        wait=wait_random(0.01, 0.1),
        stop=stop_after_delay(5 * _PATIENCE_S),
        reraise=True,
    )
    def _share(self) -> None:
        """Let several processes use the file; SQLite does not wait where they all begin at once."""
        self._database.execute("PRAGMA journal_mode = WAL")

    @property
    def base_exceptions(self) -> type[Exception]:
        """What its faults are."""
        return sqlite3.Error

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Spend points where they are left; at once for every process."""
        now = self._clock()
        with self._lock:
            try:
                self._database.execute("BEGIN IMMEDIATE")
                allowed = self._spent(key, now - expiry)[1] + amount <= limit
                if allowed:
                    row = (key, now, amount)
                    self._database.execute("INSERT INTO spent VALUES (?, ?, ?)", row)
                    self._sweep(now - expiry)
                self._database.execute("COMMIT")
            except sqlite3.Error as error:
                _log.warning("the gate's store is away, everyone passes: %s", error)
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                return True
        return allowed

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:  # noqa: ARG002 - as limits asks it
        """When the first points of the window were spent, and how many were."""
        now = self._clock()
        with self._lock:
            try:
                first, points = self._spent(key, now - expiry)
            except sqlite3.Error:
                return now, 0
        return first or now, points

    def reset(self) -> int | None:
        """Forget everything."""
        with self._lock:
            self._database.execute("DELETE FROM counted")
            return self._database.execute("DELETE FROM spent").rowcount

    def clear(self, key: str) -> None:
        """Forget one key."""
        with self._lock:
            self._database.execute("DELETE FROM spent WHERE key = ?", (key,))
            self._database.execute("DELETE FROM counted WHERE key = ?", (key,))

    def check(self) -> bool:
        """Whether it can be read."""
        try:
            self.get("")
        except sqlite3.Error:
            return False
        return True

    def get(self, key: str) -> int:
        """How often a key was counted, 0 once that has expired."""
        with self._lock:
            return self._counted(key)[0]

    def get_expiry(self, key: str) -> float:
        """When the count of a key expires."""
        with self._lock:
            return self._counted(key)[1]

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count a key; it is forgotten ``expiry`` seconds after it was counted last."""
        now = self._clock()
        with self._lock, self._database:
            self._database.execute("BEGIN IMMEDIATE")
            times = self._counted(key)[0] + amount
            row = (key, times, now + expiry)
            self._database.execute("INSERT OR REPLACE INTO counted VALUES (?, ?, ?)", row)
            self._sweep(now - _WINDOW_S)
        return times

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def _spent(self, key: str, since: float) -> tuple[float | None, int]:
        question = "SELECT min(at), coalesce(sum(points), 0) FROM spent WHERE key = ? AND at > ?"
        first, points = self._database.execute(question, (key, since)).fetchone()
        return first, int(points)

    def _counted(self, key: str) -> tuple[int, float]:
        now = self._clock()
        question = "SELECT times, until FROM counted WHERE key = ? AND until > ?"
        found = self._database.execute(question, (key, now)).fetchone()
        return (int(found[0]), float(found[1])) if found else (0, now)

    def _sweep(self, before: float) -> None:
        """Now and then, drop what no window holds any more, and all but so many counts."""
        self._since_sweep += 1
        if self._since_sweep >= _SWEEP_EVERY:
            self._since_sweep = 0
            self._database.execute("DELETE FROM spent WHERE at <= ?", (before,))
            self._database.execute(_FEWER_COUNTS, (self._clock(), _MOST_COUNTED - _SWEEP_EVERY))


class Rest:
    """Whether a store that failed is left alone for a while: one that is silent takes seconds."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock, self._until = clock, -math.inf

    def begin(self) -> None:
        """It failed: nobody asks it for ten seconds."""
        self._until = self._clock() + _REST_S

    def is_on(self) -> bool:
        """Whether to do without it."""
        return self._clock() < self._until


def store_at(address: str, clock: Callable[[], float] = time.time) -> Any:  # noqa: ANN401 - limits' stores share no type
    """The store of an address: empty for memory, ``redis://…``, else the path of a file.

    The clock is that of Redis where Redis counts.
    """
    if address.startswith(("redis://", "rediss://")):
        patience: Any = {
            "socket_timeout": _PATIENCE_S,
            "socket_connect_timeout": _PATIENCE_S,
            "retry": Retry(NoBackoff(), 0),  # whoever asks goes on without it
        }
        return RedisStorage(address, **patience)
    return SqliteStore(address or IN_MEMORY, clock)
