"""What a printed map is made of: frames that hold their zone, names with room, a legend."""

import math
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from territorial_map.domain.geo import Point, Window
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.map_background import MapBackground, Town, Zone, survey
from territorial_map.services.export_formats.printed.document import Mark
from territorial_map.services.export_formats.printed.map_frame import INSET, WIDTH, frames_of
from territorial_map.services.export_formats.printed.map_labels import _overlap, legend, town_names
from territorial_map.services.texts import Texts

HEXAGON = Window(-5.0, 42.0, 8.0, 51.0)
SPOTS = st.floats(0, 400, allow_nan=False)
SIZES = st.floats(1, 60, allow_nan=False)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    west, south = draw(st.floats(-170, 160)), draw(st.floats(-60, 60))
    return Window(west, south, west + draw(st.floats(0.1, 10)), south + draw(st.floats(0.1, 10)))


@given(windows(), st.lists(windows(), max_size=6))
def test_every_zone_lies_inside_its_frame_and_fills_it_one_way(
    main: Window, others: list[Window]
) -> None:
    zones = [Zone(f"zone {n}", window, window) for n, window in enumerate([main, *others])]

    frames = frames_of(zones)

    assert [zone for zone, _ in frames] == zones
    for zone, frame in frames:
        window = zone.window
        left, top = frame.at(window.west, window.north)
        right, bottom = frame.at(window.east, window.south)
        assert frame.x - 1e-6 <= left < right <= frame.x + frame.width + 1e-6
        assert frame.y - 1e-6 <= top < bottom <= frame.y + frame.height + 1e-6
        across, up = right - left, bottom - top
        assert math.isclose(across, frame.width) or math.isclose(up, frame.height)
    for _, frame in frames[1:]:
        assert (frame.width, frame.height) == (INSET, INSET)
        assert frame.x + frame.width <= WIDTH
        assert frame.y >= frames[0][1].height


@given(windows(), st.lists(windows(), min_size=2, max_size=12))
def test_no_frame_lies_on_another(main: Window, others: list[Window]) -> None:
    zones = [Zone(f"zone {n}", window, window) for n, window in enumerate([main, *others])]

    frames = [frame for _, frame in frames_of(zones)]

    boxes = [(f.x, f.y, f.x + f.width, f.y + f.height) for f in frames]
    assert len(boxes) > 2
    assert not [pair for pair in combinations(boxes, 2) if _overlap(*pair, gap=0.0)]


@given(SPOTS, SPOTS, SIZES, SIZES, SPOTS, SPOTS)
def test_boxes_overlap_where_they_share_room_both_ways(
    x: float, y: float, wide: float, high: float, left: float, top: float
) -> None:
    one, other = (x, y, x + wide, y + high), (left, top, left + 20, top + 10)
    shares_x = min(one[2], other[2]) - max(one[0], other[0])
    shares_y = min(one[3], other[3]) - max(one[1], other[1])
    assume(abs(shares_x) > 1e-6)
    assume(abs(shares_y) > 1e-6)

    assert _overlap(one, other, 0) == _overlap(other, one, 0)
    assert _overlap(one, other, 0) == (shares_x > 0 and shares_y > 0)


def test_a_town_under_a_larger_one_has_its_name_elsewhere_and_one_far_off_none() -> None:
    ((_, frame),) = frames_of([Zone("", HEXAGON, HEXAGON)])
    here = Point(1.0, 46.0)
    towns = (Town("Première", here), Town("Seconde", here), Town("Nouméa", Point(166.0, -22.0)))

    told = town_names(frame, MapBackground(towns=towns), [], 8)

    assert len(told) == 2
    assert "Première" in told[0]
    assert "Seconde" in told[1]
    assert told[0].split('y="')[1].split('"')[0] != told[1].split('y="')[1].split('"')[0]


def test_the_legend_names_the_kinds_that_are_drawn_and_no_other() -> None:
    marks = [Mark(Point(5.0, 45.0), Kind.PTCE, precise=True)]

    told = legend(marks, 0.0, Texts())

    assert Kind.PTCE.label in told
    assert [kind for kind in Kind if kind is not Kind.PTCE and kind.label in told] == []
    assert told.count("<use ") == 1


@pytest.mark.parametrize("codes", [["26281"], ["26281", "26362"]])
def test_the_ground_is_a_little_wider_than_its_points_with_its_towns_alone(
    small_edition: OpenEdition, codes: list[str]
) -> None:
    places = [small_edition.territory(TerritoryLevel.COMMUNE, code).territory for code in codes]
    points = [place.point for place in places if place.point is not None]
    assert len(points) == len(codes)

    ground = survey(small_edition, Selection.of({}), points, None)

    (zone,) = ground.zones
    lats = [point.lat for point in points]
    spread = max(lats) - min(lats)
    assert [point for point in points if not zone.window.holds(point)] == []
    assert 0.12 - 1e-9 <= zone.window.north - zone.window.south <= max(1.2 * spread, 0.2)
    assert {place.name for place in places} <= {town.name for town in ground.towns}
    assert [town for town in ground.towns if not zone.window.holds(town.point)] == []
    for low, high, told in (
        (zone.window.south, zone.window.north, lats),
        (zone.window.west, zone.window.east, [point.lon for point in points]),
    ):
        assert (low + high) / 2 == pytest.approx((min(told) + max(told)) / 2)


@pytest.mark.parametrize(
    ("lon", "lat", "drawn"),
    [(5.0, 45.0, 5), (3.0, 45.0, 0), (7.0, 45.0, 0), (5.0, 43.0, 0), (5.0, 47.0, 0)],
)
def test_the_communes_drawn_are_those_that_the_window_touches(
    small_edition: OpenEdition, lon: float, lat: float, drawn: int
) -> None:
    windows = {shape.window for shape in small_edition.outlines(TerritoryLevel.COMMUNE)}
    assert windows == {Window(4.0, 44.0, 6.0, 46.0)}

    ground = survey(small_edition, Selection.of({}), [Point(lon, lat)], None)

    communes = [each for each in ground.outlines if each.level is TerritoryLevel.COMMUNE]
    assert len(communes) == drawn
