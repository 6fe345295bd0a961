"""What a practitioner would throw the product away for, and what they would keep it for."""

from dataclasses import replace

import pytest

from territorial_map.domain.pooling.claims import claim_of
from territorial_map.domain.pooling.partnership import Tier, would_change
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.pooling.rulebook import Mode, Side
from territorial_map.domain.pooling.ties import TieKind
from territorial_map.domain.pooling.weighing import NEED, RESOURCE
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import association, device, scored, someone, town_hall

RULES = KNOWLEDGE.pooling


@pytest.mark.parametrize(
    "sort", [Device.ESAT, Device.EA, Device.ACI, Device.EI, Device.AI, Device.ETTI]
)
def test_workers_of_an_esat_or_a_siae_are_no_resource_for_shared_jobs(sort: Device) -> None:
    profile = device("a", sort).profile

    claim = claim_of(profile, PoolingCategory.SHARED_JOBS, Side.RESOURCE, RULES)

    assert claim.strength is None


def test_branches_of_a_bank_are_no_premises() -> None:
    bank = someone(
        "bank",
        legal_form=LegalForm.BANK_COOP,
        legal_family=LegalFamily.COOPERATIVE,
        sectors=frozenset({Sector.FINANCE_INSURANCE}),
        size=SizeBand.LARGE,
    )

    claim = claim_of(bank.profile, PoolingCategory.PREMISES_AND_LAND, Side.RESOURCE, RULES)

    assert claim.strength is None


@pytest.mark.parametrize("category", list(PoolingCategory))
def test_a_trade_of_an_esat_is_asked_for_when_unknown(category: PoolingCategory) -> None:
    esat = device("esat", Device.ESAT)

    found = reasons_of(scored(esat, town_hall("commune", 3), category), RULES)

    assert "espaces verts" not in found.fit.fr
    assert "blanchisserie" not in found.fit.fr


def test_buying_from_an_esat_says_activities_unknown_and_the_possible_article() -> None:
    esat = device("esat", Device.ESAT)

    found = scored(esat, town_hall("commune", 3), PoolingCategory.LOCAL_SUPPLY)

    told = reasons_of(found, RULES).feasibility.fr
    assert "ctivités non renseignées pour Structure esat" in told
    assert "à demander" in told
    assert found.giver_id == "esat"
    assert found.basis is not None
    assert found.basis.articles == ("L2113-12",)
    assert "éligibilité potentielle, à vérifier" in found.basis.sentence.fr


def test_a_geiq_founds_no_reserved_contract() -> None:
    geiq = replace(device("geiq", Device.GEIQ), point=None)
    selling = replace(
        geiq, profile=replace(geiq.profile, resources=frozenset({PoolingCategory.LOCAL_SUPPLY}))
    )

    found = scored(selling, town_hall("commune"), PoolingCategory.LOCAL_SUPPLY)

    assert found.giver_id == "geiq"
    assert found.basis is None


def test_an_adapted_company_that_is_also_an_integration_company_has_both_articles() -> None:
    both = device("both", Device.EA, Device.EI)

    found = scored(both, town_hall("commune"), PoolingCategory.LOCAL_SUPPLY)

    assert found.basis is not None
    assert found.basis.articles == ("L2113-12", "L2113-13")


def test_a_need_that_rests_on_staff_is_weak_when_the_staff_is_unknown() -> None:
    known = association("a", size=SizeBand.MICRO).profile
    unknown = association("b").profile

    shared = PoolingCategory.SHARED_JOBS
    strong, weak = (claim_of(p, shared, Side.NEED, RULES) for p in (known, unknown))

    assert weak.strength is not None
    assert strong.strength is not None
    assert weak.strength < strong.strength / 2
    assert weak.low == 0


def test_a_hidden_obstacle_widens_the_interval_downwards() -> None:
    company = someone(
        "company", legal_form=LegalForm.COMMERCIAL, legal_family=LegalFamily.COMMERCIAL
    )
    profile = replace(company.profile, needs=frozenset({PoolingCategory.SUPPORT_FUNCTIONS}))
    company = replace(company, profile=profile)
    unknown = replace(
        company,
        profile=replace(profile, legal_form=LegalForm.UNKNOWN, legal_family=LegalFamily.UNKNOWN),
    )
    other = replace(association("b"), profile=replace(profile, legal_form=LegalForm.OTHER))

    true = scored(company, other, PoolingCategory.SUPPORT_FUNCTIONS)
    seen = scored(
        unknown, replace(other, profile=unknown.profile), PoolingCategory.SUPPORT_FUNCTIONS
    )

    assert true.score is not None
    assert seen.low <= true.low
    assert "261 B" in reasons_of(true, RULES).feasibility.fr


def test_a_small_association_meets_an_employers_group_for_shared_jobs() -> None:
    group = device("group", Device.EMPLOYERS_GROUP)
    club = association("club", 5, size=SizeBand.MICRO)
    asking = replace(
        club, profile=replace(club.profile, needs=frozenset({PoolingCategory.SHARED_JOBS}))
    )

    found = scored(group, club, PoolingCategory.SHARED_JOBS)

    assert found.tier is not Tier.STRONG, "its size alone asks for no shared post"
    assert scored(group, asking, PoolingCategory.SHARED_JOBS).tier is Tier.STRONG
    assert (found.mode, found.giver_id) == (Mode.FOR_EACH_OTHER, "group")
    told = reasons_of(found, RULES)
    assert told.legal is not None
    assert "marchandage" in told.legal.fr


def test_the_same_trade_near_by_is_asked_about() -> None:
    trade = frozenset({Sector.GREEN_SPACES})
    a, b = device("a", Device.EI, sectors=trade), device("b", Device.EI, km=4, sectors=trade)

    told = reasons_of(scored(a, b, PoolingCategory.JOINT_BIDS), RULES)

    assert "peut-être concurrents, à demander" in told.feasibility.fr
    assert told.legal is not None
    assert "Groupement momentané d’entreprises" in told.legal.fr


def test_a_point_at_the_commune_gives_an_interval_of_distance() -> None:
    a = device("a", Device.ACI)
    b = replace(device("b", Device.EI, km=10), blur_km=6.0)

    found = scored(a, b, PoolingCategory.INSERTION_PATHWAYS)

    assert found.low < (found.score or 0) < found.high
    told = reasons_of(found, RULES).proximity
    assert "à la commune seulement, entre 4\u00a0km et 16\u00a0km" in told.fr
    assert "known to the commune only" in told.en


def test_overseas_the_distance_is_not_access() -> None:
    a, b = device("a", Device.ACI, overseas=True), device("b", Device.EI, km=30, overseas=True)

    told = reasons_of(scored(a, b, PoolingCategory.INSERTION_PATHWAYS), RULES).proximity

    assert "ne dit pas l’accès" in told.fr


def test_nothing_known_gives_no_score_but_says_what_to_ask() -> None:
    a, b = someone("a"), someone("b")

    found = scored(a, b, PoolingCategory.MOBILITY)

    assert found.score is None
    assert found.tier is Tier.INSUFFICIENT
    assert "non connu de nos sources, à demander" in reasons_of(found, RULES).fit.fr


def test_a_declared_need_is_told_apart_from_an_inferred_one() -> None:
    space = someone(
        "space", kind=Kind.COOPERATION_SPACE, place_types=frozenset({PlaceType.COWORKING})
    )
    asking = association("asking", 2, needs=frozenset({PoolingCategory.PREMISES_AND_LAND}))

    told = reasons_of(scored(space, asking, PoolingCategory.PREMISES_AND_LAND), RULES).fit.fr

    assert "loue des postes et des salles (déduit)" in told
    assert "peut en avoir besoin\u00a0: besoin déclaré." in told


def test_what_a_ptce_says_it_pools_is_declared_with_its_words() -> None:
    pole = someone("ptce:x", kind=Kind.PTCE, says=("groupement d'employeurs", "formation"))

    claim = claim_of(pole.profile, PoolingCategory.SHARED_JOBS, Side.RESOURCE, RULES)

    assert claim.declared
    assert claim.reason is not None
    assert "groupement d'employeurs" in claim.reason.fr
    assert "formation" not in claim.reason.fr


def test_what_would_change_it_most_is_a_declaration_when_only_that_is_missing() -> None:
    a, b = device("a", Device.AI), device("b", Device.AI, km=5)

    found = scored(a, b, PoolingCategory.MOBILITY)
    change = would_change(found, RULES)

    assert change is not None
    assert change.lesson.subject in {NEED, RESOURCE}
    sentence = reasons_of(found, RULES).would_change
    assert sentence is not None
    assert "Si Structure a déclare" in sentence.fr


def test_a_shared_epci_is_told_and_does_not_make_a_cooperation() -> None:
    a, b = (
        replace(device(name, Device.ACI), epci_code="200000001", epci="CC Exemple")
        for name in ("a", "b")
    )

    found = scored(a, b, PoolingCategory.INSERTION_PATHWAYS)

    assert [tie.kind for tie in found.ties] == [TieKind.SAME_EPCI]


def test_two_that_both_look_for_money_have_nothing_for_each_other() -> None:
    asked = scored(association("a", 0.0), association("b", 1.0), PoolingCategory.FUNDING)

    assert asked.tier is Tier.INSUFFICIENT
    assert asked.mode is Mode.FOR_EACH_OTHER


def test_a_cooperative_bank_may_fund_an_association_that_is_to_be_asked() -> None:
    bank = someone(
        "bank",
        legal_form=LegalForm.BANK_COOP,
        legal_family=LegalFamily.COOPERATIVE,
        sectors=frozenset({Sector.FINANCE_INSURANCE}),
    )

    found = scored(association("a", 0.0), bank, PoolingCategory.FUNDING)

    assert found.tier is Tier.INSUFFICIENT
    assert (found.score or 0) >= RULES.thresholds.listed
    assert (found.mode, found.giver_id) == (Mode.FOR_EACH_OTHER, "bank")
