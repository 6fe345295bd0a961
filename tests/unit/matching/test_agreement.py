"""When two names are alike or unlike, and the odds that a row and an organisation are one."""

import math
from dataclasses import replace

import pytest

from territorial_map.domain.matching.agreement import MatchWeights, NameAgreement, RowAgreement
from territorial_map.domain.matching.terms import NumberLevel, PhoneLevel, PlaceLevel

WITH_ALL = [
    RowAgreement(number, place, name, phone=phone).features()
    for number in NumberLevel
    for place in PlaceLevel
    for phone in PhoneLevel
    for name in (None, NameAgreement(0, 0, 0, 0))
]
NOTHING = {feature: 0.0 for told in WITH_ALL for feature in told}


def agreement(number: NumberLevel = NumberLevel.NONE) -> RowAgreement:
    return RowAgreement(number, PlaceLevel.UNTOLD, None)


def weights(**by_feature: float) -> MatchWeights:
    return MatchWeights(NOTHING | by_feature, found=0.9, unknown=0.1)


@pytest.mark.parametrize(
    ("ratio", "of_row", "of_candidate", "unlike"),
    [
        (0.59, 0.33, 0.49, True),
        (0.59, 0.49, 0.33, True),
        (0.60, 0.33, 0.49, False),
        (0.59, 0.34, 0.49, False),
        (0.59, 0.49, 0.34, False),
        (0.59, 0.33, 0.50, False),
        (0.59, 0.50, 0.33, False),
        (0.0, 0.0, 0.0, True),
    ],
)
def test_names_are_unlike_when_neither_letters_nor_words_call_the_other_to_mind(
    *, ratio: float, of_row: float, of_candidate: float, unlike: bool
) -> None:
    assert NameAgreement(ratio, of_row, of_candidate, 0.5).unlike is unlike


@pytest.mark.parametrize(
    ("ratio", "of_row", "of_candidate", "alike"),
    [
        (0.0, 0.8, 0.8, True),
        (0.0, 0.79, 1.0, False),
        (0.0, 1.0, 0.79, False),
        (0.9, 0.0, 0.0, True),
        (0.89, 0.79, 0.79, False),
    ],
)
def test_names_are_alike_when_they_share_nearly_all_their_words_or_their_letters(
    *, ratio: float, of_row: float, of_candidate: float, alike: bool
) -> None:
    assert NameAgreement(ratio, of_row, of_candidate, 0.5).alike is alike


def test_an_acronym_is_its_name_and_never_unlike_it() -> None:
    acronym = NameAgreement(0.1, 0.0, 0.0, 0.0, letters=3)

    assert acronym.alike
    assert not acronym.unlike


@pytest.mark.parametrize("differs", ["devices_differ", "numbers_differ"])
def test_the_same_words_with_another_device_or_number_are_not_alike(differs: str) -> None:
    for letters in (0, 4):
        name = NameAgreement(1.0, 1.0, 1.0, 1.0, letters=letters)
        told = replace(name, **{differs: True})
        assert name.alike
        assert not told.alike
        assert not told.unlike


def test_a_row_that_tells_no_name_is_judged_by_its_number_and_place_alone() -> None:
    told = RowAgreement(NumberLevel.SIREN, PlaceLevel.AMONG, None, same_postcode=True)

    assert told.features() == {
        "number_siren": 1.0,
        "place_among": 1.0,
        "phone_untold": 1.0,
        "postcode_same": 1.0,
        "town_named": 0.0,
        "name_untold": 1.0,
    }


def test_what_names_share_is_told_by_figures_in_0_1() -> None:
    name = NameAgreement(0.9, 0.5, 0.25, 0.8, letters=5, same=True, numbers_differ=True)

    found = RowAgreement(NumberLevel.NONE, PlaceLevel.COMMUNE, name, town_named=True).features()

    assert found == {
        "number_none": 1.0,
        "place_commune": 1.0,
        "phone_untold": 1.0,
        "postcode_same": 0.0,
        "town_named": 1.0,
        "name_ratio": 0.9,
        "name_near": pytest.approx(0.5),
        "name_of_row": 0.5,
        "name_of_candidate": 0.25,
        "name_both": 0.25,
        "name_rarity": pytest.approx(0.2),
        "name_same": 1.0,
        "name_same_rare": 0.8,
        "name_begins": 0.0,
        "name_inside_there": 0.0,
        "name_acronym": 1.0,
        "name_acronym_long": pytest.approx(2 / 3),
        "name_devices_differ": 0.0,
        "name_numbers_differ": 1.0,
    }


@pytest.mark.parametrize("place", PlaceLevel)
def test_a_name_whose_every_word_is_borne_in_its_commune_counts_there_alone(
    place: PlaceLevel,
) -> None:
    name = NameAgreement(0.4, 1.0, 0.3, 0.6)
    there = place in {PlaceLevel.COMMUNE, PlaceLevel.AMONG}

    def inside(told: NameAgreement | None) -> float:
        return RowAgreement(NumberLevel.NONE, place, told).features().get("name_inside_there", 0.0)

    assert inside(name) == (0.6 if there else 0.0)
    assert inside(replace(name, of_row=0.9)) == inside(None) == 0.0
    assert inside(replace(name, devices_differ=True)) == 0.0
    assert inside(replace(name, numbers_differ=True)) == 0.0


@pytest.mark.parametrize(
    ("letters", "long"), [(0, 0.0), (2, 0.0), (3, 0.0), (4, 1 / 3), (6, 1.0), (9, 1.0)]
)
def test_an_acronym_tells_more_from_four_to_six_letters(letters: int, long: float) -> None:
    name = NameAgreement(0, 0, 0, 0, letters=letters)

    told = RowAgreement(NumberLevel.NONE, PlaceLevel.UNTOLD, name).features()

    assert told["name_acronym_long"] == pytest.approx(long)
    assert told["name_acronym"] == float(letters > 0)


@pytest.mark.parametrize("place", PlaceLevel)
def test_a_row_is_there_by_its_cells_or_by_the_town_in_its_name(place: PlaceLevel) -> None:
    told = RowAgreement(NumberLevel.NONE, place, None)
    in_name = replace(told, town_named=True)

    assert told.is_there == (place in {PlaceLevel.COMMUNE, PlaceLevel.AMONG})
    assert in_name.is_there == (place not in {PlaceLevel.DEPARTMENT, PlaceLevel.ELSEWHERE})


@pytest.mark.parametrize(("ratio", "near"), [(0.0, 0.0), (0.8, 0.0), (1.0, 1.0)])
def test_letters_are_near_from_eight_tenths_on(ratio: float, near: float) -> None:
    told = RowAgreement(NumberLevel.NONE, PlaceLevel.UNTOLD, NameAgreement(ratio, 1, 1, 1))

    assert told.features()["name_near"] == pytest.approx(near)


def test_candidates_without_any_reason_share_with_none_of_them_alike() -> None:
    assert weights().probabilities([agreement()]) == pytest.approx((1 / 2,))
    assert weights().probabilities([agreement()] * 3) == pytest.approx((1 / 4,) * 3)
    assert weights().probabilities([]) == ()


def test_odds_are_the_exponential_of_the_weights() -> None:
    same, near = agreement(NumberLevel.SAME), agreement(NumberLevel.NEAR)
    found = weights(number_same=math.log(6), number_near=math.log(3)).probabilities([same, near])

    assert found == pytest.approx((6 / 10, 3 / 10))


def test_weights_beyond_what_a_float_can_exponentiate_are_sure_of_themselves() -> None:
    same, near = agreement(NumberLevel.SAME), agreement(NumberLevel.NEAR)

    assert weights(number_same=1000.0).probabilities([same, near]) == pytest.approx((1.0, 0.0))
    assert weights(number_same=-1000.0).probabilities([same, near]) == pytest.approx((0.0, 0.5))


def test_a_feature_without_a_weight_is_an_error_and_no_silence() -> None:
    without = {feature: 0.0 for feature in NOTHING if feature != "name_untold"}

    with pytest.raises(KeyError, match="name_untold"):
        MatchWeights(without, found=0.9, unknown=0.1).logit(agreement())


@pytest.mark.parametrize(
    ("unknown", "found"), [(0.0, 0.5), (0.5, 0.5), (0.6, 0.5), (0.5, 1.0), (-0.1, 0.5)]
)
def test_thresholds_out_of_order_are_refused(unknown: float, found: float) -> None:
    with pytest.raises(ValueError, match="thresholds"):
        MatchWeights({}, found=found, unknown=unknown)


def test_thresholds_may_stand_close_to_their_ends() -> None:
    told = MatchWeights({}, found=0.999, unknown=0.001)

    assert (told.unknown, told.found) == (0.001, 0.999)
