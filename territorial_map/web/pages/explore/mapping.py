"""The map: its data from the public API, and what it is asked to look at."""

from typing import Any

import orjson
from dash import Input, Output, State

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.placed import placed
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.pages.explore.map_focus import focus_layers

_LEVELS = (
    TerritoryLevel.COMMUNE,
    TerritoryLevel.EPCI,
    TerritoryLevel.DEPARTMENT,
    TerritoryLevel.REGION,
)
_MOST_OUTLINES = 12


def register(registry: Registry, site: Site) -> None:
    """Register the fetch of the map's data, its target, its base layer and its zoning."""
    directory = site.directory
    registry.client(
        "fetchMap",
        Output(ids.MAP_FEATURES, "data"),
        Output(ids.MAP_STATUS, "children"),
        Input(ids.FILTERS_STATE, "data"),
        Input(ids.MAP, "bounds"),
        State(ids.MAP, "zoom"),
        State(ids.MAP, "center"),
    )
    registry.client(
        "chooseBase",
        Output(ids.MAP_BASE, "children"),
        Input(ids.MAP_BASE_CHOICE, "value"),
        State(ids.MAP_BASE, "children"),
    )
    registry.client("shownZoning", Output(ids.MAP_ZONING_CHOICE, "value"), Input(ids.MAP, "id"))
    registry.client(
        "chooseZoning", Input(ids.MAP_ZONING_CHOICE, "value"), prevent_initial_call=True
    )
    registry.client(
        "fetchOutlines",
        Output(ids.MAP_LAND, "data"),
        Output(ids.MAP_REGIONS, "data"),
        Output(ids.MAP_DEPARTMENTS, "data"),
        Input(ids.MAP, "id"),
    )
    registry.client("lookAt", Input(ids.MAP_TARGET, "data"))

    @registry.on(
        Output(ids.MAP_FOCUS, "children"),
        Output(ids.MAP_TARGET, "data"),
        Input(ids.FILTERS_STATE, "data"),
    )
    def show_territories(search: str) -> tuple[list[Any], dict[str, Any]]:
        return focus_of(state_from_search(search), directory.current())


def focus_of(state: PageState, edition: OpenEdition) -> tuple[list[Any], dict[str, Any]]:
    """The chosen territories' outlines or circle, those of the text included, and their window.

    The window is ``[west, south, east, north]`` in degrees, absent when nothing is chosen.
    """
    state = placed(state, edition)
    shapes = [
        edition.territory(level, code)
        for level, code in chosen_territories(state)
        if edition.gazetteer.get(level, code) is not None
    ]
    outlines = [orjson.loads(shape.outline) for shape in shapes if shape.outline]
    windows = [shape.window for shape in shapes if shape.window]
    return focus_layers(state.selection.around, outlines, windows)


def chosen_territories(state: PageState) -> list[tuple[TerritoryLevel, str]]:
    """The territories of the narrowest level that filters, a dozen at most."""
    for level in _LEVELS:
        codes = state.selection.chosen(level.value)
        if codes:
            return [(level, code) for code in codes[:_MOST_OUTLINES]]
    return []
