"""A process of its own for costly answers of an edition: Python computes on one thread at a time.

Leads and groups are computed in Python; in a thread of the process that answers visitors they hold
its interpreter, and every list waits. The process is started at the first costly question, which
is answered here meanwhile, and ended past the time that an answer may take.
"""

import contextlib
import logging
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

from territorial_map.domain.errors import Unavailable
from territorial_map.store.time_limit import TOO_LONG

T = TypeVar("T")
KINDNESS = 10
"""What answers visitors runs before this."""

_GRACE_S = 3.0  # past the time that the process keeps itself: statements are interrupted there
_END_S = 5.0
_OPEN_S = 120.0  # on a machine that does much else, importing and opening take long
_log = logging.getLogger(__name__)


class Questioned(Protocol):
    """An edition opened in the process: it answers as the one that serves does."""

    def ask(self, function: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401 - of any question
        """The answer of a question."""
        ...


@dataclass(frozen=True, slots=True)
class Opening:
    """How a process opens an edition: a function of a module, and what it is told."""

    open: Callable[..., Questioned]
    arguments: tuple[Any, ...]


class CostlyProcess:
    """One process for the questions of one edition, one at a time."""

    def __init__(self, opening: Opening, seconds: float) -> None:
        self._opening, self._seconds = opening, seconds
        self._turn, self._starting = threading.Lock(), threading.Lock()
        self._process: BaseProcess | None = None
        self._here: Connection | None = None
        self._starter: threading.Thread | None = None
        self._closed = False
        self._was_ready = self._is_expected = False

    @property
    def pid(self) -> int | None:
        """The number of the process, ``None`` while there is none."""
        return self._process.pid if self._process is not None else None

    def expect(self) -> None:
        """Have it started aside now; whoever asks meanwhile waits for it."""
        self._is_expected = True
        self._have_begun()

    def is_ready(self) -> bool:
        """Whether to ask: it was ready once. Where there is none yet, has it started aside."""
        if not (self._was_ready or self._closed):
            self._have_begun()
            if self._is_expected:
                self.settle(_OPEN_S)
        return self._could_answer()

    def _could_answer(self) -> bool:
        return self._was_ready and not self._closed

    def _have_begun(self) -> None:
        with self._starting:
            if self._starter is None:
                self._starter = threading.Thread(target=self._begin, daemon=True)
                self._starter.start()

    def settle(self, timeout_s: float = 60.0) -> None:
        """Wait until it is ready, or will not be."""
        if self._starter is not None:
            self._starter.join(timeout_s)

    def ask(self, function: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401 - of any question
        """The answer to a question, computed there.

        Raises:
            Unavailable: it took more than its time, or the process ended meanwhile.
            UserError: what the question has that cannot be answered.
        """
        with self._turn:
            if not self._alive() and not self._closed:
                self._start()
            here = self._here
            if here is None:
                raise Unavailable(_AWAY)
            try:
                here.send((function, arguments))
                if not here.poll(self._seconds + _GRACE_S):
                    self._end()
                    raise Unavailable(TOO_LONG)
                failed, told = here.recv()
            except (OSError, EOFError) as error:
                self._end()
                raise Unavailable(_AWAY) from error
        if failed:
            raise told
        answer: T = told
        return answer

    def close(self) -> None:
        """End it, once what it computes is answered."""
        self._closed = True
        with self._turn:
            self._end()

    def _begin(self) -> None:
        with self._turn:
            if not self._closed:
                self._start()
                self._was_ready = self._here is not None
        if not self._was_ready:
            _log.error("costly answers are computed in this process: no other could be started")

    def _alive(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def _start(self) -> None:
        """Start it and wait until it has opened the edition; called in its turn."""
        self._end()
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_answer_all, args=(there, self._opening), daemon=True)
        try:
            process.start()
        except OSError:
            here.close()
            return
        finally:
            there.close()
        self._process, self._here = process, here
        try:
            is_open = here.poll(_OPEN_S) and here.recv()
        except (OSError, EOFError):
            is_open = False
        if not is_open:
            self._end()

    def _end(self) -> None:
        process, here = self._process, self._here
        self._process = self._here = None
        if here is not None:
            here.close()
        if process is not None:
            process.kill()
            process.join(_END_S)


_AWAY = "Ce calcul s’est interrompu : réessayez dans un moment."


def _answer_all(there: Connection, opening: Opening) -> None:
    """What the process does: open the edition, then answer until whoever asks is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that asks ends it
    with contextlib.suppress(OSError):
        os.nice(KINDNESS)
    edition = opening.open(*opening.arguments)
    with contextlib.suppress(EOFError, OSError):
        there.send(True)
        while True:
            function, arguments = there.recv()
            there.send_bytes(pickle.dumps(_told(edition, function, arguments), 5))


def _told(
    edition: Questioned, function: Callable[..., Any], arguments: tuple[Any, ...]
) -> tuple[bool, Any]:
    """Whether it failed, and the answer or the mistake."""
    try:
        return False, edition.ask(function, *arguments)
    except Exception as error:  # noqa: BLE001 - raised again where it was asked
        return True, error
