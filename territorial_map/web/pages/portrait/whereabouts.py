"""Where the organisations of a territory are: the territories inside it, by kind."""

from dash import html

from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.portrait import InsideTerritory, TerritoryPortrait
from territorial_map.services.portrait.words import level_in_words
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.wording import (
    Part,
    list_address,
    portrait_link,
)


def whereabouts_parts(portrait: TerritoryPortrait, t: Texts) -> list[Part]:
    """One table, the territories with the most first; nothing for a commune."""
    inside = portrait.inside
    if inside.level is None:
        return []
    told: list[Node] = []
    if inside.territories:
        told.append(_table(portrait, inside.level, t))
    if inside.others:
        told.append(html.P(_others(inside.level, inside.others, t), className="hint"))
    if inside.unplaced:
        words = t.plural(
            "{n} organisation n’est connue qu’à un niveau plus large.",
            "{n} organisations ne sont connues qu’à un niveau plus large.",
            inside.unplaced,
        )
        told.append(html.P(words, className="hint"))
    return [Part("ou", t("Où elles sont"), told)]


def _others(level: TerritoryLevel, n: int, t: Texts) -> str:
    if level is TerritoryLevel.COMMUNE:
        return t.plural(
            "{n} autre commune : aucune organisation connue de nos sources.",
            "{n} autres communes : aucune organisation connue de nos sources.",
            n,
        )
    return t.plural(
        "{n} autre territoire : aucune organisation connue de nos sources.",
        "{n} autres territoires : aucune organisation connue de nos sources.",
        n,
    )


def _table(portrait: TerritoryPortrait, level: TerritoryLevel, t: Texts) -> html.Div:
    head = [html.Th(level_in_words(level, t), scope="col")]
    head.append(html.Th(t("Total"), scope="col", className="number"))
    head += [html.Th(t(kind.label), scope="col", className="number") for kind in Kind]
    rows = [_row(portrait, one, t) for one in portrait.inside.territories]
    caption = html.Caption(t("Organisations connues, par territoire et par type"))
    table = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])
    return html.Div(table, className="table-scroll", tabIndex=0)


def _row(portrait: TerritoryPortrait, one: InsideTerritory, t: Texts) -> html.Tr:
    total = _link(portrait, one.territory, one.organisations, None, t)
    cells = [html.Td(total, className="number")]
    for kind, n in zip(Kind, one.kinds, strict=True):
        told = _link(portrait, one.territory, n, kind, t) if n else _none(t)
        cells.append(html.Td(told, className="number"))
    return html.Tr([html.Th(portrait_link(one.territory, t), scope="row"), *cells])


def _none(t: Texts) -> list[Node]:
    return ["—", hidden(t("non connu de nos sources ici"))]


def _link(
    portrait: TerritoryPortrait, territory: Territory, n: int, kind: Kind | None, t: Texts
) -> html.A:
    """A count with the way to its list: what lies in both territories, of one kind or of all."""
    selection = portrait.place.selection.choosing(territory.level.value, [territory.code])
    if kind is not None:
        selection = selection.choosing("kind", [kind.value])
    return html.A(t.number(n), href=list_address(selection, t))
