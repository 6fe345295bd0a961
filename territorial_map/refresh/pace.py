"""The least pace of a host: one that sends a few bytes now and then is left, as one that is cut."""

import time
from collections.abc import Callable


class Pace:
    """How fast bytes come, told one span after the other.

    The read timeout is for a host that says nothing; this is for one that trickles.
    """

    def __init__(
        self, least_bytes_per_s: float, span_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._least = least_bytes_per_s
        self._span = span_s
        self._clock = clock
        self._since = clock()
        self._size = 0

    def too_slow(self, size: int) -> float | None:
        """Count bytes that came; the pace (bytes per second) of a span that was too slow."""
        self._size += size
        past = self._clock() - self._since
        if past < self._span:
            return None
        pace = self._size / past
        self._since, self._size = self._clock(), 0
        return pace if pace < self._least else None
