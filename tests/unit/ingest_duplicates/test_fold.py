"""Records folded or left apart: what is taken, what is marked, what both sources say."""

from dataclasses import replace

import pytest

from territorial_map.domain.organisation import Membership, Organisation, Place, SectorClaim
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    Located,
    Sector,
    SectorOrigin,
    SizeBand,
)
from territorial_map.ingest.duplicates import Record, fold_duplicates
from territorial_map.ingest.status import Clues, status_of
from territorial_map.ingest.tables import table_named
from tests.synthetic import organisation, place, source
from tests.unit.ingest_duplicates.six_tables import TABLES

SIRET = "77554408300477"
REGISTER, OTHER_REGISTER, LIST, POLES, MEMBERS = TABLES[1:6]


def one_of(*found: tuple[object, Organisation]) -> Organisation:
    folded = fold_duplicates([Record(table, row) for table, row in found])  # type: ignore[arg-type] # a table each
    (row,) = folded.organisations
    return row


def test_a_merged_organisation_keeps_both_sources_and_says_what_it_took() -> None:
    siae = organisation("siae:aci:1", siret=SIRET, siren=SIRET[:9], devices=(Device.ACI,))
    ess = replace(
        organisation("ess:1", siret=SIRET, siren=SIRET[:9], source_name="AUTRE NOM"),
        acronym="LB",
        size=SizeBand.SMALL,
        headcount_band="12",
        status=status_of(Clues("LES BROSSES", legal_category="9220")),
        sectors=(SectorClaim(Sector.TEXTILE, SectorOrigin.NAF, "Code NAF 1399Z."),),
    )

    row = one_of((REGISTER, siae), (OTHER_REGISTER, ess))

    assert [mention.id for mention in row.sources] == ["siae:aci:1", "ess:1"]
    assert (row.acronym, row.size, row.headcount_band) == ("LB", SizeBand.SMALL, "12")
    assert row.status.legal_form is LegalForm.ASSOCIATION
    assert row.sectors[0].sector is Sector.TEXTILE
    facts = {fact.field: fact for fact in row.field_facts}
    assert {"acronym", "size", "legal_form", "ess_status", "name"} <= set(facts)
    assert facts["name"].other_value == "AUTRE NOM"


def test_what_the_first_source_tells_is_never_replaced() -> None:
    town = organisation("siae:aci:1", siret=SIRET, siren=SIRET[:9], phone="04 74 47 04 70")
    town = replace(town, status=status_of(Clues("SARL ISA INTERIM", "ei")))
    other = organisation("ess:1", siret=SIRET, siren=SIRET[:9], phone="01 00 00 00 00")
    other = replace(other, status=status_of(Clues("ASSOC ISA")))

    row = one_of((REGISTER, town), (OTHER_REGISTER, other))

    assert row.phone == "04 74 47 04 70"
    assert row.status.legal_family is LegalFamily.COMMERCIAL
    assert row.status.ess is EssStatus.TO_ESTABLISH


def test_a_shared_siret_inside_one_register_stays_two_organisations() -> None:
    first = organisation("finess:1", siret=SIRET, siren=SIRET[:9], devices=(Device.ESAT,))
    second = organisation("finess:2", siret=SIRET, siren=SIRET[:9], devices=(Device.ESAT,))

    folded = fold_duplicates([Record(TABLES[0], first), Record(TABLES[0], second)])

    assert len(folded.organisations) == 2
    assert folded.perhaps == ()


@pytest.mark.parametrize(
    ("name", "commune", "organisations"),
    [
        ("ONE EACH CLICHY", "26362", 2),
        ("ONE EACH CLICHY", "26281", 1),
        ("ASSOC DES BROSSES", "26362", 1),
        ("ASSOCIATION", "26362", 1),
    ],
)
def test_a_siret_alone_against_the_name_and_the_commune_is_left_to_review(
    name: str, commune: str, organisations: int
) -> None:
    siae = organisation("siae:aci:1", siret=SIRET, siren=SIRET[:9], source_name="LES BROSSES")
    told = organisation("ess:1", siret=SIRET, siren=SIRET[:9], source_name=name)
    told = replace(told, place=place(commune=commune))

    folded = fold_duplicates([Record(REGISTER, siae), Record(OTHER_REGISTER, told)])

    assert len(folded.organisations) == organisations
    assert len(folded.perhaps) == organisations - 1


def test_a_name_borne_by_two_persons_is_marked_on_all_and_merged_with_none() -> None:
    sites = [
        organisation("siae:aci:1", siren="405383761", source_name="PAIN ET PARTAGE"),
        organisation("siae:ei:2", siren="813062791", source_name="SARL PAIN ET PARTAGE"),
    ]
    member = organisation("member:pole:pain-et-partage", source_name="Pain et Partage")

    folded = fold_duplicates([*(Record(REGISTER, site) for site in sites), Record(MEMBERS, member)])

    assert len(folded.organisations) == 3
    assert folded.organisations[0].perhaps_same == ("siae:aci:1", "siae:ei:2")


@pytest.mark.parametrize(
    ("streets", "website", "places", "doubts"),
    [
        (("1 rue Fictive", "1 Rue fictive"), None, 1, 0),
        (("1 rue Fictive", "2 rue Fictive"), None, 2, 0),
        (("1 rue Fictive", None), None, 2, 1),
        (("1 rue Fictive", None), "https://example.org/a", 1, 0),
    ],
)
def test_a_list_names_a_place_twice_only_when_more_than_the_name_says_so(
    streets: tuple[str, str | None], website: str | None, places: int, doubts: int
) -> None:
    rows = [
        organisation(
            f"space:{n}",
            source_name="Espace numérique",
            website=website,
            place=replace(place(), located=Located.COMMUNE, address=street),
        )
        for n, street in enumerate(streets)
    ]

    folded = fold_duplicates([Record(LIST, row) for row in rows])

    assert len(folded.organisations) == places
    assert len(folded.perhaps) == doubts


def test_a_member_of_two_poles_is_one_organisation_with_two_ties() -> None:
    rows = [
        organisation(
            f"member:{pole}:ville",
            source_name="Ville de Paris",
            memberships=(Membership(f"ptce:{pole}", pole, "https://example.org", "seen"),),
        )
        for pole in ("a", "b")
    ]

    row = one_of(*((MEMBERS, row) for row in rows))

    assert [tie.ptce_id for tie in row.memberships] == ["ptce:a", "ptce:b"]


def test_a_member_without_commune_is_perhaps_its_namesake_in_the_department_of_its_pole() -> None:
    pole = organisation("ptce:a", kind=Kind.PTCE, place=place(None))
    tie = Membership("ptce:a", "A", "https://example.org", "seen")
    unplaced = Place(Located.NONE, missing_reason="commune non indiquée par la source")
    rows = [
        organisation("siae:aci:1", source_name="CALADE"),
        organisation("siae:aci:2", source_name="AUTRE NOM"),
    ]
    member = organisation(
        "member:a:calade", source_name="Calade", place=unplaced, memberships=(tie,)
    )

    folded = fold_duplicates(
        [*(Record(REGISTER, row) for row in rows), Record(POLES, pole), Record(MEMBERS, member)]
    )

    assert folded.perhaps == (("member:a:calade", "siae:aci:1"),)


def test_what_sources_disagree_on_names_both_and_the_rule() -> None:
    paris = replace(organisation().place, commune="Romans-sur-Isère", address="1 rue Fictive")
    valence = replace(paris, address="2 rue Autre", commune_code="26362", commune="Valence")
    siae = organisation("siae:aci:1", siret=SIRET, siren=SIRET[:9], place=paris)
    siae = replace(siae, phone="0475000000", status=status_of(Clues("SARL ISA INTERIM", "ei")))
    ess = organisation(
        "ess:1", siret=SIRET, siren=SIRET[:9], place=valence, kind=Kind.COOPERATION_SPACE
    )
    ess = replace(
        ess,
        phone="0475000001",
        status=status_of(Clues("ASSOC ISA", legal_category="9220")),
        sources=(replace(source("ess:1"), source="Sirene", vintage="2026-01"),),
    )

    row = one_of((REGISTER, siae), (OTHER_REGISTER, ess))
    disputed = {fact.field: fact for fact in row.field_facts if fact.other_source}

    assert {"address", "commune", "phone", "legal_form", "kind"} <= set(disputed)
    assert (row.place.address, disputed["address"].other_value) == ("1 rue Fictive", "2 rue Autre")
    assert (disputed["address"].other_source, disputed["address"].other_vintage) == (
        "Sirene",
        "2026-01",
    )
    assert "est gardée" in disputed["commune"].rule


def test_the_more_precise_place_is_kept_and_the_other_one_is_written_down() -> None:
    precise = organisation().place
    vague = replace(precise, located=Located.COMMUNE, address=None, commune="Bourg-de-Péage")
    siae = organisation("siae:aci:1", siret=SIRET, siren=SIRET[:9], place=vague)
    ess = organisation("ess:1", siret=SIRET, siren=SIRET[:9], place=precise)

    row = one_of((REGISTER, siae), (OTHER_REGISTER, ess))
    disputed = {fact.field: fact for fact in row.field_facts if fact.other_source}

    assert row.place == precise
    assert disputed["commune"].other_value == "Bourg-de-Péage"
    assert "plus précisément" in disputed["commune"].rule


def test_a_geiq_whose_seat_moved_is_one_organisation_told_by_the_newer_campaign() -> None:
    newer, older, branch = (
        organisation(
            identity,
            source_name="GEIQ SYNTHÉTIQUE",
            siren=SIRET[:9],
            siret=siret,
            devices=(Device.GEIQ, Device.EMPLOYERS_GROUP),
            manager_id=manager,
            place=place(commune=commune),
        )
        for identity, siret, manager, commune in (
            ("geiq:1", "77554408300477", None, "26362"),
            ("siae:geiq:2", "77554408300014", None, "26281"),
            ("geiq:1-3", None, "geiq:1", "26281"),
        )
    )
    geiq = table_named("geiq_2025.csv")

    folded = fold_duplicates([Record(geiq, newer), Record(geiq, branch), Record(REGISTER, older)])

    answers = {row.id: [mention.id for mention in row.sources] for row in folded.organisations}
    assert answers == {"geiq:1": ["geiq:1", "siae:geiq:2"], "geiq:1-3": ["geiq:1-3"]}
