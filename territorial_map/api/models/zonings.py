"""Zonings as they are drawn: the outlines of zones, by département."""

from typing import Annotated, Literal

import orjson
from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import EditionId, Latitude, Longitude
from territorial_map.api.models.territories import Outline
from territorial_map.domain.edition import Edition
from territorial_map.domain.zoning_terms import ZoningDrawn, ZoningKind
from territorial_map.services.explore.zoning_outlines import DrawnZoning, ZoneOutline


class ZoneProperties(TypedDict):
    """A zone that reaches some départements; of a grid or a programme, what of it lies in one.

    ``style`` is its level in a grid, else another number than those of the zones that touch it;
    the point lies inside, for a name.
    """

    code: str
    name: str
    departments: tuple[str, ...]
    style: Annotated[int, Field(ge=0)]
    lon: Longitude
    lat: Latitude


class ZoneFeature(TypedDict):
    """One zone, generalised for the screen."""

    type: Literal["Feature"]
    properties: ZoneProperties
    geometry: Outline


class ZoningOutlines(TypedDict):
    """The zones of a zoning in a département as GeoJSON.

    Only where it is ``drawn`` does no feature mean that there is no zone.
    """

    type: Literal["FeatureCollection"]
    edition: EditionId
    kind: ZoningKind
    vintage: str | None
    drawn: ZoningDrawn
    features: Annotated[list[ZoneFeature], Field(description="Par code.")]


def zoning_answer(found: DrawnZoning, edition: Edition) -> ZoningOutlines:
    """The zones that were found."""
    return {
        "type": "FeatureCollection",
        "edition": edition.id,
        "kind": found.kind,
        "vintage": found.vintage,
        "drawn": found.drawn,
        "features": list(map(_zone, found.zones)),
    }


def _zone(zone: ZoneOutline) -> ZoneFeature:
    return {
        "type": "Feature",
        "properties": {
            "code": zone.code,
            "name": zone.name,
            "departments": zone.departments,
            "style": zone.style,
            "lon": zone.lon,
            "lat": zone.lat,
        },
        "geometry": orjson.Fragment(zone.outline),
    }
