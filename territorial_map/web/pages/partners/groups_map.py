"""A group on the map: its members as points, its links as two layers of lines."""

from typing import Any

import dash_leaflet as dl

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.groups import PoolingGroup
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.web.pages.partners.lines_map import EXPLORE_COLOUR, STRONG_COLOUR


def group_layers(group: PoolingGroup) -> list[Any]:
    """Strong links over those to explore, then one point per member with its name."""
    layers = [_lines(group, Tier.EXPLORE), _lines(group, Tier.STRONG)]
    return [layer for layer in layers if layer is not None] + [_point(m) for m in group.members]


def _lines(group: PoolingGroup, tier: Tier) -> dl.Polyline | None:
    positions = [[_at(x.a), _at(x.b)] for x in group.links if x.tier is tier]
    if not positions:
        return None
    strong = tier is Tier.STRONG
    return dl.Polyline(
        positions=positions,
        pathOptions={
            "color": STRONG_COLOUR if strong else EXPLORE_COLOUR,
            "weight": 2.5 if strong else 1.5,
            "opacity": 0.6,
            "dashArray": None if strong else "7 6",
        },
        interactive=False,
    )


def _point(member: Facts) -> dl.CircleMarker:
    return dl.CircleMarker(
        center=_at(member),
        radius=8,
        pathOptions={
            "color": "#ffffff",
            "weight": 2,
            "fillColor": STRONG_COLOUR,
            "fillOpacity": 1,
        },
        children=dl.Tooltip(content=member.name, className="pin-name"),
    )


def _at(member: Facts) -> list[float]:
    if member.point is None:
        raise ValueError(f"{member.id}: a member of a group has a place")
    return [member.point.lat, member.point.lon]
