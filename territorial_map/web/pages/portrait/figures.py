"""The figures of a portrait as tables: here, for 10,000 inhabitants, and beside where."""

from collections.abc import Iterable

from dash import html

from territorial_map.services.portrait import (
    AlikeFigure,
    FigureRow,
    TerritoryPortrait,
)
from territorial_map.services.portrait.beside import LEAST_COVERED, LEAST_FOR_A_RATE
from territorial_map.services.portrait.words import quantity_in_words
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.alike import ANCHOR
from territorial_map.web.pages.portrait.charted import rates_chart
from territorial_map.web.pages.portrait.side_by_side import side_by_side_parts
from territorial_map.web.pages.portrait.wording import Part, figure_cells, portrait_link


def figures_part(portrait: TerritoryPortrait, t: Texts) -> Part:
    """Kinds, devices and trades, each figure a link to its list."""
    figures = portrait.figures
    lead = t(
        "Fiches connues de nos sources : un écart mesure aussi l’écart entre les sources. Un taux "
        "pour 10 000 habitants demande au moins {n} fiches. « Non connu » : nos sources n’en "
        "connaissent aucune dans tout le département. Médiane : celle des territoires semblables "
        "où une source couvre la ligne, s’ils sont au moins {least}.",
        n=LEAST_FOR_A_RATE,
        least=LEAST_COVERED,
    )
    first = (figures.total, *figures.kinds)
    content: list[Node] = [
        html.P(lead, className="hint"),
        *rates_chart(portrait, t),
        _table(portrait, t("Par type"), first, t),
        _table(portrait, t("Par dispositif"), figures.devices, t),
        _trades(portrait, t),
        *side_by_side_parts(portrait, t),
    ]
    return Part("chiffres", t("Ce qui est là, à côté d’ailleurs"), content)


def _trades(portrait: TerritoryPortrait, t: Texts) -> html.Details:
    figures, unknown = portrait.figures, portrait.figures.trade_unknown
    n = unknown.here.count or 0
    known = sum(bool(row.here.count) for row in figures.trades)
    told = t.plural(
        "Par métier : {known} secteurs connus ici, {n} organisation sans métier renseigné",
        "Par métier : {known} secteurs connus ici, {n} organisations sans métier renseigné",
        n,
        known=known,
    )
    table = _table(portrait, t("Par métier"), (unknown, *figures.trades), t)
    return html.Details([html.Summary(told), table], className="more")


def _table(
    portrait: TerritoryPortrait, caption: str, rows: Iterable[FigureRow], t: Texts
) -> html.Div:
    head = _head(portrait, t)
    body = html.Tbody([_row(portrait, one, t) for one in rows])
    table = html.Table([html.Caption(caption), head, body], className="portrait-table")
    return html.Div(table, className="table-scroll", tabIndex=0)


def _head(portrait: TerritoryPortrait, t: Texts) -> html.Thead:
    """Here, those alike, then the wider territories, each over its columns."""
    first: list[Node] = [html.Th(t("Type"), scope="col", rowSpan=2)]
    first.append(html.Th(t("Ici"), scope="colgroup", colSpan=2))
    counted, rate = t("Connues"), t("Pour 10 000 hab.")
    columns = [counted, rate]
    if _has_alike(portrait):
        first.append(html.Th(_those_alike(portrait, t), scope="colgroup", colSpan=3))
        columns += [t("Médiane"), rate, t("Lecture")]
    places: list[Node] = [*(portrait_link(one, t) for one in portrait.place.wider), t("France")]
    for wider in places:
        first.append(html.Th(wider, scope="colgroup", colSpan=2))
        columns += [counted, rate]
    second = [html.Th(one, scope="col", className="number") for one in columns]
    return html.Thead([html.Tr(first), html.Tr(second)])


def _row(portrait: TerritoryPortrait, row: FigureRow, t: Texts) -> html.Tr:
    label = t(row.label) if row.label else t("Toutes les organisations")
    cells: list[Node] = [html.Th(label, scope="row")]
    places = (portrait.place.territory, *portrait.place.wider, None)
    for rank, (territory, figure) in enumerate(zip(places, (row.here, *row.beside), strict=True)):
        cells += figure_cells(figure, row, territory, t)
        cells += _middle(portrait, row.alike, t) if not rank else []
    return html.Tr(cells)


def _has_alike(portrait: TerritoryPortrait) -> bool:
    return portrait.alike is not None and bool(portrait.alike.territories)


def _those_alike(portrait: TerritoryPortrait, t: Texts) -> html.A:
    n = len(portrait.alike.territories) if portrait.alike else 0
    words = t.plural("{n} territoire semblable", "{n} territoires semblables", n)
    return html.A(words, href=f"#{ANCHOR}")


def _middle(portrait: TerritoryPortrait, alike: AlikeFigure | None, t: Texts) -> list[html.Td]:
    """The middle of the alike territories, and how this one stands; unknown is told."""
    if alike is None:
        return [html.Td("")] * (3 * _has_alike(portrait))
    if alike.median_count is None or alike.median_rate is None:
        told = t("non connu")
        if alike.covered:
            n, of = alike.covered, len(alike.counts)
            told = t.plural("couvert dans {n} sur {of}", "couverts dans {n} sur {of}", n, of=of)
        unknown = html.Span(told, className="not-known")
        return [html.Td(unknown, colSpan=3, className="number")]
    return [
        html.Td(t.decimal(alike.median_count), className="number"),
        html.Td(quantity_in_words(alike.median_rate, t), className="number"),
        html.Td(t(alike.standing.label) if alike.standing else "—"),
    ]
