"""Cooperation on a portrait: poles inside and near, the ways to ties and leads."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.listing import Listed
from territorial_map.domain.territory import Territory
from territorial_map.services.partner_lists.partner_query import Kept, TieAsked
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.cooperation import NEAR_KM
from territorial_map.web.base.addresses import (
    in_language,
    organisation_path,
    territory_path,
)
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.wording import Part

_LEADS = "/pistes"
_MOST_TOLD = 10


def leads_link(territory: Territory, t: Texts, shape: str = "") -> html.A:
    """The way to the leads of a territory."""
    address = in_language(territory_path(territory) + _LEADS, t.language)
    words: list[Node] = [icon("network"), t("Les pistes de ce territoire")]
    return html.A(words, href=address, className=shape or None)


def cooperation_part(portrait: TerritoryPortrait, t: Texts) -> Part:
    """Poles whose seat is there, those near, then the ways to ties and leads."""
    told = portrait.cooperation
    near = t("PTCE à moins de {n} km, à vol d’oiseau du point intérieur", n=round(NEAR_KM))
    content: list[Node] = [
        *_poles(t("PTCE dont le siège est ici"), told.inside, t),
        *([] if told.near is None else _poles(near, told.near, t)),
        html.H4(t("Qui est déjà ensemble")),
        _ties(portrait.place.territory, t),
        html.P(leads_link(portrait.place.territory, t)),
    ]
    return Part("cooperation", t("Coopération"), content)


def _poles(title: str, poles: Sequence[Listed], t: Texts) -> list[Node]:
    if not poles:
        none = html.Span(t("Aucun connu de nos sources."), className="not-known")
        return [html.H4(title), html.P(none)]
    shown = html.Ul([_pole(one, t) for one in poles[:_MOST_TOLD]])
    others = [_pole(one, t) for one in poles[_MOST_TOLD:]]
    if not others:
        return [html.H4(title), shown]
    words = t.plural("{n} autre PTCE", "{n} autres PTCE", len(others))
    more = html.Details([html.Summary(words), html.Ul(others)], className="more")
    return [html.H4(title), shown, more]


def _pole(one: Listed, t: Texts) -> html.Li:
    href = in_language(organisation_path(one.id, one.name), t.language)
    away = None if one.distance_km is None else t.distance(one.distance_km)
    told = ", ".join(filter(None, (one.commune or one.department, away)))
    return html.Li([html.A(one.name, href=href), html.Span(f" {told}", className="hint")])


def _ties(territory: Territory, t: Texts) -> html.Ul:
    """The ways to who is together: what a source tells, then what is only probable."""
    told = (
        (t("Déjà en lien, selon une source"), TieAsked.LINKED),
        (t("Sans doute du même groupe"), TieAsked.SAME_GROUP),
    )
    path = f"{territory_path(territory)}{_LEADS}"
    items = []
    for words, asked in told:
        ((name, value),) = Kept(tie=asked).pairs()
        href = in_language(f"{path}?{name}={value}", t.language)
        items.append(html.Li(html.A(words, href=href)))
    return html.Ul(items)
