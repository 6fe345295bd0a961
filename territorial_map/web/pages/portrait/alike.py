"""The territories that a portrait is read beside: how they were chosen, and how to change them."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.alike import ALIKE
from territorial_map.domain.commune_groups import CommuneGroup
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.portrait import AlikeTerritories, AlikeTerritory, TerritoryPortrait
from territorial_map.services.portrait.alike import CHOSEN
from territorial_map.services.portrait.words import how_chosen, traits_in_words
from territorial_map.web.base.addresses import in_language, territory_path
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.portrait.wording import Part, portrait_link
from territorial_map.web.plain.forms import form, hidden_fields, submit, text_field

ADDED = "ajouter"
ANCHOR = "semblables"


def alike_parts(portrait: TerritoryPortrait, t: Texts, notice: str = "") -> list[Part]:
    """Who it is compared with, and the ways to change that; nothing in an older edition.

    ``notice`` is what could not be added or kept.
    """
    alike = portrait.alike
    if isinstance(portrait.place.territory, CommuneGroup):
        return [_of_group(notice, t)]
    if alike is None:
        return []
    told: list[Node] = [html.P(notice, role="status", className="coverage-note")] if notice else []
    told.append(html.P(how_chosen(alike, t)))
    if alike.traits:
        told.append(html.P(traits_in_words(alike.traits, t), className="hint"))
    if alike.territories:
        told.append(
            html.Ul([_one(portrait, one, t) for one in alike.territories], className="chips")
        )
    told += [_changes(portrait, alike, t)]
    return [Part(ANCHOR, t("À quels territoires le comparer"), told)]


def _of_group(notice: str, t: Texts) -> Part:
    """What a group of communes cannot have yet."""
    words = t(
        "Une zone ou un groupe de communes se lit à côté de son département, de sa région et de la "
        "France : ses semblables et ce qui lui manquerait ne sont calculés que pour les régions, "
        "départements, intercommunalités et communes."
    )
    told = [html.P(notice, role="status", className="coverage-note")] if notice else []
    return Part(ANCHOR, t("À quoi le comparer"), [*told, html.P(words)])


def _one(portrait: TerritoryPortrait, one: AlikeTerritory, t: Texts) -> html.Li:
    people = one.territory.population
    told = "" if people is None else t.plural("{n} habitant", "{n} habitants", people)
    alike = portrait.alike
    codes = [code for code in alike.codes if code != one.territory.code] if alike else []
    away: list[Node] = []
    if codes:
        label = t("Ne plus comparer à {name}", name=one.territory.name)
        away = [html.A(["×", hidden(label)], href=_address(portrait, codes, t), title=label)]
    name = portrait_link(one.territory, t)
    return html.Li([name, html.Span(told, className="hint"), *away], className="chip")


def _changes(portrait: TerritoryPortrait, alike: AlikeTerritories, t: Texts) -> html.Details:
    """Those proposed next, a box for any other, and the way back to the ten."""
    content: list[Node] = []
    if alike.proposed:
        items = [_proposed(portrait, alike, one, t) for one in alike.proposed]
        content += [
            html.P(t("Ajouter un de ceux qui viennent ensuite :")),
            html.Ul(items, className="chips"),
        ]
    content.append(_finder(portrait, alike, t))
    if alike.chosen:
        back = t("Revenir aux {n} plus semblables", n=ALIKE)
        content.append(html.P(html.A(back, href=_address(portrait, [], t))))
    words = html.Summary(t("Changer les territoires comparés"))
    return html.Details([words, *content], className="more", open=alike.chosen)


def _proposed(
    portrait: TerritoryPortrait, alike: AlikeTerritories, one: AlikeTerritory, t: Texts
) -> html.Li:
    codes = [*alike.codes, one.territory.code]
    label = hidden(t("Comparer aussi à"))
    link = html.A([label, f"+ {one.territory.name}"], href=_address(portrait, codes, t))
    return html.Li(link, className="chip")


def _finder(portrait: TerritoryPortrait, alike: AlikeTerritories, t: Texts) -> Node:
    kept = [(CHOSEN, ",".join(alike.codes))] if alike.codes else []
    kept += [] if t.language is Language.FRENCH else [("lang", t.language.value)]
    level = portrait.place.territory.level
    example = t("Nom ou code") if level is not TerritoryLevel.COMMUNE else t("Nom ou code INSEE")
    fields = [
        text_field(ADDED, t("Un autre territoire du même niveau"), "", example),
        submit(t("Ajouter"), "button"),
        *hidden_fields(kept),
    ]
    action = f"{territory_path(portrait.place.territory)}#{ANCHOR}"
    return form(action, fields, "plain-search portrait-finder")


def _address(portrait: TerritoryPortrait, codes: Sequence[str], t: Texts) -> str:
    path = territory_path(portrait.place.territory)
    asked = f"{path}?{CHOSEN}={','.join(codes)}" if codes else path
    return f"{in_language(asked, t.language)}#{ANCHOR}"
