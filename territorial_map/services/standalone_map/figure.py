"""The areas of a figure on a map that leaves: a layer of folium, its legend, the same table."""

import html
from typing import TYPE_CHECKING, Any

from territorial_map.services.export.figure_map import FigureArea, FigureMap
from territorial_map.services.texts import Texts

if TYPE_CHECKING:
    import folium

LAYER = "figure"
_NONE = "#fefefe"
_STYLE = {"color": "#46566b", "weight": 1, "fillOpacity": 1}
_AREA, _UNKNOWN = "figure", "figure not-known"
HATCHING = (
    '<svg width="0" height="0" aria-hidden="true" class="hidden"><defs>'
    '<pattern id="non-connu" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
    '<path d="M0 0V6" stroke="#8794a6" stroke-width="1.6"/></pattern></defs></svg>'
)


def add_figure(page: "folium.Map", figure: FigureMap, t: Texts) -> None:
    """Add the areas to a map of folium, each telling its name and figure where it is pointed at."""
    import folium  # noqa: PLC0415 - it loads pandas: only maps that leave the app pay for it

    layer = folium.GeoJson(
        {
            "type": "FeatureCollection",
            "features": [_feature(one, figure, t) for one in figure.areas],
        },
        style_function=lambda feature: feature["properties"]["style"],
        control=False,
        smooth_factor=1.2,
    )
    layer._id = LAYER  # noqa: SLF001 - folium draws it at random
    told = folium.GeoJsonTooltip(["told"], labels=False, sticky=True)
    opened = folium.GeoJsonPopup(["told"], labels=False)
    for part, name in ((told, "told"), (opened, "opened")):
        part._id = name  # noqa: SLF001 - the same
        part.add_to(layer)
    layer.add_to(page)


def _feature(one: FigureArea, figure: FigureMap, t: Texts) -> dict[str, Any]:
    drawn = {"fillColor": one.fill or _NONE, "className": _AREA if one.known else _UNKNOWN}
    style: dict[str, Any] = {**_STYLE, **drawn}
    told = t("{name} : {told}", name=one.name, told=f"{one.told} ({figure.title})")
    return {
        "type": "Feature",
        "properties": {"told": html.escape(told), "style": style},
        "geometry": {"type": "MultiPolygon", "coordinates": [[r] for r in one.rings]},
    }


def figure_told(figure: FigureMap, t: Texts) -> str:
    """The box that shows the layer or not, its classes with counts, and the same as a table."""
    shown, folded = t("Chiffre par territoire"), t("Le même chiffre en tableau")
    last = len(figure.classes) - 1
    classes = "".join(
        f"<li>{_swatch(fill or _NONE, known=rank < last)}{html.escape(words)}</li>"
        for rank, (words, fill) in enumerate(figure.classes)
    )
    rows = "".join(
        f'<tr><th scope="row">{html.escape(one.name)}</th><td>{html.escape(one.told)}</td></tr>'
        for one in figure.areas
    )
    title = html.escape(figure.title)
    return (
        f"<fieldset><legend>{title}</legend>"
        f'<label><input type="checkbox" checked id="chiffre">{html.escape(shown)}</label>'
        f'<ul class="classes">{classes}</ul></fieldset>'
        f"<details><summary>{html.escape(folded)}</summary><table><caption>{title}</caption>"
        f"<tbody>{rows}</tbody></table></details>"
    )


def _swatch(fill: str, *, known: bool) -> str:
    drawn = fill if known else "url(#non-connu)"
    return (
        '<svg viewBox="0 0 22 16" width="22" height="16" aria-hidden="true">'
        f'<rect width="22" height="16" fill="{drawn}" stroke="#46566b"/></svg> '
    )
