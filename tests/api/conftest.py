"""The public API over the synthetic edition."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from tests.sites import site_of


@pytest.fixture(scope="module")
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    server = create_server(
        site_of(small_editions, operators.ledger, "https://annuaire.example"), operators
    )
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client
