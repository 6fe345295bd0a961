"""An organisation refuses what cannot be true."""

import pytest

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import (
    PAGES,
    Place,
    SectorClaim,
    SourceMention,
    Status,
    source_names,
)
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    LegalFamily,
    LegalForm,
    Located,
    Sector,
    SectorOrigin,
)
from tests.synthetic import organisation, source


def test_a_public_body_is_never_ess() -> None:
    status = Status(EssStatus.STATUTORY, "", LegalForm.ASSOCIATION, "", LegalFamily.ASSOCIATION)

    with pytest.raises(ValueError, match="not ESS"):
        organisation(siren="212602817", status=status)


def test_a_geiq_is_no_siae() -> None:
    assert not Device.GEIQ.is_siae
    assert [d for d in Device if d.is_siae] == [
        Device.ACI,
        Device.EI,
        Device.AI,
        Device.ETTI,
        Device.EITI,
    ]


def test_a_siret_belongs_to_its_siren() -> None:
    with pytest.raises(ValueError, match="is not of SIREN"):
        organisation(siren="807469317", siret="77554408300477")


def test_a_place_at_an_address_names_its_commune() -> None:
    with pytest.raises(ValueError, match="without a commune"):
        Place(Located.ADDRESS)


def test_a_legal_form_stays_in_its_family() -> None:
    with pytest.raises(ValueError, match="family"):
        Status(legal_form=LegalForm.SCOP, legal_family=LegalFamily.ASSOCIATION)


@pytest.mark.parametrize("located", [Located.ADDRESS, Located.COMMUNE])
def test_a_point_stands_in_a_commune(located: Located) -> None:
    point = Point(5, 45)

    assert Place(located, commune_code="26281", point=point).point == point
    with pytest.raises(ValueError, match="without a commune"):
        Place(located, point=point)
    for vaguer in (Located.DEPARTMENT, Located.REGION, Located.ABROAD, Located.NONE):
        with pytest.raises(ValueError, match="at least a commune"):
            Place(vaguer, commune_code="26281", point=point)


@pytest.mark.parametrize("ess", EssStatus)
def test_only_an_ess_status_is_refused_to_a_public_body(ess: EssStatus) -> None:
    if ess in {EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY}:
        with pytest.raises(ValueError, match="not ESS"):
            organisation(siren="212602817", status=Status(ess))
    else:
        assert organisation(siren="212602817", status=Status(ess)).is_public
    assert not organisation(siren="807469317", status=Status(ess)).is_public


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"sources": ()},
        {"sources": (source("synthetic:other"), source("synthetic:1"))},
    ],
)
def test_a_record_has_a_name_and_its_own_source_first(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="synthetic:1: a name, and its own source first"):
        organisation("synthetic:1", **changes)


def test_the_source_of_a_record_is_the_first_that_names_it() -> None:
    sources = (source("synthetic:1"), source("synthetic:other"))

    assert organisation("synthetic:1", sources=sources).source == sources[0]


def test_a_siret_or_a_siren_may_stand_alone() -> None:
    assert organisation(siren=None, siret="77554408300477").siret == "77554408300477"
    assert organisation(siren="775544083", siret=None).siren == "775544083"
    assert organisation(siren="775544083", siret="77554408300477").person_key == "siren:775544083"
    assert organisation("synthetic:1", siren=None).person_key == "synthetic:1"


def test_sites_of_one_legal_person_are_one_person() -> None:
    first, second = (organisation(f"synthetic:{n}", siren="775544083") for n in (1, 2))

    assert first.person_key == second.person_key
    assert organisation("synthetic:3", siren=None).person_key != first.person_key


def claim(sector: Sector, origin: SectorOrigin, url: str | None = None) -> SectorClaim:
    return SectorClaim(sector, origin, "synthétique", url)


def test_what_one_works_in_is_each_trade_once_in_its_order() -> None:
    told = organisation(
        sectors=(
            claim(Sector.HEALTH, SectorOrigin.NAME),
            claim(Sector.TEXTILE, SectorOrigin.PROGRAMME),
            claim(Sector.REPAIR_REUSE, SectorOrigin.DECLARED),
            claim(Sector.HEALTH, SectorOrigin.NAF),
        )
    )

    assert told.fields == (Sector.HEALTH, Sector.REPAIR_REUSE)


def test_integration_by_work_is_what_a_siae_works_in_after_its_trades() -> None:
    trade = (claim(Sector.TEXTILE, SectorOrigin.NAME),)

    assert organisation(sectors=trade, devices=(Device.ESAT, Device.ACI)).fields == (
        Sector.TEXTILE,
        Sector.WORK_INTEGRATION,
    )
    assert organisation(sectors=trade, devices=(Device.ESAT,)).fields == (Sector.TEXTILE,)
    assert organisation(sectors=(), devices=()).fields == ()


def test_a_search_meets_names_commune_devices_and_numbers() -> None:
    known = organisation(
        name="Régie du Vélo",
        source_name="REGIE VELO 26",
        acronym="R.D.V.",
        devices=(Device.ACI,),
        place=Place(Located.COMMUNE, commune_code="26281", commune="Saint-Étienne"),
        siren="775544083",
        siret="77554408300477",
        finess="2A0001234",
    )

    assert known.search_words == {
        *("regie", "du", "velo", "26", "rdv", "saint", "etienne"),
        *fold(f"{Device.ACI.short} {Device.ACI.label}").split(),
        *("775544083", "77554408300477", "2a0001234"),
    }


def test_a_row_of_several_sources_names_each_once_without_who_carried_it() -> None:
    first = SourceMention("synthetic:1", "Liste A, via data.gouv.fr + Liste B", "", "", "")
    second = SourceMention("synthetic:2", "Liste B, via un dépôt +  + Liste C", "", "", "")
    known = organisation("synthetic:1", sources=(first, second), sectors=())

    assert source_names(known) == ("Liste A", "Liste B", "Liste C")


def test_a_page_that_tells_a_trade_is_a_source() -> None:
    on_page = claim(Sector.HEALTH, SectorOrigin.DECLARED, "https://example.org")
    known = organisation(sectors=(claim(Sector.TEXTILE, SectorOrigin.NAME), on_page))

    assert source_names(known)[-1] == PAGES
    assert PAGES not in source_names(organisation(sectors=()))
