"""Does a hostile list hold the others? ``/health`` alone, then beside each list made for harm.

One server, one run: how long ``/health`` takes with nobody else, then while each attack of the
tests is sent again and again for some seconds. What counts is the ratio of the p95, and that none
waits a second.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

from benchmarks.measure import Times, served, times_of
from tests.hostile_lists import ATTACKS

ALONE_S, BESIDE_S = 5.0, 4.0
_PAUSE_S = 0.02
_PATIENCE_S = 120


def run(editions: Path) -> None:
    """Print ``/health`` alone and beside each attack, with the answers that attackers got."""
    with served(editions, unlimited=True) as address:
        _send(address, "liste.csv", b"Nom;Ville\nRien;Valence\n")  # what it needs is loaded
        _health(address, ALONE_S / 2)
        alone, _ = _health(address, ALONE_S)
        print(f"  {'alone':32} {alone}")
        worst = 0.0
        for attack, (name, made, _) in ATTACKS.items():
            with _attacked(address, name, made()) as codes:
                beside, longest = _health(address, BESIDE_S)
            worst = max(worst, longest)
            told = ", ".join(map(str, sorted(set(codes)))) or "none yet"
            print(f"  {attack:32} {beside}   ×{beside.p95 / alone.p95:4.1f}   answered {told}")
    print(f"  the longest /health beside an attack: {worst:.0f} ms")


def _health(address: str, seconds: float) -> tuple[Times, float]:
    """``/health`` for so long, one request after another; its times, and the longest in ms."""
    taken = []
    limit = time.monotonic() + seconds
    with httpx2.Client(base_url=address, timeout=_PATIENCE_S) as client:
        while time.monotonic() < limit:
            begun = time.perf_counter()
            client.get("/api/v1/health").raise_for_status()
            taken.append((time.perf_counter() - begun) * 1_000)
            time.sleep(_PAUSE_S)
    return times_of(taken), max(taken)


@contextmanager
def _attacked(address: str, name: str, content: bytes) -> Iterator[list[int]]:
    """Send a list again and again while the block lasts; gives the codes of the answers."""
    ended = threading.Event()
    codes: list[int] = []

    def attack() -> None:
        while not ended.is_set():
            codes.append(_send(address, name, content))

    thread = threading.Thread(target=attack)
    thread.start()
    try:
        yield codes
    finally:
        ended.set()
        thread.join()


def _send(address: str, name: str, content: bytes) -> int:
    with httpx2.Client(base_url=address, timeout=_PATIENCE_S) as client:
        if name.endswith(".json"):
            sent = client.post(
                "/api/v1/match", content=content, headers={"content-type": "application/json"}
            )
        else:
            sent = client.post("/api/v1/match", files={"file": (name, content)})
    return sent.status_code
