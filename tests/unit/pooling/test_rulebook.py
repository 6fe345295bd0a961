"""Weights, thresholds and rules out of their bounds are refused, and their ends are allowed."""

import math
from dataclasses import replace

import pytest

from territorial_map.domain.pooling.rulebook import CategoryWeights, ClaimRule, Side
from territorial_map.domain.vocabulary import PoolingCategory, Sector
from tests.known import KNOWLEDGE

RULES = KNOWLEDGE.pooling
FRAME = RULES.frame(PoolingCategory.TRAINING)
RULE = next(
    rule
    for rules in RULES.rules.values()
    for rule in rules
    if not rule.declared and rule.conditions
)
OBSTACLE = next(one for frame in RULES.frames.values() for one in frame.obstacles)


def claim(**changes: object) -> ClaimRule:
    return replace(RULE, **changes)  # type: ignore[arg-type] # changes of many types


@pytest.mark.parametrize("wrong", [(0.0, 0.5, 0.5), (0.5, -0.1, 0.6), (0.4, 0.4, 0.4)])
def test_weights_are_positive_and_sum_to_one(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="positive and sum to 1"):
        CategoryWeights(*wrong)
    assert CategoryWeights(0.1, 0.2, 0.7).feasibility == 0.7


@pytest.mark.parametrize(
    "changes",
    [{"scale_km": 0.0}, {"scale_km": -1.0}, {"floor": -0.01}, {"floor": 1.01}, {"modes": ()}],
)
def test_a_category_has_a_scale_a_floor_within_0_1_and_a_mode(changes: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="training: scale_km"):
        replace(FRAME, **changes)  # type: ignore[arg-type] # changes of many types


@pytest.mark.parametrize("floor", [0.0, 1.0])
def test_a_floor_may_be_nothing_or_all(floor: float) -> None:
    assert replace(FRAME, floor=floor, scale_km=0.1).floor == floor


@pytest.mark.parametrize(
    "changes",
    [
        {"strength": 0.0},
        {"strength": 1.01},
        {"if_unknown": -0.01},
        {"if_unknown": 1.01},
        {"conditions": ()},
        {"declared": True, "strength": 0.99},
    ],
)
def test_a_claim_out_of_bounds_is_refused_by_its_code(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=f"{RULE.code}: "):
        claim(**changes)


def test_the_ends_of_a_claim_are_allowed() -> None:
    assert claim(strength=1.0, if_unknown=1.0, declared=True).declared
    assert claim(strength=0.01, if_unknown=0.0).if_unknown == 0


@pytest.mark.parametrize("factor", [0.0, 1.0, -0.5, 1.5])
def test_an_obstacle_lowers_and_never_forbids(factor: float) -> None:
    with pytest.raises(ValueError, match="an obstacle has conditions"):
        replace(OBSTACLE, factor=factor)
    with pytest.raises(ValueError, match="an obstacle has conditions"):
        replace(OBSTACLE, conditions=())


@pytest.mark.parametrize(
    "changes", [{"listed": -0.1}, {"listed": 0.5, "explore": 0.4}, {"strong": 1.1}]
)
def test_words_begin_in_their_order(changes: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="thresholds must rise"):
        replace(RULES.thresholds, **changes)


def test_words_may_begin_at_one_place_and_at_the_ends() -> None:
    for place in (0.0, 0.5, 1.0):
        told = replace(RULES.thresholds, listed=place, explore=place, strong=place)
        assert told.strong == place


def test_a_rulebook_frames_every_category() -> None:
    frames = {**RULES.frames}
    del frames[PoolingCategory.TRAINING]

    with pytest.raises(ValueError, match="without a frame"):
        replace(RULES, frames=frames)


@pytest.mark.parametrize("category", PoolingCategory)
def test_partners_are_looked_for_within_scales_of_distance(category: PoolingCategory) -> None:
    reach = RULES.reach_km(category)

    assert math.isclose(reach / RULES.frame(category).scale_km, RULES.thresholds.reach_scales)


def test_a_criterion_without_a_weight_of_its_own_has_the_other_one() -> None:
    frame = replace(FRAME, counts=(("size", 0.3),))

    assert frame.weight_of("size", 0.9) == 0.3
    assert frame.weight_of("activity", 0.9) == 0.9
    assert frame.weight_of("activity") == 0


A, B, C = (frozenset({sector}) for sector in list(Sector)[:3])
TRADES = replace(
    RULES.sectors,
    near=frozenset({A | B}),
    chained=frozenset({A | C}),
    near_value=0.4,
    same_trade=0.2,
    other_trade=0.6,
)
NOBODY: frozenset[Sector] = frozenset()


def test_trades_are_alike_when_one_is_shared_less_when_near_and_unknown_when_untold() -> None:
    assert TRADES.likeness(A, A | C) == 1
    assert TRADES.likeness(A, B) == TRADES.likeness(B, A) == 0.4
    assert TRADES.likeness(A, C) == 0
    assert TRADES.likeness(A | C, B) == 0.4
    assert TRADES.likeness(NOBODY, A) is TRADES.likeness(A, NOBODY) is None


def test_trades_complete_each_other_when_chained_and_compete_when_shared() -> None:
    assert TRADES.complement(A, C) == TRADES.complement(C, A) == 1
    assert TRADES.complement(A, A) == 0.2
    assert TRADES.complement(A | B, A | C) == 1
    assert TRADES.complement(B, C) == 0.6
    assert TRADES.complement(NOBODY, A) is TRADES.complement(A, NOBODY) is None


def test_needs_and_resources_are_told_apart() -> None:
    assert [side.value for side in Side] == ["need", "resource"]
