"""No address, however long or full, makes a page or an answer fail: it is refused in a sentence."""

from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.services.explore.query_string import MOST_PARAMETERS
from territorial_map.settings import Settings
from territorial_map.web.base import ids

PATHS = (
    "/",
    "/reseau",
    "/ptce",
    "/partenaires",
    "/pratiques",
    "/nouveautes",
    "/sources",
    "/rapprocher",
    "/territoires/epci/200040459",
    "/embed",
    "/integrer",
    "/nowhere",
    "/ogc",
    "/ogc/collections/organisations/items",
    "/api/v1/organisations",
    "/api/v1/territories",
    "/api/v1/export.csv",
    "/api/v1/nowhere",
)
TOO_MANY = "&".join(f"a{number}=1" for number in range(MOST_PARAMETERS + 1))
SAME = "&".join(["department=26"] * (MOST_PARAMETERS + 1))


@pytest.fixture(scope="module")
def client(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    ledger = f"sqlite:///{tmp_path_factory.mktemp('long') / 'ledger.sqlite'}"
    settings = Settings(editions=small_editions, ledger=ledger, exports_per_minute=10_000)
    return TestClient(create_application(settings), raise_server_exceptions=False)


def told(answer: httpx2.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    assert "content-security-policy" in answer.headers
    return str(answer.json()["detail"])


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("asked", [TOO_MANY, SAME], ids=["others", "same"])
def test_more_parameters_than_an_address_may_have_are_refused(
    client: TestClient, path: str, asked: str
) -> None:
    answer = client.get(f"{path}?{asked}")

    assert answer.status_code == 422
    assert "1000 paramètres au plus" in told(answer)


@pytest.mark.parametrize("path", PATHS)
def test_as_many_as_it_may_have_are_read(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}?{TOO_MANY.rpartition('&')[0]}", follow_redirects=False)

    assert answer.status_code < 500


@pytest.mark.parametrize("address", ["/?q=" + "x" * 40_000, "/" + "x" * 9_000])
def test_an_address_that_is_too_long_is_refused(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 414
    assert "trop longue" in told(answer)


def test_a_callback_that_is_sent_too_many_does_not_fail(client: TestClient) -> None:
    outputs = ("partner-list-choices", "partner-list")
    state = {"path": "/partenaires", "search": f"?{TOO_MANY}"}
    body = {
        "output": f"..{'...'.join(f'{each}.children' for each in outputs)}..",
        "outputs": [{"id": each, "property": "children"} for each in outputs],
        "inputs": [
            {"id": ids.DOCUMENT_STATE, "property": "data", "value": state},
            {"id": ids.DISMISSED, "property": "data", "value": None},
        ],
        "changedPropIds": [f"{ids.DOCUMENT_STATE}.data"],
    }

    answer = client.post("/_dash-update-component", json=body)

    assert answer.status_code in {200, 204}
