"""The sort and « la liste suit la carte », in step with the address."""

from dash import Input, Output, State

from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.registry import Registry


def register(registry: Registry, _site: Site) -> None:
    """Register the controls' way to and from the address."""
    registry.client("sortList", Input(ids.ORDER, "value"), prevent_initial_call=True)
    registry.client("followMap", Input(ids.FOLLOW, "checked"), prevent_initial_call=True)
    registry.client(
        "fillControls",
        Output(ids.ORDER, "value"),
        Output(ids.ORDER, "data"),
        Output(ids.FOLLOW, "checked"),
        Input(ids.FILTERS_STATE, "data"),
        State(ids.ORDER, "data"),
    )
