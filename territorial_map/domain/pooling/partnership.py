"""The partnership of two organisations in a category: word, score, interval, parts, reasons."""

from dataclasses import dataclass

from territorial_map.domain.pooling.criteria.pathway import parted_by_trade
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.parts import (
    Meeting,
    Nearness,
    ScorePart,
    known_obstacles,
    proximity_of,
)
from territorial_map.domain.pooling.rulebook import CategoryFrame, Mode, Rulebook, Thresholds
from territorial_map.domain.pooling.supply import ReservedBasis, reserved_basis
from territorial_map.domain.pooling.ties import Tie, already_cooperate, ties_between
from territorial_map.domain.pooling.weighing import Lesson, Weighing, turning_point, weigh
from territorial_map.domain.pooling.worth import worth_at
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import PoolingCategory


class Tier(Term):
    """The word that comes before any number."""

    STRONG = "strong", "Piste forte"
    EXPLORE = "explore", "À explorer"
    INSUFFICIENT = "insufficient", "À interroger"


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """The one fact that would change the score most; ``organisation_id`` says of whom.

    ``score`` is exactly what the score would be then.
    """

    organisation_id: str
    lesson: Lesson
    score: float


@dataclass(frozen=True, slots=True)
class Partnership:
    """What two organisations could do in a category.

    ``score`` is in [0, 1], or ``None`` when nothing tells that they meet. The true score lies in
    [low, high] whatever the unknown facts are, and whatever either may declare. ``giver_id`` says
    who would give when one meets the other's need. ``worth`` is of the pair, whatever the category:
    what comes first among leads of one word.
    """

    a: Facts
    b: Facts
    category: PoolingCategory
    tier: Tier
    score: float | None
    low: float
    high: float
    weighing: Weighing
    nearness: Nearness
    ties: tuple[Tie, ...]
    basis: ReservedBasis | None
    worth: float

    @property
    def mode(self) -> Mode:
        """Together, or one for the other."""
        return self.weighing.meeting.mode

    @property
    def giver_id(self) -> str | None:
        """Whose resource meets the other's need."""
        by_a = self.weighing.meeting.given_by_a
        return None if by_a is None else (self.a if by_a else self.b).id

    @property
    def parts(self) -> tuple[tuple[str, ScorePart], ...]:
        """The three parts by name."""
        return (
            ("fit", self.weighing.fit),
            ("proximity", self.nearness.part),
            ("feasibility", self.weighing.feasibility),
        )


def may_be_proposed(a: Facts, b: Facts) -> bool:
    """False for one legal person, for a cooperation that exists, for a PTCE that has ended."""
    return _are_two(a, b) and not already_cooperate(a, b)


def _are_two(a: Facts, b: Facts) -> bool:
    """False for one legal person, and for a PTCE that has ended: nobody is there to ask."""
    return not (a.profile.ended or b.profile.ended or a.is_same_person(b))


def score_pair(
    a: Facts, b: Facts, category: PoolingCategory, rulebook: Rulebook
) -> Partnership | None:
    """What two organisations could do together in a category, or for each other.

    ``score = fit^f * feasibility^s * proximity^p``, the exponents being the category's weights.
    ``None`` when the pair must not be proposed at all, see ``may_be_proposed``.
    """
    ties = ties_between(a, b) if _are_two(a, b) else None
    if ties is None or any(tie.kind.is_cooperation for tie in ties):
        return None
    weighing = weigh(a.profile, b.profile, category, rulebook)
    frame = rulebook.frame(category)
    nearness = proximity_of(a, b, frame, rulebook)
    power = frame.weights.proximity

    def total(weight: float, nearby: float) -> float:
        return float(weight * nearby**power)

    part = nearness.part
    worth = worth_at(a.profile, b.profile, nearness.distance_km, rulebook)
    score = None if weighing.weight is None else total(weighing.weight, part.used)
    low, high = total(weighing.low, part.low), total(weighing.high, part.high)
    return Partnership(
        a,
        b,
        category,
        tier_of(
            _Judged(
                score,
                low,
                weighing,
                nearness,
                worth,
                hindered=_hindered(a, b, frame, weighing, rulebook),
                vain=_vain(a, b, category, weighing, rulebook),
            ),
            frame,
            rulebook.thresholds,
        ),
        score,
        low if score is None else min(low, score),
        high if score is None else max(high, score),
        weighing,
        nearness,
        ties,
        _basis(a, b, category, weighing),
        worth,
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    score: float | None
    low: float
    weighing: Weighing
    nearness: Nearness
    worth: float
    hindered: bool
    vain: bool


def tier_of(judged: _Judged, frame: CategoryFrame, thresholds: Thresholds) -> Tier:
    """The word of a pair.

    A strong lead needs known facts on both sides and a distance that is known: a need or an offer
    that an organisation tells itself, met by a known one within the category's scale, is always
    one. What rests on a trade or a sort of place alone is one where the category lets it and the
    pair is worth exploring, and a common need where its score is high besides, whatever the
    unknown facts are.
    It is to be asked without a fit, without a distance, when the score or the worth of the pair is
    below what is worth exploring, when an unknown fact could leave nothing of it, when the place
    is known less well than the category's scale, or when their trades part them.
    """
    score, nearness = judged.score, judged.nearness
    if score is None or nearness.part.value is None:
        return Tier.INSUFFICIENT
    strong = not (judged.hindered or judged.vain) and is_strong(judged.weighing, nearness, frame)
    thin = judged.worth < thresholds.explore_worth
    sure = score >= thresholds.strong and judged.low >= thresholds.strong_low
    meeting = judged.weighing.meeting
    given = meeting.mode is Mode.FOR_EACH_OTHER
    told = meeting.of_a.is_told or meeting.of_b.is_told
    said = meeting.of_a.declared or meeting.of_b.declared
    enough = (said or not frame.strong_if_told) and not thin
    if strong and ((given and told) or (enough and (given or sure))):
        return Tier.STRONG
    blurred = nearness.blur_km is None or nearness.blur_km >= frame.scale_km
    low = score < thresholds.explore or judged.low < thresholds.explore_low
    vague = blurred or thin or low or judged.vain
    return Tier.INSUFFICIENT if vague else Tier.EXPLORE


def _hindered(
    a: Facts, b: Facts, frame: CategoryFrame, weighing: Weighing, rulebook: Rulebook
) -> bool:
    """True for a known obstacle, a pole's word told to another trade, a bid of unlike trades.

    False where both declare: they know better.
    """
    meeting, one, other = weighing.meeting, a.profile, b.profile
    if meeting.of_a.declared and meeting.of_b.declared:
        return False
    if _said_by_a_pole(meeting) and not one.sectors & other.sectors:
        return True
    bid = frame.category is PoolingCategory.JOINT_BIDS
    if bid and rulebook.sectors.unlike(one.sectors, other.sectors):
        return True
    return bool(known_obstacles(one, other, frame))


def _vain(
    a: Facts, b: Facts, category: PoolingCategory, weighing: Weighing, rulebook: Rulebook
) -> bool:
    """True where known trades leave nothing of it: a pole's word, a GEIQ as a next step."""
    meeting, one, other = weighing.meeting, a.profile, b.profile
    if meeting.of_a.is_told or meeting.of_b.is_told:
        return False
    if _said_by_a_pole(meeting) and rulebook.sectors.unlike(one.sectors, other.sectors):
        return True
    step = category is PoolingCategory.INSERTION_PATHWAYS
    return step and parted_by_trade(one, other, rulebook)


def _said_by_a_pole(meeting: Meeting) -> bool:
    return any(c.declared and c.rule is not None for c in (meeting.of_a, meeting.of_b))


def is_strong(weighing: Weighing, nearness: Nearness, frame: CategoryFrame) -> bool:
    """Known facts on both sides, within the scale of the category, and a distance known better."""
    distance = nearness.distance_km
    return (
        weighing.meeting.known
        and distance is not None
        and distance <= frame.scale_km
        and nearness.blur_km is not None
        and nearness.blur_km < frame.scale_km
    )


def in_one_commune(partnership: Partnership) -> bool:
    """True for one commune when a place is known to its commune only: metres would mislead."""
    a, b = partnership.a, partnership.b
    same = a.commune_code is not None and a.commune_code == b.commune_code
    return same and not (a.blur_km == 0 and b.blur_km == 0)


def would_change(partnership: Partnership, rulebook: Rulebook) -> ScoreChange | None:
    """The one fact that would change the score most, and exactly what the score would be."""
    a, b, category = partnership.a, partnership.b, partnership.category
    turn = turning_point(a.profile, b.profile, category, rulebook)
    if turn is None:
        return None
    part, power = partnership.nearness.part, rulebook.frame(category).weights.proximity
    subject = a if turn.lesson.of_a else b
    return ScoreChange(subject.id, turn.lesson, float(turn.weight * part.used**power))


def _basis(
    a: Facts, b: Facts, category: PoolingCategory, weighing: Weighing
) -> ReservedBasis | None:
    by_a = weighing.meeting.given_by_a
    if not category.is_commercial or by_a is None:
        return None
    return reserved_basis((a if by_a else b).profile)
