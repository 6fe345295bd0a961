"""Operator mode: its secret is long, attempts are slowed, and logged without their value."""

import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Attempts, Operators
from territorial_map.domain.errors import BadParameter, TooMany
from territorial_map.settings import settings_from
from tests.redis_server import redis_server
from tests.sites import site_of

WORD = "synthetic secret of tests"
PATH = "/api/v1/partnerships/dismissals"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(small_editions: Path, operators: Operators, clock: Clock) -> TestClient:
    attempts = Attempts("x-forwarded-for", clock)
    own = Operators(operators.ledger, WORD, attempts=attempts)
    return TestClient(create_server(site_of(small_editions, operators.ledger), own))


def ask(client: TestClient, secret: str, address: str = "192.0.2.1") -> int:
    headers = {"Authorization": f"Bearer {secret}", "X-Forwarded-For": address}
    return client.get(PATH, headers=headers).status_code


def test_the_first_mistakes_wait_for_nothing_then_each_doubles_the_wait(
    client: TestClient, clock: Clock
) -> None:
    assert [ask(client, "wrong") for _ in range(4)] == [403, 403, 403, 403]
    assert ask(client, "wrong") == 429

    clock.now += 2.1
    assert ask(client, "wrong") == 403
    clock.now += 2.1
    assert ask(client, "wrong") == 429
    clock.now += 2.1
    assert ask(client, "wrong") == 403


def test_a_client_that_waits_is_refused_with_the_right_secret_too(
    client: TestClient, clock: Clock
) -> None:
    for _ in range(4):
        ask(client, "wrong")

    assert ask(client, WORD) == 429
    clock.now += 2.1
    assert ask(client, WORD) == 200
    assert [ask(client, "wrong") for _ in range(4)] == [403] * 4


def test_the_failures_of_one_client_do_not_slow_another(client: TestClient) -> None:
    for _ in range(6):
        ask(client, "wrong")

    assert ask(client, WORD, "192.0.2.2") == 200


def test_a_wait_is_told_with_when_to_come_back(client: TestClient) -> None:
    for _ in range(4):
        ask(client, "wrong")
    headers = {"Authorization": "Bearer wrong", "X-Forwarded-For": "192.0.2.1"}

    refused = client.get(PATH, headers=headers)

    assert refused.headers["retry-after"] == "2"
    assert "réessayez dans 2 s" in refused.json()["detail"]


def test_a_failure_is_logged_without_what_was_given_and_who_gave_it(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="territorial_map.api.operators"):
        ask(client, "a-guess-of-the-secret", "192.0.2.77")

    told = [record.getMessage() for record in caplog.records]
    assert told == ["operator_secret_refused: failure 1 in a row"]


def test_the_secret_is_asked_before_the_body_is_read(client: TestClient) -> None:
    refused = client.post(PATH, content=b"{ no JSON", headers={"Content-Type": "application/json"})

    assert refused.status_code == 401


def test_attempts_keep_few_clients_in_memory(clock: Clock) -> None:
    attempts = Attempts(clock=clock)

    for number in range(25_000):
        attempts.failed(str(number))

    counted = attempts._shared._database.execute("SELECT count(*) FROM counted").fetchone()[0]
    assert 9_000 < counted <= 10_000


def test_processes_that_serve_together_count_failures_together(
    clock: Clock, tmp_path: Path
) -> None:
    store = str(tmp_path / "gate.sqlite")
    one, other = (Attempts(clock=clock, store=store) for _ in range(2))

    told = [attempts.failed("192.0.2.1") for attempts in (one, other, one, other)]

    assert told == [1, 2, 3, 4]
    for attempts in (one, other):
        with pytest.raises(TooMany, match="dans 2 s"):
            attempts.expect_none_waited_for("192.0.2.1")
    clock.now += 2.1
    one.expect_none_waited_for("192.0.2.1")
    one.succeeded("192.0.2.1")
    assert other.failed("192.0.2.1") == 1


def test_failures_are_counted_in_redis_too() -> None:
    with redis_server() as (address, _):
        one, other = (Attempts(store=address) for _ in range(2))

        told = [attempts.failed("192.0.2.9") for attempts in (one, other, one, other)]

        with pytest.raises(TooMany):
            other.expect_none_waited_for("192.0.2.9")
    assert told == [1, 2, 3, 4]


def test_where_the_store_is_away_a_process_slows_attempts_by_itself(
    clock: Clock, tmp_path: Path
) -> None:
    attempts = Attempts(clock=clock, store=str(tmp_path / "gate.sqlite"))
    attempts._shared.close()

    for _ in range(4):
        attempts.failed("192.0.2.1")

    with pytest.raises(TooMany):
        attempts.expect_none_waited_for("192.0.2.1")


@pytest.mark.parametrize("secret", ["1", "x" * 19])
def test_a_short_secret_is_refused_and_not_shown(secret: str) -> None:
    with pytest.raises(BadParameter) as refused:
        settings_from({"TERRITORIAL_MAP_OPERATOR_SECRET": secret})

    assert "20 caractères" in str(refused.value)
    assert "x" * 5 not in str(refused.value)


def test_a_long_secret_is_taken_and_never_drawn() -> None:
    chosen = settings_from({"TERRITORIAL_MAP_OPERATOR_SECRET": "x" * 20})

    assert chosen.operator_secret == "x" * 20
    assert "xxxxx" not in repr(chosen)
