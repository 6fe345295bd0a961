"""The parts of a score: fit and feasibility of two profiles, proximity of two places."""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.claims import Claim, claim_of
from territorial_map.domain.pooling.conditions import all_hold
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.rulebook import (
    CategoryFrame,
    Mode,
    Obstacle,
    Rulebook,
    Side,
    Wants,
)
from territorial_map.domain.vocabulary import Kind, PoolingCategory, Sector, SizeBand

_SIZES = tuple(band for band in SizeBand if band is not SizeBand.UNKNOWN)
_SIZE_STEP = 0.2  # what one band apart takes off: the widest gap keeps 0.2
_FARTHEST_SIZES = 1 - _SIZE_STEP * (len(_SIZES) - 1)


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
    """The fit, by the best way to meet.

    ``high`` is 1: either may still declare a need or a resource that no source tells.
    """
    best = max(ways, key=lambda way: (way.value or 0.0, way.mode is Mode.TOGETHER))
    low = max(way.low for way in ways)
    return ScorePart(best.value, best.value or 0.0, low, 1.0), best


def feasibility_of(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> ScorePart:
    """Likeness or complement of activities, sizes, and known legal obstacles.

    The mean of what the category weighs, times the factors of its obstacles. ``None`` when the
    category weighs something and none of it is known.
    """
    criteria = _criteria(a, b, frame, rulebook)
    low = [lowest if value is None else value for value, lowest in criteria]
    high = [1.0 if value is None else value for value, _ in criteria]
    sure, possible = _factors(a, b, frame.obstacles)
    told = not criteria or any(value is not None for value, _ in criteria) or sure < 1
    used = _counted(criteria, rulebook) * sure
    return ScorePart(used if told else None, used, _mean(low) * sure * possible, _mean(high) * sure)


def feasibility_used(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> float:
    """What a score counts of ``feasibility_of``, without its interval."""
    counted = _counted(_criteria(a, b, frame, rulebook), rulebook)
    return counted * _factors(a, b, frame.obstacles)[0] if frame.obstacles else counted


def _criteria(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> list[tuple[float | None, float]]:
    """What the category weighs: each value, ``None`` when unknown, and the least it could be."""
    criteria: list[tuple[float | None, float]] = []
    if frame.wants is not Wants.NEITHER:
        criteria.append((activity_of(a, b, frame, rulebook), frame.floor))
    if frame.by_size:
        criteria.append((size_nearness(a.size, b.size), _FARTHEST_SIZES))
    return criteria


def _counted(criteria: list[tuple[float | None, float]], rulebook: Rulebook) -> float:
    stand_in = rulebook.thresholds.unknown
    return _mean(
        [low + (1 - low) * stand_in if value is None else value for value, low in criteria]
    )


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def activity_of(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> float | None:
    """How well the activities suit the category, from its floor to 1; ``None`` = unknown."""
    if frame.wants is not Wants.COMPLEMENT and frame.by_device and share_device(a, b):
        value: float | None = 1.0
    else:
        value = _of_sectors(a.sectors, b.sectors, frame.wants, rulebook)
    return None if value is None else frame.floor + (1 - frame.floor) * value


def share_device(a: PoolingProfile, b: PoolingProfile) -> bool:
    """True for bodies of one sort: a common device or place type, or two PTCEs."""
    return bool(
        a.devices & b.devices
        or a.place_types & b.place_types
        or (a.kind is Kind.PTCE and b.kind is Kind.PTCE)
    )


@lru_cache(maxsize=100_000)
def _of_sectors(
    a: frozenset[Sector], b: frozenset[Sector], wants: Wants, rulebook: Rulebook
) -> float | None:
    sectors = rulebook.sectors
    return (sectors.complement if wants is Wants.COMPLEMENT else sectors.likeness)(a, b)


@cache
def size_nearness(a: SizeBand, b: SizeBand) -> float | None:
    """1 in the same band, a fifth less per band apart; ``None`` when one is unknown."""
    if SizeBand.UNKNOWN in {a, b}:
        return None
    return 1 - _SIZE_STEP * abs(_SIZES.index(a) - _SIZES.index(b))


def known_obstacles(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame
) -> tuple[Obstacle, ...]:
    """The obstacles that one of the two is known to meet."""
    return tuple(o for o in frame.obstacles if True in _answers(a, b, o))


def _answers(
    a: PoolingProfile, b: PoolingProfile, obstacle: Obstacle
) -> tuple[bool | None, bool | None]:
    return all_hold(obstacle.conditions, a), all_hold(obstacle.conditions, b)


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
