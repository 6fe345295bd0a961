"""The page « Réseau »: search, filters, drawing, and the table that says the same."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.finding import finding_box
from territorial_map.web.base.marks import Node
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.waiting import skeleton
from territorial_map.web.pages.network import ids as own


def layout(visit: Visit) -> Screen:
    """The whole page, to be filled."""
    anchors = {own.NETWORK_TABLE: visit.t("Aller au tableau")}
    return Screen(_content(visit), style="network", anchors=anchors)


def parts(visit: Visit) -> list[Node]:
    """What callbacks name: the page, and the choices that come with its answers."""
    late = (dmc.Select(id=component) for component in (own.NETWORK_POOLING, own.NETWORK_TIER))
    return [*_content(visit), *late]


def _content(visit: Visit) -> list[Node]:
    """The search box, and the places that callbacks fill."""
    t = visit.t
    return [
        html.Div(
            [*opening(visit.heading), search_box(t)],
            className="network-opening",
        ),
        html.Div(id=own.NETWORK_HEADING, className="network-heading"),
        html.Div(id=own.NETWORK_FILTERS),
        dcc.Store(id=own.NETWORK_GRAPH),
        html.Div(
            html.Div(id="network-drawing"),
            className="network-stage",
        ),
        html.Div(skeleton(4), id=own.NETWORK_TABLE, className="network-table", tabIndex=-1),
        html.Section(skeleton(2), id=own.NETWORK_GROUPS, className="network-groups groups"),
    ]


def search_box(t: Texts) -> Component:
    """One box for territories and organisations."""
    return finding_box(
        own.NETWORK_SEARCH,
        t("Autour de qui, ou dans quel territoire ?"),
        t("Nom d’une organisation, commune, EPCI, département"),
        t("Rien de ce nom."),
        "network-search",
    )
