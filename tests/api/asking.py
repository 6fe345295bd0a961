"""What tests of the public API ask, and how."""

from typing import Any

from starlette.testclient import TestClient

BASE = "/api/v1"


def get(client: TestClient, path: str, status: int = 200) -> dict[str, Any]:
    response = client.get(f"{BASE}{path}")
    assert response.status_code == status, response.text
    answer: dict[str, Any] = response.json()
    return answer
