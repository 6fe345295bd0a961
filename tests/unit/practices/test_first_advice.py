"""What is advised first rests on a known fact; roles, the law and the unknown stand apart."""

from itertools import product

from territorial_map.domain.practices.first_advice import (
    FIRST,
    FirstAdvice,
    first_advice,
    rests_on_a_fact,
)
from territorial_map.domain.practices.links import IMPOSED_RELEVANCE
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.vocabulary import Device, Kind, LegalForm, Sector
from territorial_map.services.practices.answers import links_for_profile
from tests.known import KNOWLEDGE

FORMS = (None, LegalForm.ASSOCIATION, LegalForm.SCIC, LegalForm.SCOP, LegalForm.PUBLIC)
DEVICES = (None, (Device.ESAT,), (Device.ACI,), (Device.GEIQ,))
SECTORS = (None, (Sector.REPAIR_REUSE,), (Sector.SOCIAL_CARE,))


def advised(**facts: object) -> FirstAdvice:
    profile = PracticeProfile(**facts)  # type: ignore[arg-type]
    return first_advice(links_for_profile(profile, KNOWLEDGE.practices))


def every_advice() -> list[FirstAdvice]:
    return [
        advised(kind=Kind.ESS_ACTOR, legal_form=form, devices=devices, sectors=sectors)
        for form, devices, sectors in product(FORMS, DEVICES, SECTORS)
    ]


def test_each_first_practice_rests_on_a_known_fact_but_one_at_most() -> None:
    several = every_advice()

    assert several
    for advice in several:
        general = [link for link in advice.advised if not rests_on_a_fact(link)]

        assert 0 < len(advice.advised) <= FIRST
        assert len(general) <= 1


def test_a_role_is_told_once_apart_and_is_no_advice() -> None:
    advice = advised(kind=Kind.SHELTERED_SUPPLIER, devices=(Device.ESAT,))
    first = {link.practice_id for link in (*advice.advised, *advice.others)}
    roles = [link.practice_id for link in advice.roles]

    assert "p27" in roles
    assert len(roles) == len(set(roles))
    assert not first & set(roles)
    assert {link.role for link in (*advice.advised, *advice.others)} == {Role.COULD_ADOPT}


def test_what_the_law_imposes_on_an_esat_is_told_apart_and_is_no_advice() -> None:
    links = links_for_profile(
        PracticeProfile(kind=Kind.SHELTERED_SUPPLIER, devices=(Device.ESAT,)), KNOWLEDGE.practices
    )
    (imposed,) = [link for link in links if link.practice_id == "p25"]
    advice = first_advice(links)

    assert "2022-1561" in imposed.reasons[0].sentence.fr
    assert imposed in advice.roles
    assert imposed not in (*advice.advised, *advice.others, *advice.waiting)


def test_the_law_takes_a_practice_out_of_the_advice_without_making_it_foreign_to_an_esat() -> None:
    def relevance(device: Device) -> float:
        links = links_for_profile(
            PracticeProfile(kind=Kind.SHELTERED_SUPPLIER, devices=(device,)), KNOWLEDGE.practices
        )
        return next(link.relevance for link in links if link.practice_id == "p25")

    assert relevance(Device.ESAT) > relevance(Device.EA) > IMPOSED_RELEVANCE


def test_what_the_status_itself_is_comes_last_and_is_no_advice() -> None:
    links = links_for_profile(PracticeProfile(legal_form=LegalForm.SCOP), KNOWLEDGE.practices)
    (own,) = [link for link in links if link.practice_id == "p21"]
    advice = first_advice(links)

    assert own.relevance <= IMPOSED_RELEVANCE
    assert own in advice.roles
    assert own not in (*advice.advised, *advice.others, *advice.waiting)


def test_what_depends_on_an_unknown_fact_waits() -> None:
    blank = advised()

    assert len(blank.advised) == 1
    assert blank.waiting
    assert not any(map(rests_on_a_fact, blank.waiting))


def test_every_link_is_there_once() -> None:
    links = links_for_profile(
        PracticeProfile(legal_form=LegalForm.SCIC, devices=(Device.ACI,)), KNOWLEDGE.practices
    )
    ids = [link.practice_id for link in links]

    assert ids
    assert sorted(link.practice_id for link in first_advice(links).in_order) == sorted(ids)
