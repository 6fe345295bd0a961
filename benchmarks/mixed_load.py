"""Many people at once: ``python -m benchmarks.mixed_load [EDITIONS [OLD_CODE OLD_EDITIONS]]``.

50 and 200 users ask pages, lists, maps, sheets, searches, partnerships and files, each with a pause
of a second on average, of one worker and of two; and of an older checkout where one is given, in
the same run. Requests a second, p50, p95, errors, and memory of all processes of the server (RSS,
what they share counted in each). The users run in one process on the same machine.
"""

import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import psutil

from territorial_map.settings import settings

USERS = (50, 200)
SECONDS = 25
PAUSE_S = 1.0
_PATIENCE_S = 120
_MIB = 2**20
_DEPARTMENTS = [f"{n:02d}" for n in range(1, 96) if n != 20]
_WORDS = ("menuiserie", "espaces verts", "restauration", "numérique", "blanchisserie", "recyclerie")
_PLACES = ("romans", "figeac", "lille", "saint", "lyo", "nantes")
_ROOT = Path(__file__).parents[1]


@dataclass(slots=True)
class Told:
    """What the users of one measure saw."""

    seconds: list[float] = field(default_factory=list)
    errors: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A server to measure: its code, its editions, how many workers (``None``: it knows none)."""

    name: str
    code: Path
    editions: Path
    workers: int | None


def main() -> None:
    """Print one line for each candidate and number of users."""
    told = [Path(each).resolve() for each in sys.argv[1:]]
    run(*told) if told else run(settings().editions.resolve())


def run(editions: Path, *old: Path) -> None:
    """The measures of these editions, and of an older code with its own where it is told."""
    candidates = [Candidate("now, 1 worker", _ROOT, editions, 1)]
    candidates += [Candidate("now, 2 workers", _ROOT, editions, 2)]
    if old:
        candidates.insert(0, Candidate("before, 1 worker", old[0], old[1], None))
    print("| server | users | req/s | p50 | p95 | errors | memory |\n|---|---|---|---|---|---|---|")
    for candidate in candidates:
        for users in USERS:
            print(_measured(candidate, users), flush=True)


def _measured(candidate: Candidate, users: int) -> str:
    with _served(candidate) as (address, process):
        told = Told()
        begun = time.perf_counter()
        memory = asyncio.run(_asked(address, users, told, process))
        lasted = time.perf_counter() - begun
    taken = sorted(told.seconds)
    p50, p95 = (taken[min(len(taken) - 1, round(len(taken) * share))] for share in (0.5, 0.95))
    errors = ", ".join(f"{n} × {kind}" for kind, n in sorted(told.errors.items())) or "0"
    return (
        f"| {candidate.name} | {users} | {len(taken) / lasted:.1f} | {p50 * 1_000:.0f} ms "
        f"| {p95 * 1_000:.0f} ms | {errors} | {memory / _MIB:.0f} MiB |"
    )


async def _asked(address: str, users: int, told: Told, process: psutil.Process) -> int:
    """The most memory seen while the users ask."""
    until = time.perf_counter() + SECONDS
    limits = httpx2.Limits(max_connections=users, max_keepalive_connections=users)
    async with httpx2.AsyncClient(base_url=address, timeout=_PATIENCE_S, limits=limits) as client:
        items = (await client.get("/api/v1/organisations?limit=100")).json()["items"]
        ids = [item["id"] for item in items]
        asking = [
            asyncio.create_task(_user(client, number, ids, until, told)) for number in range(users)
        ]
        most = 0
        while not all(task.done() for task in asking):
            most = max(most, _memory(process))
            await asyncio.sleep(0.5)
        await asyncio.gather(*asking)
    return most


async def _user(
    client: httpx2.AsyncClient, number: int, ids: list[str], until: float, told: Told
) -> None:
    drawn = random.Random(number)
    headers = {"X-Client": f"10.1.{number // 250}.{number % 250}"}
    await asyncio.sleep(drawn.random() * PAUSE_S)
    while time.perf_counter() < until:
        begun = time.perf_counter()
        try:
            answer = await client.get(_path(drawn, ids), headers=headers)
            kind = "" if answer.status_code == 200 else str(answer.status_code)
        except httpx2.HTTPError as error:
            kind = type(error).__name__
        told.seconds.append(time.perf_counter() - begun)
        if kind:
            told.errors[kind] = told.errors.get(kind, 0) + 1
        await asyncio.sleep(drawn.expovariate(1 / PAUSE_S))


def _path(drawn: random.Random, ids: list[str]) -> str:
    """What a user asks next; weights follow what a visit is made of."""
    department = drawn.choice(_DEPARTMENTS)
    asked = {
        f"/api/v1/organisations?department={department}&limit=20": 28,
        f"/api/v1/organisations?q={drawn.choice(_WORDS)}&limit=20": 10,
        f"/api/v1/facets?department={department}": 14,
        f"/api/v1/map?department={department}&zoom=9": 14,
        f"/api/v1/organisations/{drawn.choice(ids)}": 12,
        f"/?department={department}": 8,
        f"/api/v1/territories?q={drawn.choice(_PLACES)}": 8,
        f"/api/v1/partnerships?department={department}&limit=20": 3,
        f"/api/v1/export.csv?department={department}": 3,
    }
    return drawn.choices(list(asked), list(asked.values()))[0]


def _memory(process: psutil.Process) -> int:
    total = 0
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


@contextmanager
def _served(candidate: Candidate) -> Iterator[tuple[str, psutil.Process]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "territorial_map.cli", "serve", "--port", str(port)]
        if candidate.workers is not None:
            command += ["--workers", str(candidate.workers)]
        with subprocess.Popen(  # noqa: S603 - this Python, a module of ours
            command,
            cwd=folder,
            env=_environment(candidate, Path(folder)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as server:
            address = f"http://127.0.0.1:{port}"
            try:
                _wait_for(address, server)
                yield address, psutil.Process(server.pid)
            finally:
                server.terminate()


def _environment(candidate: Candidate, folder: Path) -> dict[str, Any]:
    return dict(os.environ) | {  # noqa: TID251 - a process of its own needs its settings
        "PYTHONPATH": str(candidate.code),
        "TERRITORIAL_MAP_EDITIONS": str(candidate.editions),
        "TERRITORIAL_MAP_LEDGER": f"sqlite:///{folder / 'ledger.sqlite'}",
        "TERRITORIAL_MAP_CLIENT_HEADER": "X-Client",
    }


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    limit = time.monotonic() + _PATIENCE_S
    while time.monotonic() < limit and server.poll() is None:
        try:
            httpx2.get(f"{address}/api/v1/health", timeout=_PATIENCE_S).raise_for_status()
        except httpx2.HTTPError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"no answer in {_PATIENCE_S} s")


if __name__ == "__main__":
    main()
