"""Laws of groups: 3 to 12 legal persons, connected, within reach, none superfluous."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.groups import LARGEST, SMALLEST, Group, groups_around
from territorial_map.domain.vocabulary import Device, PoolingCategory
from territorial_map.services.partnerships.rule_files import rulebook
from tests.unit.pooling.examples import device

RULES = rulebook()
CATEGORY = PoolingCategory.INSERTION_PATHWAYS
_DEVICES = st.sampled_from([Device.ACI, Device.EI, Device.AI, Device.GEIQ, Device.ESAT, Device.EA])


@st.composite
def neighbourhoods(draw: st.DrawFn) -> list[Facts]:
    """A centre and up to twenty sites around it, some of one legal person."""
    spots = draw(st.lists(st.tuples(_DEVICES, st.floats(0, 120)), min_size=1, max_size=20))
    sites = [device(f"s{n:02}", sort, km=km) for n, (sort, km) in enumerate(spots)]
    owners = draw(st.lists(st.integers(0, 30), min_size=len(sites), max_size=len(sites)))
    return [replace(s, person_key=f"siren:{n}") for s, n in zip(sites, owners, strict=True)]


def _weight(group: Group, members: set[str]) -> float:
    links = [x for x in group.links if {x.a.id, x.b.id} <= members]
    return sum(link.score or 0.0 for link in links) / max(1, len(members))


@settings(max_examples=60, deadline=None)
@given(neighbourhoods())
def test_a_group_holds_3_to_12_legal_persons_within_reach_with_the_centre(
    sites: list[Facts],
) -> None:
    centre, *others = sites

    for group in groups_around(centre, others, CATEGORY, RULES):
        persons = {member.person_key for member in group.members}
        assert SMALLEST <= len(persons) == len(group.members) <= LARGEST
        assert centre in group.members
        assert centre.point is not None
        for member in group.members:
            assert member.point is not None
            assert distance_km(centre.point, member.point) <= RULES.reach_km(CATEGORY)


@settings(max_examples=60, deadline=None)
@given(neighbourhoods())
def test_no_member_is_superfluous_and_the_group_is_connected(sites: list[Facts]) -> None:
    centre, *others = sites

    for group in groups_around(centre, others, CATEGORY, RULES):
        ids = {member.id for member in group.members}
        for member in ids:
            assert _weight(group, ids - {member}) < group.strength
        reached, edge = {centre.id}, [centre.id]
        while edge:
            at = edge.pop()
            ends = {end for x in group.links if at in (x.a.id, x.b.id) for end in (x.a.id, x.b.id)}
            edge += ends - reached
            reached |= ends
        assert reached == ids


@settings(max_examples=30, deadline=None)
@given(neighbourhoods())
def test_groups_share_no_one_but_the_centre(sites: list[Facts]) -> None:
    centre, *others = sites
    groups = groups_around(centre, others, CATEGORY, RULES)
    seen: set[str] = set()

    for group in groups:
        ids = {member.id for member in group.members} - {centre.id}
        assert not ids & seen
        seen |= ids


def test_five_integration_bodies_in_one_town_make_a_group_with_its_reason() -> None:
    town = [device(f"s{n}", sort, km=n) for n, sort in enumerate([Device.ACI, Device.EI] * 3)]

    (group, *_) = groups_around(town[0], town[1:], CATEGORY, RULES)

    assert len(group.members) == 6
    assert group.reason.fr.startswith("6 personnes morales distinctes, 15 liens")
    assert "sans elle, il serait moins solide" in group.reason.fr
