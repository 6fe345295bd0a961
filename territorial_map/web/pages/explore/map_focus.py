"""What the map stresses: chosen territories or the circle around a place."""

from collections.abc import Sequence
from typing import Any

import dash_leaflet as dl

from territorial_map.domain.geo import Window, window_around
from territorial_map.domain.selection import Around

_LINE = {"color": "#12355b", "weight": 2.5, "fillColor": "#1f5f9e", "fillOpacity": 0.08}


def focus_layers(
    around: Around | None, outlines: Sequence[dict[str, Any]], windows: Sequence[Window]
) -> tuple[list[Any], dict[str, Any]]:
    """Layers to draw, and as ``window`` the smallest that holds them all."""
    layers: list[Any] = []
    if outlines:
        features = [
            {"type": "Feature", "properties": {}, "geometry": outline} for outline in outlines
        ]
        layers.append(
            dl.GeoJSON(
                data={"type": "FeatureCollection", "features": features},
                style=_LINE,
                interactive=False,
                pane="territories",
            )
        )
    held = list(windows)
    if around is not None:
        layers.append(
            dl.Circle(
                center=[around.point.lat, around.point.lon],
                radius=around.radius_km * 1000,
                interactive=False,
                pane="territories",
                pathOptions={**_LINE, "dashArray": "6 6"},
            )
        )
        held.append(window_around(around.point, around.radius_km))
    return layers, {"window": _hull(held)} if held else {}


def _hull(windows: Sequence[Window]) -> list[float]:
    return [
        min(w.west for w in windows),
        min(w.south for w in windows),
        max(w.east for w in windows),
        max(w.north for w in windows),
    ]
