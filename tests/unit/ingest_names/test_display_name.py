"""Names out of capitals: readable, and still the words of the source."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from territorial_map.domain.text import fold
from territorial_map.ingest.names import PlaceNames, display_name, expanded, place_names, tidy
from territorial_map.ingest.names.abbreviations import ABBREVIATED
from territorial_map.ingest.names.lexicon import lexicon
from territorial_map.ingest.territories import load_territories
from territorial_map.readers import read_table

ROOT = Path(__file__).parents[3]
NO_BREAK = "\u00a0"
ONE_LEXICON = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

pieces = st.sampled_from(
    [
        "ESAT", "ASSOC", "ASS", "LES", "LA", "L", "D", "A", "DE", "DU", "ET", "S", "A.P.F.", "ST",
        "STE", "SAINT", "ETIENNE", "ROMANS", "SUR", "ISERE", "L'ESCALE", "D'OR", "AIDE", "EN",
        "P'TITS", "-", "/", "(APEI)", '"', "&", "CTRE", "COM", "REGIE", "COEUR", "GEIQ", "BTP",
        "ADAPTÉE", "1ER", "41", "XXI", "JARDINS", "VAL", "OISE", "ENTREP.", "SERV", "I", "PAYS",
    ]
)  # fmt: skip
names_in_capitals = st.lists(pieces, min_size=1, max_size=8).map(" ".join)


@pytest.fixture(scope="module")
def places() -> PlaceNames:
    reference = load_territories(ROOT / "data" / "territories")
    levels = (reference.communes, reference.departments, reference.regions)
    return place_names(territory.name for level in levels for territory in level.values())


@pytest.fixture(scope="module")
def register_names() -> list[str]:
    tables = ("sheltered_suppliers", "insertion_enterprises", "ess_employers_guyane")
    return [
        row.values["name"]
        for table in tables
        for row in read_table(ROOT / "data" / "sources" / f"{table}.csv", required=["name"]).rows
    ]


def in_capitals(name: str) -> bool:
    return not any(letter.islower() for letter in name)


def written_words(name: str) -> str:
    """The folded words of a source name, its documented abbreviations in full."""
    plain = tidy(name)
    return fold(expanded(plain)) if in_capitals(plain) else fold(plain)


@given(name=names_in_capitals)
def test_a_name_without_a_word_that_may_be_cut_short_stays_whole(name: str) -> None:
    assume(ABBREVIATED.isdisjoint(re.split(r"[\W_]+", name)))

    assert expanded(name) == name


@given(name=names_in_capitals | st.text(max_size=20))
@ONE_LEXICON
def test_displaying_twice_is_displaying_once(name: str, places: PlaceNames) -> None:
    once = display_name(name, places=places)

    assert display_name(once, places=places) == once


@given(name=names_in_capitals)
@ONE_LEXICON
def test_the_words_are_those_of_the_source(name: str, places: PlaceNames) -> None:
    assert fold(display_name(name, places=places)) == written_words(name)


@given(name=st.text(max_size=30).filter(lambda text: any(c.islower() for c in text)))
@ONE_LEXICON
def test_a_name_with_lower_case_letters_keeps_every_word(name: str, places: PlaceNames) -> None:
    assert fold(display_name(name, places=places)) == fold(tidy(name))


def test_the_words_of_every_real_name_are_kept(
    register_names: list[str], places: PlaceNames
) -> None:
    changed = [
        name
        for name in register_names
        if fold(display_name(name, places=places)) != written_words(name)
    ]

    assert changed == []


def test_every_real_name_is_stable(register_names: list[str], places: PlaceNames) -> None:
    shown = [display_name(name, places=places) for name in register_names]

    assert [display_name(name, places=places) for name in shown] == shown


def test_few_real_names_stay_in_capitals(register_names: list[str], places: PlaceNames) -> None:
    shouting = [
        shown
        for name in register_names
        if in_capitals(shown := display_name(name, places=places)) and len(shown) > 12
    ]

    assert len(shouting) < len(register_names) / 100


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ESAT LES GENETS D'OR MORLAIX", "ESAT Les Genêts d’Or Morlaix"),
        ("ASSOC POINT D APPUI", "Association Point d’Appui"),
        ("ESAT L'ADAPT DE VIRIAT", "ESAT L’ADAPT de Viriat"),
        ("ADAPEI DE LA DROME", "ADAPEI de la Drôme"),
        ('ESAT "STE ANNE" - ALBESTROFF', f"ESAT «{NO_BREAK}Sainte-Anne{NO_BREAK}» - Albestroff"),
        ("ENTREP. ADAPTEE ATELIERS DU BOCAGE", "Entreprise Adaptée Ateliers du Bocage"),
        ("AIDE A DOMICILE EN PAYS DE BRAY", "Aide à Domicile en Pays de Bray"),
        ("S A S VITASERVICES", "S A S Vitaservices"),
        ("C.D.T.D. DE L'A.P.F.", "C.D.T.D. de l’A.P.F."),
        ("ESAT DE SAINT ETIENNE", "ESAT de Saint-Étienne"),
        ("ESAT CLERMONT FERRAND", "ESAT Clermont-Ferrand"),
        ("ASSOC DOMICILE SERVICES DE COTE D OR", "Association Domicile Services de Côte-d’Or"),
        ("ASS DEP RESTAURANTS DU COEUR", "Association Dép. Restaurants du Cœur"),
        ("CTRE COM ACTION SOCIAL DE VERDUN", "Centre Communal d’Action Sociale de Verdun"),
        ("COM DE COM RETZ EN VALOIS", "Communauté de Communes Retz en Valois"),
        ("FEDERATION DES METIERS DE LA SOLIDARITE", "Fédération des Métiers de la Solidarité"),
        ("SOCIETE D'ECONOMIE SOCIALE", "Société d’Économie Sociale"),
        ("REUSSITE ET DEVELOPPEMENT", "Réussite et Développement"),
        ("LES P'TITS CAGEOTS", "Les P’tits Cageots"),
        ("PASS'EMPLOI", "Pass’Emploi"),
        ("GEIQ BTP 41", "GEIQ BTP 41"),
        ("AN NOU KOMBAT ANSAMN", "An Nou Kombat Ansamn"),
        ("REGIE DE QUARTIERS DU XXI SIECLE", "Régie de Quartiers du XXI Siècle"),
        ("A DOMICILE SERVICES", "À Domicile Services"),
        ("REMIRE-MONTJOLY SOLIDARITE", "Remire-Montjoly Solidarité"),
        ("Baluchon-À table citoyens", "Baluchon-À table citoyens"),
        ('Espace  "Firmin Pons"', f"Espace «{NO_BREAK}Firmin Pons{NO_BREAK}»"),
        ("Collectif REPERAGES d'Albi", "Collectif REPERAGES d’Albi"),
    ],
)  # fmt: skip
def test_names_as_people_write_them(name: str, shown: str, places: PlaceNames) -> None:
    assert display_name(name, places=places) == shown


def test_every_curated_word_only_adds_accents() -> None:
    words = lexicon()
    pairs = words.stems | words.short | words.abbreviated

    wrong = {key: value for key, value in pairs.items() if fold(value) != key.lower()}

    assert wrong == {}


def test_a_word_is_either_an_acronym_or_a_short_word() -> None:
    words = lexicon()

    assert words.acronyms & words.short.keys() <= {"DOM"}
