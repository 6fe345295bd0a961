"""What each word claims: strong leads know, the others suppose; pathways go one way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.declared import Declared
from territorial_map.domain.pooling.claims import claim_of
from territorial_map.domain.pooling.criteria.pathway import step_towards
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.leads import arranged
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.pooling.parts import known_obstacles
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.pooling.rulebook import Mode, Side
from territorial_map.domain.pooling.supply import reserved_basis
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    PartnerType,
    PlaceType,
    PoolingCategory,
    Sector,
)
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import HERE, association, at_km, device, scored, someone
from tests.unit.pooling.strategies import categories, pairs

RULES = KNOWLEDGE.pooling
FOR_EACH_OTHER = [c for c in PoolingCategory if Mode.FOR_EACH_OTHER in RULES.frame(c).modes]


def declaring(
    facts: Facts,
    needs: frozenset[PoolingCategory] = frozenset(),
    resources: frozenset[PoolingCategory] = frozenset(),
) -> Facts:
    return replace(facts, profile=replace(facts.profile, needs=needs, resources=resources))


@given(pairs(), st.sampled_from(FOR_EACH_OTHER), st.floats(0, 0.99))
def test_a_declared_need_that_meets_a_declared_offer_near_by_is_strong(
    pair: tuple[Facts, Facts], category: PoolingCategory, share: float
) -> None:
    km = share * RULES.frame(category).scale_km
    a = declaring(replace(pair[0], point=HERE), needs=frozenset({category}))
    b = declaring(replace(pair[1], point=at_km(km)), resources=frozenset({category}))

    assert scored(a, b, category).tier is Tier.STRONG


def known_offers() -> list[tuple[PoolingProfile, PoolingCategory]]:
    """Every trade and sort of place that is known to offer something, with what."""
    told = [PoolingProfile(Kind.ESS_ACTOR, sectors=frozenset({sector})) for sector in Sector]
    told += [
        PoolingProfile(Kind.COOPERATION_SPACE, place_types=frozenset({place}))
        for place in PlaceType
    ]
    return [
        (profile, category)
        for profile in told
        for category in FOR_EACH_OTHER
        if claim_of(profile, category, Side.RESOURCE, RULES).known
    ]


@given(pairs(), st.sampled_from(known_offers()), st.floats(0, 0.99))
def test_a_declared_need_that_meets_a_known_offer_near_by_is_strong(
    pair: tuple[Facts, Facts], offered: tuple[PoolingProfile, PoolingCategory], share: float
) -> None:
    profile, category = offered
    frame = RULES.frame(category)
    km = share * frame.scale_km
    a = declaring(replace(pair[0], point=HERE), needs=frozenset({category}))
    b = replace(pair[1], point=at_km(km), profile=profile)

    found = scored(a, b, category)

    hindered = known_obstacles(a.profile, b.profile, frame)
    assert found.weighing.meeting.answers
    assert (found.tier is Tier.STRONG) is not bool(hindered)


def test_what_answers_a_declared_need_comes_first_and_says_its_words() -> None:
    category = PoolingCategory.PREMISES_AND_LAND
    said = Declared("un local de 50 m²", (category,), "Liste inventée", "2026-11", "2026-12-31")
    asking = declaring(association("demande"), needs=frozenset({category}))
    asking = replace(asking, needs=(said,))
    near = someone(
        "pres", km=1, kind=Kind.COOPERATION_SPACE, place_types=frozenset({PlaceType.COWORKING})
    )
    other = device("esat", Device.ESAT, km=1)
    pairs_found = [
        [found for c in PoolingCategory if (found := score_pair(asking, b, c, RULES))]
        for b in (other, near)
    ]

    leads = arranged(pairs_found, spread=True)

    assert leads[0].main.b.id == "pres"
    assert leads[0].main.category is category
    told = lead_reason(leads[0].main)
    assert told.best.fr == (
        "Structure demande recherche «\u00a0un local de 50 m²\u00a0» "
        "(Liste inventée, novembre 2026, jusqu’au 31 décembre 2026)."
    )
    assert told.known[0].en.startswith("Structure demande: looks for “un local de 50 m²”")


@given(pairs(), categories)
def test_a_strong_lead_knows_something_of_both_and_is_within_the_scale(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    found = scored(*pair, category)
    meeting = found.weighing.meeting
    scale, distance = RULES.frame(category).scale_km, found.nearness.distance_km

    knows = meeting.of_a.known and meeting.of_b.known
    near = distance is not None and distance <= scale
    assert found.tier is not Tier.STRONG or (knows and near)


@given(pairs(), categories)
def test_devices_kinds_and_forms_alone_make_no_strong_lead(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    a, b = (
        replace(one, profile=PoolingProfile(Kind.ESS_ACTOR, one.profile.devices - _GROUP))
        for one in pair
    )

    assert scored(a, b, category).tier is not Tier.STRONG


_GROUP = frozenset({Device.EMPLOYERS_GROUP, Device.GEIQ})


def sorters() -> tuple[Facts, Facts]:
    """One that mends and one that collects, side by side: a known need and a known offer."""
    mends = association("mends", 3, sectors=frozenset({Sector.REPAIR_REUSE}))
    collects = association("collects", sectors=frozenset({Sector.ENVIRONMENT_CIRCULAR}))
    return mends, collects


def test_a_known_need_meets_a_known_offer() -> None:
    mends, collects = sorters()

    found = scored(mends, collects, PoolingCategory.MATERIALS_REUSE)

    assert found.tier is Tier.STRONG
    farther = replace(collects, point=at_km(45))
    assert scored(mends, farther, PoolingCategory.MATERIALS_REUSE).tier is not Tier.STRONG


def test_a_trade_and_a_place_that_share_nothing_else_make_no_strong_lead() -> None:
    reuse = association("reuse", 3, sectors=frozenset({Sector.REPAIR_REUSE}))
    desks = someone("desks", place_types=frozenset({PlaceType.COWORKING}))
    asking = declaring(reuse, needs=frozenset({PoolingCategory.PREMISES_AND_LAND}))

    supposed = scored(reuse, desks, PoolingCategory.PREMISES_AND_LAND)

    assert supposed.weighing.meeting.known
    assert supposed.worth < RULES.thresholds.explore_worth
    assert supposed.tier is not Tier.STRONG
    assert scored(asking, desks, PoolingCategory.PREMISES_AND_LAND).tier is Tier.STRONG


@given(pairs(), categories)
def test_where_a_word_is_needed_no_lead_is_strong_without_one(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    found = scored(*pair, category)
    meeting = found.weighing.meeting

    says = meeting.of_a.declared or meeting.of_b.declared
    assert found.tier is not Tier.STRONG or says or not RULES.frame(category).strong_if_told


@given(pairs(), categories)
def test_a_strong_lead_is_worth_exploring_or_one_of_the_two_says_it(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    found = scored(*pair, category)
    meeting = found.weighing.meeting

    says = meeting.of_a.is_told or meeting.of_b.is_told
    worth_it = found.worth >= RULES.thresholds.explore_worth
    assert found.tier is not Tier.STRONG or says or worth_it


def test_a_place_known_less_well_than_the_scale_lowers_the_word() -> None:
    mends, collects = sorters()
    vague = replace(collects, blur_km=45.0)
    nowhere_sure = replace(collects, blur_km=None)

    words = [
        scored(mends, one, PoolingCategory.MATERIALS_REUSE).tier
        for one in (collects, vague, nowhere_sure)
    ]

    assert words == [Tier.STRONG, Tier.INSUFFICIENT, Tier.INSUFFICIENT]


def test_in_one_commune_known_as_such_no_metres_are_told() -> None:
    a = replace(device("a", Device.ACI), commune_code="97302", blur_km=4.0)
    b = replace(device("b", Device.EI), commune_code="97302", blur_km=4.0)

    found = scored(a, b, PoolingCategory.INSERTION_PATHWAYS)

    assert reasons_of(found, RULES).proximity.fr == "Même commune, position exacte non connue."


def pathway(origin: Facts, target: Facts) -> Partnership:
    return scored(origin, target, PoolingCategory.INSERTION_PATHWAYS)


EMPLOYER = {"kind": Kind.TERRITORIAL_PARTNER, "partner_type": PartnerType.ENTERPRISE}


@pytest.mark.parametrize("origin", [Device.AI, Device.ACI])
@pytest.mark.parametrize("target", [Device.EI, Device.ETTI, Device.GEIQ, Device.TRAINING_BODY])
def test_a_pathway_goes_on_and_may_skip_a_step(origin: Device, target: Device) -> None:
    found = pathway(device("a", origin), device("b", target, km=5))

    assert found.tier is Tier.EXPLORE
    assert found.giver_id == "b"
    assert "selon l’usage" in reasons_of(found, RULES).feasibility.fr


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Device.ACI, Device.ACI),
        (Device.ACI, Device.AI),
        (Device.EI, Device.ETTI),
        (Device.EI, Device.EI),
        (Device.ESAT, Device.EI),
        (Device.ESAT, Device.GEIQ),
        (Device.ESAT, Device.ESAT),
        (Device.EA, Device.EA),
        (Device.EITI, Device.GEIQ),
    ],
)
def test_peers_and_strangers_are_no_next_step(a: Device, b: Device) -> None:
    found = pathway(device("a", a), device("b", b, km=1))

    assert (found.score or 0) < RULES.thresholds.listed


def test_from_an_esat_one_goes_to_an_adapted_company_then_to_an_employer() -> None:
    esat, adapted = device("esat", Device.ESAT), device("ea", Device.EA, km=2)
    employer = someone("employer", 2, **EMPLOYER)

    assert pathway(esat, adapted).score
    assert step_towards(esat.profile, employer.profile) == 1
    assert step_towards(adapted.profile, employer.profile) == 1
    assert step_towards(adapted.profile, esat.profile) is None


def test_an_eiti_is_no_step_of_a_pathway_and_its_status_is_read_by_date() -> None:
    eiti = device("eiti", Device.EITI, km=1)
    category = PoolingCategory.INSERTION_PATHWAYS

    for other in (device("aci", Device.ACI), device("geiq", Device.GEIQ)):
        assert not scored(other, eiti, category).score
        assert step_towards(other.profile, eiti.profile) is None
        assert step_towards(eiti.profile, other.profile) is None
    for side in Side:
        assert claim_of(eiti.profile, category, side, RULES).strength is None
    basis = reserved_basis(eiti.profile)
    assert basis is not None
    assert "jusqu’au 22\u00a0décembre\u00a02026" in basis.sentence.fr


def test_towards_an_adapted_company_only_with_a_recognised_disability() -> None:
    found = pathway(device("aci", Device.ACI), device("ea", Device.EA, km=2))

    assert "RQTH" in reasons_of(found, RULES).feasibility.fr


def test_a_geiq_lends_no_manager_and_does_no_works() -> None:
    builders = frozenset({Sector.BUILDING_ENERGY})
    geiq = device("geiq", Device.GEIQ, Device.EMPLOYERS_GROUP, sectors=builders)
    workshop = device("aci", Device.ACI, km=2)

    lent = scored(geiq, workshop, PoolingCategory.SHARED_JOBS)

    assert (lent.score or 0) < RULES.thresholds.listed
    sport = frozenset({Sector.SPORT_LEISURE_TOURISM})
    sporting = device("geiq", Device.GEIQ, Device.EMPLOYERS_GROUP, sectors=sport)
    assert claim_of(sporting.profile, PoolingCategory.SHARED_JOBS, Side.NEED, RULES).rule != (
        "sport-part-time"
    )
    for category in (PoolingCategory.EQUIPMENT, PoolingCategory.ENERGY_TRANSITION):
        for side in Side:
            rule = claim_of(geiq.profile, category, side, RULES).rule or ""
            assert "building" not in rule
            assert "works" not in rule


@pytest.mark.parametrize("sector", [Sector.GREEN_SPACES, Sector.AGRICULTURE_FOOD])
@pytest.mark.parametrize("place", [PlaceType.FABLAB, PlaceType.TIERS_LIEU])
def test_the_machines_of_a_fablab_serve_neither_gardens_nor_fields(
    sector: Sector, place: PlaceType
) -> None:
    fablab = someone("fablab", place_types=frozenset({place}))
    garden = association("garden", 2, sectors=frozenset({sector}))

    found = scored(fablab, garden, PoolingCategory.EQUIPMENT)

    assert (found.score or 0) < RULES.thresholds.listed
    assert "fablab" in reasons_of(found, RULES).feasibility.fr


@pytest.mark.parametrize("sector", list(Sector))
def test_a_geiq_has_no_chain_no_research_and_no_shop_whatever_its_trade(sector: Sector) -> None:
    geiq = device("geiq", Device.GEIQ, Device.EMPLOYERS_GROUP, sectors=frozenset({sector}))
    of_trade = (
        PoolingCategory.SECTOR_COORDINATION,
        PoolingCategory.RESEARCH_INNOVATION,
        PoolingCategory.COMMUNICATION_EVENTS,
        PoolingCategory.PRODUCTION_TOOLS,
        PoolingCategory.MATERIALS_REUSE,
    )

    claims = [claim_of(geiq.profile, c, side, RULES) for c in of_trade for side in Side]

    assert len(claims) == 10
    assert [claim.rule for claim in claims if claim.strength] == []


def test_small_is_never_said_of_whom_nobody_knows_the_size() -> None:
    unknown = association("a").profile

    said = [
        claim.reason.fr
        for category in PoolingCategory
        for side in Side
        for claim in [claim_of(unknown, category, side, RULES)]
        if claim.reason is not None
    ]

    assert said
    assert not [text for text in said if "petit" in text]


@pytest.mark.parametrize(
    ("trade", "is_strong"),
    [(Sector.REPAIR_REUSE, True), (Sector.ENVIRONMENT_CIRCULAR, False)],
    ids=["its own trade", "another trade"],
)
def test_what_a_pole_says_it_pools_counts_with_its_own_trade(
    trade: Sector, *, is_strong: bool
) -> None:
    reuse = frozenset({Sector.REPAIR_REUSE})
    pole = someone("pole", kind=Kind.PTCE, sectors=reuse, says=("locaux partagés",))
    other = association("a", 1, sectors=frozenset({trade}))

    found = scored(pole, other, PoolingCategory.PREMISES_AND_LAND)

    assert found.weighing.meeting.known
    assert (found.tier is Tier.STRONG) is is_strong


def caution(a: Facts, b: Facts) -> str:
    return reasons_of(scored(a, b, PoolingCategory.JOINT_BIDS), RULES).feasibility.fr


def test_one_trade_or_one_device_and_a_trade_unknown_carries_the_caution() -> None:
    green = frozenset({Sector.GREEN_SPACES})
    known = device("a", Device.ACI, sectors=green)

    assert "Même métier" in caution(known, device("b", Device.EI, km=2, sectors=green))
    assert "Même dispositif" in caution(known, device("b", Device.ACI, km=2))
    assert "concurrents" not in caution(known, device("b", Device.EI, km=2))
    assert "concurrents" not in caution(known, device("b", Device.ACI, km=40))


@pytest.mark.parametrize("blur", [3.0, None])
def test_between_two_communes_known_as_such_no_metres_are_told(blur: float | None) -> None:
    a = replace(device("a", Device.ACI), commune_code="75101", blur_km=blur)
    b = replace(device("b", Device.EI, km=0.6), commune_code="75102", blur_km=0.0)

    told = reasons_of(scored(a, b, PoolingCategory.INSERTION_PATHWAYS), RULES).proximity

    assert not [text for text in (told.fr, told.en) if "600" in text or " m " in text]
    assert "position exacte non connue" in told.fr
