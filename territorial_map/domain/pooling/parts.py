"""The parts of a score: fit and feasibility of two profiles, proximity of two places."""

import math
from dataclasses import dataclass
from functools import cache

from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.claims import Claim, claim_of
from territorial_map.domain.pooling.conditions import all_hold
from territorial_map.domain.pooling.criteria import catalogue
from territorial_map.domain.pooling.criteria.criterion import PoolingCriterion
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.rulebook import (
    CategoryFrame,
    Mode,
    Obstacle,
    Rulebook,
    Side,
)
from territorial_map.domain.vocabulary import PoolingCategory


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One part of a score: ``value`` in [0, 1], or ``None`` when nothing tells.

    ``used`` is what the score counts (the value, or what stands in for the unknown); the true
    value lies in [low, high] whatever the unknown facts turn out to be.
    """

    value: float | None
    used: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.used <= self.high <= 1:
            raise ValueError(f"low <= used <= high must hold in [0, 1]: {self}")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One way two profiles can meet: the claims it rests on; ``given_by_a`` when one gives."""

    mode: Mode
    of_a: Claim
    of_b: Claim
    given_by_a: bool | None = None

    @property
    def value(self) -> float | None:
        """The fit: the geometric mean of both claims, so that one cannot stand in for both."""
        if self.of_a.strength is None or self.of_b.strength is None:
            return None
        return math.sqrt(self.of_a.strength * self.of_b.strength)

    @property
    def known(self) -> bool:
        """True when both claims are declared or rest on a known fact."""
        return self.of_a.known and self.of_b.known

    @property
    def answers(self) -> bool:
        """True when a declared need meets an offer that is declared or known."""
        if self.given_by_a is None:
            return False
        return self.known and (self.of_b if self.given_by_a else self.of_a).is_told

    @property
    def low(self) -> float:
        """The fit that stays whatever is unknown."""
        return math.sqrt(self.of_a.low * self.of_b.low)


def meetings(
    a: PoolingProfile, b: PoolingProfile, category: PoolingCategory, rulebook: Rulebook
) -> tuple[Meeting, ...]:
    """Every way the two may meet in the category, together first."""
    need_a, need_b = (claim_of(p, category, Side.NEED, rulebook) for p in (a, b))
    found = []
    modes = rulebook.frame(category).modes
    if Mode.TOGETHER in modes:
        found.append(Meeting(Mode.TOGETHER, need_a, need_b))
    if Mode.FOR_EACH_OTHER in modes:
        gift_a, gift_b = (claim_of(p, category, Side.RESOURCE, rulebook) for p in (a, b))
        found.append(Meeting(Mode.FOR_EACH_OTHER, gift_a, need_b, given_by_a=True))
        found.append(Meeting(Mode.FOR_EACH_OTHER, need_a, gift_b, given_by_a=False))
    return tuple(found)


def fit_of(ways: tuple[Meeting, ...]) -> tuple[ScorePart, Meeting]:
    """The fit by the best way to meet, and the way that is told: one with known facts first.

    ``high`` is 1: either may still declare a need or a resource that no source tells.
    """
    best = max(ways, key=_told_first)
    values = [way.value for way in ways if way.value is not None]
    low = max(way.low for way in ways)
    return ScorePart(max(values, default=None), max(values, default=0.0), low, 1.0), best


def _told_first(way: Meeting) -> tuple[bool, bool, bool, float, bool]:
    """Known facts on both sides first, one meeting the other's need before a common one.

    What answers a declared need comes before all.
    """
    given = way.known and way.mode is Mode.FOR_EACH_OTHER
    return way.answers, way.known, given, way.value or 0.0, way.mode is Mode.TOGETHER


def feasibility_of(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> ScorePart:
    """What the criteria of the category give, and known legal obstacles.

    The mean of what the category weighs, times the factors of its obstacles. ``None`` when the
    category weighs something and none of it is known.
    """
    judged = _judged(a, b, frame, rulebook)
    sure, possible = _factors(a, b, frame.obstacles)
    told = not judged or any(value is not None for value, _, _ in judged) or sure < 1
    used = _counted(judged, rulebook.thresholds.unknown) * sure
    most = _counted(_judged(a, b, frame, rulebook, declared=True), 1.0)
    low, high = _counted(judged, 0.0) * sure * possible, most * sure
    return ScorePart(used if told else None, used, low, high)


def feasibility_used(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> float:
    """What a score counts of ``feasibility_of``, without its interval."""
    counted = _counted(_judged(a, b, frame, rulebook), rulebook.thresholds.unknown)
    return counted * _factors(a, b, frame.obstacles)[0] if frame.obstacles else counted


def _judged(
    a: PoolingProfile,
    b: PoolingProfile,
    frame: CategoryFrame,
    rulebook: Rulebook,
    *,
    declared: bool = False,
) -> list[tuple[float | None, float, float]]:
    """What the category weighs: values, ``None`` when unknown, the least they could be, weights.

    With ``declared``, what a declaration could still raise is at its most.
    """
    return [
        (
            1.0
            if declared and criterion.by_declaration(frame)
            else criterion.value(a, b, frame, rulebook),
            criterion.least(frame),
            weight,
        )
        for criterion, weight in weighed(rulebook, frame.category)
    ]


@cache
def weighed(
    rulebook: Rulebook, category: PoolingCategory
) -> tuple[tuple[PoolingCriterion, float], ...]:
    """The criteria that a category counts, with their weights."""
    frame = rulebook.frame(category)
    weights = ((criterion, criterion.weight(frame)) for criterion in catalogue.CRITERIA)
    return tuple((criterion, weight) for criterion, weight in weights if weight > 0)


def _counted(judged: list[tuple[float | None, float, float]], stand_in: float) -> float:
    """The mean of what is judged, ``stand_in`` of what is left above the least where unknown."""
    counted = weights = 0.0
    for value, least, weight in judged:
        counted += weight * (least + (1 - least) * stand_in if value is None else value)
        weights += weight
    return counted / weights if judged else 1.0


def known_obstacles(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame
) -> tuple[Obstacle, ...]:
    """The obstacles that one of the two is known to meet, facing the other."""
    return tuple(o for o in frame.obstacles if True in _answers(a, b, o))


def _answers(
    a: PoolingProfile, b: PoolingProfile, obstacle: Obstacle
) -> tuple[bool | None, bool | None]:
    return _meets(obstacle, a, b), _meets(obstacle, b, a)


def _meets(obstacle: Obstacle, one: PoolingProfile, other: PoolingProfile) -> bool | None:
    both = all_hold(obstacle.conditions, one), all_hold(obstacle.facing, other)
    return False if False in both else None if None in both else True


def _factors(
    a: PoolingProfile, b: PoolingProfile, obstacles: tuple[Obstacle, ...]
) -> tuple[float, float]:
    sure = possible = 1.0
    for obstacle in obstacles:
        answers = _answers(a, b, obstacle)
        if True in answers:
            sure *= obstacle.factor
        elif None in answers:
            possible *= obstacle.factor
    return sure, possible


@dataclass(frozen=True, slots=True)
class Nearness:
    """Proximity, with the distance it rests on, in kilometres as the crow flies.

    ``low_km`` and ``high_km`` bound the true distance when a place is known to its commune only;
    ``high_km`` is ``None`` when nothing bounds it.
    """

    part: ScorePart
    distance_km: float | None
    low_km: float
    high_km: float | None

    @property
    def blur_km(self) -> float | None:
        """How far the true distance may lie from the one told; ``None`` when nothing bounds it."""
        if self.distance_km is None or self.high_km is None:
            return None
        return self.high_km - self.distance_km


def proximity_value(distance: float, scale_km: float) -> float:
    """One half at the category's scale, a quarter at twice that.

    >>> proximity_value(0, 10), proximity_value(10, 10), proximity_value(20, 10)
    (1.0, 0.5, 0.25)
    """
    return float(0.5 ** (distance / scale_km))


def proximity_of(a: Facts, b: Facts, frame: CategoryFrame, rulebook: Rulebook) -> Nearness:
    """How near two organisations are for the category; cannot tell without both points."""
    if a.point is None or b.point is None:
        part = ScorePart(None, rulebook.thresholds.unknown, 0.0, 1.0)
        return Nearness(part, None, 0.0, None)
    apart = distance_km(a.point, b.point)
    value = proximity_value(apart, frame.scale_km)
    if a.blur_km is None or b.blur_km is None:
        return Nearness(ScorePart(value, value, 0.0, 1.0), apart, 0.0, None)
    blur = a.blur_km + b.blur_km
    near, far = max(0.0, apart - blur), apart + blur
    low, high = (proximity_value(d, frame.scale_km) for d in (far, near))
    return Nearness(ScorePart(value, value, min(low, value), max(high, value)), apart, near, far)
