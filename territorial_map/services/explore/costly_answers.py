"""Answers of one edition that cost: made once, a few at a time, within a time, and remembered.

An edition never changes: what was answered once is answered again for nothing. Whoever asks what
is being made waits for it rather than making it too.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any, TypeVar

from territorial_map.store.time_limit import limited_now, within

T = TypeVar("T")
TIME_S = 20.0
"""Seconds that one answer may take."""

_REMEMBERED = 256
# Work in Python holds the interpreter: two of them at once only slow each other and everyone.
_MAKING = threading.BoundedSemaphore(1)


class CostlyAnswers:
    """The memory of one edition."""

    def __init__(self, most: int = _REMEMBERED, seconds: float = TIME_S) -> None:
        self._most, self._seconds = most, seconds
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._answers)

    def answer(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer of a question, made by ``make`` where it is not remembered.

        A failure is told to whoever waited for it, and not remembered.
        """
        future, is_first = self._place(key)
        if not is_first:
            waited: T = future.result()
            return waited
        try:
            made = make()
        except BaseException as error:
            with self._lock:
                self._answers.pop(key, None)
            future.set_exception(error)
            raise
        future.set_result(made)
        return made

    def _place(self, key: Hashable) -> tuple[Future[Any], bool]:
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
                return found, False
            future: Future[Any] = Future()
            self._answers[key] = future
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
            return future, True

    def limited(self, make: Callable[[], T]) -> T:
        """What ``make`` gives, made in its turn and within the time.

        Raises:
            Unavailable: it took more.
        """
        if limited_now() is not None:  # part of a larger answer, which waits its turn already
            return make()
        with _MAKING, within(self._seconds):
            return make()
