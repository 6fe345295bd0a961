"""Organisations as features: the list's own counts, each once over pages, windows and times."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from territorial_map.api.ogc.parameters import LARGEST_PAGE
from territorial_map.services.open_data.columns import COLUMNS
from tests.api.ogc.asking import HOST, ITEMS, LEVELS, got, links
from tests.synthetic import PLACES, synthetic_organisations

NARROWED = (
    "",
    "kind=sheltered_supplier",
    "kind=sheltered_supplier&kind=ptce",
    "device=esat&department=26",
    "region=84&sector=unknown",
    "q=synthetique",
    "near=5.05,45.04&radius_km=40",
    "bbox=4.9,45,5.2,45.1",
    "bbox=5.05,45.04,5.05,45.04",
    "bbox=4,44,6,46&kind=cooperation_space",
    "bbox=-10,-10,-9,-9",
    "licence=cc0&ess_status=outside_public",
    "member_of=synthetic:ptce",
)


def every_page(client: TestClient, address: str) -> list[Any]:
    """The features of every page, by the links alone."""
    found, following = [], [{"href": address}]
    while following:
        told = got(client, following[0]["href"])
        assert told["numberReturned"] == len(told["features"])
        found += told["features"]
        following = links(told, "next")
    return found


@pytest.mark.parametrize("query", NARROWED)
def test_features_count_what_the_list_counts(client: TestClient, query: str) -> None:
    told = got(client, f"{ITEMS}?{query}&limit=2")
    listed = got(client, f"/api/v1/organisations?{query}&limit=500")

    found = every_page(client, f"{ITEMS}?{query}&limit=2")

    assert told["numberMatched"] == listed["total"] == len(found)
    assert {one["id"] for one in found} == {one["id"] for one in listed["items"]}


def test_what_is_narrowed_is_not_always_everything_nor_nothing(client: TestClient) -> None:
    counts = {got(client, f"{ITEMS}?{query}")["numberMatched"] for query in NARROWED}

    assert len(counts) > 5


@pytest.mark.parametrize("limit", [1, 3, 7, LARGEST_PAGE])
def test_pages_hold_everything_once(client: TestClient, limit: int) -> None:
    found = [one["id"] for one in every_page(client, f"{ITEMS}?limit={limit}")]

    assert found == sorted(one.id for one in synthetic_organisations())


def test_the_previous_page_leads_back(client: TestClient) -> None:
    first = got(client, f"{ITEMS}?limit=3&department=26")
    second = got(client, links(first, "next")[0]["href"])

    back = got(client, links(second, "prev")[0]["href"])

    assert links(first, "prev") == []
    assert back["features"] == first["features"] != second["features"]


def test_a_page_longer_than_the_largest_is_clipped(client: TestClient) -> None:
    told = got(client, f"{ITEMS}?limit={LARGEST_PAGE * 50}")

    assert told["numberReturned"] == told["numberMatched"] == len(synthetic_organisations())


def test_an_organisation_alone_is_the_one_of_the_list(client: TestClient) -> None:
    listed = got(client, f"{ITEMS}?q=velo")["features"]
    alone = got(client, f"{ITEMS}/{listed[0]['id']}")

    assert {key: alone[key] for key in listed[0]} == listed[0]
    assert links(alone, "collection")[0]["href"] == f"{HOST}/ogc/collections/organisations"
    assert list(alone["properties"]) == [column.key for column in COLUMNS]


def test_what_no_source_tells_is_null_and_has_no_point(client: TestClient) -> None:
    alone = got(client, f"{ITEMS}/synthetic:ptce")

    assert alone["geometry"] is None
    assert {alone["properties"][key] for key in ("longitude", "phone", "size", "sector")} == {None}


@pytest.mark.parametrize("level", LEVELS)
def test_territories_are_those_of_their_level(client: TestClient, level: str) -> None:
    found = every_page(client, f"/ogc/collections/{level}/items?limit=2")

    assert [one["id"] for one in found] == sorted(
        each.territory.code for each in PLACES if each.territory.level.value == level
    )
    assert {one["geometry"]["type"] for one in found} == {"Polygon"}


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("department=75", ["75056"]),
        ("epci=200068781&code=26281&code=75056", ["26281"]),
        ("region=nowhere", []),
        ("bbox=5,45,5.1,45.1&department=69", ["69123"]),
        ("bbox=6.5,46.5,7,47", []),
        ("bbox=6,46,7,47&code=26362", ["26362"]),
    ],
)
def test_territories_are_narrowed_by_what_they_lie_in_and_by_windows(
    client: TestClient, query: str, codes: list[str]
) -> None:
    told = got(client, f"/ogc/collections/commune/items?{query}")

    assert [one["id"] for one in told["features"]] == codes
    assert told["numberMatched"] == len(codes)


@pytest.mark.parametrize(
    "bbox", ["170,-90,-170,90", "170,-90,0,-170,90,100", "-300,40,-200,50", "5,46,6,44"]
)
def test_windows_around_the_antimeridian_are_read_and_others_refused(
    client: TestClient, bbox: str
) -> None:
    answer = client.get(f"{ITEMS}?bbox={bbox}")

    refused = bbox in {"-300,40,-200,50", "5,46,6,44"}
    assert answer.status_code == (400 if refused else 200)


def test_a_window_past_the_antimeridian_holds_both_sides(client: TestClient) -> None:
    around = got(client, f"{ITEMS}?bbox=5.06,-90,5.04,90")["numberMatched"]
    inside = got(client, f"{ITEMS}?bbox=5.04,-90,5.06,90")["numberMatched"]
    everywhere = got(client, f"{ITEMS}?bbox=-180,-90,180,90")["numberMatched"]

    assert inside > 0
    assert around + inside == everywhere


@pytest.mark.parametrize(
    "told",
    [
        "2026-01-01",
        "2026-01-01T10:00:00Z",
        "../2026-01-01",
        "2026-01-01/..",
        "2020-01-01/2021-01-01",
    ],
)
def test_a_time_keeps_what_has_none(client: TestClient, told: str) -> None:
    everything = got(client, ITEMS)["numberMatched"]

    assert got(client, f"{ITEMS}?datetime={told}")["numberMatched"] == everything
