"""A body is refused as it comes, whoever reads it and wherever it is sent."""

from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings

MIB = 2**20
SENT_MIB = 64
MOST_READ_MIB = 8
"""What the largest of these addresses takes (2 MiB), and what is under way when it is refused."""


@pytest.fixture(scope="module")
def client(small_editions: Path) -> Iterator[TestClient]:
    with TestClient(
        create_application(Settings(editions=small_editions)), raise_server_exceptions=False
    ) as client:
        client.get("/")
        yield client


@pytest.mark.parametrize(
    "path",
    ["/", "/_dash-update-component", "/_dash-nothing", "/_dash-layout", "/api/v1/ptce-check"],
)
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/octet-stream"])
def test_a_body_without_an_announced_length_is_not_read_to_its_end(
    client: TestClient, path: str, kind: str
) -> None:
    read, statuses = 0, []

    async def receive() -> Message:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": b"1" * MIB, "more_body": read < SENT_MIB}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    headers = [(b"host", b"127.0.0.1"), (b"content-type", kind.encode())]
    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": headers,
    }
    asked = scope | {"http_version": "1.1", "scheme": "http", "raw_path": path.encode()}
    anyio.run(client.app, asked, receive, send)

    assert len(statuses) == 1
    assert statuses[0] in {405, 413, 415}
    assert read <= MOST_READ_MIB


@pytest.mark.parametrize("path", ["/_dash-update-component", "/api/v1/ptce-check"])
def test_a_body_too_large_is_told_as_such(client: TestClient, path: str) -> None:
    announced = client.post(path, content=b"1" * 3 * MIB)
    as_it_comes = client.post(path, content=iter([b"1" * MIB] * 3))

    assert (announced.status_code, as_it_comes.status_code) == (413, 413)
    assert announced.json()["title"] == as_it_comes.json()["title"] == "Demande trop grande"


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate, gzip", "GZIP", "x" * 500])
def test_compressed_bodies_are_refused_in_a_sentence(client: TestClient, coding: str) -> None:
    answer = client.post(
        "/api/v1/ptce-check", json={"ids": []}, headers={"content-encoding": coding}
    )

    assert answer.status_code == 415
    assert answer.headers["accept-encoding"] == "identity"
    assert answer.json()["detail"].endswith("envoyez-le tel quel.")
    assert len(answer.json()["detail"]) < 200


def test_an_identity_is_no_compression(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/lists/lines", json={"ids": []}, headers={"content-encoding": "identity"}
    )

    assert answer.status_code == 200
