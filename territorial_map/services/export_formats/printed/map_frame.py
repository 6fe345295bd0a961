"""Frames of a map on paper: where positions fall, and symbols moved apart to be seen."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.geo import Window
from territorial_map.services.export.map_background import Zone

WIDTH = 520.0
INSET = 96.0
MOST_SPREAD = 400
_MAX_HEIGHT = 400.0
_GAP = 6.0
# Steps around a spot, in symbols, nearest first.
_STEPS = tuple(
    sorted(
        ((x / 2, y / 2) for x in range(-7, 8) for y in range(-7, 8)),
        key=lambda step: (math.hypot(*step), step),
    )
)
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A window of the Earth on a rectangle of paper, web-mercator; ``scale`` is points per radian.

    ``x``, ``y`` is the rectangle's upper left corner, in points.
    """

    window: Window
    x: float
    y: float
    width: float
    height: float
    scale: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a position falls on paper."""
        window = self.window
        middle_x = math.radians((window.west + window.east) / 2)
        middle_y = (_mercator(window.north) + _mercator(window.south)) / 2
        return (
            self.x + self.width / 2 + (math.radians(lon) - middle_x) * self.scale,
            self.y + self.height / 2 - (_mercator(lat) - middle_y) * self.scale,
        )

    def holds(self, spot: tuple[float, float]) -> bool:
        """True inside the rectangle."""
        return (
            self.x <= spot[0] <= self.x + self.width and self.y <= spot[1] <= self.y + self.height
        )


def _mercator(lat: float) -> float:
    return math.asinh(math.tan(math.radians(lat)))


def _fitted(window: Window, x: float, y: float, width: float, most: float) -> MapFrame:
    across = math.radians(window.east - window.west)
    up = _mercator(window.north) - _mercator(window.south)
    height = min(most, max(most * 0.45, width * up / across))
    return MapFrame(window, x, y, width, height, min(width / across, height / up))


def frames_of(zones: Sequence[Zone]) -> list[tuple[Zone, MapFrame]]:
    """The main zone across the page, the others in a row of small frames beneath it."""
    main, *others = zones
    frames = [(main, _fitted(main.window, 0, 0, WIDTH, _MAX_HEIGHT))]
    top = frames[0][1].height + _GAP
    per_row = int(WIDTH // (INSET + _GAP))
    for n, zone in enumerate(others):
        x, y = (n % per_row) * (INSET + _GAP), top + (n // per_row) * (INSET + _GAP)
        across = math.radians(zone.window.east - zone.window.west)
        up = _mercator(zone.window.north) - _mercator(zone.window.south)
        scale = min(INSET / across, INSET / up)
        frames.append((zone, MapFrame(zone.window, x, y, INSET, INSET, scale)))
    return frames


def spread(spots: Sequence[Spot], size: float) -> list[Spot]:
    """The spots moved apart by a few symbols at most, so that those of one place are all seen.

    Too many for that are left where they are.
    """
    if len(spots) > MOST_SPREAD:
        return list(spots)
    placed: list[Spot] = []
    for x, y in spots:
        free = (
            (x + dx * size, y + dy * size)
            for dx, dy in _STEPS
            if all(
                math.hypot(x + dx * size - px, y + dy * size - py) >= size * 0.95
                for px, py in placed
            )
        )
        placed.append(next(free, (x, y)))
    return placed
