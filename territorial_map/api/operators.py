"""Who may decide for everyone: the secret, asked before anything is read, and attempts slowed."""

import hmac
import logging
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import Request

from territorial_map.api.gate import client_of
from territorial_map.domain.errors import Forbidden, SecretNeeded, TooMany
from territorial_map.ledger.dismissals import Ledger
from territorial_map.store.duplicate_verdicts import VerdictFile

_LOG = logging.getLogger(__name__)
_FREE = 3  # attempts that wait for nothing: one mistypes
_LONGEST_S = 300.0
_FORGOTTEN_S = 3_600.0
_MOST_CLIENTS = 10_000


class Attempts:
    """Failures of each client: from the fourth in a row, each doubles the time to wait.

    ``header`` is where a trusted proxy tells the client's address. While a client waits, even the
    right secret is refused: a machine that guesses learns nothing meanwhile. An hour after its
    last failure a client is forgotten.
    """

    def __init__(self, header: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        self.header = header
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: dict[str, tuple[int, float]] = {}

    def expect_none_waited_for(self, client: str) -> None:
        """Refuse a client that must wait.

        Raises:
            TooMany: with the seconds to wait.
        """
        with self._lock:
            count, last = self._failed.get(client, (0, 0.0))
        wait = math.ceil(last + _wait_after(count) - self._clock())
        if count and wait > 0:
            raise TooMany(f"Trop d’essais du secret : réessayez dans {wait} s.", wait)

    def failed(self, client: str) -> int:
        """Count a failure; how many there are now, in a row."""
        now = self._clock()
        with self._lock:
            if len(self._failed) >= _MOST_CLIENTS:
                recent = ((c, f) for c, f in self._failed.items() if f[1] > now - _FORGOTTEN_S)
                self._failed = dict(
                    sorted(recent, key=lambda each: each[1][1])[-_MOST_CLIENTS // 2 :]
                )
            count, last = self._failed.get(client, (0, now))
            count = 1 if last < now - _FORGOTTEN_S else count + 1
            self._failed[client] = (count, now)
        return count

    def succeeded(self, client: str) -> None:
        """Forget the failures of a client that knows the secret."""
        with self._lock:
            self._failed.pop(client, None)


def _wait_after(count: int) -> float:
    """Seconds to wait after so many failures in a row.

    >>> [_wait_after(count) for count in (0, 3, 4, 5, 20)]
    [0.0, 0.0, 2.0, 4.0, 300.0]
    """
    return 0.0 if count <= _FREE else min(_LONGEST_S, 2.0 ** min(count - _FREE, 16))


@dataclass(frozen=True, slots=True)
class Operators:
    """Where operators' decisions are kept, and the secret that opens their mode; empty = off.

    ``verdicts`` is the file of those on duplicates; none = they cannot be reviewed here.
    """

    ledger: Ledger
    secret: str = field(default="", repr=False)
    verdicts: VerdictFile | None = None
    attempts: Attempts = field(default_factory=Attempts)

    def admit(self, request: Request) -> None:
        """Let an operator pass (``Authorization: Bearer <secret>``).

        Raises:
            SecretNeeded: none was given.
            Forbidden: operator mode is off, or the secret is not the one.
            TooMany: this client failed too often, and must wait.
        """
        if not self.secret:
            raise Forbidden("Réservé au mode opérateur (réglage TERRITORIAL_MAP_OPERATOR_SECRET).")
        told = request.headers.get("authorization", "")
        if not told:
            raise SecretNeeded("Le secret du mode opérateur est attendu (Authorization: Bearer …).")
        client = client_of(request, self.attempts.header)
        self.attempts.expect_none_waited_for(client)
        scheme, _, given = told.partition(" ")
        right = hmac.compare_digest(given.strip().encode(), self.secret.encode())
        if scheme.lower() == "bearer" and right:
            self.attempts.succeeded(client)
            return
        # Neither what was given nor who gave it: logs are read by many.
        _LOG.warning("operator_secret_refused: failure %d in a row", self.attempts.failed(client))
        raise Forbidden("Le secret du mode opérateur n’est pas celui-là.")
