"""The figures of a portrait as tables: here, for 10,000 inhabitants, and beside where."""

from collections.abc import Iterable

from dash import html

from territorial_map.services.portrait import FigureRow, TerritoryPortrait
from territorial_map.services.portrait.figures import LEAST_FOR_A_RATE
from territorial_map.services.portrait.place import selection_of
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.wording import Part, counted, portrait_link, rate_in_words


def figures_part(portrait: TerritoryPortrait, t: Texts) -> Part:
    """Kinds, devices and trades, each figure a link to its list."""
    figures = portrait.figures
    lead = t(
        "Fiches connues de nos sources : un écart mesure aussi l’écart entre les sources. Un taux "
        "pour 10 000 habitants demande au moins {n} fiches. « Non connu » : nos sources n’en "
        "connaissent aucune dans tout le département.",
        n=LEAST_FOR_A_RATE,
    )
    first = (figures.total, *figures.kinds)
    content = [
        html.P(lead, className="hint"),
        _table(portrait, t("Par type"), first, t),
        _table(portrait, t("Par dispositif"), figures.devices, t),
        _trades(portrait, t),
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
    here = portrait.place.territory.name
    wider: list[Node] = [*(portrait_link(one, t) for one in portrait.place.wider), t("France")]
    groups: list[Node] = [html.Th(t("Type"), scope="col", rowSpan=2)]
    groups += [html.Th(one, scope="colgroup", colSpan=2) for one in (here, *wider)]
    columns = [
        html.Th(words, scope="col", className="number")
        for _ in range(1 + len(wider))
        for words in (t("Connues"), t("Pour 10 000 hab."))
    ]
    head = html.Thead([html.Tr(groups), html.Tr(columns)])
    body = html.Tbody([_row(portrait, one, t) for one in rows])
    table = html.Table([html.Caption(caption), head, body], className="portrait-table")
    return html.Div(table, className="table-scroll", tabIndex=0)


def _row(portrait: TerritoryPortrait, row: FigureRow, t: Texts) -> html.Tr:
    label = t(row.label) if row.label else t("Toutes les organisations")
    cells: list[Node] = [html.Th(label, scope="row")]
    places = (portrait.place.territory, *portrait.place.wider, None)
    for territory, figure in zip(places, (row.here, *row.beside), strict=True):
        selection = selection_of(territory)
        if row.dimension:
            selection = selection.choosing(row.dimension, [row.value])
        cells += [
            html.Td(counted(figure, selection, t), className="number"),
            html.Td(rate_in_words(figure, t), className="number"),
        ]
    return html.Tr(cells)
