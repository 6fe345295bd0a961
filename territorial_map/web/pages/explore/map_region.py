"""The map's region: the map itself, its own controls in our words, its legend."""

import dash_leaflet as dl
import dash_mantine_components as dmc
from dash import dcc, html

from territorial_map.web.base import ids
from territorial_map.web.base.base_maps import BASE_MAPS, attribution
from territorial_map.web.base.marks import Node, hidden, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.zonings import MAP_ZONINGS, NO_ZONING

# Mainland France, in degrees: the first thing the map shows.
CENTRE = (46.6, 2.4)
ZOOM = 6
MAX_ZOOM = 18
NO_FEATURES = {"type": "FeatureCollection", "features": []}

# Windows of the quick bar: west, south, east, north in degrees.
WINDOWS: tuple[tuple[str, tuple[float, float, float, float]], ...] = (
    ("Hexagone", (-5.2, 41.3, 9.6, 51.1)),
    ("Guadeloupe", (-61.85, 15.8, -60.98, 16.55)),
    ("Martinique", (-61.27, 14.36, -60.78, 14.91)),
    ("Guyane", (-54.65, 2.1, -51.6, 5.8)),
    ("La Réunion", (55.2, -21.42, 55.86, -20.85)),
    ("Mayotte", (44.98, -13.03, 45.32, -12.63)),
)


def map_region(cog: str, t: Texts) -> html.Section:
    """The region; the map reads the public API from the browser."""
    return html.Section(
        [
            html.H2(t("Carte"), className="visually-hidden"),
            html.Div([_leaflet(cog, t), _area_bar(t), _tools(t)], className="map-canvas"),
            html.Div([_quick_bar(t), _legend(t), _zoning_legend(t)], className="map-foot"),
            dcc.Store(id=ids.MAP_TARGET),
            dcc.Store(id=ids.PANEL_POINT),
        ],
        id="map-region",
        className="map-region",
        tabIndex=-1,
        **named({"aria-label": t("Carte des organisations ; la liste dit les mêmes choses")}),
    )


def _leaflet(cog: str, t: Texts) -> dl.Map:
    first = BASE_MAPS[0]
    return dl.Map(
        [
            dl.Pane(name="land", style={"zIndex": 150}),
            dl.Pane(name="territories", style={"zIndex": 350}),
            _outlines(ids.MAP_LAND, "land", "land"),
            dl.LayerGroup(
                dl.TileLayer(
                    url=first.url, attribution=attribution(first, cog, t), maxZoom=MAX_ZOOM
                ),
                id=ids.MAP_BASE,
            ),
            _outlines(ids.MAP_DEPARTMENTS, "department", "territories"),
            _outlines(ids.MAP_REGIONS, "region", "territories"),
            dl.LayerGroup(id=ids.MAP_FOCUS),
            dl.LayerGroup(id=ids.MAP_PARTNERS),
            dl.GeoJSON(
                id=ids.MAP_FEATURES,
                data=NO_FEATURES,
                pointToLayer={"variable": "dash_clientside.territorialMap.layers.point"},
                hideout={"opened": None},
            ),
            dl.ScaleControl(position="bottomleft", imperial=False),
            dl.AttributionControl(position="bottomright", prefix=False),
        ],
        id=ids.MAP,
        center=CENTRE,
        zoom=ZOOM,
        minZoom=3,
        maxZoom=MAX_ZOOM,
        zoomControl=False,
        zoomSnap=0.5,
        attributionControl=False,
        trackViewport=True,
        className="leaflet-map",
        worldCopyJump=False,
    )


def _outlines(component: str, style: str, pane: str) -> dl.GeoJSON:
    """Outlines to be fetched; « land » stands under the tiles, for when there are none."""
    return dl.GeoJSON(
        id=component,
        data=NO_FEATURES,
        style={"variable": f"dash_clientside.territorialMap.layers.{style}Style"},
        interactive=False,
        pane=pane,
    )


def _quick_bar(t: Texts) -> html.Div:
    buttons = [
        html.Button(
            t(name),
            type="button",
            **named({"data-fly-window": ",".join(str(side) for side in window)}),
        )
        for name, window in WINDOWS
    ]
    return html.Div(
        buttons,
        className="quick-bar",
        role="group",
        **named({"aria-label": t("Aller à un territoire")}),
    )


def _area_bar(t: Texts) -> html.Div:
    return html.Div(
        [
            html.Button(
                [icon("search"), t("Rechercher dans cette zone")],
                type="button",
                className="button button-strong button-small search-area",
                **named({"data-area": "search"}),
            ),
            dmc.Checkbox(
                id=ids.FOLLOW,
                label=t("La liste suit la carte"),
                checked=False,
                size="xs",
                className="follow",
            ),
            html.P(id=ids.MAP_STATUS, className="map-status", role="status"),
        ],
        className="area-bar",
    )


def _tool(name: str, words: str, action: str) -> html.Button:
    return html.Button(
        [icon(name), hidden(words)],
        type="button",
        title=words,
        className="map-tool",
        **named({"data-map": action}),
    )


def _tools(t: Texts) -> html.Div:
    return html.Div(
        [
            html.Div(
                [
                    _tool("plus", t("Zoomer"), "zoom-in"),
                    _tool("minus", t("Dézoomer"), "zoom-out"),
                ],
                className="tool-group",
            ),
            html.Div(
                [
                    _tool("rotate-ccw", t("Revenir à la vue de départ"), "reset"),
                    _tool("locate-fixed", t("Me localiser"), "locate"),
                    _tool("maximize", t("Plein écran"), "full-screen"),
                ],
                className="tool-group",
            ),
            _base_choice(t),
        ],
        className="map-tools",
    )


def _base_choice(t: Texts) -> html.Details:
    words = t("Fond de carte")
    return html.Details(
        [
            html.Summary([icon("layers"), hidden(words)], className="map-tool", title=words),
            html.Div([_bases(t), _zonings(t)], className="menu"),
        ],
        className="menu-holder tool-group",
        **named({"data-menu": "1"}),
    )


def _bases(t: Texts) -> dmc.RadioGroup:
    radios = [dmc.Radio(t(base.label), value=base.name, size="xs") for base in BASE_MAPS]
    return dmc.RadioGroup(
        html.Div(radios, className="base-maps"),
        id=ids.MAP_BASE_CHOICE,
        label=t("Fond de carte"),
        value=BASE_MAPS[0].name,
        persistence=True,
        persistence_type="local",
    )


def _zonings(t: Texts) -> dmc.RadioGroup:
    """One zoning at most: the address says which, so that it is shared."""
    radios = [dmc.Radio(t("Aucun zonage"), value=NO_ZONING, size="xs")]
    radios += [dmc.Radio(t.label(kind.label), value=kind.value, size="xs") for kind in MAP_ZONINGS]
    return dmc.RadioGroup(
        html.Div(radios, className="base-maps"),
        id=ids.MAP_ZONING_CHOICE,
        label=t("Zonage"),
        value=NO_ZONING,
        className="zonings",
    )


def _legend(t: Texts) -> html.Details:
    heading: list[Node] = [html.Span(t("Légende")), icon("chevron-down")]
    return html.Details(
        [html.Summary(heading), html.Div(id=ids.MAP_LEGEND, className="legend-body")],
        className="legend",
        open=True,
    )


def _zoning_legend(t: Texts) -> html.Div:
    """What the zoning drawn is, and its zones in view: filled by the script, hidden when empty."""
    label = named({"aria-label": t("Zones dans cette vue")})
    told = html.P(id=ids.ZONING_TOLD, role="status")
    return html.Div([told, html.Ul(id=ids.ZONING_LIST, **label)], className="zoning-legend")
