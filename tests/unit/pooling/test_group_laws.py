"""Laws of groups: 3 to 12 legal persons, connected, within reach, none superfluous."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.group_reasons import memberships_of
from territorial_map.domain.pooling.groups import LARGEST, SMALLEST, PoolingGroup, groups_around
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.vocabulary import Device, PoolingCategory, Sector
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import device

RULES = KNOWLEDGE.pooling
CATEGORY = PoolingCategory.MOBILITY
_DEVICES = st.sampled_from([Device.ACI, Device.EI, Device.AI, Device.GEIQ, Device.ESAT, Device.EA])


_KM = st.sampled_from([0.0, 1.0, 1.0, 5.0]) | st.floats(0, 120)
"""Kilometres from the first: often the same place, or the same distance."""


@st.composite
def neighbourhoods(draw: st.DrawFn) -> list[Facts]:
    """A centre and up to twenty sites around it, some of one legal person."""
    spots = draw(st.lists(st.tuples(_DEVICES, _KM), min_size=1, max_size=20))
    sites = [device(f"s{n:02}", sort, km=km) for n, (sort, km) in enumerate(spots)]
    owners = draw(st.lists(st.integers(0, 30), min_size=len(sites), max_size=len(sites)))
    return [replace(s, person_key=f"siren:{n}") for s, n in zip(sites, owners, strict=True)]


def _groups_of(sites: list[Facts]) -> tuple[PoolingGroup, ...]:
    """The groups around the first site; only neighbourhoods that have some say anything of them."""
    groups = tuple(groups_around(sites[0], sites[1:], CATEGORY, RULES))
    assume(groups)
    return groups


def _weight(group: PoolingGroup, members: set[str]) -> float:
    links = [x for x in group.links if {x.a.id, x.b.id} <= members]
    return sum(link.score or 0.0 for link in links) / max(1, len(members))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(neighbourhoods())
def test_a_group_holds_3_to_12_legal_persons_within_reach_with_the_centre(
    sites: list[Facts],
) -> None:
    centre, groups = sites[0], _groups_of(sites)

    assert groups
    for group in groups:
        persons = {member.person_key for member in group.members}
        assert SMALLEST <= len(persons) == len(group.members) <= LARGEST
        assert centre in group.members
        assert centre.point is not None
        for member in group.members:
            assert member.point is not None
            assert distance_km(centre.point, member.point) <= RULES.reach_km(CATEGORY)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(neighbourhoods())
def test_no_member_is_superfluous_and_the_group_is_connected(sites: list[Facts]) -> None:
    centre, groups = sites[0], _groups_of(sites)

    assert groups
    for group in groups:
        ids = {member.id for member in group.members}
        assert max(_weight(group, ids - {member}) for member in ids) < group.strength
        reached, edge = {centre.id}, [centre.id]
        while edge:
            at = edge.pop()
            ends = {end for x in group.links if at in (x.a.id, x.b.id) for end in (x.a.id, x.b.id)}
            edge += ends - reached
            reached |= ends
        assert reached == ids


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(neighbourhoods())
def test_groups_share_no_one_but_the_centre(sites: list[Facts]) -> None:
    centre, groups = sites[0], _groups_of(sites)

    ids = [member.id for group in groups for member in group.members if member is not centre]
    assert len(ids) == len(set(ids)) >= 2 * len(groups)


def test_five_integration_bodies_in_one_town_make_a_group_with_its_reason() -> None:
    town = [device(f"s{n}", sort, km=n) for n, sort in enumerate([Device.ACI, Device.EI] * 3)]

    (group, *_) = groups_around(town[0], town[1:], CATEGORY, RULES)

    assert len(group.members) == 6
    assert group.reason.fr.startswith("6 personnes morales distinctes, 15 liens")
    assert "sans elle, il serait moins solide" in group.reason.fr


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(neighbourhoods())
def test_what_a_member_holds_is_said_and_its_strength_without_it_is_exact(
    sites: list[Facts],
) -> None:
    groups = _groups_of(sites)

    assert groups
    for group in groups:
        ids = {member.id for member in group.members}
        told = memberships_of(group)
        assert {one.member.id for one in told} == ids
        for one in told:
            without = _weight(group, ids - {one.member.id})
            assert group.strength_without(one.member) == pytest.approx(without)
            assert one.brings
            assert "tiendraient moins bien" in one.holds.fr


@settings(max_examples=40, deadline=None)
@given(neighbourhoods(), st.randoms())
def test_no_group_rests_on_a_refused_pair(sites: list[Facts], draw: Random) -> None:
    centre, *others = sites
    first = groups_around(centre, others, CATEGORY, RULES)
    pairs = [frozenset((link.a.id, link.b.id)) for group in first for link in group.links]
    refused = set(draw.sample(pairs, len(pairs) // 2))

    again = groups_around(centre, others, CATEGORY, RULES, refused=refused)

    kept = {frozenset((link.a.id, link.b.id)) for group in again for link in group.links}
    assert not kept & refused


def test_a_link_of_a_group_is_a_lead_never_too_few_facts() -> None:
    town = [device(f"s{n}", Device.ACI, km=n) for n in range(6)]

    groups = groups_around(town[0], town[1:], CATEGORY, RULES)

    tiers = {link.tier for group in groups for link in group.links}
    assert tiers
    assert Tier.INSUFFICIENT not in tiers


def test_a_member_that_gives_and_one_that_needs_say_so() -> None:
    green = frozenset({Sector.GREEN_SPACES})
    town = [device(f"s{n}", Device.ACI, km=n, sectors=green) for n in range(3)]
    given_by = device("group", Device.EMPLOYERS_GROUP, km=1, sectors=green)
    shared = PoolingCategory.SHARED_JOBS

    (group, *_) = groups_around(given_by, town, shared, RULES)
    said = {
        one.member.id: " ".join(text.fr for text in one.brings) for one in memberships_of(group)
    }

    assert "Peut apporter à" in said["group"]
    assert "pourrait combler" in said["s0"]
