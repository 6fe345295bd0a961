"""What a territory seems to lack, in words: what was expected, what is known, the nearest."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.gaps import FALSE_GAPS
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.gaps import Gap
from territorial_map.services.portrait.words import expected_in_words, present_in_words
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.wording import Part, list_address, named_organisation


def gaps_parts(portrait: TerritoryPortrait, t: Texts) -> list[Part]:
    """Gaps that chance does not explain, then those that it may; nothing in an older edition.

    Nothing either where no alike territory was found, as for small communes.
    """
    gaps, alike = portrait.gaps, portrait.alike
    if gaps is None or alike is None or not (alike.territories or gaps):
        return []
    sure = [one for one in gaps if one.beyond_chance]
    maybe = [one for one in gaps if not one.beyond_chance]
    lead = t(
        "À côté des dix territoires les plus semblables, et seulement pour ce qu’un registre "
        "national recense : dispositifs, lieux de coopération, PTCE, et métiers des structures à "
        "dispositif. « 0 connue » ne veut pas dire qu’il n’y en a pas. Distances à vol d’oiseau "
        "depuis le point intérieur du territoire."
    )
    told: list[Node] = [html.P(lead, className="hint"), *_sure(sure, t)]
    if maybe:
        words = t.plural(
            "À vérifier : {n} chose que la plupart ont et qui n’est pas connue ici (le hasard "
            "peut suffire)",
            "À vérifier : {n} choses que la plupart ont et qui ne sont pas connues ici (le hasard "
            "peut suffire)",
            len(maybe),
        )
        told.append(html.Details([html.Summary(words), _table(maybe, t)], className="more"))
    return [Part("manques", t("Ce qui semble manquer"), told)]


def _sure(sure: Sequence[Gap], t: Texts) -> list[Node]:
    if not sure:
        return [html.P(t("Rien ne manque ici que le hasard n’explique."))]
    rate = t("{n} %", n=round(100 * FALSE_GAPS))
    words = t(
        "Bien moins que chez les semblables. Au plus {rate} de ces écarts, tous territoires "
        "confondus, seraient dus au hasard.",
        rate=rate,
    )
    return [html.P(words), _table(sure, t)]


def _table(gaps: Sequence[Gap], t: Texts) -> html.Div:
    columns = (
        t("Quoi"),
        t("Connu ici"),
        t("Attendu"),
        t("Chez les semblables"),
        t("Le plus proche, hors du territoire"),
    )
    head = html.Thead(html.Tr([html.Th(one, scope="col") for one in columns]))
    caption = html.Caption(t("Attendu, connu, et le plus proche ailleurs"))
    table = html.Table([caption, head, html.Tbody([_row(one, t) for one in gaps])])
    return html.Div(table, className="table-scroll", tabIndex=0)


def _row(one: Gap, t: Texts) -> html.Tr:
    known: Node = t("0 connue")
    if one.known:
        known = html.A(t.number(one.known), href=list_address(one.behind, t))
    return html.Tr(
        [
            html.Th(t(one.label), scope="row"),
            html.Td(known),
            html.Td(expected_in_words(one, t)),
            html.Td(present_in_words(one, t)),
            html.Td(_nearest(one, t)),
        ]
    )


def _nearest(one: Gap, t: Texts) -> Node:
    found = one.nearest
    if found is None:
        return html.Span(t("non connu"), className="not-known")
    away = t("à {distance}", distance=t.distance(found.km))
    told = ", ".join(filter(None, (found.place, away)))
    link, *keep = named_organisation(found.id, found.name, t)
    return [link, html.Span(f" {told}", className="hint"), *keep]
