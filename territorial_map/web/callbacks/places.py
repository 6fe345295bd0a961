"""The two search boxes and the sort, in step with the address."""

from dash import Input, Output, State

from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web import ids
from territorial_map.web.registry import Registry
from territorial_map.web.views.place_control import place_options

_FOUND = 10


def register(registry: Registry, directory: Directory) -> None:
    """Register autocompletion, and the controls' way to and from the address."""

    @registry.on(
        Output(ids.SEARCH_PLACE, "data"),
        Input(ids.SEARCH_PLACE, "searchValue"),
        prevent_initial_call=True,
    )
    def find_places(typed: str | None) -> list[dict[str, str]]:
        return places_of(typed or "", directory.current())

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


def places_of(typed: str, edition: OpenEdition) -> list[dict[str, str]]:
    """Territories for what was typed in the « Où ? » box."""
    text = typed.split(" — ", maxsplit=1)[0]
    return place_options(edition.gazetteer.find(text, _FOUND))
