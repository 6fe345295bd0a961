"""Sectors come from what is told, say where from, and are never guessed."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.organisation import SectorClaim
from territorial_map.domain.vocabulary import Device, PartnerType, Sector, SectorOrigin
from territorial_map.ingest import sectors
from territorial_map.ingest.sectors import SectorClues
from tests.known import KNOWLEDGE

SOURCES = Path(__file__).parents[3] / "data" / "sources"
nafs = st.sampled_from(("", "8810C", "8899B", "3832Z", "38.32Z", "9499Z", "8130Z", "????"))


def sectors_of(clues: SectorClues) -> tuple[SectorClaim, ...]:
    return sectors.sectors_of(clues, KNOWLEDGE.trades)


def told(clues: SectorClues) -> set[Sector]:
    return {claim.sector for claim in sectors_of(clues)}


@given(name=st.text(max_size=40), naf=nafs, activity=st.text(max_size=20))
def test_a_sector_is_claimed_once_with_its_origin(name: str, naf: str, activity: str) -> None:
    claims = sectors_of(SectorClues(name, naf, (activity,)))

    assert len({claim.sector for claim in claims}) == len(claims)
    assert all(claim.evidence for claim in claims)


@given(name=st.text(max_size=40), naf=nafs)
def test_more_told_is_never_less_known(name: str, naf: str) -> None:
    assert told(SectorClues(name, naf)) <= told(SectorClues(name, naf, ("maraîchage",)))


def test_every_naf_code_of_the_tables_is_known() -> None:
    codes: set[str] = set()
    for table in SOURCES.glob("*.csv"):
        with table.open(encoding="utf-8") as handle:
            codes |= {row["naf"] for row in csv.DictReader(handle) if row.get("naf")}

    assert codes
    assert [code for code in sorted(codes) if KNOWLEDGE.trades.codes.entry(code) is None] == []


@pytest.mark.parametrize("naf", ["8810C", "8899B", "8720A", "9499Z"])
def test_the_code_of_an_esat_never_tells_its_trade(naf: str) -> None:
    assert sectors_of(SectorClues("ESAT LES BROSSES", naf, devices=(Device.ESAT,))) == ()


def test_an_esat_says_its_trade_when_its_code_does() -> None:
    clues = SectorClues("ESAT ALIZE", "8130Z", devices=(Device.ESAT,))

    assert told(clues) == {Sector.GREEN_SPACES}


@pytest.mark.parametrize("device", [device for device in Device if device.is_siae])
def test_the_device_of_an_siae_and_its_catch_all_code_tell_no_trade(device: Device) -> None:
    assert sectors_of(SectorClues("LA COLLECTERIE", "8899B", devices=(device,))) == ()


def test_insertion_in_the_name_of_an_siae_says_what_it_is_not_what_it_does() -> None:
    named = "AUTEUIL INSERTION"

    assert sectors_of(SectorClues(named, devices=(Device.EI,))) == ()
    assert told(SectorClues(named)) == {Sector.WORK_INTEGRATION}


def test_what_a_programme_pays_for_is_told_as_such_and_after_everything_else() -> None:
    clues = SectorClues(
        "THEATRE DU CENTRE",
        activities=("inclusion numérique",),
        activities_from=SectorOrigin.PROGRAMME,
    )

    assert [(claim.sector, claim.origin) for claim in sectors_of(clues)] == [
        (Sector.CULTURE_MEDIA, SectorOrigin.NAME),
        (Sector.DIGITAL, SectorOrigin.PROGRAMME),
    ]


def test_a_word_that_may_mislead_asks_to_be_confirmed() -> None:
    evidence = [c.evidence for c in sectors_of(SectorClues("ACTIV AGRI"))]

    assert evidence == [
        "Mot du nom : «\N{NO-BREAK SPACE}agri\N{NO-BREAK SPACE}», indice à confirmer."
    ]


def test_a_geiq_is_not_work_integration_by_its_device() -> None:
    clues = SectorClues("GEIQ 41", devices=(Device.GEIQ, Device.EMPLOYERS_GROUP))

    assert sectors_of(clues) == ()


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("ASSOC RECYCLERIE VIMEU BRESLE", Sector.REPAIR_REUSE),
        ("BLANCHISSERIE DES FLANDRES", Sector.CLEANING_LAUNDRY),
        ("GEIQ BTP ORNE", Sector.BUILDING_ENERGY),
        ("Les Connexions (recyclerie événementielle)", Sector.ENVIRONMENT_CIRCULAR),
        ("LES RESTAURANTS DU COEUR DU RHONE", Sector.SOCIAL_CARE),
    ],
)
def test_words_of_the_name_tell_a_sector(name: str, sector: Sector) -> None:
    claims = {claim.sector: claim.origin for claim in sectors_of(SectorClues(name))}

    assert claims[sector] is SectorOrigin.NAME


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("LES RESTAURANTS DU COEUR DU RHONE", Sector.CATERING),
        ("ASSOC RESTAURANTS ET RELAIS DU COEUR", Sector.CATERING),
        ("BANQUE ALIMENTAIRE DU BAS RHIN", Sector.FINANCE_INSURANCE),
        ("CENTRE DISTRIBUTION TRAVAIL A DOMICILE", Sector.PERSONAL_SERVICES),
        ("ESAT LES CHEMINS DE COMPOSTELLE", Sector.ENVIRONMENT_CIRCULAR),
        ("Chantier école Occitanie", Sector.EDUCATION_TRAINING),
        ("CTRE SOCIAL ET CULTUREL DU PAYS DE CHALAIS", Sector.CULTURE_MEDIA),
    ],
)
def test_words_that_look_like_a_trade_tell_none(name: str, sector: Sector) -> None:
    assert sector not in told(SectorClues(name))


def test_jardins_is_market_gardening_for_an_siae_only() -> None:
    garden = "LES JARDINS DE LUCIE"

    assert Sector.AGRICULTURE_FOOD in told(SectorClues(garden, devices=(Device.ACI,)))
    assert told(SectorClues("ESAT LES JARDINS DE NONERES", devices=(Device.ESAT,))) == set()


def test_the_name_of_a_commune_tells_no_sector() -> None:
    clues = SectorClues("ASSOCIATION DE LA BANQUE", commune="La Banque")

    assert sectors_of(clues) == ()


@pytest.mark.parametrize(
    ("name", "commune"),
    [
        ("Association du Bois-Colombes", "Bois-Colombes"),
        ("Le Bois Le Bois association", "Le Bois"),
        ("Bois Bois", "Bois"),
    ],
)
def test_a_commune_is_taken_off_wherever_it_stands(name: str, commune: str) -> None:
    assert sectors_of(SectorClues(name, commune=commune)) == ()


def test_a_commune_inside_a_longer_word_stays() -> None:
    told = sectors_of(SectorClues("Atelier boiserie", commune="Bois"))

    assert told == sectors_of(SectorClues("Atelier boiserie"))


def test_a_community_of_communes_is_named_after_its_places() -> None:
    name = "COMMUNAUTE DE COM LOIRE VIGNOBLES ET TRANSPORT"

    assert sectors_of(SectorClues(name, partner_type=PartnerType.GROUPING)) == ()


def test_a_declared_activity_is_quoted() -> None:
    (claim,) = sectors_of(SectorClues("Pôle Sud", activities=("relocalisation", "cuir-chaussure")))

    assert (claim.sector, claim.origin) == (Sector.INDUSTRY_CRAFT, SectorOrigin.DECLARED)
    assert "cuir-chaussure" in claim.evidence


def test_a_name_and_a_code_that_both_tell_a_trade_mostly_agree() -> None:
    """Measured on the real rows whose NAF code tells a trade; the others add to it."""
    told_twice = [
        (from_name, set(entry.sectors))
        for table in ("insertion_enterprises", "ess_employers_guyane")
        for name, code in _names_and_codes(table)
        if (entry := KNOWLEDGE.trades.codes.entry(code)) and entry.sectors
        for from_name in told(SectorClues(name)) - {Sector.WORK_INTEGRATION, Sector.SOCIAL_CARE}
        if code[:2] not in {"78", "82", "84", "85", "87", "88"} and code != "8110Z"
    ]

    agreeing = sum(from_name in from_code for from_name, from_code in told_twice)
    assert len(told_twice) >= 200
    assert agreeing / len(told_twice) >= 0.7


def _names_and_codes(table: str) -> list[tuple[str, str]]:
    with (SOURCES / f"{table}.csv").open(encoding="utf-8") as handle:
        return [(row["name"], row["naf"]) for row in csv.DictReader(handle) if row["naf"]]


@pytest.mark.parametrize("naf", ["9411Z", "94.99Z", "NAF25:9411Y"])
def test_btp_in_the_name_of_a_body_of_members_is_no_trade(naf: str) -> None:
    assert Sector.BUILDING_ENERGY not in told(SectorClues("Fédération BTP 42", naf))
    assert Sector.BUILDING_ENERGY in told(SectorClues("Atelier BTP 42", "7022Z"))
