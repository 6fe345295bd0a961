"""What search engines read of a territory: a Place and a Dataset, at every level of portraits."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import insert

from territorial_map.domain.commune_groups import GroupLevel
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import portrait_of
from territorial_map.services.portrait.zones import PORTRAIT_LEVELS, portrayed
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.described import portrait_data
from tests.in_memory import edition_of
from tests.synthetic import organisation
from tests.web.served_pages import PUBLIC

# Of schema.org 29: properties that are those of each type, of those above it, or of Thing.
THING = {"name", "description", "identifier", "url"}
PROPERTIES = {
    "Place": THING | {"geo", "containedInPlace"},
    "AdministrativeArea": THING | {"geo", "containedInPlace"},
    "PropertyValue": {"propertyID", "value"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Dataset": THING
    | {"version", "dateModified", "isAccessibleForFree", "license", "spatialCoverage"}
    | {"distribution"},
    "DataDownload": {"encodingFormat", "contentUrl"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}
WHERE = {
    "region": ("84", "INSEE"),
    "department": ("26", "INSEE"),
    "epci": ("200068781", "SIREN"),
    "commune": ("26281", "INSEE"),
    "employment_zone": ("8421", "INSEE"),
    "living_area": ("26333", "INSEE"),
    "group": ("26281,26362", None),
}


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """One organisation in Romans; a made-up zone of each kind that holds it."""
    zones = [
        {"kind": kind.value, "code": WHERE[kind.value][0], "name": "Zone", "commune": "26281"}
        for kind in (GroupLevel.EMPLOYMENT_ZONE, GroupLevel.LIVING_AREA)
    ]
    with edition_of([organisation()]) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.zone_communes), zones)
            connection.commit()
        yield opened


def told(edition: OpenEdition, level: str) -> list[dict[str, Any]]:
    territory = portrayed(edition, level, WHERE[level][0], "Un groupe")
    graph = portrait_data(portrait_of(edition, territory), PUBLIC, Texts())["@graph"]
    assert [one["@type"] for one in graph[1:]] == ["Dataset", "BreadcrumbList"]
    return list(graph)


def misplaced(node: object) -> set[str]:
    """Properties that schema.org gives to none of the types of the node that has them."""
    if isinstance(node, list):
        return set().union(*map(misplaced, node))
    if not isinstance(node, dict) or "@type" not in node:
        return set()
    types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
    known = set().union(*(PROPERTIES[each] for each in types))
    own = {key for key in node if not key.startswith("@") and key not in known}
    return own.union(*map(misplaced, node.values()))


def test_every_level_of_portraits_is_tried() -> None:
    assert set(WHERE) == set(PORTRAIT_LEVELS)


@pytest.mark.parametrize("level", WHERE)
def test_a_place_has_the_code_of_whoever_gave_it_one(edition: OpenEdition, level: str) -> None:
    place = told(edition, level)[0]
    code, whose = WHERE[level]
    governed = level in {"region", "department", "epci", "commune"}

    assert place["@type"] == (["Place", "AdministrativeArea"] if governed else "Place")
    if whose is None:
        assert "identifier" not in place
    else:
        assert (place["identifier"]["propertyID"], place["identifier"]["value"]) == (whose, code)


@pytest.mark.parametrize("level", WHERE)
def test_data_are_those_of_the_place_and_can_be_had(edition: OpenEdition, level: str) -> None:
    graph = told(edition, level)
    place, data, way = graph

    assert misplaced(graph) == set()
    assert data["spatialCoverage"] == {"@id": place["@id"]}
    assert data["url"] == place["url"] == way["itemListElement"][-1]["item"]
    codes = {
        value
        for one in data["distribution"]
        for values in parse_qs(urlsplit(one["contentUrl"]).query).values()
        for value in values
    }
    assert codes == set(WHERE[level][0].split(","))


def test_what_is_told_can_be_fetched(client: TestClient, edition: OpenEdition) -> None:
    for level in ("epci", "group"):
        _, data, _ = told(edition, level)
        assert len(data["distribution"]) == 2
        for one in data["distribution"]:
            answer = client.get(one["contentUrl"].removeprefix(PUBLIC))
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith(one["encodingFormat"])
