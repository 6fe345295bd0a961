"""A slow question holds nobody else: costly answers have their own place, and are remembered."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest

from territorial_map.services.costly_process import CostlyProcess
from territorial_map.services.explore.search import Vocabulary
from territorial_map.services.partnerships import partners, strongest_pairs
from territorial_map.settings import Settings
from territorial_map.web.base import ids
from territorial_map.web.pages.partner_list import ids as own
from tests.serving import served

ASKERS = 45
DEADLINE_S = 60.0
PAGES = ("/", "/reseau?department=26&tier=all", "/partenaires", "/ptce?ids=a")


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


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Set once partnerships are being computed, in this process and until the test has ended."""
    go_on, begun = threading.Event(), threading.Event()

    def hold(*_: object) -> list[Any]:
        begun.set()
        go_on.wait(DEADLINE_S)
        return []

    monkeypatch.setattr(CostlyProcess, "is_ready", lambda _: False)
    monkeypatch.setattr(partners, "strongest_pairs", hold)
    yield begun
    go_on.set()


def asked_of_callback(path: str, search: str, *outputs: str) -> dict[str, Any]:
    """What the browser sends for the callback that fills ``outputs`` of a page."""
    document = {"path": path, "search": search}
    inputs = [
        {"id": ids.DOCUMENT_STATE, "property": "data", "value": document},
        {"id": ids.DISMISSED, "property": "data", "value": None},
    ]
    return {
        "output": f"..{'...'.join(f'{each}.children' for each in outputs)}..",
        "outputs": [{"id": each, "property": "children"} for each in outputs],
        "inputs": inputs,
        "changedPropIds": [f"{ids.DOCUMENT_STATE}.data"],
    }


def test_map_list_and_sheets_answer_while_everyone_waits_for_what_costs(
    address: str, held: threading.Event
) -> None:
    (one,) = httpx2.get(f"{address}/api/v1/organisations?limit=1").json()["items"]
    sheet, wanted = f"/organisations/{one['id']}", f"for={one['id']}"
    partner_list = asked_of_callback(
        "/partenaires", f"?{wanted}", own.PARTNER_LIST_CHOICES, own.PARTNER_LIST
    )
    costly = [
        ("GET", f"/api/v1{sheet}/partners", None),
        ("GET", f"/api/v1{sheet}/groups?pooling=purchasing", None),
        ("GET", "/api/v1/partnerships/groups?department=26&pooling=purchasing", None),
        ("GET", f"/api/v1/export/partners.csv?{wanted}", None),
        ("GET", f"/api/v1/export/about/partners?{wanted}", None),
        ("POST", "/api/v1/ptce-check", {"ids": [one["id"]]}),
        ("POST", "/api/v1/match/adds", {"ids": [one["id"]]}),
        ("POST", "/_dash-update-component", partner_list),
    ]

    def ask(asked: tuple[str, str, object]) -> int:
        method, path, body = asked
        return httpx2.request(method, f"{address}{path}", json=body, timeout=DEADLINE_S).status_code

    with ThreadPoolExecutor(ASKERS + len(costly)) as threads:
        waiting = [
            threads.submit(get, address, f"/partnerships?department=26&limit={n + 1}")
            for n in range(ASKERS)
        ]
        began = held.wait(DEADLINE_S)
        waiting += [threads.submit(ask, each) for each in costly]
        beside = [get(address, path) for path in ("/organisations", "/map", "/facets", "/health")]
        beside.append(get(address, sheet))
        pages = [httpx2.get(f"{address}{path}", timeout=DEADLINE_S) for path in PAGES]
        page = httpx2.get(f"{address}/o/{one['id']}", timeout=DEADLINE_S, follow_redirects=True)
        held_all = not any(each.done() for each in waiting)

    assert began
    assert held_all
    assert beside == [200] * 5
    assert [each.status_code for each in pages] == [200] * len(PAGES)
    assert page.status_code == 200
    assert "Beaucoup de calculs sont en cours" in page.text
    assert one["name"] in page.text


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


def test_one_typed_text_is_searched_at_a_time_and_lists_go_on(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, go_on, begun = Vocabulary.stands_for, threading.Event(), threading.Event()
    guard, now, most = threading.Lock(), [0], [0]

    def held(vocabulary: Vocabulary, word: str) -> frozenset[str]:
        with guard:
            now[0] += 1
            most[0] = max(most[0], now[0])
        begun.set()
        go_on.wait(DEADLINE_S)
        with guard:
            now[0] -= 1
        return search(vocabulary, word)

    monkeypatch.setattr(Vocabulary, "stands_for", held)
    paths = [f"/{where}?q=zzq{letter}" for where in ("organisations", "map") for letter in "abcd"]
    try:
        with ThreadPoolExecutor(len(paths) * 6) as threads:
            waiting = [threads.submit(get, address, path) for path in paths * 6]
            began = begun.wait(DEADLINE_S)
            beside = [get(address, path) for path in ("/organisations", "/map", "/facets")]
            go_on.set()
            told = {each.result() for each in waiting}
    finally:
        go_on.set()

    assert began
    assert beside == [200] * 3
    assert told == {200}
    assert most == [1]


TEXTS = ("territories?q", "organisations?q", "practices?q", "facets?manager", "changes?since")


@pytest.mark.parametrize("path", [f"/{text}=" for text in TEXTS])
def test_a_text_of_twenty_thousand_characters_is_refused_unread(address: str, path: str) -> None:
    assert get(address, path + "x" * 20_000) == 422
