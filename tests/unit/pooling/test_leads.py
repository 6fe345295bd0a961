"""One lead per pair, in one order, and no category crowds the first five."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.lead_order import known_facts, lead_order
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.leads import FIRST, OF_ONE, arranged
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.vocabulary import Device, PoolingCategory
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import device, town_hall
from tests.unit.pooling.strategies import facts, pairs, points, profiles

RULES = KNOWLEDGE.pooling
Pairs = list[list[Partnership]]


def of_pair(a: Facts, b: Facts) -> list[Partnership]:
    scored = (score_pair(a, b, category, RULES) for category in PoolingCategory)
    return [one for one in scored if one is not None]


@st.composite
def several(draw: st.DrawFn) -> Pairs:
    """What one organisation could do with several others."""
    centre = draw(facts("a"))
    drawn: Sequence[PoolingProfile] = draw(st.lists(profiles(), min_size=1, max_size=9))
    others = [
        Facts(f"b{n}", f"Structure b{n}", f"b{n}", profile, draw(points))
        for n, profile in enumerate(drawn)
    ]
    return [found for other in others if (found := of_pair(centre, other))]


SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@pytest.mark.parametrize("spread", ["", "spread"])
@SLOW
@given(found=several())
def test_every_pair_is_there_once_under_the_best_of_its_words(
    found: Pairs,
    spread: str,
) -> None:
    leads = arranged(found, spread=bool(spread))

    assert sorted(lead.main.b.id for lead in leads) == sorted(pair[0].b.id for pair in found)
    for lead in leads:
        pair = (lead.main, *lead.others)
        assert len({one.category for one in pair}) == len(pair) == len(PoolingCategory)
        assert lead.main.tier is min(pair, key=lambda p: tuple(Tier).index(p.tier)).tier
        assert lead.second is None or lead.second.tier is not Tier.INSUFFICIENT


@SLOW
@given(several())
def test_a_list_of_a_category_is_in_order_from_end_to_end(found: Pairs) -> None:
    leads = arranged([[pair[0]] for pair in found], spread=False)

    assert [lead_order(x.main) for x in leads] == sorted(lead_order(x.main) for x in leads)


@SLOW
@given(several())
def test_at_most_two_of_one_category_are_among_the_first_five(found: Pairs) -> None:
    leads = arranged(found, spread=True)
    first, rest = leads[:FIRST], leads[FIRST:]
    counts = Counter(lead.main.category for lead in first)

    others = {lead.main.category for lead in rest} - set(counts)
    crowded = max(counts.values(), default=0) > OF_ONE
    assert not (crowded and others)


def test_a_third_lead_of_a_category_gives_way_to_another_category() -> None:
    workshops = [device(f"esat{n}", Device.ESAT, km=1 + n) for n in range(4)]
    found = [of_pair(town_hall("commune"), one) for one in workshops]
    supply = [[p for p in pair if p.category is PoolingCategory.LOCAL_SUPPLY] for pair in found]
    last = [p for p in found[3] if p.category is PoolingCategory.MOBILITY]

    leads = arranged([*supply[:3], last], spread=True)

    assert [lead.main.b.id for lead in leads] == ["esat0", "esat1", "esat3", "esat2"]


def test_from_the_sixth_on_leads_stand_in_their_order_whatever_their_category() -> None:
    workshops = [device(f"esat{n}", Device.ESAT, km=1 + n) for n in range(7)]
    asked = [PoolingCategory.LOCAL_SUPPLY] * 3
    asked += [PoolingCategory.MOBILITY, PoolingCategory.EQUIPMENT] * 2
    found = [
        [p for p in of_pair(town_hall("commune"), one) if p.category is category]
        for one, category in zip(workshops, asked, strict=True)
    ]

    leads = [lead.main for lead in arranged(found, spread=True)]

    assert [one.b.id for one in leads[:2]] == ["esat0", "esat1"]
    assert len([one for one in leads[:5] if one.category is PoolingCategory.LOCAL_SUPPLY]) == 2
    assert leads[5].b.id == "esat2"


@SLOW
@given(pairs())
def test_the_best_reason_rests_on_a_known_fact_where_there_is_one(
    pair: tuple[Facts, Facts],
) -> None:
    several = of_pair(*pair)

    assert several
    for found in several:
        told = lead_reason(found)

        assert len(told.known) == known_facts(found)
        assert len(told.known) + len(told.supposed) == 2
        assert told.best.fr.count("(déduit)") <= 1
        if told.known:
            assert any(fact.fr.split("\u00a0: ", 1)[1] in told.best.fr for fact in told.known)


@SLOW
@given(pairs())
def test_without_anybody_at_the_centre_only_the_partner_is_told(pair: tuple[Facts, Facts]) -> None:
    several = of_pair(*pair)

    assert several
    for found in several:
        told = lead_reason(found, of_partner=True)

        facts_told = (*told.known, *told.supposed)
        assert [fact.fr.split("\u00a0: ")[0] for fact in facts_told] == [found.b.name]
