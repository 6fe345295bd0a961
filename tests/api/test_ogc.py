"""Features over HTTP: what each conformance class claimed asks for, and the list's own counts."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV30SpecValidator
from starlette.requests import Request
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.ogc.asked import FeaturesAsked, Representation, preferred
from territorial_map.api.ogc.collections import COLLECTIONS
from territorial_map.api.ogc.features import organisation_feature
from territorial_map.api.ogc.pages import feature_page, features_page
from territorial_map.api.ogc.parameters import LARGEST_PAGE
from territorial_map.api.ogc.routes import CLASSES
from territorial_map.api.operators import Operators
from territorial_map.domain.dimensions import DIMENSIONS
from territorial_map.services.open_data.columns import COLUMNS
from tests.sites import site_of
from tests.synthetic import PLACES, organisation, synthetic_organisations

HOST = "http://testserver"
ITEMS = "/ogc/collections/organisations/items"
LEVELS = ("region", "department", "epci", "commune")
BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
EVERY_RESOURCE = (
    "/ogc",
    "/ogc/api",
    "/ogc/conformance",
    "/ogc/collections",
    "/ogc/collections/organisations",
    "/ogc/collections/organisations/queryables",
    "/ogc/collections/epci/queryables",
    ITEMS,
    f"{ITEMS}/synthetic:scop",
    "/ogc/collections/region/items",
    "/ogc/collections/region/items/84",
)
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


@pytest.fixture(scope="module")
def client(small_editions: Path, operators: Operators) -> Iterator[TestClient]:
    unlimited = Gate(per_minute=1_000_000, at_once=100)
    server = create_server(site_of(small_editions, operators.ledger), operators, gate=unlimited)
    with TestClient(server, raise_server_exceptions=False) as client:
        yield client


def got(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def links(told: Any, rel: str) -> list[Any]:
    return [link for link in told["links"] if link["rel"] == rel]


def every_page(client: TestClient, address: str) -> list[Any]:
    """The features of every page, by the links alone."""
    found, following = [], [{"href": address}]
    while following:
        told = got(client, following[0]["href"])
        assert told["numberReturned"] == len(told["features"])
        found += told["features"]
        following = links(told, "next")
    return found


def test_the_landing_page_leads_to_everything(client: TestClient) -> None:
    told = got(client, "/ogc")
    by_rel = {link["rel"]: link for link in told["links"]}

    assert set(by_rel) >= {
        "self",
        "alternate",
        "service-desc",
        "service-doc",
        "conformance",
        "data",
    }
    answers = {rel: client.get(link["href"]) for rel, link in by_rel.items()}
    assert {rel: answer.status_code for rel, answer in answers.items()} == dict.fromkeys(
        by_rel, 200
    )
    assert answers["service-desc"].headers["content-type"] == by_rel["service-desc"]["type"]
    assert set(got(client, "/ogc/conformance")["conformsTo"]) == set(CLASSES)
    assert all(link["href"].startswith(f"{HOST}/ogc") for link in told["links"])


def test_the_collections_are_the_organisations_and_four_levels(client: TestClient) -> None:
    told = got(client, "/ogc/collections")

    assert [one["id"] for one in told["collections"]] == ["organisations", *LEVELS]
    for one in told["collections"]:
        assert one == got(client, f"/ogc/collections/{one['id']}")
        assert {link["type"] for link in links(one, "items")} == {
            "application/geo+json",
            "text/html",
        }
        assert "crs" not in one
    region = told["collections"][1]
    assert region["extent"]["spatial"]["bbox"] == [[4.0, 44.0, 6.0, 46.0]]


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
    ("address", "parameter"),
    [
        (f"{ITEMS}?bbox=1,2,3", "bbox"),
        (f"{ITEMS}?bbox=a,b,c,d", "bbox"),
        (f"{ITEMS}?limit=0", "limit"),
        (f"{ITEMS}?limit=ten", "limit"),
        (f"{ITEMS}?offset=-1", "offset"),
        (f"{ITEMS}?colour=red", "colour"),
        (f"{ITEMS}?kind=castle", "kind"),
        (f"{ITEMS}?datetime=yesterday", "datetime"),
        (f"{ITEMS}?datetime=2026-13-01", "datetime"),
        (f"{ITEMS}?f=xml", "f"),
        (f"{ITEMS}?crs=http://www.opengis.net/def/crs/EPSG/0/2154", "crs"),
        ("/ogc/collections?limit=3", "limit"),
        ("/ogc/collections/region/items?kind=ptce", "kind"),
    ],
)
def test_a_wrong_parameter_is_refused_with_400_and_named(
    client: TestClient, address: str, parameter: str
) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer.json()["status"]) == (400, 400)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["parameter"] == parameter


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


@pytest.mark.parametrize(
    "address",
    [
        "/ogc/nowhere",
        "/ogc/collections/castles",
        "/ogc/collections/castles/items",
        "/ogc/collections/castles/queryables",
        f"{ITEMS}/nobody",
        "/ogc/collections/region/items/99",
        "/ogc/collections/organisations/items/a/b",
    ],
)
def test_what_is_not_there_is_a_404_as_a_problem(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("address", EVERY_RESOURCE)
def test_everything_is_data_and_a_page_and_each_leads_to_the_other(
    client: TestClient, address: str
) -> None:
    data, page = client.get(address), client.get(address, headers=BROWSER)
    asked = client.get(f"{address}?f=html")

    assert data.headers["content-type"].partition(";")[0].endswith("json")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert data.headers["vary"].lower().startswith("accept")
    assert data.headers["etag"] != page.headers["etag"]
    assert re.search(r"<h1>[^<]{3,}</h1>", page.text)
    assert "<script" not in page.text
    titles = re.findall(r"<title>(.*?)</title>", page.text)
    assert titles == re.findall(r"<title>(.*?)</title>", asked.text) != []


@pytest.mark.parametrize("address", ["/ogc", "/ogc/collections", ITEMS, f"{ITEMS}/synthetic:scop"])
def test_data_and_page_lead_to_each_other(client: TestClient, address: str) -> None:
    (page,) = links(got(client, address), "alternate")

    assert client.get(page["href"]).headers["content-type"].startswith(page["type"])
    assert 'rel="alternate"' in client.get(page["href"]).text


def test_links_stand_in_the_header_too(client: TestClient) -> None:
    answer = client.get(f"{ITEMS}?limit=2&offset=2")

    told = {rel: answer.links[rel]["url"] for rel in ("self", "prev", "next", "alternate")}
    assert told == {rel: links(answer.json(), rel)[0]["href"] for rel in told}


def test_an_unchanged_answer_is_not_sent_again(client: TestClient) -> None:
    tag = client.get(ITEMS).headers["etag"]

    assert client.get(ITEMS, headers={"if-none-match": tag}).status_code == 304
    assert client.get(f"{ITEMS}?limit=2", headers={"if-none-match": tag}).status_code == 200
    page = client.get(ITEMS, headers={"if-none-match": tag} | BROWSER)
    assert page.status_code == 200


@pytest.mark.parametrize("address", EVERY_RESOURCE)
def test_head_tells_the_headers_alone(client: TestClient, address: str) -> None:
    got_, head = client.get(address), client.head(address)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == got_.headers["etag"]


def test_queryables_are_the_filters_and_describe_the_features(client: TestClient) -> None:
    told = got(client, "/ogc/collections/organisations/queryables")
    answer = client.get("/ogc/collections/organisations/queryables")

    names = {dimension.name for dimension in DIMENSIONS}
    assert set(told["properties"]) == names | {"q", "near", "radius_km"}
    assert answer.headers["content-type"] == "application/schema+json"
    assert told["$id"] == f"{HOST}/ogc/collections/organisations/queryables"
    check = jsonschema_rs.validator_for(told)
    assert check.is_valid({"kind": "ptce", "department": "2A"})
    assert not check.is_valid({"kind": "castle"})
    assert not check.is_valid({"colour": "red"})


def test_every_queryable_with_a_closed_list_is_a_parameter(client: TestClient) -> None:
    told = got(client, "/ogc/collections/organisations/queryables")["properties"]
    closed = {name: each["enum"][0] for name, each in told.items() if "enum" in each}

    assert len(closed) > 8
    counts = {n: got(client, f"{ITEMS}?{n}={v}")["numberMatched"] for n, v in closed.items()}
    assert counts == {
        n: got(client, f"/api/v1/organisations?{n}={v}")["total"] for n, v in closed.items()
    }


def test_the_definition_is_openapi_3_0_and_names_every_collection(client: TestClient) -> None:
    definition = got(client, "/ogc/api")

    OpenAPIV30SpecValidator(definition).validate()
    assert definition["openapi"] == "3.0.3"
    assert definition["servers"] == [{"url": f"{HOST}/ogc"}]
    for name in ("organisations", *LEVELS):
        asked = definition["paths"][f"/collections/{name}/items"]["get"]["parameters"]
        limit = next(one["schema"] for one in asked if one["name"] == "limit")
        assert (limit["maximum"], limit["minimum"]) == (LARGEST_PAGE, 1)
        assert {"bbox", "datetime", "f"} <= {one["name"] for one in asked}
    text = json.dumps(definition)
    assert '"type": "null"' not in text
    assert '"const"' not in text


def test_links_start_where_the_request_came_from(client: TestClient) -> None:
    elsewhere = client.get("/ogc", headers={"host": "annuaire.example"}).json()
    hostile = client.get("/ogc", headers={"host": 'evil"><script>'}).json()

    # The public address has this host, and is https: a proxy took the TLS off.
    assert links(elsewhere, "self")[0]["href"] == "https://annuaire.example/ogc"
    assert links(hostile, "self")[0]["href"] == "https://annuaire.example/ogc"


def test_a_slash_too_many_leads_to_the_landing_page(client: TestClient) -> None:
    answer = client.get("/ogc/", follow_redirects=False)

    assert (answer.status_code, urlsplit(answer.headers["location"]).path) == (308, "/ogc")


def test_a_name_that_closes_tags_is_escaped_in_pages() -> None:
    hostile = '</h1><script>alert("x")</script>'
    told = organisation_feature(organisation(name=hostile, website='https://x.example/"><b>'))
    request = Request({"type": "http", "path": ITEMS, "query_string": b"", "headers": []})
    asked = FeaturesAsked(request, "https://annuaire.example", Representation.HTML)
    page = {"features": [told], "numberReturned": 1, "numberMatched": 1, "links": []}

    written = [
        feature_page(COLLECTIONS["organisations"], told | {"links": []}, asked),
        features_page(COLLECTIONS["organisations"], page, asked),
    ]

    assert ["<script" in one or "<b>" in one for one in written] == [False, False]
    assert ["&lt;script&gt;" in one for one in written] == [True, True]


@pytest.mark.parametrize(
    ("accept", "told"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("application/geo+json, application/json", "json"),
        ("text/html", "html"),
        ("text/html;q=0.5, application/json;q=0.9", "json"),
        ("application/json;q=0.2, text/html;q=0.3", "html"),
        ("image/png", "json"),
        ("TEXT/HTML; q=1", "html"),
    ],
)
def test_the_representation_is_the_one_preferred(accept: str, told: str) -> None:
    assert preferred(accept).value == told


@given(st.text(max_size=60))
def test_any_accept_header_is_read(accept: str) -> None:
    assert preferred(accept).value in {"json", "html"}
