"""What the features service tells of itself: landing page, collections, definition, links."""

import json
import re
from urllib.parse import urlsplit

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV30SpecValidator
from starlette.requests import Request
from starlette.testclient import TestClient

from territorial_map.api.ogc.asked import FeaturesAsked, Representation, preferred
from territorial_map.api.ogc.collections import COLLECTIONS
from territorial_map.api.ogc.features import organisation_feature
from territorial_map.api.ogc.pages import feature_page, features_page
from territorial_map.api.ogc.parameters import LARGEST_PAGE
from territorial_map.api.ogc.routes import CLASSES
from territorial_map.domain.dimensions import DIMENSIONS
from tests.api.ogc.asking import HOST, ITEMS, LEVELS, got, links
from tests.synthetic import organisation

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
