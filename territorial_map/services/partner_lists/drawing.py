"""The network of a territory as SVG: existing ties solid, leads dashed, groups outlined."""

from collections.abc import Sequence
from html import escape

from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.partner_lists.territory_network import (
    HEIGHT,
    WIDTH,
    DrawnNetwork,
    PlacedNode,
)
from territorial_map.services.texts import Texts

_MOST_LETTERS = 26
_COLOURS = {Tier.STRONG: "#0a4f37", Tier.EXPLORE: "#174a7e", Tier.INSUFFICIENT: "#5b6878"}
_DASHES = {Tier.STRONG: (3, "10 5"), Tier.EXPLORE: (2, "2 5"), Tier.INSUFFICIENT: (1, "2 7")}
_ROOM = 26.0


def network_svg(network: DrawnNetwork, title: str, t: Texts) -> str:
    """The drawing, whole: it needs no style of a page and no font of ours."""
    at = {node.facts.person_key: node for node in network.nodes}
    parts = [_outline(group) for group in network.groups]
    parts += [
        _line(at[bond.a.person_key], at[bond.b.person_key], 'stroke="#16212f" stroke-width="2"')
        for bond in network.bonds
    ]
    for _, lead in network.leads:
        a, b = at[lead.main.a.person_key], at[lead.main.b.person_key]
        width, dashes = _DASHES[lead.main.tier]
        drawn = f'stroke="{_COLOURS[lead.main.tier]}" stroke-width="{width}"'
        parts.append(_line(a, b, f'{drawn} stroke-dasharray="{dashes}"'))
    for number, lead in network.leads:
        parts.append(_number(at[lead.main.a.person_key], at[lead.main.b.person_key], number))
    parts += [_node(node) for node in network.nodes]
    told = t(
        "Réseau de {nodes} organisations et {links} pistes\u00a0; le tableau dit la même chose.",
        nodes=t.number(len(network.nodes)),
        links=t.number(len(network.leads)),
    )
    body = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="13">'
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>{body}</svg>'
    )


def shortened_name(name: str) -> str:
    """A name short enough to stand under its node; the table has it whole."""
    return name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 1].rstrip()}…"


def _outline(group: Sequence[PlacedNode]) -> str:
    xs, ys = [node.x for node in group], [node.y for node in group]
    left, top = min(xs) - _ROOM, min(ys) - _ROOM
    width, height = max(xs) - min(xs) + 2 * _ROOM, max(ys) - min(ys) + 2 * _ROOM
    return (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}" rx="18" '
        'fill="#edf2f9" fill-opacity="0.6" stroke="#b9c7da"/>'
    )


def _line(a: PlacedNode, b: PlacedNode, drawn: str) -> str:
    return f'<line x1="{a.x:.0f}" y1="{a.y:.0f}" x2="{b.x:.0f}" y2="{b.y:.0f}" {drawn}/>'


def _number(a: PlacedNode, b: PlacedNode, number: int) -> str:
    x, y = (a.x + b.x) / 2, (a.y + b.y) / 2
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="10" fill="#ffffff" stroke="#5b6878"/>'
        f'<text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle" font-size="11" '
        f'fill="#16212f">{number}</text>'
    )


def _node(node: PlacedNode) -> str:
    name = escape(shortened_name(node.facts.name))
    return (
        f"<g><title>{escape(node.facts.name)}</title>{_shape(node)}"
        f'<text x="{node.x:.0f}" y="{node.y + 24:.0f}" text-anchor="middle" fill="#16212f" '
        f'stroke="#ffffff" stroke-width="3" paint-order="stroke">{name}</text></g>'
    )


def _shape(node: PlacedNode) -> str:
    """A shape per kind, so that no colour carries the meaning alone."""
    x, y = node.x, node.y
    match node.facts.profile.kind:
        case Kind.PTCE:
            return _polygon([(x, y - 10), (x + 9, y + 7), (x - 9, y + 7)], "#9d174d")
        case Kind.SHELTERED_SUPPLIER:
            return f'<rect x="{x - 7:.0f}" y="{y - 7:.0f}" width="14" height="14" fill="#b45309"/>'
        case Kind.COOPERATION_SPACE:
            corners = [(x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)]
            return _polygon(corners, "#0f766e")
        case Kind.TERRITORIAL_PARTNER:
            return _polygon([(x - 9, y - 7), (x + 9, y - 7), (x, y + 9)], "#475569")
        case _:
            return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="8" fill="#1d4ed8"/>'


def _polygon(corners: Sequence[tuple[float, float]], colour: str) -> str:
    points = " ".join(f"{x:.0f},{y:.0f}" for x, y in corners)
    return f'<polygon points="{points}" fill="{colour}"/>'
