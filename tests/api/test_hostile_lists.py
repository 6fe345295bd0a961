"""Hostile lists: the process that reads them ends, the one that answers stays small and answers."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2 as httpx
import psutil
import pytest

from tests.hostile_lists import ATTACKS
from tests.hosting.servers import server_process

MOST_GROWTH = 64 * 2**20


@dataclass(slots=True)
class Watched:
    """A server with its process; what is seen of it while something is going on."""

    address: str
    process: psutil.Process
    most: int = 0
    answers: list[float] = field(default_factory=list)

    def reading(self) -> list[psutil.Process]:
        """Processes that read lists: what answers costly questions stands beside all the time."""
        return [
            child
            for child in self.process.children()
            if not any("multiprocessing" in part for part in told_by(child))
        ]

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note the memory of the process and its answers to ``/health`` while the block lasts."""
        ended = threading.Event()
        self.most = self.process.memory_info().rss
        self.answers = []

        def look() -> None:
            with httpx.Client(timeout=30) as client:
                while not ended.is_set():
                    if client.get(f"{self.address}/api/v1/health").status_code == 200:
                        self.answers.append(time.monotonic())
                    self.most = max(self.most, self.process.memory_info().rss)
                    ended.wait(0.05)

        thread = threading.Thread(target=look)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def told_by(process: psutil.Process) -> list[str]:
    """The command line of a process; nothing once it has ended."""
    try:
        return process.cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return ["multiprocessing"]


@pytest.fixture(scope="module")
def server(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    folder = tmp_path_factory.mktemp("server")
    with server_process(small_editions, folder) as (address, process):
        watched = Watched(address, psutil.Process(process.pid))
        send(address, "liste.csv", b"Nom;Ville\nRien;Valence\n")  # everything is loaded
        yield watched


def send(address: str, name: str, content: bytes, to: str = "match") -> httpx.Response:
    with httpx.Client(timeout=120) as client:
        if name.endswith(".json"):
            headers = {"content-type": "application/json"}
            return client.post(f"{address}/api/v1/match", content=content, headers=headers)
        return client.post(f"{address}/api/v1/{to}", files={"file": (name, content)})


# Those that are slow to refuse, or no file, are sent once.
ONCE = {"eleven million cells", "600 MiB of spaces", "57,000 distinct keys", "nested JSON"}
SENT = [(attack, "match") for attack in ATTACKS] + [
    (attack, "match/read") for attack in ATTACKS if attack not in ONCE
]


@pytest.mark.parametrize(("attack", "to"), SENT)
def test_a_hostile_list_is_refused_in_one_sentence_and_the_server_goes_on(
    attack: str, to: str, server: Watched
) -> None:
    name, made, statuses = ATTACKS[attack]
    content = made()
    before = server.process.memory_info().rss

    with server.watching():
        begun = time.monotonic()
        answer = send(server.address, name, content, to)
        seconds = time.monotonic() - begun

    assert answer.status_code in statuses, answer.text
    assert 20 < len(answer.json()["detail"]) < 600
    assert server.most - before <= MOST_GROWTH
    assert len(server.answers) >= int(seconds)  # at least one a second
    assert not server.reading()


def test_the_reading_process_is_given_nothing_of_the_server_s_environment(server: Watched) -> None:
    content = ("Nom;Ville\n" + "Rien;Valence\n" * 15_000).encode()
    seen: list[dict[str, str]] = []
    answered = threading.Event()

    def look() -> None:
        while not answered.wait(0.01):
            for child in server.reading():
                try:
                    seen.append(child.environ())
                except (psutil.NoSuchProcess, psutil.AccessDenied):
                    continue

    thread = threading.Thread(target=look)
    thread.start()
    answer = send(server.address, "liste.csv", content, "match/read")
    answered.set()
    thread.join()

    assert answer.status_code == 200
    assert seen
    # The first look may fall between the fork and the program that takes its place.
    assert not any(key.startswith("TERRITORIAL_MAP") for key in seen[-1])
