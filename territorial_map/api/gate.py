"""How many costly requests one client may make: at once, and in a minute; in this process.

Exports and matched lists are costly: they are counted together.
"""

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from fastapi import Request

from territorial_map.domain.errors import TooMany

_MINUTE_S = 60.0
_MOST_CLIENTS = 10_000


@dataclass(slots=True)
class _Seen:
    """When a client asked in the last minute, and how many of its requests are under way."""

    times: deque[float] = field(default_factory=deque)
    under_way: int = 0


class Gate:
    """Lets costly requests in, per client; ``header`` is where a trusted proxy tells the address.

    A proxy adds the address it saw at the end of the header, so the last one counts: what comes
    before could be anyone's word.
    """

    def __init__(
        self,
        per_minute: int = 60,
        at_once: int = 4,
        header: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.per_minute, self.at_once, self.header = per_minute, at_once, header
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[str, _Seen] = {}

    def client_of(self, request: Request) -> str:
        """The address of who asks."""
        told = request.headers.get(self.header, "") if self.header else ""
        if told.strip():
            return told.rpartition(",")[2].strip()
        return request.client.host if request.client else ""

    def admit(self, client: str) -> Callable[[], None]:
        """Let a request in; call what comes back once when it has ended.

        Raises:
            TooMany: the client has too many under way, or asked too many in a minute.
        """
        now = self._clock()
        with self._lock:
            self._forget(now)
            seen = self._seen.setdefault(client, _Seen())
            while seen.times and seen.times[0] <= now - _MINUTE_S:
                seen.times.popleft()
            self._check(seen, now)
            seen.times.append(now)
            seen.under_way += 1
        return lambda: self._leave(seen)

    @contextmanager
    def passing(self, request: Request) -> Iterator[None]:
        """Let a request in for as long as the block lasts.

        Raises:
            TooMany: the client has too many under way, or asked too many in a minute.
        """
        leave = self.admit(self.client_of(request))
        try:
            yield
        finally:
            leave()

    def _check(self, seen: _Seen, now: float) -> None:
        if seen.under_way >= self.at_once:
            raise TooMany(
                f"{self.at_once} exports ou rapprochements sont déjà en cours depuis votre "
                "adresse, c’est le plus possible à la fois : attendez la fin de l’un d’eux, ou "
                "annulez-le.",
                5,
            )
        if len(seen.times) >= self.per_minute:
            wait = max(1, math.ceil(seen.times[0] + _MINUTE_S - now))
            raise TooMany(
                f"{self.per_minute} exports ou rapprochements ont été demandés en une minute "
                f"depuis votre adresse, c’est le plus possible : réessayez dans {wait} s.",
                wait,
            )

    def _leave(self, seen: _Seen) -> None:
        with self._lock:
            seen.under_way -= 1

    def _forget(self, now: float) -> None:
        """Drop clients that asked nothing for a minute, once there are many."""
        if len(self._seen) < _MOST_CLIENTS:
            return
        past = now - _MINUTE_S
        self._seen = {
            client: seen
            for client, seen in self._seen.items()
            if seen.under_way or (seen.times and seen.times[-1] > past)
        }
