"""What scoring reads of a record, and what it refuses to read into it."""

from dataclasses import replace

import pytest

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
    needs, resources = (
        frozenset({PoolingCategory.PREMISES_AND_LAND}),
        frozenset({PoolingCategory.EQUIPMENT}),
    )

    profile = profile_of(told, needs, resources)

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
