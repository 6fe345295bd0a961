"""A slow question holds nobody else: costly answers have their own threads, and are remembered."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest

from territorial_map.services.partnerships import partners, strongest_pairs
from territorial_map.settings import Settings
from tests.serving import served

ASKERS = 45
DEADLINE_S = 60.0
DEPARTMENTS = [f"{n:02d}" for n in range(1, 20)]


@pytest.fixture
def address(small_editions: Path, tmp_path: Path) -> Iterator[str]:
    settings = Settings(
        editions=small_editions,
        ledger=f"sqlite:///{tmp_path / 'ledger.sqlite'}",
        exports_per_minute=10_000,
    )
    with served(settings) as address:
        yield address


def get(address: str, path: str) -> int:
    return httpx2.get(f"{address}/api/v1{path}", timeout=DEADLINE_S).status_code


def test_the_list_answers_while_everyone_waits_for_partnerships(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun = threading.Event(), threading.Event()

    def held(*_: object) -> list[Any]:
        begun.set()
        go_on.wait(DEADLINE_S)
        return []

    monkeypatch.setattr(partners, "strongest_pairs", held)
    with ThreadPoolExecutor(ASKERS) as threads:
        asked = [
            threads.submit(get, address, f"/partnerships?department=26&limit={n + 1}")
            for n in range(ASKERS)
        ]
        began = begun.wait(DEADLINE_S)
        beside = [get(address, path) for path in ("/organisations", "/map", "/facets", "/health")]
        held_all = not any(each.done() for each in asked)
        go_on.set()
        told = {each.result(DEADLINE_S) for each in asked}

    assert began
    assert held_all
    assert beside == [200] * 4
    assert told <= {200, 503}


def test_partnerships_are_computed_once_however_often_they_are_asked(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    compute = strongest_pairs.strongest_pairs

    def counted(*given: Any) -> Any:
        made.append(1)
        return compute(*given)

    monkeypatch.setattr(partners, "strongest_pairs", counted)
    with ThreadPoolExecutor(8) as threads:
        told = list(
            threads.map(lambda _: get(address, "/partnerships?department=26&limit=7"), range(16))
        )

    assert told == [200] * 16
    assert len(made) == 1


TEXTS = ("territories?q", "organisations?q", "practices?q", "facets?manager", "changes?since")


@pytest.mark.parametrize("path", [f"/{text}=" for text in TEXTS])
def test_a_text_of_twenty_thousand_characters_is_refused_unread(address: str, path: str) -> None:
    assert get(address, path + "x" * 20_000) == 422
