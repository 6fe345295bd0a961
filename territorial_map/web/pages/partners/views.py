"""The section « Partenariats possibles » of the panel: three leads at once, the others folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.ledger.group_words import GroupWord
from territorial_map.services.coverage import TerritoryCoverage
from territorial_map.services.partner_lists.leads import FoundLeads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import network_address, partner_list_address
from territorial_map.web.base.covered import covered_here
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node, hidden, icon, named, page_link
from territorial_map.web.base.partnerships.card import Telling, leads_note
from territorial_map.web.base.partnerships.dismissed import key_of
from territorial_map.web.base.partnerships.existing import left_out
from territorial_map.web.base.partnerships.lead_card import (
    Cards,
    cards_list,
    frames_part,
    lead_card,
    legend,
)

SHOWN = 10
EVERY = "all"
_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """What the section shows: leads, the asked category if any, pairs set aside by the visitor.

    ``aside`` holds each pair with the name of the other organisation; ``covered`` is what our
    sources cover around, where there is nothing to propose.
    """

    found: FoundLeads
    asked: PoolingCategory | None = None
    aside: tuple[tuple[Said, str], ...] = ()
    covered: TerritoryCoverage | None = None
    listed: Mapping[str, Listed] = field(default_factory=dict)

    @property
    def category(self) -> PoolingCategory | None:
        """The category of groups: the asked one, else that of the first lead."""
        if self.asked is not None or not self.found.leads:
            return self.asked
        return self.found.leads[0].main.category


def first_leads(shown: Shown, telling: Telling) -> list[Node]:
    """The first three leads, each folded under its name, its topic and its word."""
    t, found = telling.t, shown.found
    able, _ = _parted(shown)
    nodes: list[Node] = []
    if found.why_empty is not None:
        nodes.append(html.P(telling.say(found.why_empty.sentence), className="unknown"))
    if able:
        cards = _cards_of(shown, telling)
        nodes.append(cards_list([lead_card(lead, cards) for lead in able[:_AT_ONCE]]))
    elif found.leads:
        words = t("Aucune piste forte ni à explorer, d’après nos sources.")
        nodes.append(html.P(words, className="unknown"))
    if not able:
        nodes += covered_here(shown.covered, t)
    return [painted([*nodes, *aside_notes(shown.aside, telling)])]


def more_leads(shown: Shown, telling: Telling) -> list[Node]:
    """On what, the next leads, what would have to be asked, who is tied already, the way on."""
    t, found = telling.t, shown.found
    note = painted(html.P([icon("info"), html.Span(leads_note(t))], className="hint"))
    before: list[Node] = [note, category_choice(shown.asked, telling)]
    nodes: list[Node] = left_out(found.existing, telling, found.centre.facts)
    if found.leads:
        nodes += _cards(shown, telling)
    asked = (shown.asked,) if shown.asked else ()
    address = network_address(found.centre.facts.id, shown.asked, t)
    more = page_link([icon("network"), t("Voir son réseau")], address, class_name="button")
    listed = PartnersAsked(organisation=found.centre.facts.id, pooling=asked)
    take = page_link(
        [icon("file-text"), t("Toutes les pistes, à emporter")],
        partner_list_address(listed, t),
        class_name="button",
    )
    return [*before, painted([*nodes, html.P([more, " ", take])])]


def category_choice(chosen: PoolingCategory | None, telling: Telling) -> html.Div:
    """Every category, what is bought and sold apart from what is pooled; all by default."""
    t = telling.t

    def options(*, commercial: bool) -> list[dict[str, str]]:
        return [
            {"value": c.value, "label": telling.category(c)}
            for c in PoolingCategory
            if c.is_commercial is commercial
        ]

    groups: list[dict[str, Any]] = [
        {"group": t("Toutes"), "items": [{"value": EVERY, "label": t("Toutes les coopérations")}]},
        {"group": t("Mettre en commun"), "items": options(commercial=False)},
        {"group": t("Acheter et vendre près de chez soi"), "items": options(commercial=True)},
    ]
    value = chosen.value if chosen else EVERY
    choice = dmc.Select(
        id=ids.PARTNERS_POOLING,
        label=t("Sur quoi ?"),
        data=groups,
        value=value,
        allowDeselect=False,
        searchable=False,
        checkIconPosition="right",
        maxDropdownHeight=360,
        # The list of choices is drawn beside the page: it must come above the panel.
        comboboxProps={"zIndex": 2000},
        className="partners-choice",
    )
    return html.Div(choice, **named({"data-served": value}))


def _cards(shown: Shown, telling: Telling) -> list[Node]:
    """The leads after the first ones, and what holds for all."""
    t = telling.t
    cards = _cards_of(shown, telling)
    able, vague = _parted(shown)
    nodes: list[Node] = [legend(t)]
    if len(able) > _AT_ONCE:
        nodes.append(cards_list([lead_card(lead, cards) for lead in able[_AT_ONCE:]]))
    if vague:
        nodes.append(to_ask(vague, cards))
    frames = frames_part([lead.main.category for lead in (*able, *vague)], telling)
    order = t("Dans l’ordre des mots, puis de ce qui est connu de la paire, pesé par la distance.")
    return [*nodes, *frames, html.P(order, className="hint")]


def _cards_of(shown: Shown, telling: Telling) -> Cards:
    return Cards(telling, shown.listed, on_map=True, folded=True)


def _parted(shown: Shown) -> tuple[list[Lead], list[Lead]]:
    """The leads that say something, then those of which too little is known."""
    leads = shown.found.leads[:SHOWN]
    able = [lead for lead in leads if lead.main.tier is not Tier.INSUFFICIENT]
    return able, [lead for lead in leads if lead.main.tier is Tier.INSUFFICIENT]


def to_ask(several: Sequence[Lead], cards: Cards) -> html.Details:
    """Folded: what would have to be learnt before anything can be said."""
    telling = cards.telling
    heading = [
        telling.tier_badge(Tier.INSUFFICIENT),
        hidden(" "),
        html.Span(f"{len(several)}"),
        icon("chevron-down"),
    ]
    words = telling.t(
        "Nos sources n’en disent pas assez pour parler de piste. Chacune dit ce qu’il faudrait "
        "apprendre."
    )
    return html.Details(
        [
            html.Summary(heading),
            html.P(words, className="hint"),
            cards_list([lead_card(lead, cards) for lead in several]),
        ],
        className="more tier tier-insufficient",
    )


def _taken_back(said: Said, name: str, telling: Telling) -> list[Node]:
    t = telling.t
    if isinstance(said, GroupWord):
        what, words = t(said.said.label), t("Reprendre ce que j’ai dit")
    else:
        what, words = telling.category(said.pooling), t("Proposer à nouveau")
    return [
        html.Span(f"{name} — {what}"),
        html.Button(
            [words, hidden(f" : {name}")],
            type="button",
            className="button button-small",
            **named({"data-pair-restore": key_of(said)}),
        ),
    ]


def aside_notes(aside: Sequence[tuple[Said, str]], telling: Telling) -> list[Node]:
    """« n pistes écartées : revoir »: each can be proposed again, each word taken back."""
    if not aside:
        return []
    t = telling.t
    count = t.plural("{n} piste écartée : revoir", "{n} pistes écartées : revoir", len(aside))
    lines = [html.Li(_taken_back(said, name, telling)) for said, name in aside]
    note = t("Gardé dans ce navigateur seulement.")
    return [
        html.Details(
            [
                html.Summary([count, icon("chevron-down")]),
                html.P(note, className="hint"),
                html.Ul(lines, className="aside-list"),
            ],
            className="more aside",
        )
    ]
