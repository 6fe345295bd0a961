"""Where a find begins and a candidate is shown: thresholds and rivals, with plain weights."""

import math

import pytest

from territorial_map.domain.matching.agreement import MatchWeights, NameAgreement
from territorial_map.domain.matching.terms import MatchVerdict, NumberLevel, PlaceLevel, Why
from territorial_map.domain.matching.verdict import decide
from tests.unit.matching.plain_weights import (
    ALIKE,
    BY_RATIO,
    NAMED,
    PARTLY,
    UNLIKE,
    candidate,
    verdict,
)


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
    little = NameAgreement(0.0, 0.5, 0.5, 0.5)
    half = candidate("half", little)  # as likely as « none of them »
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
