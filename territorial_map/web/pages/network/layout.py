"""The page « Réseau »: search, filters, drawing, and the table that says the same."""

import dash_mantine_components as dmc
from dash import dcc, html

from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.page import framed_page
from territorial_map.web.pages.explore.filters import skeleton
from territorial_map.web.pages.network.state import PATH


def network_page(t: Texts) -> list[Node]:
    """The whole page, to be filled."""
    return framed_page(
        network_parts(t),
        t,
        title=t("Réseau"),
        here=PATH,
        style="network",
        anchors={ids.NETWORK_TABLE: t("Aller au tableau")},
    )


def network_parts(t: Texts) -> list[Node]:
    """The parts that callbacks fill."""
    lead = t(
        "Qui pourrait coopérer avec qui, autour d’une organisation ou dans un territoire. Chaque "
        "lien est une piste à vérifier, jamais un classement."
    )
    return [
        html.Div(
            [html.H2(t("Réseau")), html.P(lead, className="lead"), search_box(t)],
            className="network-opening",
        ),
        html.Div(id=ids.NETWORK_HEADING, className="network-heading"),
        html.Div(id=ids.NETWORK_FILTERS),
        dcc.Store(id=ids.NETWORK_GRAPH),
        html.Div(
            html.Div(id="network-drawing"),
            className="network-stage",
        ),
        html.Div(skeleton(4), id=ids.NETWORK_TABLE, className="network-table", tabIndex=-1),
        html.Section(skeleton(2), id=ids.NETWORK_GROUPS, className="network-groups groups"),
    ]


def search_box(t: Texts) -> dmc.Select:
    """One box for territories and organisations."""
    return dmc.Select(
        id=ids.NETWORK_SEARCH,
        label=t("Autour de qui, ou dans quel territoire ?"),
        placeholder=t("Nom d’une organisation, commune, EPCI, département"),
        leftSection=icon("search"),
        searchable=True,
        data=[],
        filter={"function": "keepOptions"},
        renderOption={"function": "placeOption"},
        nothingFoundMessage=t("Rien de ce nom."),
        selectFirstOptionOnChange=True,
        className="network-search",
        maxDropdownHeight=380,
    )
