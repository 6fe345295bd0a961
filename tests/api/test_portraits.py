"""Portraits in the API: the same figures as the lists, unknown as null."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from territorial_map.services.explore.open_edition import OpenEdition
from tests.sites import site_of


@pytest.fixture(scope="module")
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    with TestClient(create_server(site_of(small_editions, operators.ledger), operators)) as client:
        yield client


def test_each_figure_of_a_portrait_is_the_total_of_its_list(client: TestClient) -> None:
    told = client.get("/api/v1/territories/epci/200068781/portrait").json()
    rows = [row for row in (*told["kinds"], *told["devices"]) if row["here"]["count"]]
    listed = [
        client.get(
            "/api/v1/organisations", params={"epci": "200068781", row["dimension"]: row["value"]}
        ).json()["total"]
        for row in rows
    ]

    assert len(rows) > 3
    assert [row["here"]["count"] for row in rows] == listed
    assert told["coverage"]["organisations"] == told["organisations"] > 0


def test_what_no_source_covers_is_null(client: TestClient, small_edition: OpenEdition) -> None:
    told = client.get("/api/v1/territories/commune/69123/portrait").json()
    counted = [row["here"]["count"] for row in (*told["kinds"], *told["devices"])]

    assert small_edition.gazetteer.communes("69123")
    assert counted.count(None) > 3
    assert 0 not in counted


def test_an_edition_without_reach_says_so(client: TestClient) -> None:
    told = client.get("/api/v1/territories/department/26/reach").json()

    assert told["items"] is None
    assert told["distances_km"] == [10, 20, 30]


def test_the_leads_of_a_territory_are_those_of_its_selection(client: TestClient) -> None:
    told = client.get("/api/v1/territories/department/26/leads?limit=2&page=2")
    asked = client.get("/api/v1/partnerships?department=26&limit=2&page=2")

    assert told.json() == asked.json()
    assert len(told.json()["partnerships"]) == 2
    assert "/territories/department/26/leads" in told.links["prev"]["url"]


@pytest.mark.parametrize("part", ["portrait", "reach", "leads"])
@pytest.mark.parametrize(("place", "status"), [("epci/1", 404), ("canton/26", 422)])
def test_what_is_no_territory_is_refused(
    client: TestClient, place: str, part: str, status: int
) -> None:
    assert client.get(f"/api/v1/territories/{place}/{part}").status_code == status
