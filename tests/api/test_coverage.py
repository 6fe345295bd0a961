"""The coverage in the API: typed, kept by caches, refused with what is accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.services.coverage import LEVELS, coverage_of
from territorial_map.services.explore.open_edition import OpenEdition
from tests.sites import site_of


@pytest.fixture(scope="module")
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    with TestClient(create_server(site_of(small_editions, operators.ledger), operators)) as client:
        yield client


def test_the_whole_and_each_level_are_told(client: TestClient, small_edition: OpenEdition) -> None:
    whole = client.get("/api/v1/coverage").json()

    (everything,) = whole["items"]
    assert everything["organisations"] == coverage_of(small_edition)[0].organisations
    for level in LEVELS:
        told = client.get(f"/api/v1/coverage?by={level.value}").json()["items"]
        assert [one["code"] for one in told] == [
            one.code for one in coverage_of(small_edition, level)
        ]
        assert sum(one["organisations"] for one in told) == everything["organisations"]


def test_every_zoning_is_told_with_those_that_are_not_loaded(
    client: TestClient, small_edition: OpenEdition
) -> None:
    loaded = {layer.kind.value: layer for layer in small_edition.edition.report.layers}
    told = {one["kind"]: one for one in client.get("/api/v1/coverage").json()["zonings"]}

    assert list(told) == list(ZoningKind)
    for kind, one in told.items():
        layer = loaded.get(kind)
        expected = (len(layer.zones), layer.vintage) if layer else (0, None)
        assert (one["zones"], one["vintage"]) == expected


def test_a_source_tells_since_when(client: TestClient) -> None:
    (everything,) = client.get("/api/v1/coverage").json()["items"]
    sources = [source for kind in everything["kinds"] for source in kind["sources"]]

    assert sources
    assert all(source["since"] <= source["until"] for source in sources)


def test_the_map_is_a_drawing_that_caches_keep(client: TestClient) -> None:
    first = client.get("/api/v1/coverage/map.svg?kind=ptce")
    again = client.get(
        "/api/v1/coverage/map.svg?kind=ptce", headers={"If-None-Match": first.headers["ETag"]}
    )

    assert first.headers["content-type"].startswith("image/svg+xml")
    assert first.text.startswith("<svg ")
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "accepted"),
    [("coverage?by=commune", "epci"), ("coverage/map.svg?kind=esat", "sheltered_supplier")],
)
def test_another_value_is_refused_with_what_is_accepted(
    address: str, accepted: str, client: TestClient
) -> None:
    refused = client.get(f"/api/v1/{address}")

    assert refused.status_code == 422
    assert accepted in refused.text
