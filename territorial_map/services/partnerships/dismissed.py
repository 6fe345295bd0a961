"""Proposals without the pairs that a person set aside, or said to be of one group."""

from collections.abc import Collection, Iterable

from territorial_map.domain.pooling.groups import Pair
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, Said, dismissal_of
from territorial_map.ledger.group_words import GroupSaid, group_word_of


def is_dismissed(partnership: Partnership, said: Collection[Said]) -> bool:
    """True when a person said that the pair is not relevant, or of one group."""
    one, other = partnership.a.id, partnership.b.id
    pair = dismissal_of(one, other, partnership.category)
    return pair in said or group_word_of(one, other, GroupSaid.SAME) in said


def refused_pairs(said: Iterable[Said], category: PoolingCategory) -> frozenset[Pair]:
    """The pairs of a category on which no group may rest."""
    return frozenset(frozenset((d.a_id, d.b_id)) for d in said if _refuses(d, category))


def _refuses(said: Said, category: PoolingCategory) -> bool:
    if isinstance(said, Dismissal):
        return said.pooling is category
    return said.said is GroupSaid.SAME
