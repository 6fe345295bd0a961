"""Who stands near a group, as members it could have: the same as their records make."""

from dataclasses import replace
from math import fsum

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.organisation import Place
from territorial_map.domain.ptce.member import member_of_organisation
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.nearby_roles import middle_of, neighbours_of

POINTS = st.lists(st.builds(Point, st.floats(-5, 9), st.floats(42, 51)), min_size=1, max_size=5)


def test_a_neighbour_is_the_member_that_its_record_makes(small_edition: OpenEdition) -> None:
    """But for what a list does not tell: evidence, an agreement, an address, its poles."""
    scop = member_of_organisation(small_edition.organisation("synthetic:scop"))

    near = {one.member.id: one for one in neighbours_of(small_edition, [scop])}

    assert len(near) > 1
    for identity, one in near.items():
        known = member_of_organisation(small_edition.organisation(identity or ""))
        place = replace(known.place, address=None, postcode=None, flags=(), missing_reason=None)
        told = replace(known, ess_evidence="", esus=False, poles=(), ended=None, place=place)
        assert one.member == told
        assert scop.place.point is not None
        assert place.point is not None
        assert abs((one.distance_km or 0) - distance_km(scop.place.point, place.point)) < 0.01


def test_nothing_is_near_a_group_that_is_nowhere(small_edition: OpenEdition) -> None:
    nowhere = replace(
        member_of_organisation(small_edition.organisation("synthetic:scop")), place=Place()
    )

    assert neighbours_of(small_edition, [nowhere]) == ()
    assert middle_of([]) is None


@given(POINTS)
def test_the_middle_of_a_group_is_one_of_its_points_and_none_is_nearer_to_all(
    points: list[Point],
) -> None:
    middle = middle_of(points)

    def way(start: Point) -> float:
        return fsum(distance_km(start, end) for end in points)

    assert middle in points
    assert way(middle) == min(way(point) for point in points)
    assert middle_of(points[::-1]) == middle
