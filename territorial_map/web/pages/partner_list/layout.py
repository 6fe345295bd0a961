"""The page « Partenaires locaux »: where, on what, how far; the list, and its export."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.services.partner_lists.partner_query import PATH
from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.page import framed_page
from territorial_map.web.pages.explore.filters import skeleton


def partner_list_page(t: Texts) -> list[Node]:
    """The whole page, to be filled."""
    return framed_page(
        partner_list_parts(t),
        t,
        title=t("Partenaires locaux"),
        here=PATH,
        style="partner-page",
        anchors={ids.PARTNER_LIST: t("Aller à la liste")},
    )


def partner_list_parts(t: Texts) -> list[Node]:
    """The parts that callbacks fill."""
    lead = t(
        "Qui, près d’une organisation ou d’un lieu, pourrait coopérer, sur quoi et pourquoi : une "
        "liste à emporter en réunion, à vérifier avec les intéressés."
    )
    search = dmc.Select(
        id=ids.PARTNER_LIST_SEARCH,
        label=t("Autour de quelle organisation, ou de quelle commune ?"),
        placeholder=t("Nom d’une organisation ou d’une commune, code postal"),
        leftSection=icon("search"),
        searchable=True,
        data=[],
        filter={"function": "keepOptions"},
        nothingFoundMessage=t("Rien de ce nom."),
        maxDropdownHeight=380,
    )
    return [
        html.Div(
            [
                html.H2(t("Partenaires locaux")),
                html.P(lead, className="lead"),
                html.Div(search, className="network-search"),
            ],
            className="network-opening",
        ),
        html.Div(id=ids.PARTNER_LIST_CHOICES),
        html.Div(skeleton(4), id=ids.PARTNER_LIST, tabIndex=-1),
    ]
