"""Proposals without the pairs that operators dismissed for all."""

from collections.abc import Collection, Iterable

from territorial_map.domain.pooling.groups import Pair
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, dismissal_of


def is_dismissed(partnership: Partnership, dismissals: Collection[Dismissal]) -> bool:
    """True when an operator said that the pair is not relevant."""
    pair = dismissal_of(partnership.a.id, partnership.b.id, partnership.category)
    return pair in dismissals


def refused_pairs(dismissals: Iterable[Dismissal], category: PoolingCategory) -> frozenset[Pair]:
    """The dismissed pairs of a category, on which no group may rest."""
    return frozenset(frozenset((d.a_id, d.b_id)) for d in dismissals if d.pooling is category)
