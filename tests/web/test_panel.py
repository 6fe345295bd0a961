"""The panel of an organisation: plain words, evidence, origins, and what is unknown."""

from dataclasses import replace

import pytest

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import (
    FieldFact,
    Membership,
    NetworkTie,
    Organisation,
    Place,
    PoleFacts,
    SectorClaim,
    Status,
    Zoning,
)
from territorial_map.domain.sheet import Sheet
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    Located,
    Sector,
    SectorOrigin,
)
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.organisation.context import Context
from territorial_map.web.pages.organisation.panel import panel
from tests.known import KNOWLEDGE
from tests.synthetic import organisation, source
from tests.web.rendered import is_serialisable, links, parts, words


def shown(subject: Organisation, language: Language = Language.FRENCH, **around: object) -> str:
    return words(built(Sheet(subject, **around), language))  # type: ignore[arg-type]  # fields by name


def built(sheet: Sheet, language: Language = Language.FRENCH) -> object:
    context = Context(PageState(), Texts(language), KNOWLEDGE.texts, "2026-11-22")
    return panel(sheet, context)


def from_year(year: str) -> Organisation:
    plain = organisation()
    return replace(plain, sources=(replace(plain.sources[0], vintage=year),))


@pytest.mark.parametrize("language", list(Language))
def test_a_pole_leads_to_the_group_that_starts_from_it(language: Language) -> None:
    pole = organisation("ptce:synthetic-pole", kind=Kind.PTCE)

    addresses = list(links(built(Sheet(pole), language)).values())

    ending = "&lang=en" if language is Language.ENGLISH else ""
    assert f"/ptce?from=ptce:synthetic-pole{ending}" in addresses
    assert not any("/ptce" in one for one in links(built(Sheet(organisation()))).values())


def test_how_to_reach_it_and_what_it_does_come_before_what_it_is() -> None:
    told = shown(organisation(kind=Kind.SHELTERED_SUPPLIER, devices=(Device.ESAT,)))

    order = [told.index(title) for title in ("Adresse et contact", "Activité", "En clair")]
    assert order == sorted(order)


@pytest.mark.parametrize(("located", "there"), [(Located.ADDRESS, True), (Located.COMMUNE, False)])
def test_the_way_is_offered_to_an_address_not_to_the_middle_of_a_commune(
    located: Located,
    there: bool,  # noqa: FBT001 — what is expected
) -> None:
    plain = organisation()
    place = replace(plain.place, located=located, point=Point(5.05, 45.04))

    found = links(built(Sheet(replace(plain, place=place))))

    assert ("Itinéraire" in found) is there
    assert found.get("Itinéraire", "?to=45.04000%2C5.05000").endswith("?to=45.04000%2C5.05000")


def test_an_esat_is_explained_without_calling_its_workers_employees() -> None:
    told = shown(organisation(kind=Kind.SHELTERED_SUPPLIER, devices=(Device.ESAT,)))

    assert "n’ont pas le statut de salarié" in told
    assert "article L344-2" in told


def test_the_ess_status_comes_with_its_evidence() -> None:
    status = Status(
        EssStatus.STATUTORY,
        "Association déclarée.",
        LegalForm.ASSOCIATION,
        "Catégorie 9220.",
        LegalFamily.ASSOCIATION,
    )

    told = shown(organisation(status=status))

    assert "ESS par statut" in told
    assert "Ce qui le montre : Association déclarée." in told


def test_unknown_activities_are_to_be_asked_for() -> None:
    told = shown(organisation(sectors=()))

    assert "Activités non renseignées" in told
    assert "à demander" in told


def test_a_sector_says_where_it_comes_from() -> None:
    claim = SectorClaim(Sector.TEXTILE, SectorOrigin.NAME, "« couture » dans le nom")

    told = shown(organisation(sectors=(claim,)))

    assert "Textile déduit du nom « couture » dans le nom" in told


@pytest.mark.parametrize(("year", "warned"), [("2021-01-08", True), ("2026-05", False)])
def test_an_old_vintage_says_that_it_may_have_closed(year: str, warned: bool) -> None:  # noqa: FBT001 - a table of cases
    assert ("peut avoir fermé depuis" in shown(from_year(year))) is warned


@pytest.mark.parametrize(("year", "warned"), [("2013", True), ("2026", False)])
def test_a_ptce_without_a_recent_source_is_to_be_confirmed(year: str, warned: bool) -> None:  # noqa: FBT001 - a table of cases
    pole = replace(from_year(year), kind=Kind.PTCE, devices=(), pole=PoleFacts())

    assert ("Activité à confirmer" in shown(pole)) is warned


def test_an_ended_ptce_says_so() -> None:
    pole = replace(
        organisation(), kind=Kind.PTCE, devices=(), pole=PoleFacts(ended="liquidé en 2019")
    )

    assert "Pôle terminé, d’après ses sources : liquidé en 2019." in shown(pole)


def test_fields_of_a_ptce_that_no_source_showed_are_to_be_confirmed() -> None:
    facts = PoleFacts(coordinator="Les Tracols", year="2021", to_confirm=("year",))
    pole = replace(organisation(), kind=Kind.PTCE, devices=(), pole=facts)

    told = shown(pole)

    assert "Année de création ou de labellisation à confirmer 2021" in told
    assert "Structure porteuse Les Tracols" in told
    assert "Non connu de nos sources : activités, moyens mutualisés." in told


def test_a_field_from_elsewhere_says_its_source_and_rule() -> None:
    fact = FieldFact("legal_form", "Sirene", "2022-08-29", "Même SIREN.", "non renseignée")

    told = shown(organisation(field_facts=(fact,)))

    assert "Forme juridique Sirene, 29 août 2022 Même SIREN. Autre valeur : non renseignée" in told


def test_a_place_known_by_its_commune_says_so() -> None:
    place = replace(organisation().place, located=Located.COMMUNE)

    assert "symbole creux" in shown(organisation(place=place))


def test_an_organisation_without_place_says_why() -> None:
    place = Place(missing_reason="Aucune commune dans la source.")

    told = shown(organisation(place=place))

    assert "Sans position connue" in told
    assert "Aucune commune dans la source." in told


def test_a_tie_to_a_ptce_shows_its_page_and_its_doubt() -> None:
    tie = Membership("ptce:x", "Pôle X", "https://example.org/pole", "partly")

    sheet = Sheet(organisation(memberships=(tie,)))

    assert "Pôle X lien indirect" in words(built(sheet))
    assert "https://example.org/pole" in links(built(sheet)).values()


def test_a_website_that_is_no_web_address_is_no_link() -> None:
    sheet = Sheet(organisation(website="javascript:alert(1)"))

    addresses = list(links(built(sheet)).values())
    assert addresses
    assert not any(address.startswith("javascript") for address in addresses)


def test_every_organisation_answers_in_english_too() -> None:
    told = shown(organisation(), Language.ENGLISH)

    assert "In plain words" in told
    assert "Where this information comes from" in told


def test_merged_sources_are_all_named() -> None:
    both = (organisation().sources[0], source("other:2"))

    told = shown(organisation(sources=both))

    assert "synthetic:1" in told
    assert "other:2" in told


def test_a_panel_can_be_sent() -> None:
    assert is_serialisable(built(Sheet(organisation())))


def test_an_unreadable_vintage_counts_as_old() -> None:
    assert "peut avoir fermé depuis" in shown(from_year("vers 2010"))


def test_a_disagreement_names_both_sources_and_the_rule() -> None:
    fact = FieldFact(
        "address", "FINESS", "2021", "La première est gardée.", "2 rue Neuve", "Sirene", "2026-01"
    )

    told = shown(organisation(field_facts=(fact,)))

    assert "Sirene, janvier 2026 dit autre chose" in told
    assert "2 rue Neuve" in told
    assert "FINESS, 2021" in told
    assert "La première est gardée." in told


def test_a_record_says_its_quality_and_how_to_complete_it() -> None:
    told = shown(organisation(phone="0102030405"))

    assert "3 critères remplis sur 5" in told
    assert "Activité connue" in told
    assert "Demander à l’organisation ce qu’elle fait." in told
    assert "C’est la fiche qui est mesurée, pas l’organisation" in told


def test_a_ptce_of_unknown_date_says_what_is_known_of_its_sources() -> None:
    mention = replace(organisation().sources[0], vintage="2009-2025")
    pole = replace(organisation(), kind=Kind.PTCE, devices=(), sources=(mention,), pole=PoleFacts())

    dated = replace(pole, pole=PoleFacts(year="2014"))

    assert "ses sources sont du millésime 2009-2025" in shown(pole)
    assert "la dernière date que nous connaissons de ce pôle est 2014" in shown(dated)


def test_networks_are_ties_told_with_their_source_and_nothing_more() -> None:
    tie = NetworkTie("coorace", "Fédération COORACE", "data·inclusion, structures", "2026-03-01")
    told = shown(replace(organisation(), networks=(tie,)))

    assert "Fédération COORACE data·inclusion, structures 2026" in told
    assert "ni une coopération entre ses membres" in told
    assert "Réseaux" not in shown(organisation())


def test_a_zoning_is_told_with_its_vintage_and_what_places_the_organisation_in_it() -> None:
    quarter = Zoning(ZoningKind.QPV, "QN02601M", "Quartier synthétique", "2024", Located.ADDRESS)
    told = shown(replace(organisation(), zonings=(quarter,)))

    assert "Quartier synthétique (QN02601M, 2024), d’après le point de son adresse" in told
    assert "QPV" not in shown(organisation())


@pytest.mark.parametrize(
    ("vintage", "told"),
    [
        ("2021-01-08", "Information du 8 janvier 2021"),
        ("2020-12", "Information de décembre 2020"),
        ("2020-04", "Information d’avril 2020"),
        ("2019", "Information de 2019"),
    ],
)
def test_the_date_of_an_information_is_told_in_words(vintage: str, told: str) -> None:
    assert told in shown(from_year(vintage))


def test_evidence_and_sources_are_folded_under_what_they_answer() -> None:
    subject = organisation(kind=Kind.SHELTERED_SUPPLIER, devices=(Device.ESAT,))

    folds = [part["props"] for part in parts(built(Sheet(subject))) if part["type"] == "Details"]
    told = {words(fold["children"][0]): words(fold["children"][1]) for fold in folds}

    assert any(summary.startswith("Est-ce de l’ESS ? ") for summary in told)
    law = "article L344-2"
    assert [summary for summary, inside in told.items() if law in inside] == [
        "En clair Établissement et service d’accompagnement par le travail (ESAT)"
    ]
    assert any(summary.startswith("D’où viennent ces informations ") for summary in told)
    assert not any(fold.get("open") for fold in folds)
