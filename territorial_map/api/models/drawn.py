"""What a map draws: clusters and single organisations, as GeoJSON."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Bounds, Count, EditionId
from territorial_map.api.models.understanding import UnderstoodPart
from territorial_map.domain.edition import Edition
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Cluster, MapView, Pin
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.vocabulary import Kind


class PointGeometry(TypedDict):
    """A GeoJSON point: longitude, latitude."""

    type: Literal["Point"]
    coordinates: Annotated[list[float], Field(min_length=2, max_length=2)]


class DrawnTerritory(TypedDict):
    """The territory that a cluster counts whole."""

    level: TerritoryLevel
    code: str
    name: str


class ClusterProperties(TypedDict):
    """``kinds`` counts per kind; at ``same_point`` no zoom parts them.

    ``count`` and ``kinds`` are of those kept; ``unknown`` more have no trade recorded, where one is
    asked for. ``territory`` where they are counted by territory.
    """

    cluster: Literal[True]
    count: Count
    unknown: Count
    bounds: Bounds
    kinds: dict[Kind, Count]
    same_point: bool
    territory: DrawnTerritory | None


class ClusterFeature(TypedDict):
    """Several organisations drawn as one."""

    type: Literal["Feature"]
    geometry: PointGeometry
    properties: ClusterProperties


class PinProperties(TypedDict):
    """``precise`` is false where the point is that of the commune.

    ``unknown`` where a trade is asked for, and this organisation has none recorded.
    """

    cluster: Literal[False]
    id: str
    kind: Kind
    name: str
    precise: bool
    unknown: bool


class PinFeature(TypedDict):
    """One organisation on the map."""

    type: Literal["Feature"]
    id: str
    geometry: PointGeometry
    properties: PinProperties


class MapFeatures(TypedDict):
    """A GeoJSON feature collection; ``total`` is everything in the window, never capped.

    ``unknown`` more have no trade recorded, where one is asked for; they are drawn too.
    """

    type: Literal["FeatureCollection"]
    edition: EditionId
    understood: list[UnderstoodPart]
    total: Count
    unknown: Count | None
    features: list[ClusterFeature | PinFeature]


def bounds(window: Window) -> list[float]:
    """West, south, east, north, in degrees."""
    return [window.west, window.south, window.east, window.north]


def map_features(view: MapView, edition: Edition, understood: list[UnderstoodPart]) -> MapFeatures:
    """A GeoJSON feature collection."""
    return {
        "type": "FeatureCollection",
        "edition": edition.id,
        "understood": understood,
        "total": view.total,
        "unknown": view.unknown,
        "features": [*map(_cluster, view.clusters), *map(_pin, view.pins)],
    }


def _cluster(cluster: Cluster) -> ClusterFeature:
    return {
        "type": "Feature",
        "geometry": _point(cluster.point),
        "properties": {
            "cluster": True,
            "count": cluster.count,
            "unknown": cluster.to_call,
            "bounds": bounds(cluster.window),
            "kinds": dict(cluster.kinds),
            "same_point": cluster.same_point,
            "territory": _drawn(cluster.territory),
        },
    }


def _drawn(territory: Territory | None) -> DrawnTerritory | None:
    if territory is None:
        return None
    return {"level": territory.level, "code": territory.code, "name": territory.name}


def _pin(pin: Pin) -> PinFeature:
    return {
        "type": "Feature",
        "id": pin.id,
        "geometry": _point(pin.point),
        "properties": {
            "cluster": False,
            "id": pin.id,
            "kind": pin.kind,
            "name": pin.name,
            "precise": pin.precise,
            "unknown": pin.to_call,
        },
    }


def _point(point: Point) -> PointGeometry:
    return {"type": "Point", "coordinates": [point.lon, point.lat]}
