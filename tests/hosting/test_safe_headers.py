"""Every answer carries the headers that protect who reads it; other sites may read, never write."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings


@pytest.fixture(scope="module")
def client(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    ledger = f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}"
    return TestClient(create_application(Settings(editions=small_editions, ledger=ledger)))


@pytest.mark.parametrize("path", ["/", "/api/v1/health", "/api/v1/absent", "/api/v1/organisations"])
def test_every_answer_protects_who_reads_it(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["permissions-policy"].startswith("geolocation=(self), ")


def test_what_operators_see_is_not_kept(client: TestClient) -> None:
    assert client.get("/operateur").headers["cache-control"] == "no-store"


def asked_before(client: TestClient, method: str, header: str = "") -> int:
    asked = {"Origin": "https://exemple.fr", "Access-Control-Request-Method": method}
    if header:
        asked["Access-Control-Request-Headers"] = header
    return client.options("/api/v1/organisations", headers=asked).status_code


def test_another_site_may_read_but_never_write_nor_authenticate(client: TestClient) -> None:
    assert asked_before(client, "GET") == 200
    assert asked_before(client, "POST") == 400
    assert asked_before(client, "DELETE") == 400
    assert asked_before(client, "GET", "authorization") == 400
