"""Which commune holds a point, and how far one lies from a commune."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import shapely

from territorial_map.domain.geo import KM_PER_DEGREE_LAT, Point

NEAR_ENOUGH_KM = 2.0  # boundaries are simplified, and addresses lie along them
_ALONGSIDE = 0.03  # degrees: at least NEAR_ENOUGH_KM from north to south, anywhere in France
_REMEMBERED = 50_000


class Boundaries:
    """The boundaries of communes, unpacked at the first point asked for.

    ``packed`` gives the codes and the WKB polygons, in degrees WGS 84.
    """

    def __init__(self, packed: Callable[[], tuple[Sequence[str], np.ndarray]]) -> None:
        self._packed = packed
        self._known: dict[Point, str | None] = {}

    def commune_at(self, point: Point) -> str | None:
        """The commune whose polygon holds the point; on a border, the first code of the two."""
        if point not in self._known:
            self._room()
            spot = shapely.Point(point.lon, point.lat)
            found = self._tree.query(spot, predicate="intersects").tolist()
            self._known[point] = min((self._codes[n] for n in found), default=None)
        return self._known[point]

    def remember(self, found: Mapping[Point, str | None]) -> None:
        """Keep the communes of points that were joined at once."""
        self._room(len(found))
        self._known |= found

    def nearest(self, point: Point) -> str | None:
        """The commune that holds the point, else the nearest within ``NEAR_ENOUGH_KM``."""
        inside = self.commune_at(point)
        if inside is not None:
            return inside
        spot = shapely.Point(point.lon, point.lat)
        wide = _ALONGSIDE / max(0.2, math.cos(math.radians(point.lat)))
        around = self._tree.query(shapely.buffer(spot, wide)).tolist()
        near = sorted((self._km(n, point), self._codes[n]) for n in around)
        return near[0][1] if near and near[0][0] <= NEAR_ENOUGH_KM else None

    def distance_km(self, code: str, point: Point) -> float:
        """Distance from a point to a commune, 0 inside it; ``code`` is a current one.

        Measured on a plane tangent at the point: exact to some metres within 10 km.
        """
        return self._km(self._rank[code], point)

    def has(self, code: str) -> bool:
        """True when the commune has a boundary."""
        return code in self._rank

    @property
    def layer(self) -> tuple[Sequence[str], np.ndarray]:
        """Codes and polygons, in one order."""
        return self._codes, self._polygons

    def _km(self, rank: int, point: Point) -> float:
        polygon = self._polygons[rank]
        if shapely.intersects_xy(polygon, point.lon, point.lat):
            return 0.0
        scale = np.array([KM_PER_DEGREE_LAT * math.cos(math.radians(point.lat)), KM_PER_DEGREE_LAT])
        origin = np.array([point.lon, point.lat])
        plane = shapely.transform(polygon, lambda degrees: (degrees - origin) * scale)
        return float(shapely.distance(plane, shapely.Point(0, 0)))

    def _room(self, more: int = 1) -> None:
        if len(self._known) + more > _REMEMBERED:
            self._known.clear()

    @cached_property
    def _unpacked(self) -> tuple[Sequence[str], np.ndarray]:
        codes, packed = self._packed()
        polygons = shapely.from_wkb(packed)
        shapely.prepare(polygons)
        return codes, polygons

    @property
    def _codes(self) -> Sequence[str]:
        return self._unpacked[0]

    @property
    def _polygons(self) -> np.ndarray:
        return self._unpacked[1]

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {code: rank for rank, code in enumerate(self._codes)}

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._polygons)


def boundaries_of(folder: Path) -> Boundaries:
    """The boundaries of ``data/territories``, read when they are first needed."""

    def packed() -> tuple[Sequence[str], np.ndarray]:
        import pyarrow.parquet as pq  # noqa: PLC0415 - slow and large to load, for points only

        table = pq.read_table(folder / "communes.parquet", columns=["code", "geometry"])
        return table["code"].to_pylist(), table["geometry"].to_numpy()

    return Boundaries(packed)
