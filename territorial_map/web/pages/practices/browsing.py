"""The catalogue browsed: choices with their counts, then practices theme by theme."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dash import html

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.practices.catalogue import Pointer, ResourceRecord, Theme
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.terms import Role
from territorial_map.services.practices.browsing import (
    Browsed,
    Browsing,
    Heading,
    browse,
    readable_browsing,
)
from territorial_map.web.base.addresses import PRACTICES
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link
from territorial_map.web.base.practices.wording import (
    address_of,
    practice_address,
    said,
    theme_in_words,
    title_of,
)
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.practices.choices import (
    Choice,
    browsing_pairs,
    family_choices,
    pooling_choices,
    theme_choices,
)

Standing = Mapping[str, Mapping[Role, int]]


def catalogue_view(
    asked: Mapping[str, Sequence[str]], library: PracticeLibrary, standing: Standing, t: Texts
) -> list[Node]:
    """Choices beside what they keep; a choice of the address that cannot be read is told."""
    browsing, refused = readable_browsing(asked, library)
    found = browse(library, browsing)
    return [
        html.Div(_choices(browsing, library, t), className="practices-choices"),
        html.Div(
            [
                *[html.P(_left_out(each, t), role="status") for each in refused],
                html.P(_count(found, library, t), className="result-count", role="status"),
                *_chosen(browsing, library, t),
                *_themes(found, browsing, library, standing, t),
                *_pointers(library.catalogue.pointers, browsing, t),
            ],
            className="practices-list",
        ),
    ]


def _left_out(refused: BadParameter, t: Texts) -> str:
    words = t("« {value} » ne se lit pas : ce choix est laissé de côté.", value=refused.value[:60])
    return t.typeset(words)


def _count(found: Browsed, library: PracticeLibrary, t: Texts) -> str:
    catalogue = library.catalogue
    n = len(found.practices) + len(found.resources)
    every = len(catalogue.practices) + len(catalogue.resources)
    return t(
        "{n} sur {total} : {practices} pratiques et {resources} ressources",
        n=n,
        total=every,
        practices=len(found.practices),
        resources=len(found.resources),
    )


def _choices(browsing: Browsing, library: PracticeLibrary, t: Texts) -> list[html.Details]:
    groups = (
        (t("Thème"), theme_choices(browsing, library, t), True),
        (t("Famille des exemples"), family_choices(browsing, library, t), False),
        (t("Ce que l’on mutualise"), pooling_choices(browsing, library, t), False),
    )
    return [_group(title, choices, opened, t) for title, choices, opened in groups]


def _group(title: str, choices: Sequence[Choice], opened: bool, t: Texts) -> html.Details:  # noqa: FBT001 - whether it unfolds is what differs
    heading = [html.Span(title, className="group-title"), icon("chevron-down")]
    unfolded = opened or any(choice.chosen for choice in choices)
    return html.Details(
        [html.Summary(heading), html.Ul([html.Li(_choice(c, t)) for c in choices])],
        open=unfolded,
        className="filter-group choice-group",
    )


def _choice(choice: Choice, t: Texts) -> Node:
    counted = t.plural("{n} fiche", "{n} fiches", choice.count)
    words = [
        html.Span(choice.words, className="option-name"),
        html.Span(t.number(choice.count), className="count", **named({"aria-hidden": "true"})),
        hidden(f" ({counted})"),
    ]
    current = {"aria-current": "true"} if choice.chosen else {}
    return html.A(
        words,
        href=address_of(PRACTICES, t, browsing_pairs(choice.leads_to)),
        className="choice" if choice.count or choice.chosen else "choice is-zero",
        **named({"data-nav": "1", **current}),
    )


def _chosen(browsing: Browsing, library: PracticeLibrary, t: Texts) -> list[Node]:
    choices = (
        *theme_choices(browsing, library, t),
        *family_choices(browsing, library, t),
        *pooling_choices(browsing, library, t),
    )
    chips = [(c.words, c.leads_to) for c in choices if c.chosen]
    if browsing.text:
        told = t("Texte : « {text} »", text=browsing.text)
        chips.append((told, replace(browsing, text="")))
    if not chips:
        return []
    items = [
        html.Li(
            page_link(
                [html.Span(words), icon("x")],
                address_of(PRACTICES, t, browsing_pairs(without)),
                label=t("Retirer le filtre {filter}", filter=words),
                class_name="chip",
            )
        )
        for words, without in chips
    ]
    cleared = page_link(
        [icon("rotate-ccw"), t("Tout effacer")], address_of(PRACTICES, t), class_name="clear-all"
    )
    label = {"aria-label": t("Filtres actifs")}
    return [html.Ul([*items, html.Li(cleared)], className="chips", **named(label))]


def _themes(
    found: Browsed, browsing: Browsing, library: PracticeLibrary, standing: Standing, t: Texts
) -> list[Node]:
    headings: tuple[Heading, ...] = (*found.practices, *found.resources)
    shown = []
    for theme in library.catalogue.themes:
        under = [heading for heading in headings if _filed(heading, theme, browsing)]
        bare = theme.note is not None and _wants(browsing, theme)
        if under or bare:
            shown.append(_theme(theme, under, standing, t))
    return shown or [_nothing(t)]


def _filed(heading: Heading, theme: Theme, browsing: Browsing) -> bool:
    """Under its first theme, or under its first chosen one when themes are chosen."""
    themes = [n for n in heading.themes if not browsing.themes or n in browsing.themes]
    return themes[:1] == [theme.number]


def _wants(browsing: Browsing, theme: Theme) -> bool:
    """Whether a theme without example is to be told: chosen, or nothing chosen at all."""
    return theme.number in browsing.themes or browsing == Browsing()


def _theme(theme: Theme, under: list[Heading], standing: Standing, t: Texts) -> html.Section:
    origin = (
        t("Thème de l’article 3 de la loi du 31 juillet 2014")
        if theme.origin == "article 3"
        else t("Thème ajouté par le Conseil supérieur de l’ESS")
    )
    nodes: list[Node] = [html.H3(theme_in_words(theme, t)), html.P(origin, className="hint")]
    if under:
        nodes.append(html.Ul([_line(h, standing, t) for h in under], className="practice-lines"))
    else:
        nodes.append(
            html.P(
                t(
                    "Le guide n’a aucun exemple pour ce thème : nous n’en inventons pas. "
                    "Si vous avez une pratique à partager, le Conseil supérieur de l’ESS et votre "
                    "CRESS sont les bons interlocuteurs."
                ),
                className="callout",
            )
        )
    return html.Section(nodes, className="theme")


def _line(heading: Heading, standing: Standing, t: Texts) -> html.Li:
    link = page_link(title_of(heading, t), practice_address(heading.id, t), class_name="line-link")
    if isinstance(heading, ResourceRecord):
        mark: Node = badge(t("Ressource"), "quiet")
        gist, told = said(heading.what, t), ""
    else:
        mark, gist = None, said(heading.point, t)
        gist = f"{gist[:1].upper()}{gist[1:]}."
        told = standing_in_words(standing.get(heading.id, {}), t)
    return html.Li(
        [
            html.Span(heading.id.removeprefix("p"), className="practice-number"),
            html.Div(
                [
                    html.Div([link, mark], className="line-name"),
                    html.P(gist, className="practice-gist"),
                    html.P(told, className="hint") if told else None,
                ]
            ),
        ],
        className="practice-line",
    )


def standing_in_words(counts: Mapping[Role, int], t: Texts) -> str:
    """How many organisations stand in each role; empty when none does."""
    told = (
        (Role.EMBODIES, t.plural("{n} l’incarne", "{n} l’incarnent", counts.get(Role.EMBODIES, 0))),
        (
            Role.PARTNER_FOR,
            t.plural(
                "{n} partenaire possible",
                "{n} partenaires possibles",
                counts.get(Role.PARTNER_FOR, 0),
            ),
        ),
        (
            Role.COULD_ADOPT,
            t.plural(
                "{n} pourrait l’adopter",
                "{n} pourraient l’adopter",
                counts.get(Role.COULD_ADOPT, 0),
            ),
        ),
        (
            Role.DECLARED,
            t.plural("{n} la déclare", "{n} la déclarent", counts.get(Role.DECLARED, 0)),
        ),
    )
    words = " · ".join(words for role, words in told if counts.get(role))
    return t("Dans l’annuaire : {roles}", roles=words) if words else ""


def _nothing(t: Texts) -> html.Div:
    return html.Div(
        [
            html.P(t("Aucune pratique ne répond à ces choix."), className="empty-title"),
            page_link(t("Voir les 52"), address_of(PRACTICES, t), class_name="button"),
        ],
        className="empty",
    )


def _pointers(pointers: Sequence[Pointer], browsing: Browsing, t: Texts) -> list[Node]:
    if browsing != Browsing():
        return []
    items = [
        html.Li([html.Strong(said(p.title, t)), html.P(said(p.what, t), className="practice-gist")])
        for p in pointers
    ]
    note = t("La page du guide y renvoie sans donner d’adresse.")
    return [
        html.Section(
            [
                html.H3(t("Autres ressources citées par le guide")),
                html.P(note, className="hint"),
                html.Ul(items, className="pointers"),
            ],
            className="theme",
        )
    ]
