"""The panel of one organisation."""

from typing import Any

from dash import Input, Output, State

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.sheets import sheet_of
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.contributing import invitation
from territorial_map.web.base.marks import Node
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.organisation.context import Context
from territorial_map.web.pages.organisation.panel import panel


def register(registry: Registry, site: Site) -> None:
    """Register the filling of the panel, then its opening and the focus on its name."""
    directory = site.directory

    @registry.on(
        Output(ids.PANEL_BODY, "children"),
        Output(ids.PANEL_POINT, "data"),
        Input(ids.OPENED_STATE, "data"),
        State(ids.FILTERS_STATE, "data"),
    )
    def show_organisation(opened: str | None, search: str) -> tuple[list[Node], Any]:
        state = state_from_search(search).opening(opened)
        body, point = sheet_view(state, directory.current())
        if point["opened"]:
            body += invitation(point["opened"], site, Texts(state.language))
        return body, point

    registry.client(
        "settlePanel",
        Output(ids.PANEL, "className"),
        Output(ids.MAP_FEATURES, "hideout"),
        Input(ids.PANEL_POINT, "data"),
        State(ids.OPENED_STATE, "data"),
    )


def sheet_view(state: PageState, edition: OpenEdition) -> tuple[list[Node], dict[str, Any]]:
    """The panel of the open organisation, and where it is; both empty when none is open."""
    if state.organisation is None:
        return [], {"opened": None, "point": None}
    sheet = sheet_of(edition, state.organisation)
    context = Context(
        state, Texts(state.language), edition.knowledge.texts, edition.edition.built_on
    )
    point = sheet.organisation.place.point
    place = [point.lat, point.lon] if point else None
    return panel(sheet, context), {"opened": sheet.organisation.id, "point": place}
