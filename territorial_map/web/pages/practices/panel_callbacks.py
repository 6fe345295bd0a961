"""The panel's practices: computed once the panel is drawn, which never waits for them."""

from dash import Input, Output, State, no_update

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.concerned_practices import practices_of
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.marks import Node
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import state_from_search
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.practices.panel import organisation_practices


def register(registry: Registry, site: Site) -> None:
    """Register the filling of the section."""
    directory = site.directory

    @registry.on(
        Output(ids.PANEL_PRACTICES, "children"),
        Input(ids.PANEL_PRACTICES_OF, "data"),
        State(ids.FILTERS_STATE, "data"),
    )
    def show_practices(organisation_id: str, search: str | None) -> Node:
        return practices_view(organisation_id, search or "", directory.current())


def practices_view(organisation_id: str, search: str, edition: OpenEdition) -> Node:
    """The section's content for one organisation."""
    if not organisation_id:
        return no_update
    t = Texts(state_from_search(search).language)
    library = edition.knowledge.practices
    return organisation_practices(practices_of(edition, library, organisation_id), library, t)
