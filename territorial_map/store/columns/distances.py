"""Kilometres as the crow flies, in the very steps of ``queries.conditions.distance_column``."""

import math

import numpy as np
from numpy.typing import NDArray

from territorial_map.domain.geo import EARTH_RADIUS_KM, Point

_DEGREE = np.pi / 180
CLOSE_KM = 1e-7
"""What ``kilometres`` differ from ``exactly`` by at most: it is ten thousand times less."""


def kilometres(
    point: Point, lon: NDArray[np.float64], lat: NDArray[np.float64]
) -> NDArray[np.float64]:
    """From a point to others (m,), by the haversine; not a number where there is no position."""
    up = np.sin((lat - point.lat) * _DEGREE / 2)
    across = np.sin((lon - point.lon) * _DEGREE / 2)
    half = up * up + np.cos(point.lat * _DEGREE) * np.cos(lat * _DEGREE) * (across * across)
    told: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return told


def exactly(point: Point, lon: float, lat: float) -> float:
    """The same to the last bit of what SQL gives: numpy's own sines are rounded otherwise."""
    up = math.sin(math.radians(lat - point.lat) / 2)
    across = math.sin(math.radians(lon - point.lon) / 2)
    cosines = math.cos(math.radians(point.lat)) * math.cos(math.radians(lat))
    half = math.pow(up, 2) + cosines * math.pow(across, 2)
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
