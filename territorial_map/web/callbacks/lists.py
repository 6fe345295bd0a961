"""The page « Mes listes »: nothing of it comes back to the server."""

from dash import Input, State

from territorial_map.web import ids
from territorial_map.web.registry import Registry


def register(registry: Registry) -> None:
    """Register what draws the page in the browser, and the count beside its link."""
    registry.client(
        "openLists",
        Input(ids.PAGE, "children"),
        State(ids.PAGE_STATE, "data"),
        prevent_initial_call=True,
    )
