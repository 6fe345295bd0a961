"""The main screen: filters, list, map and panel side by side."""

from dash import html

from territorial_map.web.base import ids
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.state import View
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.explore.filters import filters_region
from territorial_map.web.pages.explore.map_region import map_region
from territorial_map.web.pages.explore.results import results_region


def layout(visit: Visit) -> Screen:
    """The whole screen, to be filled."""
    t = visit.t
    anchors = {
        ids.LIST_START: t("Aller à la liste"),
        ids.FILTERS: t("Aller aux filtres"),
        "map-region": t("Aller à la carte"),
    }
    content = [
        _view_switch(t),
        filters_region(t),
        results_region(t, compared=visit.site.archive.holds_several),
        html.Div([map_region(visit.site.cog, t), _panel(t)], className="stage"),
    ]
    return Screen(
        content,
        style="explore",
        anchors=anchors,
        boxed=False,
    )


def parts(visit: Visit) -> list[Node]:
    """Every component that callbacks name."""
    screen = layout(visit)
    return [screen.content]


def _panel(t: Texts) -> html.Aside:
    return html.Aside(
        html.Div(id=ids.PANEL_BODY),
        id=ids.PANEL,
        className="panel",
        **named({"aria-label": t("Fiche de l’organisation")}),
    )


def _view_switch(t: Texts) -> html.Div:
    """Above the list on a phone: list or map, and the filters."""
    icons = {View.LIST: "list", View.MAP: "map"}
    views = [
        html.Button(
            [icon(icons[view]), t(view.label)],
            type="button",
            className="view-button",
            **named({"data-view": view.value}),
        )
        for view in View
    ]
    filters = html.Button(
        [icon("sliders-horizontal"), t("Filtres")],
        type="button",
        className="view-button",
        **named({"data-drawer": "open", "aria-controls": ids.FILTERS, "aria-expanded": "false"}),
    )
    label = {"aria-label": t("Affichage")}
    return html.Div([*views, filters], className="view-switch", role="group", **named(label))
