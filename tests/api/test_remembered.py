"""What was answered to an address is answered again as bytes, of the same edition alone."""

from pathlib import Path

import httpx2
import pytest
from fastapi import Request, Response
from starlette.testclient import TestClient

from territorial_map.api.answers import etag_of
from territorial_map.api.remembered import RememberedAnswers
from territorial_map.bootstrap import create_application
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.settings import Settings

KEPT = [
    "/organisations?department=26&limit=2",
    "/organisations?department=Dr%C3%B4me&limit=2",
    "/map?zoom=6",
    "/facets?kind=ptce",
    "/territories?q=romans",
    "/outlines/region",
    "/practices",
    "/coverage",
]


@pytest.fixture(scope="module")
def client(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    ledger = f"sqlite:///{tmp_path_factory.mktemp('remembered') / 'ledger.sqlite'}"
    return TestClient(create_application(Settings(editions=small_editions, ledger=ledger)))


def told(answer: httpx2.Response) -> dict[str, str]:
    """The headers that do not number the request."""
    return {name: value for name, value in answer.headers.items() if name != "x-request-id"}


@pytest.mark.parametrize("path", KEPT)
def test_the_second_answer_is_the_first_without_asking_the_edition(
    client: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(f"/api/v1{path}")
    for question in ("page", "_rows", "_facets", "facets", "map_view", "outlines"):
        monkeypatch.setattr(OpenEdition, question, None, raising=False)
    again = client.get(f"/api/v1{path}")

    assert first.status_code == 200
    assert (again.status_code, again.content) == (200, first.content)
    assert told(again) == told(first)


@pytest.mark.parametrize("path", KEPT[:3])
def test_who_has_it_already_is_told_that_it_is_unchanged(client: TestClient, path: str) -> None:
    first = client.get(f"/api/v1{path}")
    again = client.get(f"/api/v1{path}", headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]


def test_a_refusal_and_what_others_decide_are_asked_each_time(client: TestClient) -> None:
    memory = client.app.state.remembered_answers  # type: ignore[attr-defined]  # our own server
    before = len(memory)
    for path in ("/organisations?limit=x", "/partnerships?department=26", "/health", "/changes"):
        client.get(f"/api/v1{path}")

    assert len(memory) == before


def request_of(path: str, query: str = "") -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": query.encode(),
            "headers": [],
            "server": ("127.0.0.1", 80),
            "scheme": "http",
        }
    )


def kept(memory: RememberedAnswers, number: int, size: int) -> None:
    request = request_of("/list", f"offset={number}")
    answer = Response(b"x" * size, headers={"ETag": etag_of(request, "edition")})
    memory.keep(memory.key_of(request, "edition"), "list", request, answer)


def test_the_memory_is_bounded_in_bytes_and_keeps_what_was_asked_last() -> None:
    memory = RememberedAnswers(most_bytes=10_000)
    for number in range(50):
        kept(memory, number, 1_000)
    request = request_of("/list", "offset=49")

    assert len(memory) == 5
    assert memory.answer(memory.key_of(request, "edition"), request) is not None


def test_one_huge_answer_is_not_kept() -> None:
    memory = RememberedAnswers()
    kept(memory, 1, 2**20)

    assert len(memory) == 0


def test_an_answer_of_another_edition_or_of_its_content_is_not_kept() -> None:
    memory, request = RememberedAnswers(), request_of("/feed")
    for etag in (etag_of(request, "newer"), '"content"', ""):
        answer = Response(b"x", headers={"ETag": etag} if etag else None)
        memory.keep(memory.key_of(request, "edition"), "feed", request, answer)

    assert len(memory) == 0


def test_an_answer_is_remembered_for_one_edition_alone(client: TestClient) -> None:
    state = client.app.state  # type: ignore[attr-defined]  # our own server
    memory, now = state.remembered_answers, state.edition_now()
    client.get("/api/v1/organisations?limit=1")
    request = request_of("/api/v1/organisations", "limit=1")

    assert memory.answer(memory.key_of(request, now), request) is not None
    assert memory.answer(memory.key_of(request, "another"), request) is None
