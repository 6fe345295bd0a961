"""What search engines read of an organisation: schema.org data that say no more than is known."""

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation, Place
from territorial_map.domain.vocabulary import Located
from territorial_map.web.base.addresses import organisation_path
from territorial_map.web.pages.organisation.described import organisation_data
from tests.synthetic import organisation, place, place_in_lyon
from tests.web.served_pages import PUBLIC

ADDRESS = "https://annuaire.example/organisations/synthetic:1"
# Properties of schema.org 28 that are those of each type, or of Thing.
PROPERTIES = {
    "Organization": {
        "address",
        "alternateName",
        "areaServed",
        "identifier",
        "mainEntityOfPage",
        "name",
        "telephone",
        "url",
    },
    "Place": {"geo"},
    "PostalAddress": {
        "addressCountry",
        "addressLocality",
        "addressRegion",
        "postalCode",
        "streetAddress",
    },
    "PropertyValue": {"propertyID", "value"},
    "GeoCoordinates": {"latitude", "longitude"},
    "AdministrativeArea": {"name", "identifier"},
}


def told(one: Organisation) -> dict[str, Any]:
    return organisation_data(one, ADDRESS)


def misplaced(node: dict[str, Any]) -> set[str]:
    """Properties of a node, and of those within, that schema.org does not give to their type."""
    types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
    known = set().union(*(PROPERTIES[each] for each in types))
    wrong = {key for key in node if not key.startswith("@") and key not in known}
    for value in node.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                wrong |= misplaced(inner)
    return wrong


def test_a_point_at_the_address_is_told_with_the_numbers_of_the_organisation() -> None:
    data = told(
        organisation(
            siren="775544083",
            siret="77554408300477",
            website="https://example.org",
            phone="04 75 00 00 00",
        )
    )

    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": 45.04, "longitude": 5.05}
    assert {i["propertyID"]: i["value"] for i in data["identifier"]} == {
        "SIREN": "775544083",
        "SIRET": "77554408300477",
    }
    assert data["areaServed"]["identifier"]["value"] == "26281"
    assert (data["url"], data["telephone"]) == ("https://example.org", "04 75 00 00 00")
    assert misplaced(data) == set()


@pytest.mark.parametrize(
    ("where", "area"),
    [
        (place_in_lyon(None), "Lyon"),
        (place(None), "Drôme"),
        (Place(Located.REGION, region_code="84", region="Auvergne-Rhône-Alpes"), None),
        (Place(), None),
    ],
)
def test_the_centre_of_a_commune_is_never_told_as_the_point(where: Place, area: str | None) -> None:
    data = told(organisation(place=where))

    assert "geo" not in data
    assert data["@type"] == "Organization"
    served = data.get("areaServed", {}).get("name")
    assert served == (area or where.region)
    assert misplaced(data) == set()


def test_the_area_that_an_organisation_says_it_serves_comes_first() -> None:
    assert told(organisation(service_area="Vallée de la Drôme"))["areaServed"] == (
        "Vallée de la Drôme"
    )


def test_a_place_abroad_is_not_told_as_french() -> None:
    abroad = Place(Located.ABROAD, address="1 rue Fictive", missing_reason="hors de France")

    assert "address" not in told(organisation(place=abroad))


def test_an_unknown_property_would_be_seen() -> None:
    point = Point(5.05, 45.04)

    assert misplaced(told(organisation()) | {"latitude": point.lat}) == {"latitude"}


def test_the_page_of_an_organisation_carries_its_data_as_a_block_that_closes_nothing(
    client: TestClient,
) -> None:
    page = client.get(organisation_path("synthetic:site1", "Atelier synthétique du Vercors 1")).text

    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert len(blocks) == 1
    assert "<" not in blocks[0]
    data = json.loads(blocks[0])
    assert data["@id"].startswith(PUBLIC)
    assert data["geo"]["longitude"] == pytest.approx(5.15)
    assert misplaced(data) == set()
