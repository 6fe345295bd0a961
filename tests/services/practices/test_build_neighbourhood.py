"""Whoever is told to be within reach is, and nobody is forgotten."""

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.geo import Point, distance_km
from territorial_map.services.practices.build_neighbourhood import Whereabouts
from territorial_map.services.practices.nearby_groups import REACH_KM

# Some half a degree around places of every latitude of France, so that many are about 30 km away.
centres = st.sampled_from([(2.35, 48.85), (9.1, 42.1), (-53.0, 4.0), (55.5, -21.1)])
offsets = st.floats(-0.5, 0.5)
points = st.builds(
    lambda centre, x, y: Point(centre[0] + x, centre[1] + y), centres, offsets, offsets
)
sites = st.lists(
    st.tuples(points, st.sampled_from("abcdef"), st.sets(st.sampled_from("xyz"), min_size=1)),
    max_size=12,
)


@given(sites, points, st.sampled_from("xyz"), st.sampled_from("abcdefg"), st.integers(1, 2))
def test_others_within_reach_are_those_of_the_distance(
    directory: list[tuple[Point, str, set[str]]],
    here: Point,
    trait: str,
    oneself: str,
    needed: int,
) -> None:
    whereabouts = Whereabouts()
    for point, person, traits in directory:
        whereabouts.add(sorted(traits), point, person)

    others = {
        person
        for point, person, traits in directory
        if trait in traits and person != oneself and distance_km(here, point) <= REACH_KM
    }

    assert whereabouts.near(here).has_others(trait, oneself, needed) is (len(others) >= needed)
