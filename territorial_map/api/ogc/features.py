"""Organisations and territories as GeoJSON features, and pages of them with their neighbours."""

import orjson

from territorial_map.api.ogc.asked import JSON, FeaturesAsked, link
from territorial_map.api.ogc.collections import GEOJSON, Collection
from territorial_map.api.ogc.models import (
    OgcLink,
    OrganisationFeature,
    TerritoryFeature,
)
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.territory import TerritoryShape
from territorial_map.services.open_data.columns import values_of


def organisation_feature(organisation: Organisation) -> OrganisationFeature:
    """An organisation."""
    point = organisation.place.point
    return {
        "type": "Feature",
        "id": organisation.id,
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]} if point else None,
        "properties": values_of(organisation),
    }


def territory_feature(shape: TerritoryShape) -> TerritoryFeature:
    """A territory; its outline is sent as it is stored."""
    territory = shape.territory
    point = territory.point
    return {
        "type": "Feature",
        "id": territory.code,
        "geometry": orjson.Fragment(shape.outline) if shape.outline else None,
        "properties": {
            "code": territory.code,
            "name": territory.name,
            "level": territory.level,
            "population": territory.population,
            "region": territory.region_code,
            "department": territory.department_code,
            "epci": territory.epci_code,
            "postcodes": territory.postcodes,
            "longitude": point.lon if point else None,
            "latitude": point.lat if point else None,
        },
    }


def page_links(
    one: Collection, asked: FeaturesAsked, matched: int, limit: int, offset: int
) -> list[OgcLink]:
    """To this page, its neighbours and its collection."""
    links = asked.own_links(GEOJSON)
    here = links[0]["type"]
    if offset > 0:
        before = asked.here(offset=max(0, offset - limit), limit=limit)
        links.append(link("prev", before, here, "Page précédente"))
    if offset + limit < matched:
        after = asked.here(offset=offset + limit, limit=limit)
        links.append(link("next", after, here, "Page suivante"))
    links.append(link("collection", asked.address(one.path), JSON, one.title))
    return links


def single_links(one: Collection, asked: FeaturesAsked) -> list[OgcLink]:
    """To this feature and its collection."""
    return [
        *asked.own_links(GEOJSON),
        link("collection", asked.address(one.path), JSON, one.title),
    ]
