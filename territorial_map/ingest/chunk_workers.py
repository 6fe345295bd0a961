"""Work on many chunks, here or in several processes; answers come in the order of the chunks."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from typing import Any, TypeVar

_Task = TypeVar("_Task")
_Answer = TypeVar("_Answer")
_AHEAD = 2  # chunks waiting for each process: enough to keep it busy, little to hold
_MOST = 8  # processes: each holds the territories

# Objects made before the collector looks for cycles (700 by default): rows make none, and each look
# into the old ones walks all the territories. A seventh of the time of a build.
_SELDOM = 200_000

# What a process prepared once, for every chunk that it is given.
_work: list[Callable[[Any], Any]] = []


def available_cores() -> int:
    """How many processes may work at once on this machine, ``_MOST`` at most."""
    return min(_MOST, len(os.sched_getaffinity(0)))


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for cycles seldom inside: for what makes many objects and no cycle."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def chunk_workers(
    prepare: Callable[[], Callable[[_Task], _Answer]], processes: int
) -> Iterator[Callable[[Iterable[_Task]], Iterator[_Answer]]]:
    """A function that maps chunks to answers, in their order, a few at a time.

    ``prepare`` makes what works on a chunk, once in each process; with one process it is called
    here. Processes are started afresh (never forked: this one has threads) and end with this one.
    """
    if processes <= 1:
        work = prepare()
        yield lambda tasks: map(work, tasks)
        return
    with ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=_set_up, initargs=(prepare,)
    ) as pool:
        for _ in range(processes):  # they start now, before there is work
            pool.submit(_start)
        try:
            yield lambda tasks: _in_order(pool, tasks, processes * _AHEAD)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, tasks: Iterable[_Task], ahead: int) -> Iterator[_Answer]:
    waiting: deque[Future[_Answer]] = deque()
    for task in tasks:
        waiting.append(pool.submit(_done, task))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start() -> None:
    """Nothing: a process that has done it is ready."""


def _set_up(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Leave Ctrl-C to the process that asked, and end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(_SELDOM)
    _work[:] = [prepare()]
    gc.freeze()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _done(task: Any) -> Any:  # noqa: ANN401 - whatever ``prepare`` works on
    return _work[0](task)
