"""Distances, windows and tiles keep their laws, and their known values."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from territorial_map.domain.geo import (
    EARTH_RADIUS_KM,
    MERCATOR_BITS,
    Point,
    Window,
    distance_km,
    mercator_key,
    window_around,
)

points = st.builds(Point, st.floats(-62, 56), st.floats(-22, 51))
QUARTER = math.pi * EARTH_RADIUS_KM / 2
FARTHEST = (1 << MERCATOR_BITS) - 1


@given(points, points)
def test_distance_is_symmetric_and_bounded(a: Point, b: Point) -> None:
    assert distance_km(a, b) == distance_km(b, a)
    assert 0 <= distance_km(a, b) <= 20_016


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        (Point(0, 0), Point(0, 0), 0.0),
        (Point(0, 0), Point(90, 0), QUARTER),
        (Point(0, 0), Point(0, 90), QUARTER),
        (Point(12, 34), Point(-168, -34), 2 * QUARTER),
        (Point(5, 45), Point(5, 46), QUARTER / 90),
        (Point(0, 60), Point(180, 60), QUARTER * 60 / 90),
    ],
)
def test_distances_are_arcs_of_the_mean_sphere(a: Point, b: Point, km: float) -> None:
    assert distance_km(a, b) == pytest.approx(km, rel=1e-5, abs=1e-9)


@given(points, points, st.floats(0.1, 1000))
def test_a_window_holds_everything_within_its_radius(a: Point, b: Point, radius: float) -> None:
    assert distance_km(a, b) > radius or window_around(a, radius).holds(b)


@given(points, st.floats(0.1, 200))
def test_a_window_is_no_wider_than_its_circle_asks(centre: Point, radius: float) -> None:
    """Its northern border touches the circle; its corners are near it."""
    window = window_around(centre, radius)
    corners = [
        Point(lon, lat)
        for lon in (window.west, window.east)
        for lat in (window.south, window.north)
    ]

    assert distance_km(centre, Point(centre.lon, window.north)) == pytest.approx(radius, rel=1e-6)
    assert distance_km(centre, Point(centre.lon, window.south)) == pytest.approx(radius, rel=1e-6)
    assert max(distance_km(centre, corner) for corner in corners) < 1.5 * radius


@pytest.mark.parametrize("lat", [89.5, -89.5])
def test_a_window_over_a_pole_stops_at_it_and_goes_all_around(lat: float) -> None:
    window = window_around(Point(5, lat), 100)

    assert (window.north == 90) is (lat > 0)
    assert (window.south == -90) is (lat < 0)
    assert window.east - window.west > 80


def test_a_window_at_the_end_of_longitudes_stops_there() -> None:
    assert window_around(Point(180, 0), 100).east == 180
    assert window_around(Point(-180, 0), 100).west == -180


_BEYOND = math.nextafter(180, 181), math.nextafter(90, 91)


@pytest.mark.parametrize("sign", [1, -1])
def test_the_ends_of_the_earth_are_points_and_nothing_beyond(sign: int) -> None:
    assert Point(sign * 180, sign * 90).lon == sign * 180
    for lon, lat in ((_BEYOND[0], 0), (0, _BEYOND[1]), (math.nan, 0), (0, math.inf)):
        with pytest.raises(ValueError, match="not a point on Earth"):
            Point(sign * lon, sign * lat)


@pytest.mark.parametrize(
    "sides",
    [
        (2, 0, 1, 1),
        (0, 2, 1, 1),
        (-_BEYOND[0], 0, 1, 1),
        (0, -_BEYOND[1], 1, 1),
        (0, 0, _BEYOND[0], 1),
        (0, 0, 1, _BEYOND[1]),
    ],
)
def test_a_window_turned_over_or_off_the_earth_is_refused(
    sides: tuple[float, float, float, float],
) -> None:
    with pytest.raises(ValueError, match="not a window"):
        Window(*sides)


def test_the_whole_earth_is_a_window_and_so_is_a_point() -> None:
    assert Window(-180, -90, 180, 90).holds(Point(180, -90))
    assert Window(5, 45, 5, 45).holds(Point(5, 45))


@given(points)
def test_one_step_over_a_border_is_outside(point: Point) -> None:
    assume(abs(point.lon) > 1e-6 and abs(point.lat) > 1e-6)
    window = Window(point.lon, point.lat, point.lon, point.lat)

    assert window.holds(point)
    for step in (-math.inf, math.inf):
        assert not window.holds(Point(math.nextafter(point.lon, step), point.lat))
        assert not window.holds(Point(point.lon, math.nextafter(point.lat, step)))


@given(points, points)
def test_tiles_go_east_and_south(a: Point, b: Point) -> None:
    (ax, ay), (bx, by) = mercator_key(a), mercator_key(b)

    assert (ax <= bx) or a.lon >= b.lon
    assert (ay <= by) or a.lat <= b.lat
    assert 0 <= ax < 1 << MERCATOR_BITS


@pytest.mark.parametrize(
    ("point", "zoom", "tile"),
    [
        (Point(2.3522, 48.8566), 12, (2074, 1409)),
        (Point(55.4504, -20.8789), 10, (669, 572)),
        (Point(0, 0), 1, (1, 1)),
        (Point(-0.0001, 0.0001), 1, (0, 0)),
    ],
)
def test_a_point_is_in_the_tile_that_web_maps_ask_for(
    point: Point, zoom: int, tile: tuple[int, int]
) -> None:
    """Tiles as OpenStreetMap numbers them (slippy map tilenames)."""
    x, y = mercator_key(point)

    assert (x >> (MERCATOR_BITS - zoom), y >> (MERCATOR_BITS - zoom)) == tile


def test_the_ends_of_the_map_are_its_first_and_last_tiles() -> None:
    assert mercator_key(Point(-180, 90)) == (0, 0)
    assert mercator_key(Point(180, -90)) == (FARTHEST, FARTHEST)
    assert mercator_key(Point(0, 85.0511)) != (1 << (MERCATOR_BITS - 1), 0)
    assert mercator_key(Point(0, 85.0512)) == (1 << (MERCATOR_BITS - 1), 0)
