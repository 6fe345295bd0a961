"""The box that finds a commune, on the pages of practices."""

from dash.development.base_component import Component

from territorial_map.web.base.finding import finding_box
from territorial_map.web.base.texts import Texts


def place_box(component: str, label: str, t: Texts) -> Component:
    """The « Où ? » box of the main screen, on a page."""
    return finding_box(
        component,
        label,
        t("Nom de commune ou code postal"),
        t("Aucun territoire de ce nom."),
        "practices-place",
        "map-pin",
    )
