"""Distances, windows and tiles keep their laws."""

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.geo import (
    MERCATOR_BITS,
    Point,
    distance_km,
    mercator_key,
    window_around,
)

points = st.builds(Point, st.floats(-62, 56), st.floats(-22, 51))


@given(points, points)
def test_distance_is_symmetric_and_bounded(a: Point, b: Point) -> None:
    assert distance_km(a, b) == distance_km(b, a)
    assert 0 <= distance_km(a, b) <= 20_016


@given(points, points, st.floats(0.1, 1000))
def test_a_window_holds_everything_within_its_radius(a: Point, b: Point, radius: float) -> None:
    assert distance_km(a, b) > radius or window_around(a, radius).holds(b)


@given(points, points)
def test_tiles_go_east_and_south(a: Point, b: Point) -> None:
    (ax, ay), (bx, by) = mercator_key(a), mercator_key(b)

    assert (ax <= bx) or a.lon >= b.lon
    assert (ay <= by) or a.lat <= b.lat
    assert 0 <= ax < 1 << MERCATOR_BITS
