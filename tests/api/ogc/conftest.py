"""The features service over the synthetic edition."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.operators import Operators
from tests.sites import site_of


@pytest.fixture(scope="module")
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    unlimited = Gate(per_minute=1_000_000, at_once=100)
    server = create_server(site_of(small_editions, operators.ledger), operators, gate=unlimited)
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client
