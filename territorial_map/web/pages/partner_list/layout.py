"""The page « Partenaires locaux »: where, on what, how far; the list, and its export."""

from dash import html

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.finding import finding_box
from territorial_map.web.base.marks import Node
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
    search = finding_box(
        own.PARTNER_LIST_SEARCH,
        t("1. Qui êtes-vous, ou autour de quelle commune ?"),
        t("Nom d’une organisation ou d’une commune, code postal"),
        t("Rien de ce nom."),
        "network-search",
    )
    return [
        html.Div(
            [
                *opening(visit.heading),
                search,
            ],
            className="network-opening",
        ),
        html.Div(id=own.PARTNER_LIST_CHOICES),
        html.Div(skeleton(4), id=own.PARTNER_LIST, tabIndex=-1),
    ]
