"""Each reason to find a row, or to leave the choice, met alone: weights are synthetic and plain."""

import pytest

from territorial_map.domain.matching.agreement import NameAgreement
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import MatchVerdict, PlaceLevel, Why
from territorial_map.domain.matching.verdict import MatchDecision
from tests.unit.matching.plain_weights import (
    ALIKE,
    NAMED,
    OTHER_SIREN,
    PARTLY,
    SIREN,
    UNLIKE,
    candidate,
    verdict,
)

SITE = Given(2, name="Atelier synthétique", siren=SIREN, siren_told=SIREN)


def test_a_row_that_tells_nothing_is_unknown_whoever_stands_by() -> None:
    decision = verdict(Given(2, city="Lille"), candidate("a"))

    assert decision == MatchDecision(MatchVerdict.UNKNOWN, Why.NOTHING_TOLD)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({Why.SIRET}, Why.SIRET_AND_NAME),
        ({Why.SIRET, Why.ID}, Why.SIRET_AND_NAME),
        ({Why.ID, Why.FINESS}, Why.ID),
        ({Why.FINESS, Why.RNA}, Why.FINESS),
        ({Why.RNA}, Why.RNA),
    ],
)
def test_the_strongest_number_says_why(told: set[Why], why: Why) -> None:
    decision = verdict(NAMED, candidate("a", ALIKE, PlaceLevel.COMMUNE, *told))

    assert (decision.verdict, decision.why, decision.id) == (
        MatchVerdict.FOUND,
        why,
        "synthetic:a",
    )


def test_a_siret_without_a_name_is_the_siret_s_word_alone() -> None:
    assert verdict(NAMED, candidate("a", None, PlaceLevel.COMMUNE, Why.SIRET)).why is Why.SIRET


@pytest.mark.parametrize(
    ("name", "place", "why"),
    [
        (UNLIKE, PlaceLevel.COMMUNE, Why.NAME_UNLIKE),
        (PARTLY, PlaceLevel.ELSEWHERE, Why.PLACE_UNLIKE),
        (None, PlaceLevel.ELSEWHERE, Why.PLACE_UNLIKE),
        (ALIKE, PlaceLevel.ELSEWHERE, Why.SIRET_AND_NAME),
        (PARTLY, PlaceLevel.DEPARTMENT, Why.SIRET_AND_NAME),
    ],
)
def test_a_siret_needs_a_name_or_a_place_that_does_not_speak_against_it(
    name: NameAgreement | None, place: PlaceLevel, why: Why
) -> None:
    assert verdict(NAMED, candidate("a", name, place, Why.SIRET)).why is why


def test_an_identifier_of_the_directory_holds_wherever_the_row_says_it_is() -> None:
    decision = verdict(NAMED, candidate("a", PARTLY, PlaceLevel.ELSEWHERE, Why.ID))

    assert (decision.verdict, decision.why) == (MatchVerdict.FOUND, Why.ID)


def test_a_number_that_another_siren_contradicts_leaves_the_choice() -> None:
    row = Given(2, name="Atelier", siret="x", siren=SIREN, siren_told=OTHER_SIREN)

    contradicted = verdict(row, candidate("a", ALIKE, PlaceLevel.COMMUNE, Why.SIRET))
    untold = verdict(row, candidate("a", ALIKE, PlaceLevel.COMMUNE, Why.SIRET, siren=None))

    assert contradicted.why is Why.NUMBERS_DISAGREE
    assert untold.why is Why.SIRET_AND_NAME


def test_the_name_of_another_organisation_in_the_right_commune_leaves_the_choice() -> None:
    own = candidate("own", PARTLY, PlaceLevel.DEPARTMENT, Why.SIRET)
    named = candidate("named", ALIKE, PlaceLevel.COMMUNE)
    as_far = candidate("named", ALIKE, PlaceLevel.DEPARTMENT)
    as_near = candidate("own", PARTLY, PlaceLevel.COMMUNE, Why.SIRET)
    as_alike = candidate("own", ALIKE, PlaceLevel.COMMUNE, Why.SIRET)

    assert verdict(NAMED, own, named).why is Why.NAME_ELSEWHERE
    assert verdict(NAMED, as_near, named).why is Why.NAME_ELSEWHERE
    assert verdict(NAMED, as_alike, named).why is not Why.NAME_ELSEWHERE
    assert verdict(NAMED, as_near, as_far).why is not Why.NAME_ELSEWHERE


def test_whose_name_is_unlike_is_told_with_who_bears_the_name_where_somebody_does() -> None:
    own = candidate("own", UNLIKE, PlaceLevel.COMMUNE, Why.SIRET)
    named = candidate("named", ALIKE, PlaceLevel.COMMUNE)

    assert verdict(NAMED, own).why is Why.NAME_UNLIKE
    assert verdict(NAMED, own, named).why is Why.NAME_ELSEWHERE


def test_a_number_that_two_share_finds_the_one_whose_name_is_far_likelier() -> None:
    one = candidate("one", ALIKE, PlaceLevel.COMMUNE, Why.SIRET)
    alike = candidate("two", ALIKE, PlaceLevel.COMMUNE, Why.SIRET)
    less = candidate("two", PARTLY, PlaceLevel.COMMUNE, Why.SIRET)

    shared = verdict(NAMED, alike, one)
    assert (shared.verdict, shared.why) == (MatchVerdict.AMBIGUOUS, Why.SHARED_NUMBER)
    assert [shown.id for shown in shared.candidates] == ["synthetic:one", "synthetic:two"]
    assert verdict(NAMED, less, one).id == "synthetic:one"


@pytest.mark.parametrize(
    ("likelier", "other", "why"),
    [
        (PlaceLevel.COMMUNE, PlaceLevel.DEPARTMENT, Why.SITE_THERE),
        (PlaceLevel.AMONG, PlaceLevel.WITHIN, Why.SITE_THERE),
        (PlaceLevel.WITHIN, PlaceLevel.DEPARTMENT, Why.SITE_THERE),
        (PlaceLevel.UNTOLD, PlaceLevel.DEPARTMENT, Why.ONLY_SITE),
    ],
)
def test_the_site_of_a_siren_is_told_by_its_place(
    likelier: PlaceLevel, other: PlaceLevel, why: Why
) -> None:
    decision = verdict(SITE, candidate("b", ALIKE, likelier), candidate("a", PARTLY, other))

    assert (decision.verdict, decision.why, decision.id) == (MatchVerdict.FOUND, why, "synthetic:b")


@pytest.mark.parametrize(
    ("places", "why"),
    [
        ((PlaceLevel.COMMUNE, PlaceLevel.AMONG), Why.SEVERAL_SITES),
        ((PlaceLevel.WITHIN, PlaceLevel.WITHIN), Why.SEVERAL_SITES),
        ((PlaceLevel.UNTOLD, PlaceLevel.UNTOLD), Why.SEVERAL_SITES),
        ((PlaceLevel.DEPARTMENT, PlaceLevel.ELSEWHERE), Why.OTHER_SITE),
        ((PlaceLevel.ELSEWHERE, PlaceLevel.DEPARTMENT), Why.OTHER_SITE),
    ],
)
def test_sites_that_the_place_does_not_tell_apart_are_a_choice(
    places: tuple[PlaceLevel, PlaceLevel], why: Why
) -> None:
    decision = verdict(SITE, *(candidate(str(n), ALIKE, place) for n, place in enumerate(places)))

    assert (decision.verdict, decision.why, decision.id) == (MatchVerdict.AMBIGUOUS, why, None)
    assert len(decision.candidates) == len(places)


def test_a_siret_of_the_same_person_that_nobody_has_is_another_site() -> None:
    row = Given(2, name="Atelier", siret=f"{SIREN}00018", siren=SIREN)

    assert verdict(row, candidate("a")).why is Why.OTHER_SITE


def test_a_site_whose_name_is_unlike_leaves_the_choice() -> None:
    site = candidate("a", UNLIKE)
    named = candidate("b", ALIKE, siren=OTHER_SIREN)

    assert verdict(SITE, site).why is Why.NAME_UNLIKE
    assert verdict(SITE, site, named).why is Why.NAME_ELSEWHERE


def test_the_site_that_is_there_is_shown_however_unlikely() -> None:
    there = candidate("there", NameAgreement(0.0, 0.6, 0.6, 0.6), PlaceLevel.COMMUNE)
    others = [candidate(f"far{n}", ALIKE, PlaceLevel.ELSEWHERE) for n in range(6)]

    decision = verdict(SITE, *others, there)

    assert (decision.verdict, decision.why) == (MatchVerdict.AMBIGUOUS, Why.NOT_SURE)
    assert decision.candidates[-1].id == "synthetic:there"
    assert decision.candidates[-1].score < 0.01
    assert len(decision.candidates) == 5
    assert decision.score == decision.candidates[0].score


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (PlaceLevel.COMMUNE, Why.NAME_AND_PLACE),
        (PlaceLevel.AMONG, Why.NAME_AND_PLACE),
        (PlaceLevel.WITHIN, Why.NAME),
        (PlaceLevel.UNTOLD, Why.NAME),
    ],
)
def test_a_name_is_found_with_its_place_or_alone(place: PlaceLevel, why: Why) -> None:
    decision = verdict(NAMED, candidate("a", ALIKE, place))

    assert (decision.verdict, decision.why, decision.id) == (MatchVerdict.FOUND, why, "synthetic:a")
    assert decision.score == decision.candidates[0].score == pytest.approx(1.0, abs=1e-4)
