"""Does a slow question hold everyone? The list alone, then beside 45 askers of partnerships.

One server, one run: the list's p95 with nobody else, then while 45 clients ask ``/partnerships`` of
départements drawn anew each time and 4 ask searches made to be slow. What counts is the ratio.
No address is asked twice of the list nor of the searches: what is remembered says nothing. The
others ask from a process of their own that gives way, for they stand for other machines.
"""

import asyncio
import multiprocessing
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

import httpx2

from benchmarks.measure import served

ASKERS, SEARCHERS, READS = 45, 4, 200
_PATIENCE_S = 120
_KINDNESS = 15
_DEPARTMENTS = [f"{n:02d}" for n in range(1, 96) if n != 20]
_POOLING = ("premises_and_land", "equipment", "purchasing", "shared_jobs", "training", "mobility")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def run(editions: Path) -> None:
    """Print both p95 and their ratio."""
    context = multiprocessing.get_context("spawn")
    stop, told = context.Event(), context.Queue()
    offsets = random.Random(14).sample(range(8_000), 2 * READS + 30)
    with served(editions, unlimited=True) as address:
        httpx2.get(address + _partnerships(0)(), timeout=_PATIENCE_S)  # what it needs is started
        _read(address, offsets[2 * READS :])
        alone = _read(address, offsets[:READS])
        others = context.Process(target=_everyone_else, args=(address, stop, told), daemon=True)
        others.start()
        told.get(timeout=_PATIENCE_S)
        beside = _read(address, offsets[READS : 2 * READS])
        stop.set()
        answered: Counter[str] = told.get(timeout=_PATIENCE_S)
    for name, taken in (("alone", alone), ("beside", beside)):
        print(f"list {name}:  p50 {_ms(statistics.median(taken))}  p95 {_ms(_p95(taken))}")
    print(f"ratio of p95: {_p95(beside) / _p95(alone):.2f}")
    print("others:", ", ".join(f"{n} {what}" for what, n in sorted(answered.items())))


def _read(address: str, offsets: list[int]) -> list[float]:
    """Seconds of each page of the list, for one client at a time."""
    taken = []
    with httpx2.Client(base_url=address, timeout=_PATIENCE_S) as client:
        for offset in offsets:
            begun = time.perf_counter()
            client.get(f"/api/v1/organisations?limit=20&offset={offset}").raise_for_status()
            taken.append(time.perf_counter() - begun)
    return taken


def _everyone_else(address: str, stop: Event, told: "multiprocessing.Queue[Counter[str]]") -> None:
    """Ask until it is time to stop; tells when it is under way, and what was answered."""
    os.nice(_KINDNESS)
    asyncio.run(_asking(address, stop, told))


async def _asking(address: str, stop: Event, told: "multiprocessing.Queue[Counter[str]]") -> None:
    answered: Counter[str] = Counter()
    limits = httpx2.Limits(max_connections=None)
    async with httpx2.AsyncClient(base_url=address, timeout=_PATIENCE_S, limits=limits) as client:
        asked = [("partnerships", _partnerships(n)) for n in range(ASKERS)]
        asked += [("searches", _search(n)) for n in range(SEARCHERS)]

        async def until(what: str, path: Callable[[], str]) -> None:
            while not stop.is_set():
                answer = await client.get(path())
                answered[what if answer.status_code == 200 else str(answer.status_code)] += 1

        asking = [asyncio.create_task(until(*each)) for each in asked]
        await asyncio.sleep(3)
        told.put(Counter())
        await asyncio.gather(*asking)
    told.put(answered)


def _partnerships(seed: int) -> Callable[[], str]:
    drawn = random.Random(seed)
    return lambda: (
        f"/api/v1/partnerships?department={drawn.choice(_DEPARTMENTS)}"
        f"&pooling={drawn.choice(_POOLING)}&limit={drawn.randint(20, 150)}"
    )


def _search(seed: int) -> Callable[[], str]:
    """A search for many words that nobody bears, each a little like some."""
    drawn = random.Random(seed)

    def path() -> str:
        words = "+".join("zzqx" + "".join(drawn.choices(_LETTERS, k=3)) for _ in range(25))
        return drawn.choice((f"/api/v1/organisations?q={words}", f"/api/v1/territories?q={words}"))

    return path


def _p95(taken: list[float]) -> float:
    return sorted(taken)[round(len(taken) * 0.95) - 1]


def _ms(seconds: float) -> str:
    return f"{seconds * 1_000:.0f} ms"
