"""Threads of their own for costly answers: those of the map, the list and the sheets stay free."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from territorial_map.domain.errors import Unavailable

T = TypeVar("T")
AT_ONCE = 2
"""One is told while the next is computed; more would wait for the process that computes."""

MOST_WAITING = 200
WAIT_S = 30.0


@cache
def _threads() -> CapacityLimiter:
    """Made where the event loop runs."""
    return CapacityLimiter(AT_ONCE)


async def apart(work: Callable[[], T], wait_s: float = WAIT_S) -> T:
    """The work, done in a thread of the small pool.

    Raises:
        Unavailable: too many wait already, or its turn did not come in ``wait_s`` seconds.
    """
    threads = _threads()
    if threads.statistics().tasks_waiting >= MOST_WAITING:
        raise Unavailable("Trop de questions longues attendent déjà : réessayez plus tard.")
    with anyio.move_on_after(wait_s) as waiting:
        await threads.acquire()
    if waiting.cancelled_caught:
        raise Unavailable("Trop de questions longues sont en cours : réessayez plus tard.")
    try:
        return await to_thread.run_sync(work, limiter=CapacityLimiter(1))
    finally:
        threads.release()
