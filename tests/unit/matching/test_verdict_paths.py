"""Each reason to find a row, or to leave the choice, met alone: weights are synthetic and plain."""

import math

import pytest

from territorial_map.domain.matching.agreement import MatchWeights, NameAgreement, RowAgreement
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import MatchVerdict, NumberLevel, PlaceLevel, Why
from territorial_map.domain.matching.verdict import Candidate, MatchDecision, decide
from tests.known import KNOWLEDGE

SIREN, OTHER_SIREN = "807469317", "775544083"
NAMED = Given(2, name="Atelier synthétique")
SITE = Given(2, name="Atelier synthétique", siren=SIREN, siren_told=SIREN)
ALIKE = NameAgreement(1.0, 1.0, 1.0, 1.0, same=True)
PARTLY = NameAgreement(0.7, 0.5, 0.5, 0.5)
UNLIKE = NameAgreement(0.0, 0.0, 0.0, 0.0)
# The longer the name, the likelier: 1 is all but sure, 0 as likely as « none of them ».
BY_RATIO = MatchWeights(
    dict.fromkeys(KNOWLEDGE.matching.by_feature, 0.0) | {"name_ratio": 10.0, "name_untold": 10.0},
    found=0.8,
    unknown=0.2,
)


def candidate(
    identity: str,
    name: NameAgreement | None = ALIKE,
    place: PlaceLevel = PlaceLevel.COMMUNE,
    *numbers: Why,
    siren: str | None = SIREN,
    level: NumberLevel = NumberLevel.NONE,
) -> Candidate:
    agreement = RowAgreement(level, place, name)
    return Candidate(f"synthetic:{identity}", siren, agreement, frozenset(numbers))


def verdict(given: Given, *candidates: Candidate) -> MatchDecision:
    return decide(given, candidates, BY_RATIO)


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


@pytest.mark.parametrize(
    ("name", "level", "why"),
    [
        (ALIKE, NumberLevel.DIFFERS, Why.OTHER_NUMBER),
        (None, NumberLevel.NEAR, Why.NOT_SURE),
        (NameAgreement(0.59, 0.2, 0.2, 0.2), NumberLevel.NEAR, Why.NOT_SURE),
    ],
)
def test_who_is_likely_and_not_named_is_no_find(
    name: NameAgreement | None, level: NumberLevel, why: Why
) -> None:
    decision = verdict(NAMED, candidate("a", name, level=level))

    assert decision.score > BY_RATIO.found
    assert (decision.verdict, decision.why) == (MatchVerdict.AMBIGUOUS, why)


def test_the_least_likelihood_of_a_find_is_the_threshold_itself() -> None:
    p = verdict(NAMED, candidate("a", NameAgreement(0.7, 0.5, 0.5, 0.5))).score
    just, over = (
        MatchWeights(BY_RATIO.by_feature, found=found, unknown=0.2)
        for found in (p, math.nextafter(p, 1))
    )
    row = [candidate("a", NameAgreement(0.7, 0.5, 0.5, 0.5))]

    assert decide(NAMED, row, just).verdict is MatchVerdict.FOUND
    assert decide(NAMED, row, over).verdict is MatchVerdict.AMBIGUOUS


def test_who_is_likelier_nobody_than_the_threshold_is_unknown_with_what_resembles_a_little() -> (
    None
):
    half = candidate("half", UNLIKE)  # as likely as « none of them »
    by_half = MatchWeights(BY_RATIO.by_feature, found=0.8, unknown=0.6)

    decision = decide(NAMED, [half], by_half)

    assert (decision.verdict, decision.why, decision.id) == (
        MatchVerdict.UNKNOWN,
        Why.NOT_KNOWN,
        None,
    )
    assert decision.score == pytest.approx(0.5)
    assert [shown.id for shown in decision.candidates] == ["synthetic:half"]
    at_threshold = MatchWeights(BY_RATIO.by_feature, found=0.8, unknown=0.5)
    assert decide(NAMED, [half], at_threshold).verdict is MatchVerdict.AMBIGUOUS


def test_a_candidate_of_one_chance_in_ten_is_shown_and_below_none_unless_asked() -> None:
    weights = MatchWeights(
        dict.fromkeys(BY_RATIO.by_feature, 0.0)
        | {"number_near": math.log(7), "place_elsewhere": math.log(0.9)},
        found=0.999,
        unknown=0.1,
    )
    best = candidate("best", ALIKE, PlaceLevel.COMMUNE, level=NumberLevel.NEAR)
    shown = candidate("shown", ALIKE, PlaceLevel.COMMUNE)
    hidden = candidate("hidden", ALIKE, PlaceLevel.ELSEWHERE)

    decision = decide(NAMED, [hidden, shown, best], weights)

    assert [one.id for one in decision.candidates] == ["synthetic:best", "synthetic:shown"]
    assert 0.1 <= decision.candidates[1].score < 0.102
    asked = decide(NAMED, [hidden, shown, best], weights, least=0.0)
    assert [one.id for one in asked.candidates][2:] == ["synthetic:hidden"]


@pytest.mark.parametrize("rival", [PARTLY, ALIKE])
def test_who_a_doubtful_number_designates_is_shown_however_unlikely(rival: NameAgreement) -> None:
    designated = candidate("number", UNLIKE, PlaceLevel.COMMUNE, Why.SIRET)

    decision = verdict(NAMED, designated, candidate("name", rival))

    assert decision.verdict is MatchVerdict.AMBIGUOUS
    shown = {ranked.id: ranked.score for ranked in decision.candidates}
    assert shown["synthetic:number"] < 0.1


def test_those_who_share_a_number_are_shown_however_unlikely_five_at_most() -> None:
    alike = [candidate(f"{n:02}", ALIKE, PlaceLevel.COMMUNE, Why.SIRET) for n in range(12)]

    decision = verdict(NAMED, *alike)

    assert (decision.why, decision.verdict) == (Why.SHARED_NUMBER, MatchVerdict.AMBIGUOUS)
    assert [one.id for one in decision.candidates] == [f"synthetic:{n:02}" for n in range(5)]
    assert decision.candidates[0].score < 0.1


def test_a_name_in_the_right_commune_is_a_rival_of_a_number_elsewhere_alone() -> None:
    """Both names are the row's: only the place can speak against who the number designates."""
    other = candidate("name", ALIKE, PlaceLevel.COMMUNE)
    here = candidate("number", ALIKE, PlaceLevel.COMMUNE, Why.SIRET)
    there = candidate("number", ALIKE, PlaceLevel.DEPARTMENT, Why.SIRET)

    assert verdict(NAMED, here, other).why is not Why.NAME_ELSEWHERE
    assert verdict(NAMED, there, other).why is Why.NAME_ELSEWHERE
