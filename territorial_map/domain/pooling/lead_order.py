"""The order of leads: the word, what answers a declared need, what a pair is worth, the distance.

Told here alone.
"""

from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.vocabulary import PoolingCategory

_TIERS = tuple(Tier)
_CATEGORIES = tuple(PoolingCategory)

LeadOrder = tuple[int, bool, float, float, str, str, int]


def lead_order(lead: Partnership) -> LeadOrder:
    """Where a lead stands in a list; the worth of a pair already falls with its distance."""
    order = _CATEGORIES.index(lead.category)
    rest = -lead.worth, far(lead), lead.b.id, lead.a.id, order
    return _TIERS.index(lead.tier), not lead.weighing.meeting.answers, *rest


def standing(lead: Partnership) -> tuple[int, bool, int, float, int]:
    """Which of its leads stands for a pair, the best first.

    By its word, then what answers a declared need, then known facts, then score.
    """
    order = _CATEGORIES.index(lead.category)
    facts, score = -known_facts(lead), -(lead.score or 0.0)
    return _TIERS.index(lead.tier), not lead.weighing.meeting.answers, facts, score, order


def known_facts(lead: Partnership) -> int:
    """How many of its two claims are known facts rather than guesses: 0, 1 or 2."""
    meeting = lead.weighing.meeting
    return meeting.of_a.known + meeting.of_b.known


def far(lead: Partnership) -> float:
    """Kilometres as the crow flies; infinite when a position is unknown."""
    distance = lead.nearness.distance_km
    return float("inf") if distance is None else distance
