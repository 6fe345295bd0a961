"""What one site of a legal person tells holds for its other sites."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.vocabulary import EssStatus, LegalForm
from territorial_map.ingest.status import Clues, share_legal_persons, share_managers, status_of
from tests.synthetic import organisation

SIREN = "775693385"
NAMES = ("ESAT GISORS ASS LADAPT", "ESAT DE VIRIAT", "SARL LADAPT", "ESAT LES BROSSES")


@given(st.lists(st.sampled_from(NAMES), max_size=5))
def test_sharing_twice_is_sharing_once(names: list[str]) -> None:
    rows = [
        organisation(f"synthetic:{n}", siren=SIREN, status=status_of(Clues(name, "ea")))
        for n, name in enumerate(names)
    ]

    once = share_legal_persons(rows)

    assert share_legal_persons(once) == once


def test_a_form_read_on_one_site_is_given_to_the_others_with_its_rule() -> None:
    told = organisation("synthetic:1", siren=SIREN, status=status_of(Clues(NAMES[0], "esat")))
    silent = organisation("synthetic:2", siren=SIREN, status=status_of(Clues(NAMES[1], "esat")))

    _, completed = share_legal_persons([told, silent])

    assert completed.status.ess is EssStatus.STATUTORY
    assert "même personne" in completed.status.legal_form_evidence
    assert {fact.field for fact in completed.field_facts} == {"legal_form", "ess_status"}


def test_two_different_forms_settle_nothing() -> None:
    rows = [
        organisation(f"synthetic:{n}", siren=SIREN, status=status_of(Clues(name, "ea")))
        for n, name in enumerate(NAMES[:3])
    ]

    assert share_legal_persons(rows)[1].status.legal_form is LegalForm.UNKNOWN


def test_a_site_without_siren_takes_that_of_its_managers_other_sites() -> None:
    told = organisation("synthetic:1", siren=SIREN, manager_id="synthetic:manager")
    silent = organisation("synthetic:2", manager_id="synthetic:manager")

    _, completed = share_managers([told, silent])

    assert completed.siren == SIREN
    assert completed.field_facts[0].field == "siren"


def test_a_manager_with_two_sirens_gives_none() -> None:
    told = organisation("synthetic:1", siren=SIREN, manager_id="synthetic:manager")
    other = replace(told, id="synthetic:3", sources=organisation("synthetic:3").sources)
    other = replace(other, siren="775544083")
    silent = organisation("synthetic:2", manager_id="synthetic:manager")

    assert share_managers([told, other, silent])[2].siren is None
