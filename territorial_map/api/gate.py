"""What clients may ask of costly routes: points per minute, per client and in all, and at once.

Points are counted where every process that serves can see them (``point_store``); requests under
way are counted per process.
"""

import logging
import math
import threading
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, suppress
from functools import cache
from ipaddress import IPv6Address, IPv6Network
from typing import Any, ParamSpec, TypeVar

from anyio import CancelScope, CapacityLimiter, to_thread
from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.strategies import MovingWindowRateLimiter

from territorial_map.api.point_store import Rest, store_at
from territorial_map.domain.errors import TooMany
from territorial_map.store.editions import MOST_FILES

P = ParamSpec("P")
T = TypeVar("T")
_log = logging.getLogger(__name__)
POINTS = 20
"""What an export or a matched list costs; the lightest costly request is one point."""

MOST_READERS = 512
"""Files that are sent at once in a process: each is a passing file until it is read."""

_EVERYONE = "everyone"
_LINE_BITS = 64
_SHARE_OF_ALL = 20
_MINUTE_S = 60
_ASKERS = 8


@cache
def _askers() -> CapacityLimiter:
    """Threads that ask the store, made where the event loop runs; those of pages stay free."""
    return CapacityLimiter(_ASKERS)


class Gate:
    """Lets costly requests in; ``header`` is where a trusted proxy tells the client's address.

    ``per_minute`` exports a client, twenty times that in all; ``store`` is the address of the
    points. A proxy adds the address it saw at the end of the header, so the last one counts: what
    comes before could be anyone's word.
    """

    def __init__(
        self,
        per_minute: int = 60,
        at_once: int = 4,
        header: str = "",
        clock: Callable[[], float] = time.time,
        store: str = "",
    ) -> None:
        self.per_minute, self.at_once, self.header = per_minute, at_once, header
        self._clock, self._lock = clock, threading.Lock()
        self._under_way: Counter[str] = Counter()
        self._making = 0
        self._sent: deque[CancelScope] = deque()
        self._store: Any = store_at(store, clock)
        self._is_here, self._rest = not store, Rest(clock)
        self._windows = MovingWindowRateLimiter(self._store)
        self._each = RateLimitItemPerMinute(per_minute * POINTS, namespace="each")
        self._all = RateLimitItemPerMinute(per_minute * POINTS * _SHARE_OF_ALL, namespace="all")

    def client_of(self, request: Request) -> str:
        """The address of who asks."""
        return client_of(request, self.header)

    def spend(self, client: str, points: int) -> None:
        """Count what a request costs.

        Raises:
            TooMany: the client, or everyone together, has spent a minute's points.
        """
        if not self._hit(self._each, client, points):
            wait = self._wait(self._each, client)
            raise TooMany(
                f"{self.per_minute} exports ou rapprochements ont été demandés en une minute "
                "depuis votre adresse, ou autant de travail en recherches, c’est le plus "
                f"possible : réessayez dans {wait} s.",
                wait,
            )
        if not self._hit(self._all, _EVERYONE, points):
            wait = self._wait(self._all, _EVERYONE)
            raise TooMany(f"Le service est très demandé : réessayez dans {wait} s.", wait)

    def admit(self, client: str, points: int = POINTS) -> "Admission":
        """Let a request in; it has what comes back until it leaves.

        Raises:
            TooMany: the client or everyone has too many under way, or spent a minute's points.
        """
        with self._lock:
            if self._making >= MOST_FILES:
                raise TooMany("Le service est très demandé : réessayez dans 5 s.", 5)
            if self._under_way[client] >= self.at_once:
                raise TooMany(
                    f"{self.at_once} exports ou rapprochements sont déjà en cours depuis votre "
                    "adresse, c’est le plus possible à la fois : attendez la fin de l’un d’eux, ou "
                    "annulez-le.",
                    5,
                )
            self._under_way[client] += 1
            self._making += 1
        place = Admission(self, client)
        try:
            self.spend(client, points)
        except TooMany:
            place.leave()
            raise
        return place

    async def aside(self, ask: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """``spend`` or ``admit`` on an event loop: a store elsewhere may be slow or silent."""
        if self._is_here:
            return ask(*arguments, **named)
        return await to_thread.run_sync(lambda: ask(*arguments, **named), limiter=_askers())

    @asynccontextmanager
    async def passing(self, request: Request) -> AsyncIterator[None]:
        """Let a request in for as long as the block lasts.

        Raises:
            TooMany: as ``admit``.
        """
        place = await self.aside(self.admit, self.client_of(request))
        try:
            yield
        finally:
            place.leave()

    def _hit(self, item: RateLimitItemPerMinute, key: str, points: int) -> bool:
        if self._rest.is_on():
            return True
        try:
            return self._windows.hit(item, key, cost=points)
        except self._store.base_exceptions as error:
            self._rest.begin()
            _log.warning("the gate's store is away, everyone passes: %s", type(error).__name__)
            return True

    def _wait(self, item: RateLimitItemPerMinute, key: str) -> int:
        try:
            reset = self._windows.get_window_stats(item, key).reset_time
        except self._store.base_exceptions:
            return _MINUTE_S
        return min(_MINUTE_S, max(1, math.ceil(reset - self._clock())))

    def made(self, place: "Admission") -> None:
        """What costs in a request is over: another may begin, whoever asks."""
        with self._lock:
            if place.is_making:
                place.is_making = False
                self._making -= 1

    def leave(self, place: "Admission") -> None:
        """A request has ended."""
        self.made(place)
        with self._lock:
            if place.is_in:
                place.is_in = False
                self._under_way[place.client] -= 1
                if self._under_way[place.client] <= 0:
                    del self._under_way[place.client]

    @contextmanager
    def sending(self) -> Iterator[CancelScope]:
        """While a file is sent; where too many are, the one begun first is cut.

        On the event loop alone.
        """
        with CancelScope() as scope:
            self._sent.append(scope)
            if len(self._sent) > MOST_READERS:
                self._sent.popleft().cancel()
            try:
                yield scope
            finally:
                with suppress(ValueError):  # it was cut
                    self._sent.remove(scope)


class Admission:
    """A request that was let in: at work until ``made``, its client's until it leaves."""

    def __init__(self, gate: Gate, client: str) -> None:
        self.client = client
        self.is_making = self.is_in = True
        self._gate = gate

    def made(self) -> None:
        """What costs is over; what was made is read, at its reader's pace."""
        self._gate.made(self)

    def leave(self) -> None:
        """It has ended."""
        self._gate.leave(self)

    def sending(self) -> AbstractContextManager[CancelScope]:
        """While what was made is sent."""
        return self._gate.sending()


@contextmanager
def leaving_on_failure(place: Admission) -> Iterator[Admission]:
    """An answer that has the place until it has been sent; where none can be made, it is left."""
    try:
        yield place
    except BaseException:
        place.leave()
        raise


def client_of(request: Request, header: str) -> str:
    """The address of who asks, by the header of a trusted proxy where there is one.

    Of IPv6 its network: whoever has one address has the 2⁶⁴ of a line.
    """
    told = request.headers.get(header, "") if header else ""
    if told.strip():
        return _line_of(told.rpartition(",")[2].strip())
    return _line_of(request.client.host) if request.client else ""


def _line_of(address: str) -> str:
    """The line that an address is one of.

    >>> _line_of("2001:db8:1:2:3::4"), _line_of("::ffff:10.0.0.1"), _line_of("10.0.0.1")
    ('2001:db8:1:2::/64', '10.0.0.1', '10.0.0.1')
    """
    if ":" not in address:
        return address
    try:
        read = IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    if read.ipv4_mapped is not None:
        return str(read.ipv4_mapped)
    return str(IPv6Network((read, _LINE_BITS), strict=False))
