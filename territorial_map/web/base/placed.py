"""A page whose text says a place, as the page that filters by it."""

from dataclasses import replace

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.suggestions import placed_in_text
from territorial_map.web.base.state import PageState


def placed(state: PageState, edition: OpenEdition) -> PageState:
    """The same page, the place of its text a filter, named as a circle's centre is; else itself."""
    selection = placed_in_text(state.selection, edition)
    if selection == state.selection:
        return state
    place = edition.understood(state.selection.text).place
    territory = place.territory if place is not None else None
    named = None
    if territory is not None and territory.level is TerritoryLevel.COMMUNE and selection.around:
        named = f"{territory.level.value}:{territory.code}"
    return replace(state, selection=selection, place=named)
