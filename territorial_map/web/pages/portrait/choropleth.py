"""The map of a figure on the portrait: outlines that lead to portraits, legend below, table."""

from collections.abc import Iterable

from dash import html

from territorial_map.services.explore.query_string import query_of
from territorial_map.services.outline_paths import FILLS, INKS
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.choropleth import (
    WIDTH,
    Choropleth,
    MapArea,
    MappedFigure,
)
from territorial_map.services.portrait.figures import FigureRow
from territorial_map.services.portrait.words import (
    figure_name,
    level_in_words,
    number_told,
    range_told,
)
from territorial_map.web.base.addresses import asked_of, in_language, territory_path
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node, hidden, icon
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.portrait.wording import Part, list_address, portrait_link
from territorial_map.web.plain.forms import Option, form, hidden_fields, select_field, submit

MAP = "carte"
ANCHOR = "carte"
_AFTER = "apres-la-carte"
_LEAST_ROOM = 16.0  # a narrower territory has no room for its figure
_UNKNOWN = "url(#non-connu)"
_ZERO = "#ffffff"
_INK = "#1b2a3d"
_STROKE = "#46566b"


def choropleth_parts(
    portrait: TerritoryPortrait, drawn: Choropleth | None, asked: MappedFigure, t: Texts
) -> list[Part]:
    """The map, its legend beneath, the choice of another figure, and the same as a table.

    Nothing for a commune, nor in an edition that was written before classes were computed.
    """
    if drawn is None:
        return []
    drawing: list[Node] = [_svg(drawn, t), _legend(drawn, t)]
    content: list[Node] = [
        _chooser(portrait, asked, t),
        html.A(t("Passer la carte"), href=f"#{_AFTER}", className="skip-map"),
        html.Figure(drawing, className="figure-map"),
        html.P(_to_take_away(portrait, asked, t)),
        _table(drawn, t),
    ]
    return [Part(ANCHOR, t("La carte, par chiffre"), content)]


def _to_take_away(portrait: TerritoryPortrait, asked: MappedFigure, t: Texts) -> html.A:
    """This map and the points of its list, in one file."""
    query = query_of(asked.within(portrait.place.selection))
    href = in_language(f"/api/v1/export.html?{query}", t.language)
    words = t("Cette carte à emporter, avec ses organisations (une page, sans réseau)")
    return html.A([icon("download"), words], href=href, className="button button-small")


def _chooser(portrait: TerritoryPortrait, asked: MappedFigure, t: Texts) -> Node:
    figures = portrait.figures
    groups: tuple[Iterable[FigureRow], ...] = (
        (figures.total,),
        figures.kinds,
        figures.devices,
        (figures.trade_unknown, *figures.trades),
    )
    options = []
    for row in (row for group in groups for row in group):
        one = MappedFigure(row.dimension, row.value)
        count = "" if row.here.count is None else f" ({t.number(row.here.count)})"
        words = f"{t(row.label) if row.label else t('Toutes les organisations')}{count}"
        options.append(Option(one.code, words, chosen=one == asked))
    alike = portrait.alike
    kept = [("alike", ",".join(alike.codes))] if alike and alike.chosen else []
    kept += asked_of(portrait.place.territory)
    kept += [] if t.language is Language.FRENCH else [("lang", t.language.value)]
    fields = [
        select_field(MAP, t("Quel chiffre"), options),
        submit(t("Dessiner"), "button"),
        *hidden_fields(kept),
    ]
    action = f"{territory_path(portrait.place.territory).partition('?')[0]}#{ANCHOR}"
    return form(action, fields, "plain-search portrait-finder")


def _svg(drawn: Choropleth, t: Texts) -> Element:
    told = t(
        "Carte : {figure}, par territoire. Le tableau qui suit dit tout de la carte.",
        figure=figure_name(drawn.figure, t),
    )
    ordered = sorted(drawn.areas, key=lambda area: area.territory.name)
    return Element(
        "svg",
        [
            _hatching(),
            *(_area(area, t) for area in ordered),
            *(_written(area, t) for area in drawn.areas if area.count and _has_room(area)),
        ],
        {
            "viewBox": f"0 0 {WIDTH:g} {drawn.height:g}",
            "role": "group",
            "aria-label": told,
            "class": "map-of-figure",
        },
    )


def _hatching() -> Element:
    pattern = Element(
        "pattern",
        [
            Element("rect", None, {"width": "6", "height": "6", "fill": "#ffffff"}),
            Element("path", None, {"d": "M0 0V6", "stroke": "#8794a6", "stroke-width": "1.6"}),
        ],
        {
            "id": "non-connu",
            "width": "6",
            "height": "6",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    return Element("defs", pattern, {})


def _area(area: MapArea, t: Texts) -> Element:
    """An outline that leads to the portrait of its territory, its figure told on it."""
    told = t("{name} : {told}", name=area.territory.name, told=number_told(area.count, t))
    path = Element(
        "path",
        Element("title", told, {}),
        {"d": area.path, "fill": _fill(area), "stroke": _STROKE, "stroke-width": "0.8"},
    )
    href = in_language(territory_path(area.territory), t.language)
    return Element("a", path, {"href": href, "aria-label": told})


def _fill(area: MapArea) -> str:
    if area.count is None:
        return _UNKNOWN
    return FILLS[area.rank - 1] if area.rank else _ZERO


def _has_room(area: MapArea) -> bool:
    return area.room >= _LEAST_ROOM


def _written(area: MapArea, t: Texts) -> Element:
    x, y = area.middle
    return Element(
        "text",
        t.number(area.count or 0),
        {
            "x": f"{x:g}",
            "y": f"{y + 4:g}",
            "font-size": "13",
            "text-anchor": "middle",
            "fill": INKS[area.rank - 1],
            "aria-hidden": "true",
        },
    )


def _legend(drawn: Choropleth, t: Texts) -> html.Figcaption:
    """The classes, each with how many territories it has here; under the map, never over it."""
    items: list[Node] = [
        _class(FILLS[rank], range_told(one, t), one.areas, t)
        for rank, one in enumerate(drawn.classes)
    ]
    items.append(_class(_ZERO, t("0 connue"), drawn.zero, t))
    items.append(_class(_UNKNOWN, t("non connu de nos sources"), drawn.unknown, t))
    hint = t(
        "Classes calculées sur tous les territoires de ce niveau : les cartes de deux territoires "
        "se comparent. Entre parenthèses, combien en sont ici."
    )
    title = html.Strong(figure_name(drawn.figure, t))
    return html.Figcaption([title, html.Ul(items), html.P(hint, className="hint")])


def _class(fill: str, words: str, areas: int, t: Texts) -> html.Li:
    swatch = Element(
        "svg",
        Element(
            "rect",
            None,
            {"width": "22", "height": "16", "fill": fill, "stroke": _STROKE},
        ),
        {"width": "22", "height": "16", "aria-hidden": "true"},
    )
    here = t.plural("{n} territoire", "{n} territoires", areas)
    told: list[Node] = [swatch, f" {words} ({here})"]
    return html.Li(told)


def _table(drawn: Choropleth, t: Texts) -> html.Details:
    head = [
        html.Th(level_in_words(drawn.level, t), scope="col"),
        html.Th(t("Connues"), scope="col", className="number"),
        html.Th(t("Classe"), scope="col"),
    ]
    rows = [_row(area, drawn, t) for area in drawn.areas]
    caption = html.Caption(figure_name(drawn.figure, t))
    table = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])
    scrolled = html.Div(table, className="table-scroll", tabIndex=0)
    return html.Details(
        [html.Summary(t("Le même chiffre en tableau")), scrolled], className="more", id=_AFTER
    )


def _row(area: MapArea, drawn: Choropleth, t: Texts) -> html.Tr:
    count: Node = number_told(area.count, t)
    if area.count:
        count = html.A(count, href=list_address(area.behind, t))
    told: Node = ["—", hidden(t("hors classe"))]
    if area.rank:
        told = range_told(drawn.classes[area.rank - 1], t)
    return html.Tr(
        [
            html.Th(portrait_link(area.territory, t), scope="row"),
            html.Td(count, className="number"),
            html.Td(told),
        ]
    )
