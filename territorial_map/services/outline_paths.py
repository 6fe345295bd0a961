"""Outlines of territories as paths of a drawing, without a tile: a window fitted into a box."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from territorial_map.domain.geo import Window

_STEP = 0.5  # of a unit of the drawing: finer points are not seen
# A class is a fill and the ink of what is written on it, 4.5:1 at least; from the least count.
FILLS = ("#e3eefa", "#b5d0ec", "#7aa9da", "#3b79bb", "#12467f")
INKS = ("#1b2a3d", "#1b2a3d", "#0f1c2c", "#ffffff", "#ffffff")

Ring = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]


class FittedFrame:
    """Degrees to units of the drawing, a window fitted into a box (left, top, width, height)."""

    def __init__(self, window: Window, box: Box) -> None:
        left, top, width, height = box
        self._squeeze = math.cos(math.radians((window.south + window.north) / 2))
        wide = (window.east - window.west) * self._squeeze
        high = window.north - window.south
        self._scale = min(width / wide, height / high)
        self._x = (
            left + (width - wide * self._scale) / 2 - window.west * self._squeeze * self._scale
        )
        self._y = top + (height - high * self._scale) / 2 + window.north * self._scale

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """A point on the drawing, to half a unit."""
        x = self._x + lon * self._squeeze * self._scale
        y = self._y - lat * self._scale
        return round(x / _STEP) * _STEP, round(y / _STEP) * _STEP

    def path(self, outline: str | None) -> str:
        """An outline (GeoJSON text) as the commands of a path; empty without one."""
        rings = (_thinned(self.place(*p[:2]) for p in ring) for ring in _rings(outline))
        return "".join(_commands(ring) for ring in map(tuple, rings) if len(ring) > 2)


def window_around(windows: Sequence[Window]) -> Window:
    """The window that holds all of some, one at least."""
    return Window(
        min(one.west for one in windows),
        min(one.south for one in windows),
        max(one.east for one in windows),
        max(one.north for one in windows),
    )


def height_of(window: Window, width: float, most: float) -> float:
    """How high a drawing of a window is for a width, ``most`` at most."""
    squeeze = math.cos(math.radians((window.south + window.north) / 2))
    wide = (window.east - window.west) * squeeze
    return min(most, round(width * (window.north - window.south) / wide))


def _rings(outline: str | None) -> Iterator[Sequence[Sequence[float]]]:
    geometry: Mapping[str, Any] = orjson.loads(outline or "{}")
    polygons = geometry.get("coordinates", [])
    for polygon in polygons if geometry.get("type") == "MultiPolygon" else [polygons]:
        yield from polygon


def _thinned(points: Iterator[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The points of a ring without those that fall on the one before."""
    before = None
    for point in points:
        if point != before:
            yield point
        before = point


def _commands(ring: Ring) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z"
