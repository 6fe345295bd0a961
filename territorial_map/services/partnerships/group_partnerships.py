"""Partnerships inside a group: every pair of its legal persons, proposed or existing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.pooling.ties import Tie, TieStrength, already_cooperate, ties_between
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.dismissed import is_dismissed
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.services.partnerships.said import with_words
from territorial_map.services.partnerships.strongest_pairs import strongest_pairs

MOST_INSIDE = 60
_TIERS = tuple(Tier)


@dataclass(frozen=True, slots=True)
class Bond:
    """Two organisations that already cooperate, and how the sources show it."""

    a: Facts
    b: Facts
    ties: tuple[Tie, ...]

    @property
    def is_sure(self) -> bool:
        """False when the only cooperation is that they are probably of one group."""
        return any(
            t.kind.is_cooperation and t.kind.strength is TieStrength.KNOWN for t in self.ties
        )


@dataclass(frozen=True, slots=True)
class Inside:
    """What a group could pool among its members, and who already cooperates.

    ``unlocated`` members have no point: no distance, so no proposal, can be told of them.
    """

    found: tuple[Partnership, ...]
    existing: tuple[Bond, ...]
    unlocated: tuple[Facts, ...]


def partnerships_inside(
    edition: OpenEdition,
    ids: Iterable[str],
    dismissals: Collection[Said] = (),
    limit: int = MOST_INSIDE,
) -> Inside:
    """The strongest pairs of a group of the directory, by word, then by distance.

    Raises:
        NotFound: an id that no organisation answers to.
    """
    return edition.ask(_inside, tuple(dict.fromkeys(ids)), frozenset(dismissals), limit)


def _inside(
    edition: OpenEdition, ids: tuple[str, ...], dismissals: frozenset[Said], limit: int
) -> Inside:
    rules = edition.knowledge.pooling
    told = (facts_of_id(edition, any_id) for any_id in ids)
    members = with_words(told, dismissals, profile_index(edition, rules))
    found = pairs_among(members, tuple(PoolingCategory), rules, limit + len(dismissals))
    kept = [p for p in found if not is_dismissed(p, dismissals)][:limit]
    unlocated = tuple(member for member in members if member.point is None)
    return Inside(tuple(sorted(kept, key=by_word)), bonds_among(members), unlocated)


def pairs_among(
    members: Sequence[Facts],
    categories: tuple[PoolingCategory, ...],
    rules: Rulebook,
    limit: int,
) -> tuple[Partnership, ...]:
    """The ``limit`` strongest pairs of located members, strongest first."""
    pairs = strongest_pairs(members, categories, rules, limit)
    scored = (score_pair(a, b, category, rules) for a, b, category in pairs)
    return tuple(partnership for partnership in scored if partnership is not None)


def bonds_among(members: Sequence[Facts]) -> tuple[Bond, ...]:
    """Every pair of members that the sources show to cooperate already, in their order."""
    return tuple(
        Bond(members[i], members[j], ties_between(members[i], members[j]))
        for i, j in sorted(_may_be_tied(members))
        if already_cooperate(members[i], members[j]) and not members[i].is_same_person(members[j])
    )


def _may_be_tied(members: Sequence[Facts]) -> set[tuple[int, int]]:
    """Pairs that share a pole, a manager, a phone, a name word, or are said to be tied."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, member in enumerate(members):
        for key in _keys_of(member):
            holders[key].append(n)
    return {pair for several in holders.values() for pair in combinations(several, 2)}


def _keys_of(member: Facts) -> set[tuple[str, str]]:
    keys = {("pole", code) for code in member.ptce_ids}
    keys |= {("said", any_id) for any_id in (member.id, *member.said_same)}
    if member.manager_id is not None:
        keys.add(("manager", member.manager_id))
    signs = member.signs
    if signs is not None:
        openings = (word for part in signs.openings for word in part)
        words = {*signs.telling, *signs.proper, *openings}
        keys |= {("word", word) for word in words} | {("house", one) for one in signs.houses}
    return keys


def one_per_pair(found: Sequence[Partnership]) -> tuple[Partnership, ...]:
    """The first lead of each pair: the matrix says the rest."""
    kept: dict[frozenset[str], Partnership] = {}
    for one in found:
        kept.setdefault(frozenset((one.a.id, one.b.id)), one)
    return tuple(kept.values())


def by_word(partnership: Partnership) -> tuple[int, float, str, str]:
    """The order of a list on screen: the word, then the distance; a score orders nothing."""
    distance = partnership.nearness.distance_km
    far = float("inf") if distance is None else distance
    return _TIERS.index(partnership.tier), far, partnership.a.name, partnership.b.name
