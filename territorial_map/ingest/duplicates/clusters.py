"""From links between two records to groups that are one organisation each.

A group never holds two ids of one register, two SIRENs or SIRETs, devices that have nothing in
common, nor two records that someone said to be different. A record that looks as much like two
persons joins neither.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from territorial_map.ingest.duplicates.links import Link, LinkRule


@dataclass(frozen=True, slots=True)
class Node:
    """What decides whether a record may join a group."""

    position: int
    register: str | None
    siren: str | None
    siret: str | None
    devices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DuplicateCluster:
    """Ids of one organisation, registers first, then in the order of trust.

    ``rules`` say why each after the first is there.
    """

    ids: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(slots=True)
class _Members:
    ids: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)


class _Forest:
    """Groups under way."""

    def __init__(self, nodes: Mapping[str, Node], apart: Collection[tuple[str, str]]) -> None:
        self._nodes = nodes
        self._apart = apart
        self.group_of: dict[str, _Members] = {}

    def joined(self, link: Link) -> bool:
        """Join the two groups of a link; False when a law forbids it."""
        one, other = self._of(link.one), self._of(link.other)
        if one is not other:
            if not self._may_join(one, other, settled=link.rule.is_above_numbers):
                return False
            one.ids |= other.ids
            one.links += other.links
            for identity in other.ids:
                self.group_of[identity] = one
        one.links.append(link)
        return True

    def _of(self, identity: str) -> _Members:
        return self.group_of.setdefault(identity, _Members({identity}))

    def _may_join(self, one: _Members, other: _Members, *, settled: bool) -> bool:
        ids = one.ids | other.ids
        registers = [self._nodes[i].register for i in ids if self._nodes[i].register]
        if len(registers) != len(set(registers)) or is_set_apart(one.ids, other.ids, self._apart):
            return False
        nodes = [[self._nodes[identity] for identity in side.ids] for side in (one, other)]
        return settled or not (_devices_differ(*nodes) or _two_persons([*nodes[0], *nodes[1]]))


def grouped(
    links: Sequence[Link], nodes: Mapping[str, Node], apart: Collection[tuple[str, str]]
) -> tuple[tuple[DuplicateCluster, ...], tuple[Link, ...]]:
    """Groups of two ids or more, and the links that no law or ambiguity let in."""
    forest = _Forest(nodes, apart)
    doubtful = _ambiguous(links, nodes)
    refused = [link for link in links if link in doubtful]
    ranked = sorted(set(links) - doubtful, key=lambda link: _strength(link, nodes))
    refused += [link for link in ranked if not forest.joined(link)]
    groups = {id(members): members for members in forest.group_of.values()}
    found = [_group(members, nodes) for members in groups.values() if len(members.ids) > 1]
    return tuple(sorted(found, key=lambda group: group.ids)), tuple(refused)


def is_set_apart(
    one: Iterable[str], other: Collection[str], apart: Collection[tuple[str, str]]
) -> bool:
    """True when someone said that a record of one side is not one of the other."""
    return bool(apart) and any((min(a, b), max(a, b)) in apart for a in one for b in other)


def _strength(link: Link, nodes: Mapping[str, Node]) -> tuple[int, float, int, int]:
    return (
        link.rule.order,
        -link.probability,
        nodes[link.one].position,
        nodes[link.other].position,
    )


def _devices_differ(one: Sequence[Node], other: Sequence[Node]) -> bool:
    first, second = (frozenset().union(*(node.devices for node in side)) for side in (one, other))
    return bool(first and second and not first & second)


def _two_persons(nodes: Sequence[Node]) -> bool:
    sirens = {node.siren for node in nodes if node.siren}
    sirets = {node.siret for node in nodes if node.siret}
    return len(sirens) > 1 or len(sirets) > 1


def _ambiguous(links: Iterable[Link], nodes: Mapping[str, Node]) -> set[Link]:
    """Links by likeness of a record that is as much like two persons."""
    ways: dict[str, list[Link]] = defaultdict(list)
    settled: set[str] = set()
    for link in links:
        for identity in (link.one, link.other):
            if link.rule is LinkRule.LIKENESS:
                ways[identity].append(link)
            else:
                settled.add(identity)
    return {
        link
        for identity, several in ways.items()
        if identity not in settled and _leads_apart(identity, several, nodes)
        for link in several
    }


def _leads_apart(identity: str, links: Sequence[Link], nodes: Mapping[str, Node]) -> bool:
    """True when the likely ones are of one register and not of one SIREN."""
    others = [nodes[link.other if link.one == identity else link.one] for link in links]
    registers = [node.register for node in others if node.register]
    sirens = {node.siren for node in others}
    of_one_person = len(sirens) == 1 and None not in sirens
    return not of_one_person and (
        len(registers) != len(set(registers)) or len({s for s in sirens if s}) > 1
    )


def _group(members: _Members, nodes: Mapping[str, Node]) -> DuplicateCluster:
    ids = sorted(members.ids, key=lambda i: (nodes[i].register is None, nodes[i].position))
    ranked = sorted(members.links, key=lambda link: _strength(link, nodes))
    rules = [next(k.rule.label for k in ranked if i in {k.one, k.other}) for i in ids[1:]]
    return DuplicateCluster(tuple(ids), tuple(rules))
