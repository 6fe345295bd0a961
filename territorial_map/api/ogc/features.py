"""Organisations and territories as GeoJSON features."""

import orjson

from territorial_map.api.ogc.models import (
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
