"""What scoring reads of a record, and what it refuses to read into it."""

from dataclasses import replace

import pytest

from territorial_map.domain.declared import Declared
from territorial_map.domain.organisation import Membership, PoleFacts, SectorClaim
from territorial_map.domain.pooling.facts import PoolingProfile, facts_of, is_overseas, profile_of
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalForm,
    Located,
    PlaceType,
    PoolingCategory,
    Sector,
    SectorOrigin,
    SizeBand,
)
from tests.synthetic import organisation, place


def claim(sector: Sector, origin: SectorOrigin) -> SectorClaim:
    return SectorClaim(sector, origin, "synthétique")


def test_the_naf_code_of_an_esat_is_not_its_trade() -> None:
    esat = organisation(
        devices=(Device.ESAT,), sectors=(claim(Sector.SOCIAL_CARE, SectorOrigin.NAF),)
    )

    assert profile_of(esat).sectors == frozenset()


@pytest.mark.parametrize(("naf", "is_known"), [("8899B", False), ("8810C", False), ("8810B", True)])
def test_other_social_action_is_no_house_of_care_whoever_carries_its_code(
    naf: str, *, is_known: bool
) -> None:
    read = organisation(naf=naf, sectors=(claim(Sector.SOCIAL_CARE, SectorOrigin.NAF),))
    told = organisation(naf=naf, sectors=(claim(Sector.SOCIAL_CARE, SectorOrigin.DECLARED),))

    assert profile_of(read).sectors == ({Sector.SOCIAL_CARE} if is_known else frozenset())
    assert profile_of(told).sectors == {Sector.SOCIAL_CARE}


def test_a_trade_that_an_esat_declares_is_its_trade() -> None:
    esat = organisation(
        devices=(Device.ESAT,), sectors=(claim(Sector.CATERING, SectorOrigin.DECLARED),)
    )

    assert profile_of(esat).sectors == {Sector.CATERING}


def test_work_integration_is_not_a_trade() -> None:
    sectors = tuple(
        claim(sector, SectorOrigin.DECLARED) for sector in (Sector.WORK_INTEGRATION, Sector.RETAIL)
    )

    assert profile_of(organisation(sectors=sectors)).sectors == {Sector.RETAIL}


def test_a_point_at_the_commune_is_blurred_and_one_at_the_address_is_not() -> None:
    exact = organisation()
    vague = organisation(place=replace(place(), located=Located.COMMUNE))

    assert facts_of(exact, blur_km=4.0).blur_km == 0
    assert facts_of(vague, blur_km=4.0).blur_km == 4


def test_a_ptce_is_in_itself_and_an_ended_one_says_so() -> None:
    pole = organisation(
        "synthetic:pole",
        kind=Kind.PTCE,
        pole=PoleFacts(pooled_resources=("formation",), ended="2019"),
    )
    member = organisation(
        memberships=(Membership("synthetic:pole", "PTCE synthétique", "https://e.org", "seen"),)
    )

    facts = facts_of(pole)

    assert facts.ptce_ids == facts_of(member).ptce_ids == {"synthetic:pole"}
    assert facts.profile.ended
    assert facts.profile.says == ("formation",)


def test_a_profile_of_two_families_is_refused() -> None:
    with pytest.raises(ValueError, match="is not of the family"):
        PoolingProfile(Kind.ESS_ACTOR, legal_form=LegalForm.SCOP)


def test_a_negative_blur_is_refused() -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        replace(facts_of(organisation()), blur_km=-1.0)


@pytest.mark.parametrize(
    ("region", "department", "overseas"),
    [
        ("84", "26", False),
        ("04", "974", True),
        (None, "974", True),
        (None, "26", False),
        (None, None, None),
    ],
)
def test_who_stands_overseas_is_known_by_region_else_by_departement(
    *, region: str | None, department: str | None, overseas: bool | None
) -> None:
    where = replace(place(), region_code=region, department_code=department)

    assert is_overseas(organisation(place=where)) is overseas


def test_every_fact_of_a_record_reaches_its_profile() -> None:
    told = organisation(
        devices=(Device.ACI,),
        sectors=(claim(Sector.CATERING, SectorOrigin.DECLARED),),
        size=SizeBand.SMALL,
        place_types=(PlaceType.FABLAB,),
    )
    premises, equipment = PoolingCategory.PREMISES_AND_LAND, PoolingCategory.EQUIPMENT
    told = replace(
        told,
        needs=(Declared("un local", (premises,), "Liste inventée", "2026", "2026-11"),),
        offers=(Declared("une nacelle", (equipment,), "Liste inventée", "2026"),),
    )
    needs, resources = frozenset({premises}), frozenset({equipment})

    profile = profile_of(told, "2026-11-30")

    assert profile == PoolingProfile(
        kind=told.kind,
        devices=frozenset(told.devices),
        place_types=frozenset(told.place_types),
        legal_form=told.status.legal_form,
        legal_family=told.status.legal_family,
        ess=told.status.ess,
        sectors=frozenset({Sector.CATERING}),
        size=SizeBand.SMALL,
        overseas=False,
        needs=needs,
        resources=resources,
    )


def test_what_is_past_is_told_and_no_longer_counted() -> None:
    past = Declared("un local", (PoolingCategory.PREMISES_AND_LAND,), "Liste", "2026", "2026-11-29")
    told = organisation(needs=(past,), offers=(past,))

    on_the_day, after = (facts_of(told, on=day) for day in ("2026-11-29", "2026-11-30"))

    assert on_the_day.needs == on_the_day.offers == (past,)
    assert on_the_day.profile.needs == on_the_day.profile.resources == set(past.categories)
    assert (after.needs, after.offers, after.profile.needs) == ((), (), frozenset())
