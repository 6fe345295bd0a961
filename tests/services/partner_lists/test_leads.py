"""A partner list is the first of every pair, each legal person once, under its best word."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.geo import Point
from territorial_map.domain.pooling.lead_order import lead_order
from territorial_map.domain.pooling.leads import FIRST
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import (
    Kind,
    LegalForm,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)
from territorial_map.ledger.dismissals import dismissal_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.centre import centre_of
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import (
    Kept,
    KnownOrNot,
    PartnersAsked,
    TieAsked,
    asked_from_query,
    pairs_of,
)
from territorial_map.services.partner_lists.why_empty import WhyEmpty
from territorial_map.services.partnerships.partners import facts_of_id
from tests.in_memory import edition_of
from tests.unit.pooling.test_partners_found import CATEGORIES, RULES, directory, listed

LISTS = st.builds(
    PartnersAsked,
    point=st.builds(Point, st.floats(4.8, 6.3), st.floats(44.9, 45.7)),
    radius_km=st.floats(5, 120),
    pooling=st.sampled_from([(), CATEGORIES, CATEGORIES[:1], CATEGORIES[2:4]]),
    limit=st.integers(1, 30),
    described=st.builds(
        PracticeProfile,
        legal_form=st.sampled_from([None, LegalForm.ASSOCIATION, LegalForm.SCOP]),
        place_types=st.sampled_from([None, (), (PlaceType.COWORKING,)]),
        sectors=st.sampled_from([None, (Sector.DIGITAL,)]),
        size_band=st.sampled_from([None, SizeBand.SMALL]),
    ),
)


def of_every_pair(edition: OpenEdition, asked: PartnersAsked) -> dict[str, list[Partnership]]:
    """Every lead of each legal person, without any shortcut."""
    centre = centre_of(edition, asked).facts
    found: dict[str, list[Partnership]] = {}
    for organisation in edition.organisations(Selection.of({})):
        other = facts_of_id(edition, organisation.id)
        for category in asked.categories:
            pair = score_pair(centre, other, category, RULES)
            if pair is None or pair.nearness.distance_km is None or not listed(pair):
                continue
            if pair.nearness.distance_km <= asked.radius_km:
                found.setdefault(other.person_key, []).append(pair)
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), LISTS, st.sampled_from(["a place", "an organisation"]))
def test_a_list_holds_each_person_once_and_counts_all_of_them(
    seed: int, asked: PartnersAsked, around: str
) -> None:
    organisations = directory(seed)
    with edition_of(organisations) as edition:
        if around == "an organisation":
            centre = organisations[seed % len(organisations)]
            asked = PartnersAsked(
                organisation=centre.id,
                radius_km=asked.radius_km,
                pooling=asked.pooling,
                limit=asked.limit,
            )
        found = find_leads(edition, asked)
        every = of_every_pair(edition, asked) if found.centre.facts.point else {}

    persons = [lead.main.b.person_key for lead in found.leads]
    assert found.total == len(every)
    assert len(persons) == len(set(persons)) == min(asked.limit, len(every))


def test_no_category_crowds_the_first_five_unless_it_is_asked_for(
    small_edition: OpenEdition,
) -> None:
    centre = "synthetic:paris0"
    own = find_leads(small_edition, PartnersAsked(organisation=centre, radius_km=40, limit=5))
    of_one = tuple(sorted({lead.main.category for lead in own.leads}))[:1]
    asked = PartnersAsked(organisation=centre, radius_km=40, limit=5, pooling=of_one)

    assert own.leads
    assert {lead.main.category for lead in find_leads(small_edition, asked).leads} == set(of_one)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000), LISTS)
def test_leads_come_by_word_worth_and_distance_after_the_first_five(
    seed: int, asked: PartnersAsked
) -> None:
    with edition_of(directory(seed)) as edition:
        found = find_leads(edition, asked)

    assume(found.leads)
    first, rest = found.leads[:FIRST], found.leads[FIRST:]
    for several in (first, rest) if not asked.pooling else (found.leads,):
        shown = [lead_order(lead.main)[:4] for lead in several]
        assert shown == sorted(shown)
    for lead in found.leads:
        words = [list(Tier).index(p.tier) for p in (lead.main, *lead.others)]
        assert words[0] == min(words)
        assert lead.main.category not in {p.category for p in lead.others}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000), LISTS)
@example(
    2250,
    PartnersAsked(
        point=Point(5.3125, 45.1875),
        radius_km=20,
        pooling=(
            PoolingCategory.PREMISES_AND_LAND,
            PoolingCategory.DIGITAL_TOOLS,
            PoolingCategory.SHARED_JOBS,
        ),
    ),
)
def test_the_first_leads_do_not_depend_on_how_many_are_asked_for(
    seed: int, asked: PartnersAsked
) -> None:
    with edition_of(directory(seed)) as edition:
        few = find_leads(edition, replace(asked, limit=6))
        many = find_leads(edition, replace(asked, limit=30))

    assert [lead.main.b.id for lead in few.leads] == [lead.main.b.id for lead in many.leads[:6]]


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.integers(0, 10_000),
    st.builds(
        Kept,
        kinds=st.sampled_from([(), (Kind.PTCE,), (Kind.ESS_ACTOR, Kind.PTCE)]),
        trade=st.sampled_from([None, *KnownOrNot]),
        phone=st.sampled_from([None, *KnownOrNot]),
    ),
)
@example(46, Kept(phone=KnownOrNot.KNOWN))
@example(65, Kept(phone=KnownOrNot.UNKNOWN))
def test_filters_keep_the_leads_of_every_pair_that_they_keep(seed: int, kept: Kept) -> None:
    organisations = [
        replace(one, phone="04 75 00 00 00" if n % 3 else None)
        for n, one in enumerate(directory(seed))
    ]
    asked = PartnersAsked(point=Point(5.5, 45.2), radius_km=60, limit=500)
    by_id = {one.id: one for one in organisations}
    with edition_of(organisations) as edition:
        every = find_leads(edition, asked)
        found = find_leads(edition, replace(asked, kept=kept))
        facts = {one.id: facts_of_id(edition, one.id) for one in organisations}

    def keeps(any_id: str) -> bool:
        one = by_id[any_id]
        told = (
            (kept.phone, one.phone is not None),
            (kept.trade, bool(facts[any_id].profile.sectors)),
        )
        return (not kept.kinds or one.kind in kept.kinds) and all(
            wanted is None or (wanted is KnownOrNot.KNOWN) is have for wanted, have in told
        )

    ids = {lead.main.b.id for lead in found.leads}
    assert all(map(keeps, ids))
    assert {lead.main.b.id for lead in every.leads if keeps(lead.main.b.id)} <= ids


def test_who_is_together_already_can_be_listed_by_tie(small_edition: OpenEdition) -> None:
    asked = PartnersAsked(organisation="synthetic:town", radius_km=100)
    linked = find_leads(small_edition, replace(asked, kept=Kept(tie=TieAsked.LINKED)))
    alike = find_leads(small_edition, replace(asked, kept=Kept(tie=TieAsked.SAME_GROUP)))

    assert "synthetic:scop" in {one.facts.id for one in linked.existing}
    assert (linked.leads, linked.why_empty) == ((), None)
    assert (alike.existing, alike.why_empty) == ((), WhyEmpty.NO_TIE)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (PartnersAsked(organisation="synthetic:no-commune"), WhyEmpty.NO_POSITION),
        (PartnersAsked(organisation="synthetic:ended", radius_km=150), WhyEmpty.ENDED),
        (PartnersAsked(point=Point(-60, 15), radius_km=5), WhyEmpty.NOBODY),
        (
            PartnersAsked(point=Point(-60, 15), radius_km=5, pooling=(PoolingCategory.EQUIPMENT,)),
            WhyEmpty.FILTERED,
        ),
        (PartnersAsked(commune="26281"), None),
    ],
)
def test_an_empty_list_says_why(
    small_edition: OpenEdition, asked: PartnersAsked, why: WhyEmpty | None
) -> None:
    found = find_leads(small_edition, asked)

    assert found.why_empty is why
    assert bool(found.leads) is (why is None)


@given(
    LISTS,
    st.builds(
        Kept,
        kinds=st.sampled_from([(), (Kind.PTCE,), (Kind.PTCE, Kind.ESS_ACTOR)]),
        trade=st.sampled_from([None, *KnownOrNot]),
        phone=st.sampled_from([None, *KnownOrNot]),
        tie=st.sampled_from([None, *TieAsked]),
    ),
)
def test_what_is_asked_survives_its_address(asked: PartnersAsked, kept: Kept) -> None:
    asked = replace(asked, kept=kept)
    parameters: dict[str, list[str]] = {}
    for name, value in pairs_of(asked):
        parameters.setdefault(name, []).append(value)

    again = asked_from_query(parameters)

    assert set(again.pooling) == set(asked.pooling)
    assert set(again.kept.pairs()) == set(asked.kept.pairs())
    assert again.described == asked.described
    assert (again.point, again.radius_km, again.limit) == (
        asked.point,
        asked.radius_km,
        asked.limit,
    )


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({}, "for / commune / near"),
        ({"for": ["a"], "commune": ["26281"]}, "for / commune / near"),
        ({"commune": ["26281"], "radius_km": ["0"]}, "radius_km"),
        ({"commune": ["26281"], "radius_km": ["près"]}, "radius_km"),
        ({"commune": ["26281"], "limit": ["501"]}, "limit"),
        ({"commune": ["26281"], "pooling": ["coffee"]}, "pooling"),
        ({"commune": ["26281"], "practice": ["p99"]}, "practice"),
        ({"near": ["200,45"]}, "near"),
        ({"commune": ["26281"], "kind": ["castle"]}, "kind"),
        ({"commune": ["26281"], "trade": ["maybe"]}, "trade"),
        ({"commune": ["26281"], "phone": ["maybe"]}, "phone"),
        ({"commune": ["26281"], "tie": ["love"]}, "tie"),
    ],
)
def test_what_cannot_be_asked_is_named(query: dict[str, list[str]], parameter: str) -> None:
    with pytest.raises(BadParameter) as refused:
        asked_from_query(query)

    assert refused.value.parameter == parameter


def test_an_unknown_commune_is_told_with_an_example(small_edition: OpenEdition) -> None:
    with pytest.raises(NotFound, match="46102"):
        find_leads(small_edition, PartnersAsked(commune="99999"))


def test_a_pair_that_operators_took_off_is_not_listed(small_edition: OpenEdition) -> None:
    asked = PartnersAsked(organisation="synthetic:lieu")
    before = find_leads(small_edition, asked)
    lead = before.leads[0].main
    taken = [dismissal_of(lead.a.id, lead.b.id, category) for category in PoolingCategory]

    after = find_leads(small_edition, asked, taken)

    assert lead.b.id not in {found.main.b.id for found in after.leads}
    assert (after.total, after.dismissed) == (before.total - 1, len(taken))


def test_a_practice_keeps_those_whom_it_concerns(small_edition: OpenEdition) -> None:
    every = find_leads(small_edition, PartnersAsked(commune="26281"))
    asked = PartnersAsked(commune="26281", practice=("p27:partner_for",))
    kept = find_leads(small_edition, asked)
    concerned = {o.id for o in small_edition.organisations(asked.among)}

    ids = {lead.main.b.id for lead in kept.leads}
    assert ids
    assert ids < {lead.main.b.id for lead in every.leads}
    assert ids <= concerned


def test_who_already_cooperates_is_apart_and_never_a_lead(small_edition: OpenEdition) -> None:
    found = find_leads(small_edition, PartnersAsked(organisation="synthetic:town", radius_km=100))
    existing = {one.facts.id for one in found.existing}

    assert "synthetic:scop" in existing
    assert existing.isdisjoint(lead.main.b.id for lead in found.leads)
