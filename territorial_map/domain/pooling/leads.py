"""One lead per pair: its best one or two categories, and no category crowding the first five."""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from territorial_map.domain.pooling.lead_order import LeadOrder, lead_order, standing
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.vocabulary import PoolingCategory

FIRST, OF_ONE = 5, 2


@dataclass(frozen=True, slots=True)
class Lead:
    """A pair under its best category, ``main``; ``others`` are its other ones, best first."""

    main: Partnership
    others: tuple[Partnership, ...] = ()

    @property
    def second(self) -> Partnership | None:
        """Its second category, where it is worth a line: never one that is only to be asked."""
        best = self.others[0] if self.others else None
        return best if best is not None and best.tier is not Tier.INSUFFICIENT else None


def lead_of(pair: Iterable[Partnership]) -> Lead:
    """The lead of a pair from all that the two could do together.

    Raises:
        ValueError: nothing at all.
    """
    best, *others = sorted(pair, key=standing)
    return Lead(best, tuple(others))


def arranged(pairs: Iterable[Sequence[Partnership]], *, spread: bool) -> list[Lead]:
    """The leads of pairs, each once, in the order of ``lead_order``.

    With ``spread``, at most ``OF_ONE`` leads of one category are among the first ``FIRST`` as long
    as another category has something to show: a pair may then stand under another category of the
    same word.
    """
    leads = [lead_of(pair) for pair in pairs]
    if not spread:
        return sorted(leads, key=_order)
    first = _spread(leads)
    taken = {_pair(lead) for lead in first}
    rest = sorted((lead for lead in leads if _pair(lead) not in taken), key=_order)
    return [*first, *rest]


def _spread(leads: Sequence[Lead]) -> list[Lead]:
    """The first leads in order, a crowded category giving way."""
    waiting: list[tuple[LeadOrder, int, Lead]] = [
        (_order(lead), n, lead) for n, lead in enumerate(leads)
    ]
    heapq.heapify(waiting)
    counts: Counter[PoolingCategory] = Counter()
    first: list[Lead] = []
    while waiting and len(first) < FIRST:
        _, n, lead = heapq.heappop(waiting)
        if counts[lead.main.category] < OF_ONE:
            counts[lead.main.category] += 1
            first.append(lead)
        elif (other := _under_another(lead, counts)) is not None:
            heapq.heappush(waiting, (_order(other), n, other))
    return first


def _under_another(lead: Lead, counts: Counter[PoolingCategory]) -> Lead | None:
    """The same pair under its next category of the same word that has room."""
    for other in lead.others:
        if other.tier is lead.main.tier and counts[other.category] < OF_ONE:
            rest = (one for one in (lead.main, *lead.others) if one is not other)
            return Lead(other, tuple(sorted(rest, key=standing)))
    return None


def _order(lead: Lead) -> LeadOrder:
    return lead_order(lead.main)


def _pair(lead: Lead) -> tuple[str, str]:
    return lead.main.a.person_key, lead.main.b.person_key
