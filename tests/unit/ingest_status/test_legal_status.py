"""A legal status is read from evidence, and never beyond it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.text import words
from territorial_map.domain.vocabulary import EssStatus, LegalFamily, LegalForm
from territorial_map.ingest.status import Clues, status_of
from territorial_map.ingest.status.names import FORMS_IN_NAMES

CATEGORIES = ("esat", "ea", "aci", "ei", "ai", "etti", "geiq", "tiers_lieu", "association", "")
names = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    ("ASSOC LES ASTELLES", "SCIC SA RELAIS LORRAINE", "SARL ISA INTERIM", "COM DE LAON")
)


@given(name=names, category=st.sampled_from(CATEGORIES), rest=st.integers(0, 10**7 - 1))
def test_a_public_siren_is_never_ess_whatever_the_name(name: str, category: str, rest: int) -> None:
    for prefix in ("11", "18", "19", "20", "21", "26"):
        status = status_of(Clues(name, category, f"{prefix}{rest:07}"))

        assert status.ess is EssStatus.OUTSIDE_PUBLIC
        assert status.legal_family is LegalFamily.PUBLIC


@given(name=names, category=st.sampled_from(CATEGORIES), code=st.sampled_from(("", "9220", "5710")))
def test_every_answer_has_its_evidence(name: str, category: str, code: str) -> None:
    status = status_of(Clues(name, category, legal_category=code))

    assert status.ess_evidence
    assert status.legal_form_evidence or status.legal_form is LegalForm.UNKNOWN


@given(name=names, category=st.sampled_from(CATEGORIES))
def test_being_ess_needs_a_family_that_is_ess_by_statute(name: str, category: str) -> None:
    status = status_of(Clues(name, category))

    if status.ess is EssStatus.STATUTORY:
        assert status.legal_family in {
            LegalFamily.ASSOCIATION,
            LegalFamily.COOPERATIVE,
            LegalFamily.MUTUAL,
            LegalFamily.FOUNDATION,
        }


@pytest.mark.parametrize("category", ["aci", "ei", "etti", "esat", "ea", "geiq", "tiers_lieu"])
def test_a_device_or_a_place_is_no_legal_form(category: str) -> None:
    status = status_of(Clues("LES MAGNOLIAS", category))

    assert (status.ess, status.legal_form) == (EssStatus.TO_ESTABLISH, LegalForm.UNKNOWN)


def test_an_association_intermediaire_is_an_association_by_law() -> None:
    status = status_of(Clues("AGIR VERS L'EMPLOI", "ai"))

    assert status.legal_form is LegalForm.ASSOCIATION
    assert "L5132-7" in status.legal_form_evidence


@pytest.mark.parametrize(
    ("name", "category", "form"),
    [
        ("ASSOC ENVIRONNEMENT", "aci", LegalForm.ASSOCIATION),
        ("ASSOCIU AIUTU CAMPAGNOLU", "aci", LegalForm.ASSOCIATION),
        ("ASS INTERMED PETITS BOULOTS", "aci", LegalForm.ASSOCIATION),
        ("SARL SCIC VIGNE DE COCAGNE DU DOMAINE DE MIRABEAU", "ei", LegalForm.SCIC),
        ("SCOP EBS LE RELAIS BOURGOGNE", "ei", LegalForm.SCOP),
        ("S A S VITASERVICES", "ei", LegalForm.COMMERCIAL),
        ("JANUS SAS", "etti", LegalForm.COMMERCIAL),
        ("FONDATION DE L ARMEE DU SALUT / ACI PAUSECAFE", "aci", LegalForm.FOUNDATION),
        ("MUTUALITE FRANCAISE ISERE SERVICES SOINS ET ACCOMP", "aci", LegalForm.MUTUAL),
    ],
)
def test_words_of_the_name_tell_a_form(name: str, category: str, form: LegalForm) -> None:
    assert status_of(Clues(name, category)).legal_form is form


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("SAS FORMATION", "aci"),  # an association: an ACI is never a company
        ("BANQUE ALIMENTAIRE TOULOUSE ET SA REGION", "aci"),
        ("ENTREPRISE ADAPTEE TOURVILLE SARLHANDY", "ea"),
        ("Le Mouvement associatif CVL", "coworking"),
        ("COOP'AGIR", "aci"),
    ],
)
def test_lookalike_words_tell_nothing(name: str, category: str) -> None:
    assert status_of(Clues(name, category)).legal_form is LegalForm.UNKNOWN


def test_a_company_is_not_ess_by_its_form_alone() -> None:
    status = status_of(Clues("SARL ISA INTERIM", "etti"))

    assert status.ess is EssStatus.TO_ESTABLISH
    assert "article 1er, II, 2°" in status.ess_evidence


@pytest.mark.parametrize(
    ("code", "name", "naf", "form"),
    [
        ("9220", "LES LUCIOLES", "", LegalForm.ASSOCIATION),
        ("9223", "GPT EMPLOYEURS MANUTENTION GUYANAISE", "7830Z", LegalForm.ASSOCIATION),
        ("5458", "COOPERATIVE SUD CONCEPT", "", LegalForm.SCOP),
        ("5458", "COOPERATIVE D'ACTIVITE ET D'EMPLOI PETRA PATRIMONIA", "", LegalForm.CAE),
        ("5560", "BRED BANQUE POPULAIRE", "6419Z", LegalForm.BANK_COOP),
        ("6316", "LES MOISSONNEURS", "", LegalForm.CUMA),
        ("8210", "MAE", "6512Z", LegalForm.MUTUAL),
        ("9300", "INSTITUT PASTEUR", "", LegalForm.FOUNDATION),
    ],
)
def test_the_legal_category_tells_the_form(code: str, name: str, naf: str, form: LegalForm) -> None:
    status = status_of(Clues(name, "association", legal_category=code, naf=naf))

    assert (status.legal_form, status.ess) == (form, EssStatus.STATUTORY)
    assert code in status.legal_form_evidence


def test_a_public_legal_category_is_outside_ess() -> None:
    status = status_of(Clues("UN SERVICE", legal_category="7210"))

    assert status.ess is EssStatus.OUTSIDE_PUBLIC


def test_a_group_of_public_interest_is_named_as_such() -> None:
    status = status_of(Clues("ESAT D'ALLAMPS (GIP HAND INSERT)", "esat", "185400025"))

    assert status.legal_form is LegalForm.GIP


def test_co_owners_filed_as_an_association_are_not_one() -> None:
    filed = Clues("SYNDICAT DES COPROPRIETAIRES CITY HALL", "association", legal_category="9220")

    assert status_of(filed).ess is EssStatus.TO_ESTABLISH


def test_a_siren_in_10_says_neither_public_nor_private() -> None:
    status = status_of(Clues("La Parenthèse", "tiers_lieu", "100526466"))

    assert status.ess is EssStatus.TO_ESTABLISH
    assert "commence par 10" in status.ess_evidence


def test_a_public_establishment_known_by_its_siren_is_public() -> None:
    status = status_of(Clues("OFFICE NATIONAL DES FORETS", "aci", "662043116"))

    assert status.ess is EssStatus.OUTSIDE_PUBLIC


@pytest.mark.parametrize(("telling", "pattern"), [entry[:2] for entry in FORMS_IN_NAMES])
@given(drawing=st.data())
def test_one_of_the_telling_words_stands_in_every_name_that_tells_a_form(
    telling: frozenset[str], pattern: re.Pattern[str], drawing: st.DataObject
) -> None:
    latin = st.characters(max_codepoint=0x17E)  # « ㍘ » beside a word is folded into it: no name
    name = drawing.draw(st.from_regex(pattern, alphabet=latin))

    assert not telling.isdisjoint(words(name))
