"""Timing, memory and a server for the benchmarks; every figure is a ratio to a baseline."""

import os
import resource
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import psutil

START_SECONDS = 60
_LOOKS_COST = 50  # to look at a gigabyte takes some 20 ms of the machine: at most a fiftieth of it


@dataclass(frozen=True, slots=True)
class Times:
    """Median and 95th percentile, in milliseconds, over ``n`` calls."""

    p50: float
    p95: float
    n: int

    def __str__(self) -> str:
        return f"p50 {self.p50:8.1f} ms   p95 {self.p95:8.1f} ms   (n={self.n})"


def timed(call: Callable[[int], object], n: int = 40, warm: int = 3) -> Times:
    """Time ``call(i)`` for i in 0..n-1, after ``warm`` untimed calls."""
    for i in range(warm):
        call(-1 - i)
    taken = []
    for i in range(n):
        start = time.perf_counter()
        call(i)
        taken.append((time.perf_counter() - start) * 1000)
    return times_of(taken)


def times_of(taken: Sequence[float]) -> Times:
    """The times of calls that took so many milliseconds."""
    most = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
    return Times(statistics.median(taken), most, len(taken))


def ratio(baseline: Times, ours: Times) -> str:
    """How many times slower the baseline's median is."""
    return f"×{baseline.p50 / ours.p50:.1f}"


def peak_memory(
    arguments: list[str], settings: Mapping[str, str] | None = None
) -> tuple[float, float, int]:
    """Run a Python command; return seconds, peak MiB and exit code.

    ``settings`` are environment variables that it is given beside ours.

    Memory is the proportional set size of the process and its children: what they share, such as
    the code of libraries, counts once.
    """
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - a list without a shell, no input
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ) | dict(settings or {}),  # noqa: TID251 - the command's own settings
    ) as process:
        peak = 0
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            looked = time.perf_counter()
            try:
                family = [watched, *watched.children(recursive=True)]
                peak = max(peak, sum(p.memory_full_info().pss for p in family))
            except psutil.NoSuchProcess:
                break
            time.sleep(max(0.1, _LOOKS_COST * (time.perf_counter() - looked)))
        code = process.wait()
    return time.perf_counter() - start, peak / 2**20, code


def cost(label: str, arguments: list[str], rows: int) -> tuple[float, float]:
    """Run a command in a process of its own, print its cost; seconds and peak MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, mib, code = peak_memory(arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert code == 0, f"{label} failed"
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"  {label:24} {seconds:7.1f} s   CPU {cpu:7.1f} s   peak {mib:6,.0f} MiB   "
        f"{rows / seconds:9,.0f} rows/s",
        flush=True,
    )
    return seconds, mib


@contextmanager
def served(editions: Path, *, unlimited: bool = False) -> Iterator[str]:
    """The application on a free local port; yields its address.

    A process of its own, as for its users: in the client's, the two wait for each other.
    ``unlimited``: no client asks too much.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "benchmarks.served", str(editions), str(port)]
    command += ["unlimited"] if unlimited else []
    with subprocess.Popen(  # noqa: S603 - a list without a shell, no input
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if httpx2.get(f"{address}/api/v1/health").is_success:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"the application does not answer at {address}")
