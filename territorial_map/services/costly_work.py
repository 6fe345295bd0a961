"""Threads of their own for costly answers: those of the map, the list and the sheets stay free."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
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
SEARCHES_AT_ONCE = 1
"""Typed texts read at once in a process: more would share one interpreter with everyone's lists."""


@cache
def _threads() -> CapacityLimiter:
    """Made where the event loop runs."""
    return CapacityLimiter(AT_ONCE)


@cache
def _searches() -> CapacityLimiter:
    return CapacityLimiter(SEARCHES_AT_ONCE)


async def apart(work: Callable[[], T], wait_s: float = WAIT_S) -> T:
    """The work, done in a thread of the small pool.

    Raises:
        Unavailable: too many wait already, or its turn did not come in ``wait_s`` seconds.
    """
    async with _turn_of(_threads(), wait_s):
        return await to_thread.run_sync(work, limiter=CapacityLimiter(1))


def search_turn(wait_s: float = WAIT_S) -> AbstractAsyncContextManager[None]:
    """The turn of a search for a typed text, waited for without holding a thread.

    Raises:
        Unavailable: as for ``apart``.
    """
    return _turn_of(_searches(), wait_s)


@asynccontextmanager
async def _turn_of(places: CapacityLimiter, wait_s: float) -> AsyncIterator[None]:
    if places.statistics().tasks_waiting >= MOST_WAITING:
        raise Unavailable("Trop de questions longues attendent déjà : réessayez plus tard.")
    turn = object()  # one task may take two turns, one in the other
    with anyio.move_on_after(wait_s) as waiting:
        await places.acquire_on_behalf_of(turn)
    if waiting.cancelled_caught:
        raise Unavailable("Trop de questions longues sont en cours : réessayez plus tard.")
    try:
        yield
    finally:
        places.release_on_behalf_of(turn)
