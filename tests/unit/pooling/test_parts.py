"""The parts of a score at their edges: what is unknown is bounded by what it may be."""

from dataclasses import replace

import pytest

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.conditions import PoolingCondition
from territorial_map.domain.pooling.criteria.size import size_nearness
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.parts import (
    ScorePart,
    feasibility_of,
    fit_of,
    meetings,
    proximity_of,
    proximity_value,
)
from territorial_map.domain.pooling.rulebook import CategoryFrame, Obstacle, Rulebook, Wants
from territorial_map.domain.vocabulary import Device, PoolingCategory, SizeBand
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import device, someone

RULES = KNOWLEDGE.pooling
TRAINING = RULES.frame(PoolingCategory.TRAINING)
A, B = someone("a"), someone("b", km=5)


def by_size_only(*obstacles: Obstacle) -> CategoryFrame:
    """A category that weighs sizes alone, so that unknown sizes leave nothing known."""
    return replace(TRAINING, wants=Wants.NEITHER, counts=(("size", 1.0),), obstacles=obstacles)


def feasibility(frame: CategoryFrame, one: Facts = A) -> ScorePart:
    """Of two bodies, by rules whose category of training is ``frame``."""
    frames = RULES.frames | {PoolingCategory.TRAINING: frame}
    rules = Rulebook(
        frames, RULES.rules, RULES.sectors, RULES.thresholds, RULES.groups, RULES.worth
    )
    return feasibility_of(one.profile, B.profile, frame, rules)


def test_a_fit_may_still_become_whole() -> None:
    part, _ = fit_of(meetings(A.profile, B.profile, PoolingCategory.TRAINING, RULES))

    assert part.high == 1


def test_an_unknown_distance_may_be_any() -> None:
    nowhere = replace(A, point=None)

    near = proximity_of(nowhere, B, TRAINING, RULES)

    assert (near.part.value, near.part.low, near.part.high) == (None, 0, 1)
    assert near.part.used == RULES.thresholds.unknown
    assert (near.distance_km, near.low_km, near.high_km) == (None, 0, None)


def test_two_places_of_one_point_are_as_near_as_can_be() -> None:
    near = proximity_of(A, replace(B, point=A.point), TRAINING, RULES)

    assert near.part == ScorePart(1, 1, 1, 1)
    assert (near.distance_km, near.low_km, near.high_km) == (0, 0, 0)


def test_places_known_to_their_commune_are_as_far_as_both_allow() -> None:
    a, b = replace(A, blur_km=2.0), replace(B, blur_km=1.0)

    near = proximity_of(a, b, TRAINING, RULES)

    assert near.distance_km == pytest.approx(5, abs=0.01)
    assert near.low_km == pytest.approx(2, abs=0.01)
    assert near.high_km == pytest.approx(8, abs=0.01)
    assert near.part.low == pytest.approx(proximity_value(near.high_km or 0, TRAINING.scale_km))
    assert near.part.high == pytest.approx(proximity_value(near.low_km, TRAINING.scale_km))


def test_when_nothing_is_known_feasibility_is_not_told_and_may_be_any() -> None:
    part = feasibility(by_size_only())

    assert part.value is None
    assert part.high == 1
    assert part.low == pytest.approx(0.2)  # sizes as far apart as can be
    assert part.low < part.used < part.high


def test_a_category_that_weighs_nothing_is_feasible() -> None:
    frame = replace(TRAINING, wants=Wants.NEITHER, counts=(), obstacles=())

    assert feasibility(frame) == ScorePart(1, 1, 1, 1)


def test_a_known_obstacle_is_told_even_when_nothing_else_is() -> None:
    esat = PoolingCondition("device", frozenset({"esat"}))
    obstacle = Obstacle((esat,), 0.5, Sentence("synthétique", "synthetic"))
    met = device("met", Device.ESAT)

    free = feasibility(by_size_only())
    hindered = feasibility(by_size_only(obstacle), met)

    assert hindered.value == pytest.approx(free.used / 2)
    assert (hindered.low, hindered.high) == pytest.approx((free.low / 2, 0.5))


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (SizeBand.MICRO, SizeBand.MICRO, 1.0),
        (SizeBand.MICRO, SizeBand.SMALL, 0.8),
        (SizeBand.SMALL, SizeBand.MICRO, 0.8),
        (SizeBand.MICRO, SizeBand.LARGE, 0.4),
        (SizeBand.UNKNOWN, SizeBand.MICRO, None),
        (SizeBand.MICRO, SizeBand.UNKNOWN, None),
    ],
)
def test_sizes_are_a_fifth_less_near_by_band(
    one: SizeBand, other: SizeBand, value: float | None
) -> None:
    assert size_nearness(one, other) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("figures", [(0.5, 0.4, 0.6), (-0.1, 0, 0.5), (0.2, 0.5, 0.4), (0, 0, 2)])
def test_a_part_out_of_its_interval_is_refused(figures: tuple[float, float, float]) -> None:
    low, used, high = figures

    with pytest.raises(ValueError, match="low <= used <= high"):
        ScorePart(None, used, low, high)
