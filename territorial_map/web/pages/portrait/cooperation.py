"""Cooperation on a portrait: poles inside and near, the ways to ties and leads."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.leads import Lead
from territorial_map.services.partner_lists.partner_query import Kept, TieAsked
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.cooperation import NEAR_KM
from territorial_map.services.territory_note.cooperation import (
    TEN,
    PoleElement,
    how_told,
    leads_title,
)
from territorial_map.services.territory_note.together import HereTogether
from territorial_map.web.base.addresses import (
    PRACTICES,
    asking,
    in_language,
    territory_path,
)
from territorial_map.web.base.marks import Node, icon, named, symbol
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.wording import (
    Part,
    list_address,
    named_organisation,
    organisation_link,
)

_LEADS = "/pistes"
# Leads take long to find: they are asked for apart, by the script or by whoever follows the link.
LEADS, HERE = "pistes", "ici"
_PLACE = "dix-pistes"
_MOST_TOLD = 10


def leads_link(territory: AnyTerritory, t: Texts, shape: str = "") -> html.A:
    """The way to the leads of a territory."""
    address = in_language(territory_path(territory, _LEADS), t.language)
    words: list[Node] = [icon("network"), t("Les pistes de ce territoire")]
    return html.A(words, href=address, className=shape or None)


def cooperation_part(portrait: TerritoryPortrait, more: HereTogether, t: Texts) -> Part:
    """Poles whose seat is there, those near, what could be, then the ways to ties and leads."""
    told = portrait.cooperation
    near = t("PTCE à moins de {n} km, à vol d’oiseau du point intérieur", n=round(NEAR_KM))
    if isinstance(portrait.place.territory, CommuneGroup):
        largest = portrait.place.territory.communes[0].name
        near = t(
            "PTCE à moins de {n} km, à vol d’oiseau de {name}, la commune la plus peuplée",
            n=round(NEAR_KM),
            name=largest,
        )
    content: list[Node] = [
        *_poles(t("PTCE dont le siège est ici"), told.inside, t),
        *([] if told.near is None else _poles(near, told.near, t)),
        html.H4(t("Qui est déjà ensemble")),
        _ties(portrait.place.territory, t),
        _leads(portrait, more, t),
        html.P(leads_link(portrait.place.territory, t)),
        *_elements(more, t),
        *_practices(more, t),
    ]
    return Part("cooperation", t("Coopération"), content)


def _leads(portrait: TerritoryPortrait, more: HereTogether, t: Texts) -> html.Div:
    """Ten different leads, then those across the border; else the way to ask for them."""
    awaited = portrait.organisations and not more.compared
    title = leads_title(TEN if awaited else len(more.leads), t)
    told: list[Node] = [html.H4(title)]
    if not portrait.organisations:
        told.append(html.P(t("Aucune organisation connue de nos sources.")))
    elif awaited:
        path = asking(territory_path(portrait.place.territory), f"{LEADS}={HERE}")
        href = in_language(path, t.language)
        told.append(html.P(html.A(t("Chercher dix pistes d’ici"), href=f"{href}#{_PLACE}")))
        return html.Div(told, id=_PLACE, **named({"data-later": href}))
    elif not more.leads:
        told.append(html.P(t("Aucune piste : voyez pourquoi sur la page des pistes.")))
    else:
        told += [html.P(how_told(t), className="hint"), _leads_table(more.leads, title, t)]
    if more.bridges:
        across = t("Par-dessus la limite du territoire")
        told += [html.H4(across), _leads_table(more.bridges, across, t)]
    return html.Div(told, id=_PLACE)


def _leads_table(leads: Sequence[Lead], caption: str, t: Texts) -> html.Div:
    columns = (t("Sur quoi"), t("Entre"), t("et"), t("Pourquoi"), t("Distance"), t("Piste"))
    head = html.Thead(html.Tr([html.Th(one, scope="col") for one in columns]))
    body = html.Tbody([_lead(one, t) for one in leads])
    table = html.Table([html.Caption(caption), head, body])
    return html.Div(table, className="table-scroll", tabIndex=0)


def _lead(lead: Lead, t: Texts) -> html.Tr:
    main = lead.main
    km = main.nearness.distance_km
    ends = [
        [symbol(one.profile.kind), *named_organisation(one.id, one.name, t)]
        for one in (main.a, main.b)
    ]
    return html.Tr(
        [
            html.Th(t(main.category.label), scope="row"),
            *(html.Td(end, className="portrait-end") for end in ends),
            html.Td(t.say(lead_reason(main).best)),
            html.Td(t("non connue") if km is None else t.distance(km)),
            html.Td(t(main.tier.label)),
        ]
    )


def _elements(more: HereTogether, t: Texts) -> list[Node]:
    """What a pole could bring together and who could carry it: known, never a verdict."""
    hint = t(
        "Des éléments connus de nos sources, jamais un verdict : à vérifier avec chacun. "
        "« Non connu » ne veut pas dire qu’il n’y en a pas."
    )
    return [
        html.H4(t("Ce qu’un PTCE pourrait réunir, et qui pourrait le porter")),
        html.P(hint, className="hint"),
        html.H5(t("À réunir")),
        html.Ul([_element(one, t) for one in more.elements if not one.carries]),
        html.H5(t("Qui pourrait le porter, à leur demander")),
        html.Ul([_element(one, t) for one in more.elements if one.carries]),
    ]


def _element(one: PoleElement, t: Texts) -> html.Li:
    told: Node = html.Span(t("non connu"), className="not-known")
    if one.known:
        told = html.A(t.number(one.known), href=list_address(one.behind, t))
    return html.Li([f"{t(one.label)} : ", told, *_named(one.some, one.known, t)])


def _practices(more: HereTogether, t: Texts) -> list[Node]:
    if not more.practices:
        return []
    items = [
        html.Li(
            [
                html.A(title, href=in_language(f"{PRACTICES}/{one.id}", t.language)),
                f" : {t.number(one.known)}",
                *_named(one.some, one.known, t),
            ]
        )
        for title, one in more.practices
    ]
    return [html.H4(t("Bonnes pratiques les plus présentes ici")), html.Ul(items)]


def _named(some: Sequence[Listed], known: int, t: Texts) -> list[Node]:
    """Some of them, with the way to each."""
    if not some:
        return []
    told: list[Node] = [" – "]
    for rank, one in enumerate(some):
        told += [", "] if rank else []
        told.append(organisation_link(one.id, one.name, t))
    return [*told, "…"] if known > len(some) else told


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
    away = None if one.distance_km is None else t.distance(one.distance_km)
    told = ", ".join(filter(None, (one.commune or one.department, away)))
    link, *keep = named_organisation(one.id, one.name, t)
    return html.Li([link, html.Span(f" {told}", className="hint"), *keep])


def _ties(territory: AnyTerritory, t: Texts) -> html.Ul:
    """The ways to who is together: what a source tells, then what is only probable."""
    told = (
        (t("Déjà en lien, selon une source"), TieAsked.LINKED),
        (t("Sans doute du même groupe"), TieAsked.SAME_GROUP),
    )
    path = territory_path(territory, _LEADS)
    items = []
    for words, asked in told:
        ((name, value),) = Kept(tie=asked).pairs()
        href = in_language(asking(path, f"{name}={value}"), t.language)
        items.append(html.Li(html.A(words, href=href)))
    return html.Ul(items)
