"""The order of leads: the word, then what a pair is worth, then the distance. Told here alone."""

from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.vocabulary import PoolingCategory

_TIERS = tuple(Tier)
_CATEGORIES = tuple(PoolingCategory)

LeadOrder = tuple[int, float, float, str, str, int]


def lead_order(lead: Partnership) -> LeadOrder:
    """Where a lead stands in a list; the worth of a pair already falls with its distance."""
    order = _CATEGORIES.index(lead.category)
    return _TIERS.index(lead.tier), -lead.worth, far(lead), lead.b.id, lead.a.id, order


def standing(lead: Partnership) -> tuple[int, int, float, int]:
    """Which of its leads stands for a pair, the best first: word, known facts, then score."""
    order = _CATEGORIES.index(lead.category)
    return _TIERS.index(lead.tier), -known_facts(lead), -(lead.score or 0.0), order


def known_facts(lead: Partnership) -> int:
    """How many of its two claims are known facts rather than guesses: 0, 1 or 2."""
    meeting = lead.weighing.meeting
    return meeting.of_a.known + meeting.of_b.known


def far(lead: Partnership) -> float:
    """Kilometres as the crow flies; infinite when a position is unknown."""
    distance = lead.nearness.distance_km
    return float("inf") if distance is None else distance
