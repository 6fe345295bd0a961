"""Practices tied to an organisation or a profile: role, strength and reasons of each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dash import html

from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.links import PracticeLink
from territorial_map.domain.practices.reasons import Reason
from territorial_map.domain.practices.tags import TagStrength, strength_of
from territorial_map.domain.practices.terms import Role
from territorial_map.services.practices.concerned_practices import STANDING, by_theme
from territorial_map.web.base.marks import Node, badge, icon, page_link
from territorial_map.web.base.practices.wording import (
    practice_address,
    practice_title,
    theme_in_words,
)
from territorial_map.web.base.texts import Texts

RoleWords = Callable[[Role, Texts], str]
_TONES = {TagStrength.STRONG: "strong", TagStrength.WORTH: "plain", TagStrength.WEAK: "quiet"}


@dataclass(frozen=True, slots=True)
class LinkTelling:
    """How links are told: in which words, and where practice pages look around."""

    t: Texts
    guide: PracticeCatalogue
    role_words: RoleWords
    around: tuple[tuple[str, str], ...] = ()


def inferred_note(t: Texts) -> str:
    """Where links come from."""
    return t(
        "Déduit par nos règles de ce que disent les sources : l’organisation n’a rien déclaré."
    )


def is_worth(link: PracticeLink) -> bool:
    """Whether a link is worth showing at once: a role already held, or a relevant practice."""
    return link.role in STANDING or strength_of(link.relevance) is not TagStrength.WEAK


def card(link: PracticeLink, telling: LinkTelling, *, opened: bool) -> html.Li:
    """One practice: its title, role and strength; its reasons unfolded or a click away."""
    t = telling.t
    title = page_link(
        practice_title(link.practice_id, telling.guide, t),
        practice_address(link.practice_id, t, telling.around),
        class_name="practice-title",
    )
    strength = strength_of(link.relevance)
    marks = [badge(telling.role_words(link.role, t), "role")]
    if link.role is Role.COULD_ADOPT:
        marks.append(badge(t(strength.label), _TONES[strength]))
    why = reasons(link.reasons, t)
    if not opened:
        heading = html.Summary([t("Pourquoi ?"), icon("chevron-down")])
        why = [html.Details([heading, *why], className="more why")]
    return html.Li([title, html.Div(marks, className="practice-marks"), *why], className="practice")


def reasons(told: Sequence[Reason], t: Texts) -> list[Node]:
    """The sentences that speak, then those that cannot tell, apart."""
    speaking = [_sentence(each, t) for each in told if each.value is not None]
    silent = [_sentence(each, t) for each in told if each.value is None]
    nodes: list[Node] = [html.Ul([html.Li(words) for words in speaking], className="reasons")]
    if silent:
        words = t.plural(
            "{n} critère ne peut rien dire", "{n} critères ne peuvent rien dire", len(silent)
        )
        heading = html.Summary([words, icon("chevron-down")])
        items = html.Ul([html.Li(each) for each in silent], className="reasons is-silent")
        nodes.append(html.Details([heading, items], className="more silent"))
    return nodes


def _sentence(reason: Reason, t: Texts) -> str:
    return t.say(reason.sentence)


def themed(
    links: Iterable[PracticeLink], library: PracticeLibrary, telling: LinkTelling, *, opened: bool
) -> list[html.Section]:
    """Links theme by theme in the guide's order, most relevant first in each."""
    return [
        html.Section(
            [
                html.H4(theme_in_words(group.theme, telling.t)),
                html.Ul(
                    [card(link, telling, opened=opened) for link in group.links],
                    className="practices-cards",
                ),
            ],
            className="practice-theme",
        )
        for group in by_theme(links, library)
    ]


def roles_part(links: Sequence[PracticeLink], telling: LinkTelling) -> list[Node]:
    """What it is to others already: told once, apart, and no advice."""
    if not links:
        return []
    t = telling.t
    lines = [
        html.Li(
            [
                page_link(
                    practice_title(link.practice_id, telling.guide, t),
                    practice_address(link.practice_id, t, telling.around),
                ),
                " ",
                badge(telling.role_words(link.role, t), "role"),
            ]
        )
        for link in links
    ]
    heading = html.H4(t("Son rôle dans des pratiques"))
    return [html.Div([heading, html.Ul(lines, className="bullets")], className="practice-roles")]


def waiting_part(links: Sequence[PracticeLink], telling: LinkTelling) -> list[Node]:
    """What says nothing of it until more is known: folded, with what would have to be known."""
    if not links:
        return []
    t = telling.t
    words = t.plural(
        "{n} pratique attend un fait inconnu", "{n} pratiques attendent un fait inconnu", len(links)
    )
    cards = [card(link, telling, opened=False) for link in links]
    heading = html.Summary([words, icon("chevron-down")])
    listed = html.Ul(cards, className="practices-cards")
    return [html.Details([heading, listed], className="more is-weak")]


def less_suited(
    links: Sequence[PracticeLink], library: PracticeLibrary, telling: LinkTelling
) -> list[Node]:
    """The others, folded: nothing is hidden, nothing crowds."""
    if not links:
        return []
    words = telling.t.plural(
        "{n} pratique moins adaptée", "{n} pratiques moins adaptées", len(links)
    )
    heading = html.Summary([words, icon("chevron-down")])
    return [
        html.Details(
            [heading, *themed(links, library, telling, opened=False)], className="more is-weak"
        )
    ]
