"""Points, distances as the crow flies, windows and map tiles; degrees WGS 84, kilometres."""

import math
from dataclasses import dataclass

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
MERCATOR_MAX_LAT = 85.051128779807
MERCATOR_BITS = 24
KM_PER_DEGREE_LAT = math.pi * EARTH_RADIUS_KM / 180


@dataclass(frozen=True, slots=True)
class Point:
    """Longitude and latitude, in degrees."""

    lon: float
    lat: float

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError(f"not a point on Earth: lon={self.lon}, lat={self.lat}")


@dataclass(frozen=True, slots=True)
class Window:
    """A map window in degrees; never crosses the antimeridian (no French territory here does)."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= self.east <= 180 and -90 <= self.south <= self.north <= 90):
            raise ValueError(f"not a window: {self}")

    def holds(self, point: Point) -> bool:
        """True when the point is inside, borders included."""
        return self.west <= point.lon <= self.east and self.south <= point.lat <= self.north


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance (haversine), as the crow flies.

    >>> round(distance_km(Point(2.3522, 48.8566), Point(4.8357, 45.7640)))
    391
    """
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def window_around(point: Point, radius_km: float) -> Window:
    """The smallest window that surely holds every point within the radius, one on it too."""
    dlat = radius_km / KM_PER_DEGREE_LAT * (1 + 1e-9)  # more than what roundings take away
    shrink = max(0.01, math.cos(math.radians(min(89.0, abs(point.lat) + dlat))))
    dlon = dlat / shrink
    return Window(
        max(-180.0, point.lon - dlon),
        max(-90.0, point.lat - dlat),
        min(180.0, point.lon + dlon),
        min(90.0, point.lat + dlat),
    )


def mercator_key(point: Point) -> tuple[int, int]:
    """Web-mercator position as integers in [0, 2**24): the tile at zoom z is the key >> (24 - z).

    Source: OGC, WebMercatorQuad tile matrix set.
    """
    size = 1 << MERCATOR_BITS
    lat = math.radians(max(-MERCATOR_MAX_LAT, min(MERCATOR_MAX_LAT, point.lat)))
    x = (point.lon + 180) / 360
    y = (1 - math.asinh(math.tan(lat)) / math.pi) / 2
    return min(size - 1, int(x * size)), min(size - 1, max(0, int(y * size)))
