"""The public API over the synthetic edition: lists, map, facets, sheets, exports, checks."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.asking import BASE, get

ITEM_KEYS = {
    "id",
    "name",
    "kind",
    "ess_status",
    "legal_form",
    "devices",
    "sectors",
    "commune",
    "department",
    "region",
    "lon",
    "lat",
    "siret",
}


def test_a_list_has_its_total_and_every_promised_key(client: TestClient) -> None:
    page = get(client, "/organisations?limit=3")

    assert page["total"] == 14
    assert page["unlocated"] == 2
    assert len(page["items"]) == 3
    assert all(item.keys() >= ITEM_KEYS for item in page["items"])


def test_pages_follow_each_other_without_gap_or_repeat(client: TestClient) -> None:
    pages = [get(client, f"/organisations?limit=5&offset={n}")["items"] for n in (0, 5, 10)]
    ids = [item["id"] for page in pages for item in page]

    assert len(ids) == len(set(ids)) == 14


def test_a_place_sorts_by_distance_and_tells_it(client: TestClient) -> None:
    items = get(client, "/organisations?near=5.05,45.04&radius_km=50")["items"]
    distances = [item["distance_km"] for item in items]

    assert distances == sorted(distances)
    assert len(items) == 6


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("kind=ptc", "kind"),
        ("sector=horses", "sector"),
        ("near=here", "near"),
        ("near=500,45", "near"),
        ("radius_km=10", "radius_km"),
        ("near=5,45&radius_km=-1", "radius_km"),
        ("near=5,45&radius_km=nan", "radius_km"),
        ("bbox=1,2,3", "bbox"),
        ("bbox=9,45,5,46", "bbox"),
        ("limit=501", "limit"),
        ("limit=many", "limit"),
        ("offset=-1", "offset"),
        ("order=best", "order"),
        ("siren=123456789", "siren"),
        ("colour=red", "colour"),
    ],
)
def test_a_wrong_value_is_named(client: TestClient, query: str, parameter: str) -> None:
    problem = get(client, f"/organisations?{query}", 422)

    assert problem["parameter"] == parameter
    assert problem["detail"]


def test_a_closed_list_shows_what_it_accepts(client: TestClient) -> None:
    problem = get(client, "/organisations?kind=ptc", 422)

    assert problem["value"] == "ptc"
    assert "ptce" in problem["allowed"]


def test_the_map_holds_everything_in_its_window(client: TestClient) -> None:
    view = get(client, "/map?bbox=4,44,6,46&zoom=5")
    counted = sum(f["properties"].get("count", 1) for f in view["features"])

    assert view["type"] == "FeatureCollection"
    assert counted == view["total"] == 8


def test_a_close_look_parts_all_but_those_at_one_point(client: TestClient) -> None:
    features = get(client, "/map?bbox=4,44,6,46&zoom=18")["features"]
    clusters = [f["properties"] for f in features if f["properties"]["cluster"]]

    assert sum(c["count"] for c in clusters) == 2
    assert all(cluster["same_point"] for cluster in clusters)


def test_facets_keep_their_neighbours(client: TestClient) -> None:
    facets = get(client, "/facets?kind=ptce")
    kinds = {v["value"]: v["count"] for v in facets["facets"]["kind"]}

    assert facets["total"] == 2
    assert kinds["sheltered_supplier"] == 3


def test_a_trade_is_counted_with_those_whose_trade_is_not_recorded(client: TestClient) -> None:
    asked = "sector=transport_mobility"
    page, facets = (get(client, f"/{path}?{asked}") for path in ("organisations", "facets"))
    unrecorded = get(client, "/facets?sector=unknown")
    regions = {v["value"]: v["count"] for v in unrecorded["facets"]["region"]}

    assert (page["total"], page["known"]) == (1, 1)
    assert page["unknown"] == unrecorded["total"] > 0
    assert page["known"] + page["unknown"] + page["other"] == 14
    assert [facets[name] for name in ("known", "unknown", "other")] == [
        page[name] for name in ("known", "unknown", "other")
    ]
    counted = {v["value"]: v["unknown"] for v in facets["facets"]["region"]}
    assert {value: n for value, n in counted.items() if n} == regions
    assert all("unknown" not in value for value in facets["facets"]["sector"])


def test_the_map_draws_those_whose_trade_is_not_recorded_too(client: TestClient) -> None:
    asked = "sector=transport_mobility"
    page, drawn = get(client, f"/organisations?{asked}"), get(client, f"/map?{asked}&zoom=5")
    silent = get(client, f"/organisations?{asked}&group=unknown")
    placed = [item for item in silent["items"] if item["lon"] is not None]
    told = [feature["properties"] for feature in drawn["features"]]
    clusters = [one for one in told if one["cluster"]]
    pins = [one for one in told if not one["cluster"]]

    assert silent["total"] == page["unknown"] == len(silent["items"]) > 2
    assert drawn["unknown"] == len(placed) > 2
    assert len(clusters) > 1
    assert sum(c["unknown"] for c in clusters) + sum(p["unknown"] for p in pins) == len(placed)
    assert sum(c["count"] for c in clusters) + sum(not p["unknown"] for p in pins) == 1
    assert get(client, "/map?kind=ptce")["unknown"] is None


def test_those_to_call_are_listed_only_where_a_trade_is_asked(client: TestClient) -> None:
    answer = client.get(f"{BASE}/organisations?kind=ptce&group=unknown")
    other = client.get(f"{BASE}/organisations?sector=textile&group=other")

    assert (answer.status_code, answer.json()["parameter"]) == (422, "group")
    assert (other.status_code, other.json()["allowed"]) == (422, ["known", "unknown"])


def test_without_a_trade_asked_nothing_is_told_unknown(client: TestClient) -> None:
    page = get(client, "/organisations?sector=unknown")
    facets = get(client, "/facets?kind=ptce")

    assert [page[name] for name in ("known", "unknown", "other")] == [None] * 3
    assert facets["facets"].keys() > {"kind", "sector"}
    assert all("unknown" not in v for values in facets["facets"].values() for v in values)


def test_a_sheet_answers_with_the_other_sites(client: TestClient) -> None:
    sheet = get(client, "/organisations/synthetic:site1")

    assert {site["id"] for site in sheet["sites"]} == {"synthetic:site2", "synthetic:site3"}
    assert {item["id"] for item in sheet["nearest"]}.isdisjoint({"synthetic:site2"})


def test_a_pole_names_its_members_with_their_source(client: TestClient) -> None:
    members = get(client, "/organisations/synthetic:ptce")["members"]

    assert {m["organisation"]["id"] for m in members} == {"synthetic:town", "synthetic:scop"}
    assert all(m["source_url"].startswith("https://") for m in members)


@pytest.mark.parametrize(
    "path",
    ["/nope", "/organisations/absent", "/territories/commune/99999", "/export.exe"],
)
def test_an_unknown_address_is_a_404_in_json(client: TestClient, path: str) -> None:
    assert get(client, path, 404)["detail"]


def test_an_unchanged_answer_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{BASE}/facets")
    again = client.get(f"{BASE}/facets", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")


def test_an_address_that_names_its_edition_never_changes(client: TestClient) -> None:
    edition = get(client, "/editions/current")["id"]

    answer = client.get(f"{BASE}/facets?edition={edition}")

    assert "immutable" in answer.headers["cache-control"]


def test_the_api_describes_itself(client: TestClient) -> None:
    schema = get(client, "/openapi.json")
    page = client.get(f"{BASE}/docs").text

    listed = {p["name"] for p in schema["paths"][f"{BASE}/organisations"]["get"]["parameters"]}
    assert {"kind", "sector", "near", "bbox", "limit"} <= listed
    assert "/api/v1/facets" in page
    assert "https://" not in page.replace("https://annuaire.example", "")


def test_a_csv_export_carries_its_query_and_neutralises_formulas(client: TestClient) -> None:
    text = client.get(f"{BASE}/export.csv?q=velo").content.decode("utf-8-sig")

    assert text.splitlines()[1].startswith('"\'=Scop synthétique du vélo"')
    assert "https://annuaire.example/?q=velo" in text


def test_sites_fold_under_their_legal_person(client: TestClient) -> None:
    text = client.get(f"{BASE}/export.csv?rows=person&siren=775544083").text

    assert len(text.splitlines()) == 2
    assert "Atelier synthétique du Vercors 3 (Valence)" in text


def check(client: TestClient, body: dict[str, object], status: int = 200) -> dict[str, Any]:
    response = client.post(f"{BASE}/ptce-check", json=body)
    assert response.status_code == status, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_a_group_is_checked_in_two_blocks(client: TestClient) -> None:
    found = check(client, {"ids": ["synthetic:scop", "synthetic:town", "synthetic:site1"]})
    codes = [finding["code"] for finding in found["article_9"]]

    assert codes == [
        "ess_enterprises",
        "other_enterprises",
        "links",
        "territory",
        "strategy",
        "innovation",
        "sustainable_development",
    ]
    assert len(found["call_eligibility"]) == 7


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({}, "ids"),
        ({"ids": "synthetic:scop"}, "ids"),
        ({"ids": ["synthetic:scop"], "complete": "yes"}, "complete"),
        ({"ids": ["synthetic:scop"], "colour": "red"}, "colour"),
    ],
)
def test_a_wrong_group_is_refused_by_name(
    client: TestClient, body: dict[str, object], parameter: str
) -> None:
    assert check(client, body, 422)["parameter"] == parameter


def test_records_are_filtered_and_told_by_their_quality(client: TestClient) -> None:
    page = get(client, "/organisations?missing=identified&quality=partial")
    sheet = get(client, "/organisations/synthetic:ptce")
    facets = get(client, "/facets")["facets"]

    assert page["total"] > 0
    assert all("identified" in item["missing"] for item in page["items"])
    assert sheet["quality"]["criteria"]["identified"] is None
    assert (sheet["quality"]["met"], sheet["quality"]["applied"]) == (1, 3)
    assert sum(value["count"] for value in facets["quality"]) == 14


def test_exchanged_coordinates_are_told(client: TestClient) -> None:
    problem = get(client, "/organisations?near=45.04,5.05", 422)

    assert problem["allowed"] == ["5.05,45.04"]
