"""Proposals without the pairs that operators dismissed for all."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from territorial_map.domain.pooling.groups import Pair
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, dismissal_of
from territorial_map.services.partnerships.partners import Partners, Strongest


def is_dismissed(partnership: Partnership, dismissals: Collection[Dismissal]) -> bool:
    """True when an operator said that the pair is not relevant."""
    pair = dismissal_of(partnership.a.id, partnership.b.id, partnership.category)
    return pair in dismissals


def without_dismissed(
    partners: Partners, dismissals: Collection[Dismissal], limit: int
) -> Partners:
    """The proposals left, ``limit`` per category."""
    kept: dict[str, list[Partnership]] = {}
    for partnership in partners.found:
        if not is_dismissed(partnership, dismissals):
            kept.setdefault(partnership.category.value, []).append(partnership)
    found = tuple(p for several in kept.values() for p in several[:limit])
    return replace(partners, found=found)


def strongest_without_dismissed(
    strongest: Strongest, dismissals: Collection[Dismissal]
) -> Strongest:
    """The strongest pairs left."""
    return replace(
        strongest, found=tuple(p for p in strongest.found if not is_dismissed(p, dismissals))
    )


def refused_pairs(dismissals: Iterable[Dismissal], category: PoolingCategory) -> frozenset[Pair]:
    """The dismissed pairs of a category, on which no group may rest."""
    return frozenset(frozenset((d.a_id, d.b_id)) for d in dismissals if d.pooling is category)
