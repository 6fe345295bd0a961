"""What tests of the features service ask, and how."""

from typing import Any

from starlette.testclient import TestClient

HOST = "http://testserver"
ITEMS = "/ogc/collections/organisations/items"
LEVELS = ("region", "department", "epci", "commune")


def got(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def links(told: Any, rel: str) -> list[Any]:
    return [link for link in told["links"] if link["rel"] == rel]
