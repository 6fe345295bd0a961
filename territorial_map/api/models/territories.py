"""Territories and addresses: suggestions of the place box, one of them, outlines of a level."""

from typing import Annotated, Any, Literal

import orjson
from pydantic import Field, WithJsonSchema
from typing_extensions import TypedDict

from territorial_map.api.models.base import Bounds, Count, Latitude, Longitude
from territorial_map.api.models.drawn import bounds
from territorial_map.domain.territory import TerritoryLevel, TerritoryShape
from territorial_map.services.explore.addresses import Address
from territorial_map.services.explore.gazetteer import PlaceName

_GEOMETRY = {
    "type": "object",
    "description": "Géométrie GeoJSON (RFC 7946).",
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"type": "string", "enum": ["Polygon", "MultiPolygon"]},
        "coordinates": {"type": "array", "items": {}},
    },
}
# An outline is stored as GeoJSON text and sent as it is.
Outline = Annotated[Any, WithJsonSchema(_GEOMETRY)]


class Suggestion(TypedDict):
    """A place that the text may mean; ``context`` tells it from its namesakes.

    The ``code`` of an address is its commune's.
    """

    level: TerritoryLevel | Literal["address"]
    code: str | None
    name: str
    context: str
    lon: Longitude | None
    lat: Latitude | None
    population: Count | None


class Suggestions(TypedDict):
    """Places, the likeliest first."""

    items: list[Suggestion]


class TerritoryAnswer(TypedDict):
    """A territory, its codes, and its outline where there is one."""

    level: TerritoryLevel
    code: str
    name: str
    population: Count | None
    region_code: str | None
    department_code: str | None
    epci_code: str | None
    postcodes: tuple[str, ...]
    lon: Longitude | None
    lat: Latitude | None
    bounds: Bounds | None
    outline: Outline | None


class OutlineProperties(TypedDict):
    """The territory that an outline is of."""

    code: str
    name: str


class OutlineFeature(TypedDict):
    """One outline, generalised for the screen."""

    type: Literal["Feature"]
    id: str
    properties: OutlineProperties
    geometry: Outline | None


class Outlines(TypedDict):
    """The outlines of a level as GeoJSON."""

    type: Literal["FeatureCollection"]
    features: Annotated[list[OutlineFeature], Field(description="Par code.")]


def suggestion(place: PlaceName) -> Suggestion:
    """A territory as a suggestion."""
    territory = place.territory
    point = territory.point
    return {
        "level": territory.level,
        "code": territory.code,
        "name": place.name,
        "context": place.context,
        "lon": point.lon if point else None,
        "lat": point.lat if point else None,
        "population": territory.population,
    }


def address_suggestion(address: Address) -> Suggestion:
    """An address as a suggestion."""
    return {
        "level": "address",
        "code": address.commune_code,
        "name": address.label,
        "context": "Adresse · Base adresse nationale",
        "lon": address.point.lon,
        "lat": address.point.lat,
        "population": None,
    }


def territory_answer(shape: TerritoryShape) -> TerritoryAnswer:
    """A territory and its outline."""
    territory = shape.territory
    return {
        "level": territory.level,
        "code": territory.code,
        "name": territory.name,
        "population": territory.population,
        "region_code": territory.region_code,
        "department_code": territory.department_code,
        "epci_code": territory.epci_code,
        "postcodes": territory.postcodes,
        "lon": territory.point.lon if territory.point else None,
        "lat": territory.point.lat if territory.point else None,
        "bounds": bounds(shape.window) if shape.window else None,
        "outline": orjson.Fragment(shape.outline) if shape.outline else None,
    }


def outlines_answer(shapes: tuple[TerritoryShape, ...]) -> Outlines:
    """Outlines of one level."""
    return {"type": "FeatureCollection", "features": list(map(_outline, shapes))}


def _outline(shape: TerritoryShape) -> OutlineFeature:
    return {
        "type": "Feature",
        "id": shape.territory.code,
        "properties": {"code": shape.territory.code, "name": shape.territory.name},
        "geometry": orjson.Fragment(shape.outline or "null"),
    }
