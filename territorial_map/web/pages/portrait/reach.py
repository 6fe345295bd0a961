"""Who lives near what, on the portrait of a territory."""

from dash import html

from territorial_map.domain.reach import OUT_OF_REACH_KM, REACH_KM, ReachTarget
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.reach import CommuneAway, Reach
from territorial_map.services.portrait.words import share_in_words
from territorial_map.web.base.addresses import TERRITORIES, in_language, organisation_path
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.charted import reach_chart
from territorial_map.web.pages.portrait.wording import Part

_MOST_COMMUNES = 100


def reach_parts(portrait: TerritoryPortrait, t: Texts) -> list[Part]:
    """Shares of inhabitants within each distance, then the communes out of reach.

    Nothing where the edition holds no reach.
    """
    if portrait.reach is None:
        return []
    lead = t(
        "Part des habitants dont la commune est à moins de 10, 20 ou 30 km, à vol d’oiseau, d’un "
        "lieu connu de nos sources, ici ou chez les voisins. La commune entière compte à son point "
        "intérieur. Îles et montagnes : trajet à vérifier."
    )
    if portrait.place.territory.level is TerritoryLevel.COMMUNE:
        told: list[Node] = [_of_commune(portrait.reach, t)]
    else:
        told = reach_chart(portrait, _table(portrait.reach, t), t)
        told += [_away(one, t) for one in portrait.reach if one.away]
    return [Part("portee", t("Ce qui est à portée"), [html.P(lead, className="hint"), *told])]


def _table(reach: tuple[Reach, ...], t: Texts) -> html.Table:
    head: list[Node] = [html.Th(t("Lieu"), scope="col")]
    head += [
        html.Th(t("à moins de {n} km", n=km), scope="col", className="number") for km in REACH_KM
    ]
    head.append(html.Th(t("Communes à plus de {n} km", n=OUT_OF_REACH_KM), scope="col"))
    known = {one.target: one for one in reach}
    rows = [_row(target, known.get(target), t) for target in ReachTarget]
    caption = html.Caption(t("Part des habitants, par distance au plus proche"))
    return html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])


def _row(target: ReachTarget, one: Reach | None, t: Texts) -> html.Tr:
    name = html.Th(t(target.label), scope="row")
    if one is None:
        unknown = html.Span(t("non connu"), className="not-known")
        return html.Tr([name, html.Td(unknown, colSpan=len(REACH_KM) + 1)])
    cells = [html.Td(share_in_words(share, t), className="number") for share in one.shares]
    away: Node = t.number(len(one.away)) if one.away else ["—", hidden(t("aucune"))]
    return html.Tr([name, *cells, html.Td(away, className="number")])


def _away(one: Reach, t: Texts) -> html.Details:
    n = len(one.away)
    told = t.plural(
        "{target} : {n} commune à plus de {km} km",
        "{target} : {n} communes à plus de {km} km",
        n,
        target=t(one.target.label),
        km=OUT_OF_REACH_KM,
    )
    items: list[Node] = [_commune(each, t) for each in one.away[:_MOST_COMMUNES]]
    content: list[Node] = [html.Ul(items, className="plain-columns")]
    if n > _MOST_COMMUNES:
        shown = t("Les {n} plus éloignées sur {total}.", n=_MOST_COMMUNES, total=t.number(n))
        content.append(html.P(shown, className="hint"))
    return html.Details([html.Summary(told), *content], className="more")


def _commune(one: CommuneAway, t: Texts) -> html.Li:
    href = in_language(f"{TERRITORIES}commune/{one.code}", t.language)
    n = one.population
    people = "" if n is None else t.plural("{n} habitant", "{n} habitants", n)
    told = ", ".join(filter(None, (t.distance(one.nearest_km), people)))
    return html.Li([html.A(one.name, href=href), html.Span(f" ({told})", className="hint")])


def _of_commune(reach: tuple[Reach, ...], t: Texts) -> html.Ul:
    """The nearest of each kind, with the way to it."""
    known = {one.target: one.nearest for one in reach}
    return html.Ul([_nearest(target, known.get(target), t) for target in ReachTarget])


def _nearest(target: ReachTarget, one: CommuneAway | None, t: Texts) -> html.Li:
    if one is None:
        return html.Li(t("{target} : non connu", target=t(target.label)))
    told = t(
        "{target} : le plus proche à {distance}",
        target=t(target.label),
        distance=t.distance(one.nearest_km),
    )
    href = in_language(organisation_path(one.nearest_id), t.language)
    way = html.A([t("voir la fiche"), hidden(f" ({t(target.label)})")], href=href)
    return html.Li([told, " – ", way])
