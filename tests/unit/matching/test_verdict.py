"""Laws of matching: scores share one, and no row is found against what it tells."""

import math
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from territorial_map.domain.matching.agreement import NameAgreement, RowAgreement
from territorial_map.domain.matching.list_row import Given, given_row
from territorial_map.domain.matching.terms import (
    WORTH_CHOOSING,
    MatchVerdict,
    NumberLevel,
    PhoneLevel,
    PlaceLevel,
    Why,
)
from territorial_map.domain.matching.verdict import EVERY, Candidate, decide
from tests.known import KNOWLEDGE

WEIGHTS = KNOWLEDGE.matching
SAME_NAME = NameAgreement(1.0, 1.0, 1.0, 1.0, same=True)
OTHER_NAME = NameAgreement(0.2, 0.0, 0.0, 0.0)
SHARES = st.floats(0, 1)
NAMES = st.builds(
    NameAgreement, SHARES, SHARES, SHARES, SHARES, st.booleans(), st.booleans(), st.booleans()
)
AGREEMENTS = st.builds(
    RowAgreement,
    st.sampled_from(list(NumberLevel)),
    st.sampled_from(list(PlaceLevel)),
    st.none() | NAMES,
    st.booleans(),
)
SIREN = "807469317"
ROW = given_row(2, {"name": "Atelier synthétique", "commune": "Romans"})
WITH_SIRET = given_row(2, {"name": "Atelier synthétique", "siret": f"{SIREN}00018"})


def candidate(
    identity: str,
    name: NameAgreement | None = SAME_NAME,
    place: PlaceLevel = PlaceLevel.COMMUNE,
    siren: str | None = SIREN,
    *numbers: Why,
    level: NumberLevel = NumberLevel.NONE,
) -> Candidate:
    told = NumberLevel.SAME if numbers else level
    return Candidate(identity, siren, RowAgreement(told, place, name), frozenset(numbers))


@st.composite
def fields(draw: st.DrawFn) -> list[Candidate]:
    agreements = draw(st.lists(AGREEMENTS, max_size=6))
    return [
        Candidate(
            f"synthetic:{n}",
            draw(st.sampled_from([None, SIREN, "775544083"])),
            agreement,
            frozenset({Why.SIRET}) if agreement.number is NumberLevel.SAME else frozenset(),
        )
        for n, agreement in enumerate(agreements)
    ]


@any_of(st.lists(AGREEMENTS, max_size=8))
def test_probabilities_and_none_of_them_share_one(agreements: list[RowAgreement]) -> None:
    found = WEIGHTS.probabilities(agreements)

    assert len(found) == len(agreements)
    assert all(0 <= p <= 1 for p in found)
    assert sum(found) <= 1 + 1e-9


@any_of(fields(), st.sampled_from([ROW, WITH_SIRET]), st.randoms())
def test_a_verdict_does_not_hang_on_the_order_of_candidates(
    field: list[Candidate], row: Given, chance: Random
) -> None:
    mixed = sorted(field, key=lambda _: chance.random())

    assert decide(row, field, WEIGHTS) == decide(row, mixed, WEIGHTS)


@any_of(fields(), st.sampled_from([ROW, WITH_SIRET]))
def test_found_is_one_of_the_candidates_likely_enough_and_shown(
    field: list[Candidate], row: Given
) -> None:
    decision = decide(row, field, WEIGHTS)

    if decision.verdict is MatchVerdict.FOUND:
        assert decision.score >= WEIGHTS.found
        assert decision.id in {shown.id for shown in decision.candidates}
    else:
        assert decision.id is None


@any_of(fields())
def test_a_number_never_finds_an_organisation_whose_name_is_another(field: list[Candidate]) -> None:
    decision = decide(WITH_SIRET, field, WEIGHTS)

    told = {c.id: c.agreement.name for c in field}
    name = told.get(decision.id or "")
    assert name is None or not name.unlike


def test_a_number_but_for_a_digit_finds_no_organisation_whose_name_is_another() -> None:
    near = candidate(
        "synthetic:near", NameAgreement(0, 0, 0, 0), siren=None, level=NumberLevel.NEAR
    )

    decision = decide(WITH_SIRET, [near], WEIGHTS)

    assert (decision.verdict, decision.why) == (MatchVerdict.AMBIGUOUS, Why.NOT_SURE)


def test_a_number_and_a_name_that_tell_two_organisations_leave_the_choice() -> None:
    by_number = candidate("synthetic:number", OTHER_NAME, PlaceLevel.ELSEWHERE, SIREN, Why.SIRET)
    by_name = candidate("synthetic:name", siren="775544083", level=NumberLevel.DIFFERS)

    decision = decide(WITH_SIRET, [by_number, by_name], WEIGHTS)

    assert (decision.verdict, decision.why) == (MatchVerdict.AMBIGUOUS, Why.NAME_ELSEWHERE)
    assert {shown.id for shown in decision.candidates} == {"synthetic:number", "synthetic:name"}


@pytest.mark.parametrize(
    ("theirs", "why"), [(0.46, Why.NAME_ELSEWHERE), (0.44, Why.SIRET_AND_NAME)]
)
def test_a_better_name_is_one_that_shares_three_tenths_of_the_words_more(
    theirs: float, why: Why
) -> None:
    """Words shared are counted both ways: here 1.15 of 2 for the number's own organisation."""
    own = candidate(
        "synthetic:own",
        NameAgreement(0.7, 0.65, 0.5, 0.5),
        PlaceLevel.COMMUNE,
        SIREN,
        Why.SIRET,
    )
    name = NameAgreement(0.95, 1.0, theirs, 0.9)
    other = candidate("synthetic:other", name, siren="775544083", level=NumberLevel.DIFFERS)

    assert decide(WITH_SIRET, [own, other], WEIGHTS).why is why


@pytest.mark.parametrize(("share", "why"), [(0.25, Why.SEVERAL_ALIKE), (0.15, Why.NOT_SURE)])
def test_a_rival_has_a_fifth_of_the_best_ones_probability(share: float, why: Why) -> None:
    by_ratio = dict.fromkeys(WEIGHTS.by_feature, 0.0) | {"name_ratio": 1.0}
    weights = replace(WEIGHTS, by_feature=by_ratio)
    best, rival = (NameAgreement(ratio, 1.0, 1.0, 1.0) for ratio in (1.0, 1.0 + math.log(share)))

    both = [candidate("synthetic:best", best), candidate("synthetic:rival", rival)]
    decision = decide(ROW, both, weights, EVERY)

    assert decision.verdict is MatchVerdict.AMBIGUOUS
    assert decision.candidates[1].score == pytest.approx(share * decision.score)
    assert decision.why is why


@any_of(fields(), st.sampled_from([ROW, WITH_SIRET]))
def test_unlikely_candidates_are_shown_when_asked_for_and_change_no_verdict(
    field: list[Candidate], row: Given
) -> None:
    offered, every = decide(row, field, WEIGHTS), decide(row, field, WEIGHTS, EVERY)

    assert replace(offered, candidates=()) == replace(every, candidates=())
    assert {each.id for each in offered.candidates} <= {each.id for each in every.candidates}
    if not any(each.numbers for each in field) and not any(c.siren == SIREN for c in field):
        assert not [each for each in offered.candidates if each.score < WORTH_CHOOSING]


def test_a_row_whose_candidates_are_all_unlikely_is_unknown_not_to_choose() -> None:
    faint = {"name_ratio": math.log(0.08)}
    weights = replace(WEIGHTS, by_feature=dict.fromkeys(WEIGHTS.by_feature, 0.0) | faint)
    alike = [candidate(f"synthetic:{n}") for n in range(4)]

    decision = decide(ROW, alike, weights)

    assert (decision.verdict, decision.why) == (MatchVerdict.UNKNOWN, Why.NOT_KNOWN)
    assert decision.candidates == ()
    assert len(decide(ROW, alike, weights, EVERY).candidates) == 4


def test_a_device_that_is_not_the_organisation_s_finds_nothing() -> None:
    other = replace(SAME_NAME, devices_differ=True)

    decision = decide(ROW, [candidate("synthetic:etti", other)], WEIGHTS)

    assert decision.verdict is not MatchVerdict.FOUND


def test_at_most_five_candidates_are_shown_the_likeliest_first() -> None:
    alike = [candidate(f"synthetic:{n}") for n in range(7)]
    less = candidate("synthetic:less", NameAgreement(0.9, 1.0, 1.0, 1.0))

    shown = decide(ROW, [less, *alike], WEIGHTS).candidates

    assert [one.id for one in shown] == [f"synthetic:{n}" for n in range(5)]


def test_two_numbers_that_tell_two_organisations_leave_the_choice() -> None:
    one = candidate("synthetic:siret", SAME_NAME, PlaceLevel.COMMUNE, SIREN, Why.SIRET)
    other = candidate("synthetic:finess", SAME_NAME, PlaceLevel.COMMUNE, SIREN, Why.FINESS)

    assert decide(WITH_SIRET, [one, other], WEIGHTS).why is Why.NUMBERS_DISAGREE


@pytest.mark.parametrize(
    ("places", "why"),
    [
        ([PlaceLevel.COMMUNE, PlaceLevel.ELSEWHERE], Why.SITE_THERE),
        ([PlaceLevel.UNTOLD], Why.ONLY_SITE),
        ([PlaceLevel.UNTOLD, PlaceLevel.UNTOLD], Why.SEVERAL_SITES),
        ([PlaceLevel.DEPARTMENT, PlaceLevel.ELSEWHERE], Why.OTHER_SITE),
    ],
)
def test_a_siren_is_the_site_at_that_place_or_a_choice(places: list[PlaceLevel], why: Why) -> None:
    row = given_row(2, {"siren": SIREN})
    sites = [
        candidate(f"synthetic:{n}", None, place, level=NumberLevel.SIREN)
        for n, place in enumerate(places)
    ]

    decision = decide(row, sites, WEIGHTS)

    assert decision.why is why
    assert (decision.verdict is MatchVerdict.FOUND) == (why in {Why.SITE_THERE, Why.ONLY_SITE})


def test_a_name_whose_number_is_another_s_is_never_found() -> None:
    like = candidate("synthetic:like", siren="775544083", level=NumberLevel.DIFFERS)
    decision = decide(WITH_SIRET, [like], WEIGHTS)

    assert decision.verdict is not MatchVerdict.FOUND


def test_nobody_resembling_is_unknown_and_kept() -> None:
    far = candidate("synthetic:far", OTHER_NAME, PlaceLevel.ELSEWHERE)

    assert decide(ROW, [far], WEIGHTS).verdict is MatchVerdict.UNKNOWN
    assert decide(ROW, [], WEIGHTS).why is Why.NOT_KNOWN


def test_two_of_the_same_telling_words_in_one_place_are_left_to_choose() -> None:
    pole, member = candidate("synthetic:pole", siren=None), candidate("synthetic:member")
    likelier = replace(member, agreement=replace(member.agreement, town_named=True))
    decision = decide(ROW, [pole, likelier], replace(WEIGHTS, found=0.05, unknown=0.01))

    assert decision.verdict is MatchVerdict.AMBIGUOUS
    assert decision.why is Why.SEVERAL_ALIKE
    assert {each.id for each in decision.candidates} == {"synthetic:pole", "synthetic:member"}


def test_a_phone_tells_namesakes_apart() -> None:
    pole, member = candidate("synthetic:pole", siren=None), candidate("synthetic:member")
    phoned = replace(member, agreement=replace(member.agreement, phone=PhoneLevel.SAME))
    decision = decide(ROW, [pole, phoned], replace(WEIGHTS, found=0.05, unknown=0.01))

    assert decision.id == "synthetic:member"


def test_an_organisation_reached_by_its_phone_is_offered_however_unlikely() -> None:
    unlike = replace(candidate("synthetic:reached", OTHER_NAME), reached=True)
    decision = decide(ROW, [unlike], WEIGHTS)

    assert decision.verdict is MatchVerdict.AMBIGUOUS
    assert [each.id for each in decision.candidates] == ["synthetic:reached"]
    assert decide(ROW, [replace(unlike, reached=False)], WEIGHTS).verdict is MatchVerdict.UNKNOWN
