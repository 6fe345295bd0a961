"""The network of a territory: its graph, what it shows in words, and where to draw its nodes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.services.partner_lists.territory_leads import TerritoryLeads
from territorial_map.services.partnerships.group_partnerships import Bond

MOST_DRAWN = 25
MOST_LINES = 15  # leads drawn: more would hide each other
WIDTH, HEIGHT = 960, 560
_ROOM = (150.0, 46.0)  # what a name needs around its node, in units of the drawing
_MARGIN = (90.0, 40.0)
_TOLD = 3
_SEED = 17
_NUMBERS = {2: ("deux", "two"), 3: ("trois", "three"), 4: ("quatre", "four"), 5: ("cinq", "five")}


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """An organisation and where it is drawn, in units of ``WIDTH`` x ``HEIGHT``."""

    facts: Facts
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    """At most ``MOST_DRAWN`` nodes; ``leads`` bear the number of their row, ``bonds`` exist.

    ``groups`` are those who are together already, three or more; ``remarks`` what stands out.
    """

    nodes: tuple[PlacedNode, ...]
    leads: tuple[tuple[int, Lead], ...]
    bonds: tuple[Bond, ...]
    groups: tuple[tuple[PlacedNode, ...], ...]
    remarks: tuple[Sentence, ...]
    n_organisations: int


def graph_of(found: TerritoryLeads) -> "nx.Graph[str]":
    """Every lead worth a line and every existing tie, between legal persons."""
    graph: nx.Graph[str] = nx.Graph()
    for n, lead in enumerate(found.leads, start=1):
        if lead.main.tier is not Tier.INSUFFICIENT:
            _join(graph, lead.main.a, lead.main.b, number=n, tie="lead")
    for bond in found.bonds:
        _join(graph, bond.a, bond.b, number=0, tie="existing")
    return graph


def network_of(found: TerritoryLeads) -> DrawnNetwork:
    """What is drawn: the first leads in order, then who is together among their ends."""
    graph = graph_of(found)
    kept: dict[str, Facts] = {}
    leads: list[tuple[int, Lead]] = []
    for n, lead in enumerate(found.leads, start=1):
        if len(leads) == MOST_LINES:
            break
        if lead.main.tier is not Tier.INSUFFICIENT and _fits(kept, (lead.main.a, lead.main.b)):
            leads.append((n, lead))
    bonds = [bond for bond in found.bonds if _are_in(kept, bond) or _one_is_in(kept, bond)]
    drawn = [bond for bond in bonds if _fits(kept, (bond.a, bond.b))]
    nodes = _placed(graph.subgraph(kept), kept)
    return DrawnNetwork(
        tuple(nodes.values()),
        tuple(leads),
        tuple(drawn),
        _groups(drawn, nodes),
        remarks_of(graph),
        graph.number_of_nodes(),
    )


def remarks_of(graph: "nx.Graph[str]") -> tuple[Sentence, ...]:
    """Who holds parts of the network together, who has most leads: no figure of a metric."""
    told = [_linking(graph, node, parts) for node, parts in _cuts(graph)[:_TOLD]]
    ends = [(a, b) for a, b in graph.edges if graph.edges[a, b]["tie"] == "lead"]
    leads = graph.edge_subgraph(ends)
    ranked = sorted(leads.degree, key=lambda one: (-one[1], _name(graph, one[0])))
    if ranked and ranked[0][1] > 1:
        node, n = ranked[0]
        name = _name(graph, node)
        told.append(Sentence(f"{n} pistes partent de {name}.", f"{n} leads start from {name}."))
    apart = nx.number_connected_components(graph) if graph else 0
    if apart > 1:
        fr, en = _NUMBERS.get(apart, (str(apart), str(apart)))
        told.append(
            Sentence(
                f"Le réseau connu est en {fr} morceaux que rien ne relie encore.",
                f"The known network is in {en} pieces that nothing links yet.",
            )
        )
    return tuple(told)


def _cuts(graph: "nx.Graph[str]") -> list[tuple[str, int]]:
    """Nodes without which the network falls apart, with the pieces of two or more they link."""
    found: list[tuple[str, int]] = []
    for node in nx.articulation_points(graph):
        around = nx.node_connected_component(graph, node) - {node}
        pieces = [p for p in nx.connected_components(graph.subgraph(around)) if len(p) > 1]
        if len(pieces) > 1:
            found.append((node, len(pieces)))
    return sorted(found, key=lambda one: (-one[1], _name(graph, one[0])))


def _linking(graph: "nx.Graph[str]", node: str, parts: int) -> Sentence:
    fr, en = _NUMBERS.get(parts, (str(parts), str(parts)))
    name = _name(graph, node)
    return Sentence(f"{name} relie {fr} groupes.", f"{name} links {en} groups.")


def _name(graph: "nx.Graph[str]", node: str) -> str:
    return str(graph.nodes[node]["name"])


def _join(graph: "nx.Graph[str]", a: Facts, b: Facts, **told: object) -> None:
    for facts in (a, b):
        if facts.person_key not in graph:
            graph.add_node(facts.person_key, id=facts.id, name=facts.name, kind=facts.profile.kind)
    if not graph.has_edge(a.person_key, b.person_key):
        graph.add_edge(a.person_key, b.person_key, **told)


def _fits(kept: dict[str, Facts], ends: Sequence[Facts]) -> bool:
    """Add the ends when there is room for them."""
    missing = {facts.person_key: facts for facts in ends if facts.person_key not in kept}
    if len(kept) + len(missing) > MOST_DRAWN:
        return False
    kept.update(missing)
    return True


def _are_in(kept: dict[str, Facts], bond: Bond) -> bool:
    return bond.a.person_key in kept and bond.b.person_key in kept


def _one_is_in(kept: dict[str, Facts], bond: Bond) -> bool:
    return bond.a.person_key in kept or bond.b.person_key in kept


def _placed(graph: "nx.Graph[str]", kept: dict[str, Facts]) -> dict[str, PlacedNode]:
    """Where each node is drawn: the same for the same network, no name over another."""
    if not kept:
        return {}
    whole: nx.Graph[str] = nx.Graph()
    whole.add_nodes_from(kept)
    whole.add_edges_from(graph.edges)
    spots = nx.spring_layout(whole, seed=_SEED, k=1.6 / max(1, len(kept)) ** 0.5, iterations=120)
    points = {key: [float(spots[key][0]), float(spots[key][1])] for key in kept}
    _spread_to_frame(points.values())
    _push_apart(list(points.values()))
    return {key: PlacedNode(kept[key], round(x, 1), round(y, 1)) for key, (x, y) in points.items()}


def _spread_to_frame(points: Iterable[list[float]]) -> None:
    several = list(points)
    for axis, (size, margin) in enumerate(zip((WIDTH, HEIGHT), _MARGIN, strict=True)):
        low, high = (pick(p[axis] for p in several) for pick in (min, max))
        for point in several:
            share = (point[axis] - low) / (high - low) if high > low else 0.5
            point[axis] = margin + share * (size - 2 * margin)


def _push_apart(points: list[list[float]]) -> None:
    """Move nodes whose names overlap, a little at a time, inside the frame."""
    for _ in range(200):
        moved = False
        for n, one in enumerate(points):
            for other in points[n + 1 :]:
                gaps = [_ROOM[k] - abs(one[k] - other[k]) for k in (0, 1)]
                if min(gaps) <= 0:
                    continue
                moved = True
                axis = 0 if gaps[0] / _ROOM[0] < gaps[1] / _ROOM[1] else 1
                step = gaps[axis] / 2 + 1
                sign = 1 if one[axis] >= other[axis] else -1
                one[axis] += sign * step
                other[axis] -= sign * step
        for point in points:
            point[0] = min(WIDTH - _MARGIN[0], max(_MARGIN[0], point[0]))
            point[1] = min(HEIGHT - _MARGIN[1], max(_MARGIN[1], point[1]))
        if not moved:
            return


def _groups(
    bonds: Sequence[Bond], nodes: dict[str, PlacedNode]
) -> tuple[tuple[PlacedNode, ...], ...]:
    together: nx.Graph[str] = nx.Graph()
    together.add_edges_from((bond.a.person_key, bond.b.person_key) for bond in bonds)
    parts = (sorted(part) for part in nx.connected_components(together) if len(part) > 1)
    return tuple(tuple(nodes[key] for key in part) for part in parts)
