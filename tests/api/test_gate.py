"""What clients may ask: points counted together wherever they are asked, bodies bounded."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.costs import cost_of, most_bytes
from territorial_map.api.gate import MOST_READERS, POINTS, Gate, leaving_on_failure
from territorial_map.api.operators import Operators
from territorial_map.domain.errors import TooMany
from territorial_map.store.editions import MOST_FILES
from tests.redis_server import redis_server
from tests.sites import site_of

DEADLINE_S = 60.0


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


SPENDING = """
import sys
from territorial_map.api.gate import Gate
from territorial_map.domain.errors import TooMany
gate, passed = Gate(per_minute=3, store=sys.argv[1]), 0
for _ in range(10):
    try:
        gate.spend("1.2.3.4", 20)
        passed += 1
    except TooMany:
        pass
print(passed)
"""


def spent_by_two_processes(store: str) -> list[int]:
    """How many exports of ten pass in each of two processes that run side by side."""
    command = [sys.executable, "-c", SPENDING, store]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]  # noqa: S603 - this Python, a script of ours
    return [int(process.communicate()[0]) for process in running]


def test_two_processes_on_one_machine_count_together(tmp_path: Path) -> None:
    passed = spent_by_two_processes(str(tmp_path / "gate.sqlite"))

    assert sum(passed) == 3


def test_processes_of_several_machines_count_together_in_redis() -> None:
    with redis_server() as (address, _):
        passed = spent_by_two_processes(address)

    assert sum(passed) == 3


def test_processes_that_share_nothing_count_apart() -> None:
    assert spent_by_two_processes("") == [3, 3]


def test_a_redis_that_goes_away_lets_everyone_pass(caplog: pytest.LogCaptureFixture) -> None:
    with redis_server() as (address, process):
        gate = Gate(per_minute=1, store=address)
        gate.spend("1.2.3.4", POINTS)
        with pytest.raises(TooMany):
            gate.spend("1.2.3.4", POINTS)
        process.terminate()
        process.wait()

        gate.spend("1.2.3.4", POINTS)

    assert "everyone passes" in caplog.text


@pytest.fixture
def frozen_redis() -> Iterator[str]:
    """A Redis that takes connections and answers nothing any more."""
    with redis_server() as (address, process):
        process.send_signal(signal.SIGSTOP)
        yield address
        process.send_signal(signal.SIGCONT)


def test_a_silent_redis_is_asked_once_then_left_alone(
    frozen_redis: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000.0]
    gate = Gate(per_minute=1, store=frozen_redis, clock=lambda: now[0])
    asked: list[int] = []
    hit = gate._windows.hit

    def counted(*arguments: Any, **named: Any) -> bool:
        asked.append(1)
        return hit(*arguments, **named)

    monkeypatch.setattr(gate._windows, "hit", counted)
    for _ in range(5):
        gate.spend("1.2.3.4", POINTS)
    while_silent = len(asked)
    now[0] += 11
    gate.spend("1.2.3.4", POINTS)

    assert while_silent == 1
    assert len(asked) == 2


@pytest.mark.parametrize("path", ["/api/v1/territories", "/api/v1/match"])
@pytest.mark.anyio
async def test_nobody_waits_for_a_store_that_answers_late(
    small_editions: Path,
    operators: Operators,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
) -> None:
    gate = Gate(store=str(tmp_path / "gate.sqlite"))
    begun, goes_on = anyio.Event(), threading.Event()
    waited: list[bool] = []
    spend = gate.spend

    def late(client: str, points: int) -> None:
        anyio.from_thread.run_sync(begun.set)
        waited.append(goes_on.wait(DEADLINE_S))
        spend(client, points)

    monkeypatch.setattr(gate, "spend", late)
    server = create_server(site_of(small_editions, operators.ledger), operators, gate=gate)
    transport = httpx2.ASGITransport(server)
    async with (
        httpx2.AsyncClient(transport=transport, base_url="http://test") as client,
        anyio.create_task_group() as tasks,
    ):
        tasks.start_soon(client.request, "POST" if path.endswith("match") else "GET", path)
        await begun.wait()
        beside = await client.get("/api/v1/organisations?limit=1")
        goes_on.set()

    assert beside.status_code == 200
    assert waited == [True]


def test_a_file_that_is_locked_for_long_lets_everyone_pass(tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415 - the lock alone

    path = tmp_path / "gate.sqlite"
    gate = Gate(per_minute=1, store=str(path))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    for _ in range(2):
        gate.spend("1.2.3.4", POINTS)
    holder.execute("ROLLBACK")
    holder.close()


def test_light_and_heavy_requests_spend_the_same_points() -> None:
    now = [1_000.0]
    gate = Gate(per_minute=2, clock=lambda: now[0])
    gate.spend("1.2.3.4", POINTS)
    for _ in range(POINTS):
        gate.spend("1.2.3.4", 1)

    with pytest.raises(TooMany):
        gate.spend("1.2.3.4", 1)
    gate.spend("5.6.7.8", 1)
    now[0] += 60
    gate.spend("1.2.3.4", 2 * POINTS)


def test_everyone_together_has_a_limit_too() -> None:
    gate = Gate(per_minute=1, clock=lambda: 1_000.0)
    for client in range(20):
        gate.spend(f"10.0.0.{client}", POINTS)

    with pytest.raises(TooMany, match="très demandé"):
        gate.spend("10.0.1.1", 1)


def test_everyone_together_has_a_limit_of_what_is_under_way() -> None:
    gate = Gate(per_minute=10_000)
    places = [gate.admit(f"client {number}") for number in range(MOST_FILES)]

    with pytest.raises(TooMany, match="très demandé"):
        gate.admit("another client")
    places[0].leave()
    gate.admit("another client")
    with pytest.raises(TooMany, match="très demandé"):
        gate.admit("one more client")
    places[1].made()
    gate.admit("one more client")


def test_what_is_made_holds_its_client_alone_until_it_has_been_read() -> None:
    gate = Gate(per_minute=10_000, at_once=1)
    place = gate.admit("slow reader")
    place.made()
    place.made()

    with pytest.raises(TooMany, match="déjà en cours"):
        gate.admit("slow reader")
    place.leave()
    place.leave()
    gate.admit("slow reader")
    with pytest.raises(TooMany, match="déjà en cours"):
        gate.admit("slow reader")


def test_an_answer_that_cannot_be_made_holds_no_place() -> None:
    gate = Gate(per_minute=10_000, at_once=1)
    for _ in range(3):
        with pytest.raises(OSError, match="full"), leaving_on_failure(gate.admit("one")):
            raise OSError("full")

    with leaving_on_failure(gate.admit("one")):
        pass

    with pytest.raises(TooMany, match="déjà en cours"):
        gate.admit("one")


@pytest.mark.anyio
async def test_of_too_many_files_that_are_read_the_first_are_cut() -> None:
    gate = Gate(per_minute=10**6)
    cut: list[int] = []

    async def read(number: int) -> None:
        place = gate.admit(f"client {number}")
        place.made()
        with place.sending() as scope:
            await anyio.sleep_forever()
        if scope.cancelled_caught:
            cut.append(number)

    async with anyio.create_task_group() as tasks:
        for number in range(MOST_READERS + 2):
            tasks.start_soon(read, number)
        await anyio.wait_all_tasks_blocked()
        told = list(cut)
        tasks.cancel_scope.cancel()

    assert told == [0, 1]


def test_what_no_window_holds_is_forgotten() -> None:
    now = [1_000.0]
    gate = Gate(per_minute=10_000, clock=lambda: now[0])
    for client in range(1_200):
        now[0] += 1
        gate.spend(f"client {client}", 1)

    rows = gate._store._database.execute("SELECT count(*) FROM spent").fetchone()[0]

    assert 0 < rows < 1_200


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/partnerships",
        "/api/v1/partnerships/groups",
        "/api/v1/organisations/a:b/partners",
        "/api/v1/organisations/a:b/groups",
        "/api/v1/territories",
        "/api/v1/territories/department/26/leads",
        "/api/v1/match/adds",
        "/_dash-update-component",
        "/reseau",
    ],
)
def test_every_costly_route_has_a_cost(path: str) -> None:
    assert cost_of(path) > 0


@pytest.mark.parametrize("path", ["/", "/api/v1/organisations", "/api/v1/map", "/api/v1/facets"])
def test_map_list_and_sheets_cost_nothing(path: str) -> None:
    assert cost_of(path) == 0


@pytest.fixture
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    gate = Gate(per_minute=1)
    server = create_server(site_of(small_editions, operators.ledger), operators, gate=gate)
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client


def test_a_client_that_has_spent_all_still_reads_the_list(client: TestClient) -> None:
    told = [client.get("/api/v1/partnerships?limit=1").status_code for _ in range(6)]
    refused = client.get("/api/v1/territories?q=romans")

    assert told == [200] * 5 + [429]
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert client.get("/api/v1/organisations").status_code == 200


DOORS = [
    "/api/v1/lists/lines",
    "/api/v1/match",
    "/api/v1/match/read",
    "/api/v1/match/adds",
    "/api/v1/ptce-check",
    "/api/v1/practices/for-profile",
    "/api/v1/export/list.csv",
    "/api/v1/export/about/list",
    "/api/v1/partnerships/dismissals",
    "/api/v1/duplicates/verdicts",
]


@pytest.mark.parametrize("door", [*DOORS, "/_dash-update-component", "/anywhere"])
def test_an_announced_body_beyond_the_limit_is_refused_unread(
    client: TestClient, door: str
) -> None:
    read: list[bytes] = []

    def body() -> Iterator[bytes]:
        for _ in range(64):
            read.append(b" " * 2**18)
            yield read[-1]

    headers = {"content-length": str(2**24), "content-type": "application/json"}
    answer = client.post(door, content=body(), headers=headers)

    assert most_bytes(door) < 2**24
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert "le plus que cette adresse lit" in answer.json()["detail"]


@pytest.mark.parametrize("door", [d for d in DOORS if "match" not in d and "verdicts" not in d])
def test_a_body_that_does_not_say_its_length_is_refused_as_it_comes(
    client: TestClient, door: str
) -> None:
    def body() -> Iterator[bytes]:
        yield b'{"ids": ["'
        for _ in range(64):
            yield b"x" * 2**18

    bearer = "Bearer synthetic secret of tests"
    headers = {"content-type": "application/json", "authorization": bearer}
    answer = client.post(door, content=body(), headers=headers)

    assert answer.status_code == 413


def test_every_route_that_may_be_refused_for_its_cost_says_so(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    costly = {path for path in paths if cost_of(path.replace("{organisation_id}", "x"))}
    silent = [p for p in costly for told in paths[p].values() if "429" not in told["responses"]]

    assert len(costly) > 8
    assert silent == []
