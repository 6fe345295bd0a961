"""The panel's section « Bonnes pratiques »: three open, roles apart, the others by theme."""

from dash import html

from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.terms import Audience, PracticeCriterion, Trait
from territorial_map.services.practices.concerned_practices import ConcernedOrganisation
from territorial_map.services.practices.organisation_profiles import Inference
from territorial_map.services.practices.profile_query import profile_pairs
from territorial_map.web.base.marks import Node, icon, page_link
from territorial_map.web.base.practices.links import (
    LinkTelling,
    card,
    inferred_note,
    is_worth,
    less_suited,
    roles_part,
    themed,
    waiting_part,
)
from territorial_map.web.base.practices.wording import address_of, role_in_words
from territorial_map.web.base.texts import Texts

AT_ONCE = 3


def organisation_practices(
    concerned: ConcernedOrganisation, library: PracticeLibrary, t: Texts
) -> list[Node]:
    """Three practices with their reasons, the others by theme a click away, what was inferred."""
    point = concerned.organisation.place.point
    around: tuple[tuple[str, str], ...] = ()
    if point is not None:
        around = (("near", f"{point.lon:.5f},{point.lat:.5f}"), ("radius_km", "30"))
        commune = concerned.organisation.place.commune_code
        around += (("place", f"commune:{commune}"),) if commune else ()
    telling = LinkTelling(t, library.catalogue, role_in_words, around)
    advice = concerned.advice
    first, rest = advice.advised[:AT_ONCE], (*advice.advised[AT_ONCE:], *advice.others)
    shown = html.Ul(
        [card(link, telling, opened=False) for link in first], className="practices-cards is-short"
    )
    nodes: list[Node] = [html.P(inferred_note(t), className="hint")]
    worth = [link for link in rest if is_worth(link)]
    if worth:
        words = t.plural("{n} autre, par thème", "{n} autres, par thème", len(worth))
        heading = html.Summary([words, icon("chevron-down")])
        nodes.append(
            html.Details(
                [heading, *themed(worth, library, telling, opened=False)], className="more"
            )
        )
    nodes += less_suited([link for link in rest if not is_worth(link)], library, telling)
    nodes += waiting_part(advice.waiting, telling)
    nodes += _inferred(concerned.inferred, t)
    form = address_of("/quelles-pratiques", t, profile_pairs(concerned.profile))
    nodes.append(
        html.P(page_link(t("Compléter ce profil pour affiner ces pistes"), form), className="hint")
    )
    heading = html.Summary([t("Toutes ses pratiques"), icon("chevron-down")])
    every = html.Details([heading, *nodes], className="more practices-all")
    return [shown, *roles_part(advice.roles, telling), every]


def _inferred(inferred: tuple[Inference, ...], t: Texts) -> list[Node]:
    if not inferred:
        return []
    items = [
        html.Li(t("{filter} : {value}", filter=_value(each, t), value=_rule(each, t)))
        for each in inferred
    ]
    words = t.plural("{n} fait déduit", "{n} faits déduits", len(inferred))
    heading = html.Summary([words, icon("chevron-down")])
    return [html.Details([heading, html.Ul(items, className="bullets")], className="more")]


def _value(inference: Inference, t: Texts) -> str:
    terms = Audience if inference.criterion is PracticeCriterion.AUDIENCES else Trait
    return t(terms(inference.value).label)


def _rule(inference: Inference, t: Texts) -> str:
    return t.say(inference.rule)
