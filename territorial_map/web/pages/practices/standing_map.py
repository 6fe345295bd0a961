"""The map of those who stand for a practice around a place."""

import math
from typing import Any

import dash_leaflet as dl
from dash import html

from territorial_map.domain.listing import Page
from territorial_map.domain.selection import Around
from territorial_map.domain.vocabulary import Located
from territorial_map.web.base.base_maps import BASE_MAPS, attribution
from territorial_map.web.base.marks import hidden, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.practices import ids as own
from territorial_map.web.pages.practices.standpoint import (
    SeenStanding,
    Standpoint,
    directory_address,
)

_METRES_PER_PIXEL = 156_543.0
_NARROWEST_PX = 340
_MAX_ZOOM = 18


def features_of(page: Page, standpoint: Standpoint, t: Texts) -> dict[str, Any]:
    """The listed organisations that have a point, as GeoJSON; each carries where it leads."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [item.point.lon, item.point.lat]},
            "properties": {
                "id": item.id,
                "kind": item.kind.value,
                "name": item.name,
                "precise": item.located is Located.ADDRESS,
                "address": directory_address(standpoint, t, item.id),
            },
        }
        for item in page.items
        if item.point is not None
    ]
    return {"type": "FeatureCollection", "features": features}


def zoom_for(around: Around) -> int:
    """The closest zoom at which the whole circle stands on a phone's map.

    A pixel of web-mercator tiles is 156,543 m wide at zoom 0 on the equator.
    """
    widest = _METRES_PER_PIXEL * math.cos(math.radians(around.point.lat)) * _NARROWEST_PX
    return max(3, min(_MAX_ZOOM, math.floor(math.log2(widest / (2000 * around.radius_km)))))


def standing_map(
    standpoint: Standpoint, seen: SeenStanding, around: Around, t: Texts
) -> html.Section:
    """The circle, those of the page that have a point, and two buttons to look closer or wider."""
    base = BASE_MAPS[0]
    looked_at = f"{around.point.lon:g},{around.point.lat:g},{around.radius_km:g}"
    circle = {"color": "#12355b", "weight": 2, "fillOpacity": 0.04, "dashArray": "6 6"}
    drawn = dl.Map(
        [
            dl.TileLayer(
                url=base.url, attribution=attribution(base, seen.cog, t), maxZoom=_MAX_ZOOM
            ),
            dl.Circle(
                center=[around.point.lat, around.point.lon],
                radius=around.radius_km * 1000,
                interactive=False,
                pathOptions=circle,
            ),
            dl.GeoJSON(
                data=features_of(seen.page, standpoint, t),
                pointToLayer={"variable": "dash_clientside.territorialMap.layers.practicePoint"},
            ),
            dl.ScaleControl(position="bottomleft", imperial=False),
            dl.AttributionControl(position="bottomright", prefix=False),
        ],
        id=own.PRACTICE_MAP,
        center=[around.point.lat, around.point.lon],
        zoom=zoom_for(around),
        attributionControl=False,
        zoomControl=False,
        scrollWheelZoom=False,
        maxZoom=_MAX_ZOOM,
        className="leaflet-map",
    )
    located = len(seen.page.items) - seen.page.unlocated
    told = t.plural("{n} sur la carte", "{n} sur la carte", located)
    label = {"aria-label": t("Carte des organisations ; la liste dit les mêmes choses")}
    return html.Section(
        # A map looks where it is told to when it is made: another place makes another map.
        [html.Div([drawn, _zoom(t)], key=looked_at), html.P(told, className="hint")],
        className="practice-map",
        **named(label),
    )


def _zoom(t: Texts) -> html.Div:
    tools = (("plus", t("Zoomer"), "zoom-in"), ("minus", t("Dézoomer"), "zoom-out"))
    buttons = [
        html.Button(
            [icon(mark), hidden(words)],
            type="button",
            title=words,
            className="map-tool",
            **named({"data-map": action}),
        )
        for mark, words, action in tools
    ]
    return html.Div(html.Div(buttons, className="tool-group"), className="map-tools")
