"""Who may decide for everyone: the secret, asked before anything is read, and attempts slowed."""

import hmac
import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request

from territorial_map.api.gate import client_of
from territorial_map.api.point_store import Rest, SqliteStore, store_at
from territorial_map.domain.errors import Forbidden, SecretNeeded, TooMany
from territorial_map.ledger.dismissals import Ledger
from territorial_map.store.duplicate_verdicts import VerdictFile

_LOG = logging.getLogger(__name__)
_FREE = 3  # attempts that wait for nothing: one mistypes
_LONGEST_S = 300
_FORGOTTEN_S = 3_600


class Attempts:
    """Failures of each client: from the fourth in a row, each doubles the time to wait.

    ``header`` is where a trusted proxy tells the client's address; ``store`` is the address of the
    gate's store, where every process that serves counts. While a client waits, even the right
    secret is refused: a machine that guesses learns nothing meanwhile. After an hour without a
    failure a client is forgotten. Where the store is away, a process counts for itself.
    """

    def __init__(
        self, header: str = "", clock: Callable[[], float] = time.time, store: str = ""
    ) -> None:
        self.header = header
        self._clock = clock
        self._shared: Any = store_at(store, clock)
        self._own = SqliteStore(clock=clock)
        self._rest = Rest(clock)

    def expect_none_waited_for(self, client: str) -> None:
        """Refuse a client that must wait.

        Raises:
            TooMany: with the seconds to wait.
        """
        wait = self._told(lambda store: self._wait(store, client))
        if wait > 0:
            raise TooMany(f"Trop d’essais du secret : réessayez dans {wait} s.", wait)

    def failed(self, client: str) -> int:
        """Count a failure; how many there are now, in a row."""
        count = self._told(lambda store: int(store.incr(f"failed/{client}", _FORGOTTEN_S)))
        wait = _wait_after(count)
        if wait:
            self._told(lambda store: int(store.incr(f"waits/{client}", wait)))
        return count

    def succeeded(self, client: str) -> None:
        """Forget the failures of a client that knows the secret."""

        def forget(store: Any) -> int:  # noqa: ANN401 - limits' stores share no type
            store.clear(f"failed/{client}")
            return 0

        self._told(forget)

    def _wait(self, store: Any, client: str) -> int:  # noqa: ANN401 - the same
        key = f"waits/{client}"
        if not store.get(key):
            return 0
        seconds: float = store.get_expiry(key) - self._clock()
        return max(1, math.ceil(seconds))

    def _told(self, ask: Callable[[Any], int]) -> int:
        """What the shared store tells, or that of this process where it is away."""
        if self._rest.is_on():
            return ask(self._own)
        try:
            return ask(self._shared)
        except self._shared.base_exceptions as error:
            self._rest.begin()
            _LOG.warning("the store of attempts is away: %s", type(error).__name__)
            return ask(self._own)


def _wait_after(count: int) -> int:
    """Seconds to wait after so many failures in a row.

    >>> [_wait_after(count) for count in (0, 3, 4, 5, 20)]
    [0, 0, 2, 4, 300]
    """
    return 0 if count <= _FREE else min(_LONGEST_S, 1 << min(count - _FREE, 16))


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
