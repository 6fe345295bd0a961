"""Boxes that complete what is typed: territories, communes, organisations of the edition."""

from collections.abc import Callable

import dash_mantine_components as dmc
from dash import Input, Output
from dash.development.base_component import Component

from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.directory import Directory
from territorial_map.services.explore.gazetteer import PlaceName
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.marks import icon
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import place_in_words

Options = list[dict[str, str]]
_ORGANISATIONS = 12
# Communes are fewer than what a name finds: a region or an EPCI may bear it too.
_LOOKED_AT = 4


def finding_box(
    component: str, label: str, placeholder: str, nothing: str, style: str, sign: str = "search"
) -> Component:
    """A box whose options the server finds (``complete``); Enter takes the first of them.

    ``nothing`` is told where nothing is found, ``style`` is its class, ``sign`` its icon. Its value
    is told to be none: where it is left out, the first options that come wipe what is typed.
    """
    box: Component = dmc.Select(
        id=component,
        label=label,
        value=None,
        placeholder=placeholder,
        leftSection=icon(sign),
        searchable=True,
        data=[],
        filter={"function": "keepOptions"},
        renderOption={"function": "placeOption"},
        nothingFoundMessage=nothing,
        selectFirstOptionOnChange=True,
        className=style,
        comboboxProps={"shadow": "md"},
        maxDropdownHeight=380,
    )
    return box


def complete(
    registry: Registry,
    directory: Directory,
    box: str,
    find: Callable[[str, OpenEdition], Options],
) -> None:
    """Register the options of a box; ``find`` gives them for what is typed in it."""

    @registry.on(Output(box, "data"), Input(box, "searchValue"), prevent_initial_call=True)
    def options(typed: str | None) -> Options:
        return find(name_typed(typed), directory.current())


def name_typed(typed: str | None) -> str:
    """The name in what a box holds: an option that was picked is « name — where »."""
    return (typed or "").split(" — ", maxsplit=1)[0].strip()


def places_named(text: str, edition: OpenEdition, most: int = 10) -> Options:
    """Territories of every level; none for an empty text."""
    return place_options(edition.gazetteer.find(text, most))


def communes_named(text: str, edition: OpenEdition, most: int = 8) -> Options:
    """Communes; other territories have no centre to look around."""
    found = edition.gazetteer.find(text, _LOOKED_AT * most)
    communes = [each for each in found if each.territory.level is TerritoryLevel.COMMUNE]
    return place_options(tuple(communes[:most]))


def organisations_named(text: str, edition: OpenEdition) -> Options:
    """Organisations, with where they are; none for an empty text."""
    if not text.strip():
        return []
    t = Texts()
    page = edition.page(Selection.of({}, text=text), Order.NAME, _ORGANISATIONS)
    return [
        {"value": f"organisation:{o.id}", "label": f"{o.name} — {place_in_words(o, t)}"}
        for o in page.items
    ]


def place_options(found: tuple[PlaceName, ...]) -> list[dict[str, str]]:
    """Territories found by name, as options whose value is what the address needs.

    A commune's value carries its point, so that a radius can be drawn around it.
    """
    return [{"value": place_value(place), "label": _label(place)} for place in found]


def place_value(place: PlaceName) -> str:
    """``commune:26281:5.0421,45.0512`` or ``epci:200040459``."""
    territory = place.territory
    value = f"{territory.level.value}:{territory.code}"
    if territory.level is TerritoryLevel.COMMUNE and territory.point is not None:
        value += f":{territory.point.lon:.5f},{territory.point.lat:.5f}"
    return value


def _label(place: PlaceName) -> str:
    return f"{place.name} — {place.context}"
