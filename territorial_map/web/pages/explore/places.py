"""The two search boxes and the sort, in step with the address."""

from dash import Input, Output, State

from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.finding import complete, places_named
from territorial_map.web.base.registry import Registry


def register(registry: Registry, site: Site) -> None:
    """Register autocompletion, and the controls' way to and from the address."""
    directory = site.directory
    complete(registry, directory, ids.SEARCH_PLACE, places_named)
    registry.client("pickPlace", Input(ids.SEARCH_PLACE, "value"), prevent_initial_call=True)
    registry.client("typeText", Input(ids.SEARCH_TEXT, "value"), prevent_initial_call=True)
    registry.client("sortList", Input(ids.ORDER, "value"), prevent_initial_call=True)
    registry.client("followMap", Input(ids.FOLLOW, "checked"), prevent_initial_call=True)
    registry.client(
        "fillControls",
        Output(ids.SEARCH_TEXT, "value"),
        Output(ids.ORDER, "value"),
        Output(ids.ORDER, "data"),
        Output(ids.FOLLOW, "checked"),
        Input(ids.FILTERS_STATE, "data"),
        State(ids.ORDER, "data"),
    )
