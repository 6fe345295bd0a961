"""A change against the tests that cover it, in a process of its own.

Two processes stand ready. One has loaded the product and its tests (``Trials``): a change of what a
function does is put into a fork of it (``planting``). The other has loaded third parties only
(``cold``): where a change cannot be put in, or served while the product loaded, a fork of it loads
the product with the change.
"""

import gc
import os
import resource
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from benchmarks.mutants.covering import Covering
from benchmarks.mutants.planting import Planter

_PATIENCE, _LEAST_SECONDS = 2.0, 10
_TESTS_AT_MOST = 60
_SECONDS_OF_TESTS = 8.0
_FIRST_TESTS = 8
_KILLED, _PASSED, _NOT_PLANTED = 1, 0, 70


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMEOUT = "timeout"
    SURVIVED = "survived"
    UNCOVERED = "uncovered"

    @property
    def dead(self) -> bool:
        """Whether the tests noticed."""
        return self in {Fate.KILLED, Fate.TIMEOUT}


@dataclass(frozen=True, slots=True)
class Change:
    """A module with another text; ``lines`` are those that change, ``path`` is the module's."""

    path: Path
    before: str
    after: str
    lines: tuple[int, int]

    @property
    def module(self) -> str:
        """The dotted name of the module."""
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class Trials:
    """A session of pytest that runs no test itself: it tries changes, each in a fork of it."""

    def __init__(
        self, covering: Covering, cold: Connection, work: Callable[["Trials"], int]
    ) -> None:
        self._covering, self._cold, self._work = covering, cold, work
        self._items: dict[str, pytest.Item] = {}
        self._planter: Planter | None = None
        self.code = 1

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of the tests: the work, with every test at hand."""
        self._items = {item.nodeid: item for item in session.items}
        self._planter = Planter()
        gc.collect()
        self.code = self._work(self)
        return True

    def fate_of(self, change: Change) -> Fate:
        """Try a change on the tests that run its lines, then on others of its module."""
        path = change.path.as_posix()
        tests = chosen_tests(self._covering.tests_of(path, change.lines), self._covering.seconds)
        tests = [test for test in tests if test in self._items]
        if not tests:
            return Fate.UNCOVERED
        seconds = sum(self._covering.seconds[test] for test in tests)
        loading = self._covering.runs_while_loading(path, change.lines)
        code = _NOT_PLANTED if loading else forked(lambda: self._warm(change, tests), seconds)
        if code == _NOT_PLANTED:
            code = self._loaded_anew(change, tests, seconds)
        if code is None:
            return Fate.TIMEOUT
        return Fate.SURVIVED if code == _PASSED else Fate.KILLED

    def passes_unchanged(self, count: int) -> bool:
        """Whether tests taken here and there pass without any change, in both ways."""
        seconds = self._covering.seconds
        tests = [test for test in self._items if seconds.get(test, 99) < 1]
        tests = tests[:: max(1, len(tests) // count)]
        nothing = Change(Path("none.py"), "", "", (0, 0))
        warm = forked(lambda: self._passed(tests), 60)
        return (warm, self._loaded_anew(nothing, tests, 60)) == (_PASSED, _PASSED)

    def _loaded_anew(self, change: Change, tests: Sequence[str], seconds: float) -> int | None:
        """First the most particular tests, alone: to collect the others costs more than they do."""
        code: int | None = _PASSED
        for part in filter(None, (tests[:_FIRST_TESTS], tests[_FIRST_TESTS:])):
            if code == _PASSED:
                self._cold.send((change, part, seconds))
                code = self._cold.recv()
        return code

    def _warm(self, change: Change, tests: Sequence[str]) -> int:
        planter = self._planter
        if planter is None or not planter.plant(change.module, change.before, change.after):
            return _NOT_PLANTED
        return self._passed(tests)

    def _passed(self, tests: Sequence[str]) -> int:
        items = [self._items[test] for test in tests]
        for item, following in zip(items, [*items[1:], None], strict=True):
            before = item.session.testsfailed
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if item.session.testsfailed > before:
                return _KILLED
        return _PASSED


def chosen_tests(tests: Sequence[str], seconds: dict[str, float]) -> list[str]:
    """The first tests whose usual time stays small together: never none where there is one."""
    chosen: list[str] = []
    total = 0.0
    for test in tests:
        total += seconds[test]
        if chosen and (total > _SECONDS_OF_TESTS or len(chosen) == _TESTS_AT_MOST):
            break
        chosen.append(test)
    return chosen


def forked(run: Callable[[], int], usual_seconds: float) -> int | None:
    """The exit code of a function in a process of its own; ``None`` when it took too much.

    What is limited is the processor's time: a busy machine makes no timeout. Who sleeps for ever,
    or was ended from outside, is tried a second time before it is told so.
    """
    for _ in range(2):
        code = _forked_once(run, int(_LEAST_SECONDS + _PATIENCE * usual_seconds))
        if code not in {-signal.SIGKILL, -signal.SIGALRM}:
            break
    return None if code in {-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM} else code


def _forked_once(run: Callable[[], int], limit: int) -> int:
    """The exit code, or the signal that ended it; ``limit`` is in seconds of the processor.

    What is loaded is left to itself: a collection in the fork would walk, and so copy, all of it.
    """
    gc.freeze()
    child = os.fork()
    if child == 0:
        code = _KILLED
        try:
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))  # at the second, SIGKILL
            signal.alarm(20 * limit)
            code = run()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
