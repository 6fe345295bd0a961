"""Points of rows that tell no other place, joined to communes at once."""

from collections.abc import Iterable

import geopandas
import shapely

from territorial_map.domain.geo import Point
from territorial_map.places import Boundaries, PlaceCells

_DEGREES = "EPSG:4326"


def join_points(cells: Iterable[PlaceCells], boundaries: Boundaries) -> int:
    """Join the points that are all that a row tells, for the boundaries to remember; how many.

    The same polygons answer a point asked alone, so both ways agree (tested).
    """
    points = list({c.point for c in cells if c.point and c.tells_nothing_but_a_point})
    if points:
        boundaries.remember(communes_of(points, boundaries))
    return len(points)


def communes_of(points: list[Point], boundaries: Boundaries) -> dict[Point, str | None]:
    """The commune of each point, the first code on a border, ``None`` in no polygon."""
    codes, polygons = boundaries.layer
    spots = shapely.points([p.lon for p in points], [p.lat for p in points])
    left = geopandas.GeoDataFrame({"spot": range(len(points))}, geometry=spots, crs=_DEGREES)
    right = geopandas.GeoDataFrame({"code": list(codes)}, geometry=polygons, crs=_DEGREES)
    joined = geopandas.sjoin(left, right, predicate="intersects", how="inner")
    found: dict[Point, str | None] = dict.fromkeys(points)
    for spot, code in sorted(zip(joined["spot"], joined["code"], strict=True), reverse=True):
        found[points[spot]] = code
    return found
