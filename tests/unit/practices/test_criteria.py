"""What one criterion says of a profile: its best fact, the first of equals, or nothing."""

import pytest

from territorial_map.domain.practices.criteria import (
    CriterionVerdict,
    judge_profile,
    territory_value,
)
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.rules import Fit
from territorial_map.domain.practices.surroundings import UNKNOWN_SURROUNDINGS
from territorial_map.domain.practices.terms import PracticeCriterion
from territorial_map.domain.vocabulary import Device

DEVICES = PracticeCriterion.DEVICES
ESAT, ACI, EI = Device.ESAT, Device.ACI, Device.EI


def fit(others: float | None = None, **values: float) -> Fit:
    return Fit(DEVICES, values, 2.0, others)


@pytest.mark.parametrize(
    ("values", "decides", "value"),
    [
        ({"esat": 0.8, "aci": 0.8}, ESAT, 0.8),
        ({"esat": 0.3, "aci": 0.8}, ACI, 0.8),
        ({"aci": 0.8}, ACI, 0.8),
        ({"esat": 0.0, "aci": 0.3}, ACI, 0.3),
    ],
)
def test_the_best_fact_decides_and_the_first_of_equals(
    values: dict[str, float], decides: Device, value: float
) -> None:
    verdict = judge_profile(fit(**values), PracticeProfile(devices=(ESAT, ACI)))

    assert (verdict.term, verdict.value, verdict.known) == (decides, value, True)


def test_a_fact_wholly_against_is_told() -> None:
    verdict = judge_profile(fit(esat=0.0), PracticeProfile(devices=(ESAT,)))

    assert (verdict.term, verdict.value) == (ESAT, 0.0)


def test_what_the_table_does_not_know_is_what_it_says_of_others() -> None:
    assert judge_profile(fit(others=0.1, esat=1.0), PracticeProfile(devices=(EI,))).value == 0.1
    assert judge_profile(fit(esat=1.0), PracticeProfile(devices=(EI,))).value is None


def test_a_silent_profile_and_a_partial_one_are_not_known() -> None:
    silent = judge_profile(fit(others=0.1, esat=1.0), PracticeProfile())
    partial = judge_profile(
        fit(others=0.1, esat=1.0), PracticeProfile(devices=(EI,), partial=frozenset({DEVICES}))
    )

    assert (silent.value, silent.known) == (partial.value, partial.known) == (None, False)


@pytest.mark.parametrize(("value", "odds"), [(1.0, 2.0), (0.5, 0.0), (0.0, -2.0), (None, 0.0)])
def test_a_criterion_adds_its_weight_at_most(value: float | None, odds: float) -> None:
    assert CriterionVerdict(fit(esat=1.0), value).log_odds == odds


@pytest.mark.parametrize("criterion", [c for c in PracticeCriterion if c.is_territorial])
def test_an_unknown_territory_tells_nothing(criterion: PracticeCriterion) -> None:
    assert territory_value(criterion, UNKNOWN_SURROUNDINGS) is None
