"""The box that finds a commune, on the pages of practices."""

import dash_mantine_components as dmc

from territorial_map.web.base.marks import icon
from territorial_map.web.base.texts import Texts


def place_box(component: str, label: str, t: Texts) -> dmc.Select:
    """The « Où ? » box of the main screen, on a page."""
    return dmc.Select(
        id=component,
        label=label,
        placeholder=t("Nom de commune ou code postal"),
        leftSection=icon("map-pin"),
        searchable=True,
        clearable=False,
        data=[],
        filter={"function": "keepOptions"},
        renderOption={"function": "placeOption"},
        nothingFoundMessage=t("Aucun territoire de ce nom."),
        selectFirstOptionOnChange=True,
        className="practices-place",
        comboboxProps={"shadow": "md"},
        maxDropdownHeight=320,
    )
