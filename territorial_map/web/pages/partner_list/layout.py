"""The page « Partenaires locaux »: where, on what, how far; the list, and its export."""

import dash_mantine_components as dmc
from dash import html

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.waiting import skeleton
from territorial_map.web.pages.partner_list import ids as own


def layout(visit: Visit) -> Screen:
    """The whole page, to be filled."""
    anchors = {own.PARTNER_LIST: visit.t("Aller à la liste")}
    return Screen(parts(visit), style="partner-page", anchors=anchors)


def parts(visit: Visit) -> list[Node]:
    """The search for a centre, and the places that callbacks fill."""
    t = visit.t
    search = dmc.Select(
        id=own.PARTNER_LIST_SEARCH,
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
                *opening(visit.heading),
                html.Div(search, className="network-search"),
            ],
            className="network-opening",
        ),
        html.Div(id=own.PARTNER_LIST_CHOICES),
        html.Div(skeleton(4), id=own.PARTNER_LIST, tabIndex=-1),
    ]
