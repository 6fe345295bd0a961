"""The rules of pooling as values: what each category weighs, and who needs or can share what.

They are read from ``data/pooling`` by ``services.partnerships.rules``; nothing here opens a file.
"""

import math
from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.conditions import PoolingCondition
from territorial_map.domain.pooling.same_group import GroupRules
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import PoolingCategory, Sector


class Side(Term):
    """What a claim says: an organisation looks for something, or can share it."""

    NEED = "need", "Besoin"
    RESOURCE = "resource", "Ressource"


class Mode(Term):
    """How two organisations meet in a category."""

    TOGETHER = "together", "Ensemble"
    FOR_EACH_OTHER = "for_each_other", "L’un pour l’autre"


class Wants(Term):
    """Whether a category goes better between like bodies, complementary ones, or either."""

    LIKENESS = "likeness", "Activités proches"
    COMPLEMENT = "complement", "Activités complémentaires"
    NEITHER = "neither", "Indifférent"


@dataclass(frozen=True, slots=True)
class CategoryWeights:
    """Exponents of the three parts; they sum to 1, so a score stays in [0, 1]."""

    fit: float
    proximity: float
    feasibility: float

    def __post_init__(self) -> None:
        parts = (self.fit, self.proximity, self.feasibility)
        if min(parts) <= 0 or not math.isclose(sum(parts), 1, abs_tol=1e-9):
            raise ValueError(f"weights must be positive and sum to 1: {parts}")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A legal or practical obstacle: bodies that meet it are less likely to be able to.

    With ``facing`` it holds only when the other body meets those.
    """

    conditions: tuple[PoolingCondition, ...]
    factor: float
    reason: Sentence
    facing: tuple[PoolingCondition, ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.factor < 1 or not self.conditions:
            raise ValueError(f"an obstacle has conditions and a factor in (0, 1): {self.factor}")


@dataclass(frozen=True, slots=True)
class CategoryFrame:
    """What one pooling category weighs.

    ``scale_km`` is the distance, as the crow flies, at which proximity is worth one half.
    ``floor`` is what unlike (or not complementary) activities are still worth. ``by_device`` says
    that sharing a device or a place type is likeness; ``counts`` the weights of criteria that are
    told apart, by their code. With ``strong_if_told`` a lead is strong only where one of the two
    tells its need or its offer itself: what trades, sizes and sorts of place let suppose is thin.
    """

    category: PoolingCategory
    name: Sentence
    scale_km: float
    weights: CategoryWeights
    wants: Wants
    floor: float
    modes: tuple[Mode, ...]
    ask: Sentence
    legal: Sentence | None = None
    obstacles: tuple[Obstacle, ...] = ()
    by_device: bool = False
    counts: tuple[tuple[str, float], ...] = ()
    strong_if_told: bool = False

    def __post_init__(self) -> None:
        if self.scale_km <= 0 or not 0 <= self.floor <= 1 or not self.modes:
            raise ValueError(f"{self.category}: scale_km > 0, floor in [0, 1], at least one mode")

    def weight_of(self, criterion: str, otherwise: float = 0.0) -> float:
        """The weight that the category gives to a criterion of feasibility."""
        return dict(self.counts).get(criterion, otherwise)


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """One claim rule: whoever meets the conditions has this need or resource.

    ``strength`` in (0, 1] says how likely; a ``declared`` rule reads the organisation's own words.
    ``by_object`` says that it is what such a body is for, by law.
    ``if_unknown`` in [0, 1] is the part of it that is kept when a condition cannot be told.
    """

    code: str
    category: PoolingCategory
    side: Side
    strength: float
    conditions: tuple[PoolingCondition, ...]
    reason: Sentence
    if_unknown: float = 0.0
    declared: bool = False
    by_object: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.strength <= 1 or not 0 <= self.if_unknown <= 1 or not self.conditions:
            raise ValueError(f"{self.code}: strength in (0, 1], if_unknown in [0, 1], conditions")
        if self.declared and self.strength != 1:
            raise ValueError(f"{self.code}: what is declared has strength 1")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where words begin: see ``partnership.tier_of``; ``unknown`` stands in for a part not told.

    A claim that rests on a known fact is a known one from the strength ``known``.
    """

    strong: float
    strong_low: float
    explore: float
    explore_low: float
    explore_worth: float
    listed: float
    unknown: float
    reach_scales: float
    known: float

    def __post_init__(self) -> None:
        if not 0 <= self.listed <= self.explore <= self.strong <= 1:
            raise ValueError("thresholds must rise: listed, explore, strong")


@dataclass(frozen=True, slots=True)
class WorthWeights:
    """What a pair is worth, see ``worth.worth_at``: weights of what two profiles share.

    ``scale_km`` is the distance at which a pair is worth half of what it is side by side.
    ``unlike`` is taken off for known trades that have nothing in common.
    ``reason`` is the weight from which a category is a reason; ``most_reasons`` of them count.
    """

    scale_km: float
    neighbour: float
    step: float
    alike: float
    places: float
    trade: float
    unlike: float
    public: float
    reasons: float
    reason: float
    most_reasons: int

    def __post_init__(self) -> None:
        shared = (self.neighbour, self.step, self.alike, self.places, self.trade, self.public)
        if min(*shared, self.reasons) < 0 or self.scale_km <= 0 or self.most_reasons < 1:
            raise ValueError("weights of a worth must not be negative, scale_km must be positive")
        if not 0 <= self.unlike <= self.neighbour:
            raise ValueError("unlike trades take off no more than a neighbour is worth")


@dataclass(frozen=True, slots=True)
class SectorPairs:
    """Which sectors buy, work or learn alike (``near``), and which complete each other."""

    near: frozenset[frozenset[Sector]]
    chained: frozenset[frozenset[Sector]]
    near_value: float
    same_trade: float
    other_trade: float

    def likeness(self, a: frozenset[Sector], b: frozenset[Sector]) -> float | None:
        """How alike two sets of trades are, in [0, 1]; ``None`` when one is unknown."""
        if not a or not b:
            return None
        if a & b:
            return 1.0
        return self.near_value if _any_pair(a, b, self.near) else 0.0

    def unlike(self, a: frozenset[Sector], b: frozenset[Sector]) -> bool:
        """True for known trades on both sides that are neither shared nor neighbouring."""
        return self.likeness(a, b) == 0

    def complement(self, a: frozenset[Sector], b: frozenset[Sector]) -> float | None:
        """How well two sets of trades complete each other; the same trade may be competition."""
        if not a or not b:
            return None
        if _any_pair(a, b, self.chained):
            return 1.0
        return self.same_trade if a & b else self.other_trade


def _any_pair(
    a: frozenset[Sector], b: frozenset[Sector], pairs: frozenset[frozenset[Sector]]
) -> bool:
    return any(frozenset((x, y)) in pairs for x in a for y in b)


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Every frame and rule; compared by identity, so that answers can be remembered by it."""

    frames: dict[PoolingCategory, CategoryFrame]
    rules: dict[tuple[PoolingCategory, Side], tuple[ClaimRule, ...]]
    sectors: SectorPairs
    thresholds: Thresholds
    groups: GroupRules
    worth: WorthWeights

    def __post_init__(self) -> None:
        missing = [category for category in PoolingCategory if category not in self.frames]
        if missing:
            raise ValueError(f"categories without a frame: {missing}")

    def frame(self, category: PoolingCategory) -> CategoryFrame:
        """What a category weighs."""
        return self.frames[category]

    def reach_km(self, category: PoolingCategory) -> float:
        """How far partners are looked for by default."""
        return self.thresholds.reach_scales * self.frames[category].scale_km
