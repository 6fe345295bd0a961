"""Points joined at once and points asked one by one: the same polygons, the same answers."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from territorial_map.domain.geo import Point
from territorial_map.ingest.point_joins import communes_of, join_points
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceCells

_IN_FRANCE = st.sampled_from([(2.0, 46.5, 4.0), (-61.3, 15.5, 1.5), (55.5, -21.1, 0.4)])


@given(
    centre=_IN_FRANCE,
    offsets=st.lists(
        st.tuples(st.floats(-1, 1, width=32), st.floats(-1, 1, width=32)), min_size=1, max_size=8
    ),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_join_and_the_tree_agree(
    centre: tuple[float, float, float],
    offsets: list[tuple[float, float]],
    reference: TerritoryReference,
) -> None:
    lon, lat, span = centre
    points = [Point(lon + span * x, lat + span * y) for x, y in offsets]
    boundaries = reference.reader.boundaries

    joined = communes_of(points, boundaries)

    assert joined == {point: boundaries.commune_at(point) for point in points}


def test_a_point_on_a_border_goes_to_the_first_code_both_ways(
    reference: TerritoryReference,
) -> None:
    boundaries = reference.reader.boundaries
    codes, polygons = boundaries.layer
    corner = polygons[list(codes).index("01433")].boundary.coords[0]
    point = Point(*corner)

    (joined,) = communes_of([point], boundaries).values()

    assert joined == boundaries.commune_at(point)
    assert joined is not None


def test_only_rows_that_tell_nothing_else_are_joined(reference: TerritoryReference) -> None:
    cells = [
        PlaceCells(lon=5.105, lat=46.487),
        PlaceCells(lon=5.105, lat=46.487),
        PlaceCells(postcode="01560", lon=5.1, lat=46.4),
        PlaceCells(city="Vernoux"),
    ]

    assert join_points(cells, reference.reader.boundaries) == 1
