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


def test_those_to_compare_are_chosen_by_code(client: TestClient) -> None:
    asked = "/api/v1/territories/commune/26281/{}?alike=26362,69123"
    told = client.get(asked.format("alike")).json()
    portrait = client.get(asked.format("portrait")).json()

    assert (told["chosen"], [one["code"] for one in told["items"]]) == (True, ["26362", "69123"])
    assert [one["code"] for one in portrait["alike"]] == ["26362", "69123"]
    assert len(portrait["total"]["alike"]["counts"]) == 2
    for code, refused in (("26281", 422), ("99999", 404), ("200068781", 404)):
        address = f"/api/v1/territories/commune/26281/alike?alike={code}"
        assert client.get(address).status_code == refused


def test_the_leads_of_a_territory_are_those_of_its_selection(client: TestClient) -> None:
    told = client.get("/api/v1/territories/department/26/leads?limit=2&page=2")
    asked = client.get("/api/v1/partnerships?department=26&limit=2&page=2")

    assert told.json() == asked.json()
    assert len(told.json()["partnerships"]) == 2
    assert "/territories/department/26/leads" in told.links["prev"]["url"]


@pytest.mark.parametrize("part", ["portrait", "alike", "gaps", "reach", "leads"])
@pytest.mark.parametrize(("place", "status"), [("epci/1", 404), ("canton/26", 422)])
def test_what_is_no_territory_is_refused(
    client: TestClient, place: str, part: str, status: int
) -> None:
    assert client.get(f"/api/v1/territories/{place}/{part}").status_code == status


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("note.docx", "wordprocessingml"),
        ("note.pdf", "pdf"),
        ("note.xlsx", "spreadsheetml"),
        ("review-sheet.docx", "wordprocessingml"),
        ("review-sheet.pdf", "pdf"),
    ],
)
def test_the_files_of_a_territory_are_sent_to_be_saved(
    client: TestClient, name: str, media: str
) -> None:
    sent = client.get(f"/api/v1/territories/epci/200068781/{name}")

    assert sent.status_code == 200
    assert media in sent.headers["content-type"]
    assert "attachment" in sent.headers["content-disposition"]
    assert "noindex" in sent.headers["x-robots-tag"]
    assert len(sent.content) > 5_000


@pytest.mark.parametrize(
    ("address", "status"),
    [("epci/1/note.docx", 404), ("epci/200068781/note.odt", 422), ("epci/1/review-sheet.pdf", 404)],
)
def test_a_file_that_cannot_be_is_refused(client: TestClient, address: str, status: int) -> None:
    assert client.get(f"/api/v1/territories/{address}").status_code == status


def test_a_group_of_communes_has_the_portrait_of_its_list(client: TestClient) -> None:
    told = client.get("/api/v1/territories/group/26362,26281/portrait?name=Deux villes").json()
    listed = client.get("/api/v1/organisations?commune=26362&commune=26281").json()["total"]

    assert told["territory"]["name"] == "Deux villes"
    assert told["territory"]["level"] == "group"
    assert told["organisations"] == told["total"]["here"]["count"] == listed > 0
    assert client.get("/api/v1/territories/group/26362,26281/gaps").json()["items"] is None
    for path in ("group/,/portrait", "group/26362/portrait?alike=26281", "employment_zone/0/alike"):
        assert client.get(f"/api/v1/territories/{path}").status_code == 404
