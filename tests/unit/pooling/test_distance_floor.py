"""The floor of a distance that SQL reads first is never above the distance, and is close to it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.geo import EARTH_RADIUS_KM, Point, distance_km, window_around
from territorial_map.queries.conditions import floor_factors

LATITUDES = st.floats(-85, 85)
LONGITUDES = st.floats(-180, 180)
RADII = st.sampled_from([1.0, 30.0, 100.0, 300.0, 1_000.0])


def floor_km(point: Point, other: Point, radius_km: float) -> float:
    a, b = floor_factors(point, window_around(point, radius_km))
    half = a * (other.lat - point.lat) ** 2 + b * (other.lon - point.lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


@given(st.builds(Point, LONGITUDES, LATITUDES), RADII, st.floats(0, 1), st.floats(0, 1))
def test_the_floor_is_never_above_the_distance(
    point: Point, radius_km: float, east: float, north: float
) -> None:
    window = window_around(point, radius_km)
    other = Point(
        window.west + east * (window.east - window.west),
        window.south + north * (window.north - window.south),
    )

    assert floor_km(point, other, radius_km) <= distance_km(point, other) + 1e-6


@given(st.floats(0, 360), st.floats(1, 100))
def test_in_france_the_floor_is_close_to_the_distance(bearing: float, km: float) -> None:
    centre = Point(5.05, 45.04)
    turn = math.radians(bearing)
    away = km / 111.2
    other = Point(
        centre.lon + away * math.sin(turn) / math.cos(math.radians(centre.lat)),
        centre.lat + away * math.cos(turn),
    )

    assert floor_km(centre, other, 100.0) == pytest.approx(distance_km(centre, other), rel=0.02)
