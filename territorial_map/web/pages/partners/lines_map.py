"""Lines on the map from an organisation to its partners in one category; the list says the same."""

from collections.abc import Sequence
from typing import Any

import dash_leaflet as dl

from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.web.base.partnerships.card import Telling

STRONG_COLOUR, EXPLORE_COLOUR = "#0a4f37", "#174a7e"


def partner_lines(partnerships: Sequence[Partnership], telling: Telling) -> list[Any]:
    """One line per located partner: width by score, dashed where it is only to explore.

    Partners about whom the facts are too few get no line.
    """
    layers: list[Any] = []
    for partnership in partnerships:
        a, b = partnership.a, partnership.b
        if partnership.tier is Tier.INSUFFICIENT or a.point is None or b.point is None:
            continue
        strong = partnership.tier is Tier.STRONG
        colour = STRONG_COLOUR if strong else EXPLORE_COLOUR
        words = f"{b.name} — {telling.tier(partnership.tier)}, {telling.distance(partnership)}"
        layers += [
            dl.Polyline(
                positions=[[a.point.lat, a.point.lon], [b.point.lat, b.point.lon]],
                pathOptions={
                    "color": colour,
                    "weight": line_width(partnership),
                    "opacity": 0.85,
                    "dashArray": None if strong else "7 6",
                },
                children=dl.Tooltip(content=words, sticky=True, className="pin-name"),
            ),
            dl.CircleMarker(
                center=[b.point.lat, b.point.lon],
                radius=7,
                pathOptions={
                    "color": "#ffffff",
                    "weight": 2,
                    "fillColor": colour,
                    "fillOpacity": 1,
                },
                children=dl.Tooltip(content=words, className="pin-name"),
            ),
        ]
    return layers


def line_width(partnership: Partnership) -> float:
    """Pixels: 1.5 for a score of 0, 7 for a score of 1."""
    return round(1.5 + 5.5 * (partnership.score or 0.0), 1)
