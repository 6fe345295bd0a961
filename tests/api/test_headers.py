"""What every operation does alike: neighbouring pages, HEAD, methods and parameters refused."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from territorial_map.api.sent_files import Spool
from tests.api.test_document import ASKED, BASE, address_of, client

__all__ = ["client"]


def test_pages_name_their_neighbours(client: TestClient) -> None:
    first = client.get(f"{BASE}/organisations?limit=3&kind=sheltered_supplier&kind=ess_actor")
    seen: list[str] = []
    address: str | None = first.request.url.path + "?limit=3"
    while address:
        page = client.get(address)
        seen += [item["id"] for item in page.json()["items"]]
        address = page.links.get("next", {}).get("url")

    assert len(seen) == len(set(seen)) == client.get(f"{BASE}/facets").json()["total"] > 3
    assert "kind=sheltered_supplier&kind=ess_actor" in first.links["first"]["url"]
    assert "prev" not in first.links


@pytest.mark.parametrize("path", ["/territories?q=romans&color=1", "/health?x=1", "/practices?x="])
def test_what_the_document_does_not_tell_is_refused_everywhere(
    client: TestClient, path: str
) -> None:
    answer = client.get(f"{BASE}{path}")

    assert answer.status_code == 422
    assert answer.json()["problem"] == "paramètre inconnu."


def test_a_parameter_that_does_not_repeat_is_refused_twice(client: TestClient) -> None:
    answer = client.get(f"{BASE}/organisations?limit=3&limit=4")

    assert (answer.status_code, answer.json()["parameter"]) == (422, "limit")


@pytest.mark.parametrize(
    "name", [n for n, (_, body) in ASKED.items() if body is None and n != "read_list"]
)
def test_head_tells_the_headers_of_get_and_nothing_else(client: TestClient, name: str) -> None:
    path, _ = ASKED[name]
    got, head = client.get(address_of(path)), client.head(address_of(path))

    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers["content-type"] == got.headers["content-type"]


def test_head_of_an_export_reads_no_line(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    begun = Spool.fill

    async def told(self: Spool, chunks: Iterator[bytes]) -> None:
        read.append("lines")
        await begun(self, chunks)

    monkeypatch.setattr(Spool, "fill", told)

    head = client.head(f"{BASE}/export.csv")

    assert (head.status_code, read) == (200, [])
    assert int(head.headers["x-rows"]) == client.get(f"{BASE}/facets").json()["total"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/lists/lines", "POST"),
        ("POST", "/organisations", "GET, HEAD"),
        ("PUT", "/partnerships/dismissals", "GET, HEAD, POST, DELETE"),
        ("DELETE", "/organisations/synthetic:scop", "GET, HEAD"),
    ],
)
def test_another_method_is_told_which_ones_answer(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, BASE + path)

    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    assert answer.json()["title"] == "Méthode refusée"
