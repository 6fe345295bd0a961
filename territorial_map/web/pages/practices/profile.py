"""The answer to a profile: what was understood, where to begin, then every practice by theme."""

from collections.abc import Callable

from dash import html

from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.profile import PROFILE_KEYS, PracticeProfile
from territorial_map.services.partner_lists.partner_query import DESCRIBED
from territorial_map.services.partner_lists.partner_query import PATH as PARTNER_LIST
from territorial_map.services.practices.concerned_practices import ConcernedProfile
from territorial_map.services.practices.profile_query import answers_told, profile_pairs
from territorial_map.web.base.addresses import PROFILE
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.practices.links import (
    LinkTelling,
    card,
    is_worth,
    less_suited,
    roles_part,
    themed,
    waiting_part,
)
from territorial_map.web.base.practices.wording import address_of, joined, role_of_you
from territorial_map.web.base.texts import Texts

CommuneName = Callable[[str], str]


def is_blank(profile: PracticeProfile) -> bool:
    """Whether nothing was answered; the commune alone tells of no organisation."""
    return all(getattr(profile, key) is None for key in PROFILE_KEYS if key != "commune")


def answers_in_words(profile: PracticeProfile, commune_name: CommuneName, t: Texts) -> str:
    """The answers in one line, in the order of the profile's keys."""
    commune = [commune_name(profile.commune)] if profile.commune else []
    return joined([*answers_told(profile, t), *commune])


def blank_answer(t: Texts) -> list[Node]:
    """What to fill in first, and why."""
    asked = [
        t("Votre forme juridique : elle ouvre ou ferme des pratiques de gouvernance."),
        t("Ce que vous avez ou faites : salariés, bénévoles, conseil élu, plusieurs sites…"),
        t("Vos secteurs et vos publics : ils rapprochent des exemples du guide."),
        t("Votre commune : elle dit quels fournisseurs, lieux et pairs sont près de vous."),
    ]
    return [
        html.H3(t("Par où commencer")),
        html.P(t("Deux ou trois réponses suffisent pour une première liste.")),
        html.Ol([html.Li(each) for each in asked], className="to-fill"),
        html.P(page_link(t("Parcourir toutes les bonnes pratiques"), address_of("/pratiques", t))),
    ]


def profile_answer(
    concerned: ConcernedProfile,
    library: PracticeLibrary,
    commune_name: CommuneName,
    around: tuple[tuple[str, str], ...],
    t: Texts,
) -> list[Node]:
    """Practices for the profile, with reasons; ``around`` is where practice pages will look."""
    telling = LinkTelling(t, library.catalogue, role_of_you, around)
    advice = concerned.advice
    first = [link for link in advice.advised if is_worth(link)]
    rest = [link for link in advice.others if is_worth(link)]
    others = [link for link in (*advice.advised, *advice.others) if not is_worth(link)]
    worth = [*first, *rest]
    nodes: list[Node] = [
        html.H3(t.plural("{n} piste pour vous", "{n} pistes pour vous", len(worth)), role="status"),
        html.P(
            t(
                "D’après vos réponses : {answers}.",
                answers=answers_in_words(concerned.profile, commune_name, t),
            ),
            className="answers",
        ),
        _actions(concerned.profile, t),
    ]
    if first:
        cards = [card(link, telling, opened=True) for link in first]
        nodes += [
            html.H4(t("Pour commencer")),
            html.Ul(cards, className="practices-cards is-first"),
        ]
    if rest:
        nodes += [
            html.H3(t("Les autres pistes, par thème")),
            *themed(rest, library, telling, opened=False),
        ]
    nodes += roles_part(advice.roles, telling)
    nodes += less_suited(others, library, telling)
    nodes += waiting_part(advice.waiting, telling)
    told = t("Tout est déduit par nos règles de vos réponses et de ce qui est connu près de vous.")
    return [*nodes, html.P(told, className="hint")]


def _actions(profile: PracticeProfile, t: Texts) -> html.Div:
    copying = {
        "data-copy-address": address_of(PROFILE, t, profile_pairs(profile)),
        "data-copied": t("Lien copié"),
    }
    copy = html.Button(
        [icon("link"), html.Span(t("Copier le lien"), className="copy-label")],
        type="button",
        className="button button-small",
        **named(copying),
    )
    printing = html.Button(
        [icon("printer"), t("Imprimer")],
        type="button",
        className="button button-small",
        **named({"data-print": "1"}),
    )
    restart = page_link(
        [icon("rotate-ccw"), t("Tout effacer")],
        address_of(PROFILE, t),
        class_name="button button-small",
    )
    ways = [copy, printing, restart]
    if profile.commune:
        ways.insert(0, _to_partners(profile, t))
    return html.Div(ways, className="practice-ways")


def _to_partners(profile: PracticeProfile, t: Texts) -> Node:
    """The same answers, asked about partners around the commune."""
    pairs = [pair for pair in profile_pairs(profile) if pair[0] in {*DESCRIBED, "commune"}]
    return page_link(
        [icon("users"), t("Trouver des partenaires avec ces réponses")],
        address_of(PARTNER_LIST, t, pairs),
        class_name="button button-small button-strong",
    )


def commune_chip(name: str, t: Texts) -> list[Node]:
    """The chosen commune, with the way to take it off."""
    if not name:
        return []
    return [
        html.Button(
            [icon("map-pin"), html.Span(name), icon("x")],
            type="button",
            className="chip",
            **named(
                {
                    "data-forget": "commune",
                    "aria-label": t("Retirer le filtre {filter}", filter=name),
                }
            ),
        )
    ]
