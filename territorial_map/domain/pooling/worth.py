"""What a pair is worth to an adviser: what the two share, weighed by how near they are.

A straight line with a few weights, fitted once on pairs that readers graded 0, 1 or 2
(``tests/labels/PARTNER_PAIRS.md``): it stands near the grade that a reader would give. A score says
how well two organisations meet in one category; the worth says which pair comes first, and counts
every reason that the same near neighbour gives.
"""

from functools import lru_cache

from territorial_map.domain.pooling.criteria.activity import share_device
from territorial_map.domain.pooling.criteria.pathway import parted_by_trade, step_towards
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.parts import proximity_value
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.pooling.weighing import weigh
from territorial_map.domain.vocabulary import PartnerType, PoolingCategory

_PUBLIC = frozenset({PartnerType.LOCAL_AUTHORITY, PartnerType.GROUPING, PartnerType.CCAS})


def worth_at(
    a: PoolingProfile, b: PoolingProfile, distance_km: float | None, rulebook: Rulebook
) -> float:
    """The worth of two profiles at a distance, from 0 up (1 is plausible, 2 to be introduced).

    The same for (a, b) and (b, a); it never rises with distance, and is 0 where none is known.
    """
    if distance_km is None:
        return 0.0
    near = proximity_value(distance_km, rulebook.worth.scale_km)
    return near * shared_worth(a, b, rulebook)


@lru_cache(maxsize=200_000)
def shared_worth(a: PoolingProfile, b: PoolingProfile, rulebook: Rulebook) -> float:
    """What two profiles would be worth side by side."""
    weights, least = rulebook.worth, rulebook.thresholds.explore_low
    weighed = (weigh(a, b, category, rulebook) for category in PoolingCategory)
    reasons = sum((one.weight or 0.0) >= weights.reason and one.low >= least for one in weighed)
    apart = parted_by_trade(a, b, rulebook)
    steps = () if apart else (step_towards(a, b), step_towards(b, a))
    return (
        weights.neighbour
        + weights.step * max((step or 0.0 for step in steps), default=0.0)
        + weights.alike * share_device(a, b)
        + weights.places * bool(a.place_types and b.place_types)
        + weights.trade * (rulebook.sectors.likeness(a.sectors, b.sectors) or 0.0)
        - weights.unlike * rulebook.sectors.unlike(a.sectors, b.sectors)
        + weights.public * (_is_public(a) or _is_public(b))
        + weights.reasons * min(reasons, weights.most_reasons) / weights.most_reasons
    )


def _is_public(profile: PoolingProfile) -> bool:
    return profile.partner_type in _PUBLIC
