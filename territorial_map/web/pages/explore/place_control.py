"""The place in use: its name, its radius, and the way to take it off."""

from dash import html

from territorial_map.domain.selection import LEAST_ASKED_KM, MOST_ASKED_KM, Around
from territorial_map.services.explore.names import Names
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.web.base.addresses import partner_list_address
from territorial_map.web.base.chips import place_name
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts

RADII_KM = (5, 10, 20, 40, 50, 100)


def place_control(state: PageState, names: Names, t: Texts) -> list[Node]:
    """The radius around the chosen place, in steps; nothing when no place is chosen."""
    around = state.selection.around
    if around is None:
        return []
    known = place_name(state, names)
    commune = (state.place or "").partition(":")[2] if known else ""
    radii = sorted({*RADII_KM, around.radius_km})
    steps: list[Node] = [_step(f"{km:g}", f"{km:g}", km == around.radius_km) for km in radii]
    steps.insert(0, _free_radius(around, t))
    alone = [_step(f"commune:{commune}", t("Commune seule"), False)] if commune else []
    name = known or t("le point choisi")
    return [
        html.P([icon("map-pin"), t("Autour de {place}", place=name)], className="place-name"),
        html.Div(
            [*steps, html.Span("km", className="unit"), *alone],
            className="radii",
            role="group",
            **named(
                {
                    "aria-label": t("Rayon, en kilomètres à vol d’oiseau"),
                    "data-near": f"{around.point.lon!r},{around.point.lat!r}",
                    "data-place": state.place or "",
                    "data-text": state.selection.text,
                }
            ),
        ),
        html.P(
            page_link(
                [icon("file-text"), t("Partenaires autour de ce lieu")],
                partner_list_address(_asked(commune, around), t),
            ),
            className="place-partners",
        ),
    ]


def _free_radius(around: Around, t: Texts) -> Element:
    """Any radius that may be asked for."""
    attributes: dict[str, str | bool] = {
        "type": "number",
        "min": f"{LEAST_ASKED_KM:g}",
        "max": f"{MOST_ASKED_KM:g}",
        "step": "any",
        "value": f"{around.radius_km:g}",
        "class": "radius-free",
        "data-free-radius": True,
        "aria-label": t(
            "Rayon libre, de {least} à {most} km",
            least=f"{LEAST_ASKED_KM:g}",
            most=f"{MOST_ASKED_KM:g}",
        ),
    }
    return Element("input", None, attributes)


def _asked(commune: str, around: Around) -> PartnersAsked:
    if commune:
        return PartnersAsked(commune=commune, radius_km=around.radius_km)
    return PartnersAsked(point=around.point, radius_km=around.radius_km)


def _step(value: str, words: str, pressed: bool) -> html.Button:  # noqa: FBT001 - whether the step is in use is what it shows
    return html.Button(
        words,
        type="button",
        className="radius",
        **named({"data-radius": value, "aria-pressed": "true" if pressed else "false"}),
    )
