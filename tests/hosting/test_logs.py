"""Logs say what happened to requests, and nothing of who asked or what."""

import json
import logging
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from territorial_map.hosting.logs import RequestLog, configure_logs


class Clock:
    """A clock that the test moves."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def configured(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """The logs of the product, on the standard error that the test reads."""
    del capsys
    root = logging.getLogger()
    level = root.level
    handler = configure_logs("info")
    yield
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(clock: Clock) -> TestClient:
    server = FastAPI()

    @server.get("/api/v1/organisations/{organisation_id}")
    def sheet(organisation_id: str, q: str = "") -> dict[str, str]:
        del q
        return {"id": organisation_id}

    @server.get("/api/v1/breaks")
    @server.get("/breaks")
    def breaks(q: str = "") -> None:
        raise RuntimeError(q)

    server.add_middleware(RequestLog, clock=clock)
    return TestClient(server, raise_server_exceptions=True, client=("203.0.113.7", 4_242))


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_one_line_with_its_route_and_the_number_of_its_answer(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = client.get("/api/v1/organisations/synthetic:1?q=words-of-a-visitor")

    (line,) = lines(capsys)
    assert line["route"] == "/api/v1/organisations/{organisation_id}"
    assert (line["method"], line["status"]) == ("GET", 200)
    assert isinstance(line["ms"], int)
    assert line["request"] == answer.headers["x-request-id"]


def test_no_line_tells_who_asked_or_what(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    client.get("/api/v1/organisations/synthetic:1?q=words-of-a-visitor")
    client.get("/api/v1/breaks?q=words-of-a-visitor")
    client.get("/no/such/place?q=words-of-a-visitor")

    told = capsys.readouterr().err
    assert told.count("\n") == 4
    for secret in ("words-of-a-visitor", "synthetic:1", "203.0.113.7", "no/such"):
        assert secret not in told


def test_a_fault_is_a_sentence_with_the_number_to_tell(client: TestClient) -> None:
    machine = client.get("/api/v1/breaks")
    person = client.get("/breaks")

    assert machine.status_code == person.status_code == 500
    assert machine.headers["content-type"] == "application/problem+json"
    assert machine.json()["status"] == 500
    assert machine.headers["x-request-id"] in machine.json()["detail"]
    assert person.headers["x-request-id"] in person.text
    assert "RuntimeError" not in machine.text + person.text
    assert 'lang="fr"' in person.text


def test_the_trace_of_a_fault_is_told_once_a_minute(
    client: TestClient, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        client.get("/breaks")
    clock.now += 61
    client.get("/breaks")

    faults = [line for line in lines(capsys) if line["event"] == "fault"]
    traced = ["trace" in fault for fault in faults]
    assert traced == [True, False, False, True]
    assert "test_logs.py" in str(faults[0]["trace"])


def test_what_a_monitor_asks_every_second_fills_no_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    server = FastAPI()

    @server.get("/api/v1/health")
    def health(*, fail: bool = False) -> dict[str, bool]:
        if fail:
            raise RuntimeError
        return {"ok": True}

    server.add_middleware(RequestLog)
    client = TestClient(server)
    client.get("/api/v1/health")
    quiet = lines(capsys)
    client.get("/api/v1/health?fail=1")

    assert quiet == []
    assert [line["event"] for line in lines(capsys)] == ["fault", "request"]
