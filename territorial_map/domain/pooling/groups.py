"""Groups of 3 to 12 legal persons around one, for a category: connected, none superfluous."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from territorial_map.domain.geo import distance_km
from territorial_map.domain.language.sentence import Sentence, distance_told
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory

SMALLEST, LARGEST = 3, 12
Pair = frozenset[str]  # two ids


@dataclass(frozen=True, slots=True)
class PoolingGroup:
    """A group for a category, the organisation it was looked for first.

    ``links`` are the partnerships that hold it together. ``strength`` is the sum of their scores
    per member: each member adds more than that average, so taking anyone out lowers it.
    """

    category: PoolingCategory
    members: tuple[Facts, ...]
    links: tuple[Partnership, ...]
    strength: float
    width_km: float

    def links_of(self, member: Facts) -> tuple[Partnership, ...]:
        """The links that a member holds."""
        return tuple(link for link in self.links if member.id in {link.a.id, link.b.id})

    def strength_without(self, member: Facts) -> float:
        """The strength that the others would keep; always below the group's own."""
        lost = sum(link.score or 0.0 for link in self.links_of(member))
        n = len(self.members)
        return (self.strength * n - lost) / (n - 1)

    @property
    def reason(self) -> Sentence:
        """Why this group holds: how many persons, how they are linked, how far apart."""
        width = distance_told(self.width_km)
        n, links = len(self.members), len(self.links)
        strong = sum(link.tier is Tier.STRONG for link in self.links)
        told = (
            f"{strong} piste{_s(strong)} forte{_s(strong)}, {links - strong} à explorer",
            f"{strong} strong, {links - strong} to explore",
        )
        return Sentence(
            f"{n} personnes morales distinctes, {links} liens deux à deux ({told[0]}), "
            f"{width.fr} au plus entre deux membres à vol d’oiseau. Chacune renforce le "
            f"groupe{NBSP}: sans elle, il serait moins solide.",
            f"{n} distinct legal persons, {links} links between pairs ({told[1]}), at most "
            f"{width.en} between two members as the crow flies. Each makes the group stronger: "
            "without it, the group would hold less well.",
        )


def _s(n: int) -> str:
    return "s" if n > 1 else ""


class _Links:
    """Scores between candidates, computed once each.

    Where facts are insufficient there is no link, nor is there one in a refused pair.
    """

    def __init__(
        self,
        nodes: Sequence[Facts],
        category: PoolingCategory,
        rules: Rulebook,
        refused: Collection[Pair],
    ) -> None:
        self.nodes = nodes
        self.pairs: dict[tuple[int, int], Partnership | None] = {}
        self._category, self._rules, self._refused = category, rules, refused

    def between(self, i: int, j: int) -> Partnership | None:
        key = (min(i, j), max(i, j))
        if key not in self.pairs:
            self.pairs[key] = self._found(self.nodes[key[0]], self.nodes[key[1]])
        return self.pairs[key]

    def _found(self, one: Facts, other: Facts) -> Partnership | None:
        if frozenset((one.id, other.id)) in self._refused:
            return None
        found = score_pair(one, other, self._category, self._rules)
        return found if found is not None and found.tier is not Tier.INSUFFICIENT else None

    def weight(self, i: int, j: int) -> float:
        link = self.between(i, j)
        return 0.0 if link is None else link.score or 0.0

    def degree(self, i: int, members: list[int]) -> float:
        return sum(self.weight(i, j) for j in members if j != i)

    def strength(self, members: list[int]) -> float:
        return sum(self.degree(i, members) for i in members) / (2 * len(members))


def groups_around(
    centre: Facts,
    candidates: Sequence[Facts],
    category: PoolingCategory,
    rulebook: Rulebook,
    *,
    most: int = 3,
    refused: Collection[Pair] = (),
) -> tuple[PoolingGroup, ...]:
    """Groups that share no one but the centre, strongest first.

    A group grows by whoever adds most, while that raises the sum of scores per member; then
    whoever adds least than the average leaves (Charikar's peeling of the densest subgraph, 2000).
    Candidates without a point or beyond the category's reach are left out, and one site is kept
    per legal person, the first given. Nothing links the two of a ``refused`` pair of ids.
    """
    nodes = [centre, *_within_reach(centre, candidates, rulebook.reach_km(category))]
    links = _Links(nodes, category, rulebook, refused)
    free = set(range(1, len(nodes)))
    found: list[PoolingGroup] = []
    while len(found) < most:
        members = _peeled(links, _grown(links, free))
        if len(members) < SMALLEST:
            break
        found.append(_group(links, members, category))
        free -= set(members)
    return tuple(sorted(found, key=lambda group: -group.strength))


def _within_reach(centre: Facts, candidates: Sequence[Facts], reach_km: float) -> list[Facts]:
    if centre.point is None:
        return []
    kept: dict[str, Facts] = {}
    ids: set[str] = set()
    for facts in candidates:
        if facts.point is None or facts.is_same_person(centre):
            continue
        if facts.other_ids & ids:
            continue
        if distance_km(centre.point, facts.point) <= reach_km:
            kept.setdefault(facts.person_key, facts)
            ids.add(facts.id)
    return list(kept.values())


def _grown(links: _Links, free: set[int]) -> list[int]:
    members = [0]
    degrees = {i: links.weight(0, i) for i in sorted(free)}
    while degrees and len(members) < LARGEST:
        best = max(degrees, key=lambda i: (degrees[i], -i))
        if degrees[best] <= (links.strength(members) if len(members) > 1 else 0.0):
            break
        members.append(best)
        del degrees[best]
        for i in degrees:
            degrees[i] += links.weight(best, i)
    return members


def _peeled(links: _Links, members: list[int]) -> list[int]:
    """Take out, one at a time, whoever adds no more than the group's average (centre apart)."""
    while len(members) >= SMALLEST:
        strength = links.strength(members)
        least = min(members[1:], key=lambda i: (links.degree(i, members), i))
        joined = _joined(links, members)
        if len(joined) < len(members):
            members = joined
        elif links.degree(least, members) <= strength:
            members = [i for i in members if i != least]
        else:
            break
    enough = links.degree(0, members) > links.strength(members)
    return members if enough else []


def _joined(links: _Links, members: list[int]) -> list[int]:
    """The members that a chain of links ties to the centre."""
    reached, edge = {0}, [0]
    while edge:
        at = edge.pop()
        further = [i for i in members if i not in reached and links.weight(at, i) > 0]
        reached.update(further)
        edge += further
    return [i for i in members if i in reached]


def _group(links: _Links, members: list[int], category: PoolingCategory) -> PoolingGroup:
    pairs = [(i, j) for at, i in enumerate(members) for j in members[at + 1 :]]
    held = tuple(link for i, j in pairs if (link := links.between(i, j)) is not None)
    points = [links.nodes[i].point for i in members]
    width = max(
        distance_km(p, q) for p in points for q in points if p is not None and q is not None
    )
    facts = tuple(links.nodes[i] for i in members)
    return PoolingGroup(category, facts, held, links.strength(members), width)
