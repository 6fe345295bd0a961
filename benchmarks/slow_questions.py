"""Does a slow question hold everyone? The list alone, then beside 45 askers of partnerships.

One server, one run: the list's p95 with nobody else, then while 45 clients ask ``/partnerships`` of
départements drawn anew each time and 4 ask searches made to be slow. What counts is the ratio.
"""

import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx2

ASKERS, SEARCHERS, READS = 45, 4, 100
_PATIENCE_S = 120
_DEPARTMENTS = [f"{n:02d}" for n in range(1, 96) if n != 20]
_POOLING = ("premises_and_land", "equipment", "purchasing", "shared_jobs", "training", "mobility")
_SLOW = "q=" + "+".join("zzqx" + letter * 3 for letter in "abcdefghijklmnopqrstuvwxyzabcdef")


def run(editions: Path) -> None:
    """Print both p95 and their ratio."""
    address, server = _served(editions)
    stop = threading.Event()
    answered = [0, 0, 0]
    try:
        _read(address, 30)
        alone = _read(address, READS)
        asked = [(_ask, (address, n, stop, answered)) for n in range(ASKERS)]
        asked += [(_search, (address, n, stop, answered)) for n in range(SEARCHERS)]
        others = [threading.Thread(target=target, args=given) for target, given in asked]
        for each in others:
            each.start()
        time.sleep(3)
        beside = _read(address, READS)
        stop.set()
        for each in others:
            each.join(_PATIENCE_S)
    finally:
        server.terminate()
        server.wait(_PATIENCE_S)
    print(f"list alone:  p50 {_ms(statistics.median(alone))}  p95 {_ms(_p95(alone))}")
    print(f"list beside: p50 {_ms(statistics.median(beside))}  p95 {_ms(_p95(beside))}")
    print(f"ratio of p95: {_p95(beside) / _p95(alone):.2f}")
    print(f"others: {answered[0]} partnerships, {answered[1]} searches, {answered[2]} refused")


def _read(address: str, times: int) -> list[float]:
    """Seconds of each page of the list, for one client at a time."""
    taken = []
    with httpx2.Client(base_url=address, timeout=_PATIENCE_S) as client:
        for n in range(times):
            begun = time.perf_counter()
            client.get(f"/api/v1/organisations?limit=20&offset={n % 50 * 20}").raise_for_status()
            taken.append(time.perf_counter() - begun)
    return taken


def _ask(address: str, seed: int, stop: threading.Event, answered: list[int]) -> None:
    drawn = random.Random(seed)
    _until(
        stop,
        answered,
        0,
        address,
        lambda: (
            f"/api/v1/partnerships?department={drawn.choice(_DEPARTMENTS)}"
            f"&pooling={drawn.choice(_POOLING)}&limit={drawn.randint(20, 150)}"
        ),
    )


def _search(address: str, seed: int, stop: threading.Event, answered: list[int]) -> None:
    drawn = random.Random(seed)
    _until(
        stop,
        answered,
        1,
        address,
        lambda: drawn.choice(
            (
                f"/api/v1/organisations?{_SLOW[:200]}",
                f"/api/v1/territories?{_SLOW[:200]}",
            )
        ),
    )


def _until(
    stop: threading.Event, answered: list[int], place: int, address: str, path: Callable[[], str]
) -> None:
    with httpx2.Client(base_url=address, timeout=_PATIENCE_S) as client:
        while not stop.is_set():
            answer = client.get(path())
            answered[place if answer.status_code == 200 else 2] += 1


def _p95(taken: list[float]) -> float:
    return sorted(taken)[round(len(taken) * 0.95) - 1]


def _ms(seconds: float) -> str:
    return f"{seconds * 1_000:.0f} ms"


def _served(editions: Path) -> tuple[str, subprocess.Popen[bytes]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "benchmarks.served", str(editions), str(port), "unlimited"]
    server = subprocess.Popen(command)  # noqa: S603 - this Python, a module of ours
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        try:
            httpx2.get(f"{address}/api/v1/ready", timeout=_PATIENCE_S).raise_for_status()
        except httpx2.HTTPError:
            time.sleep(0.2)
        else:
            return address, server
    raise TimeoutError(f"the server did not start in {_PATIENCE_S} s")
