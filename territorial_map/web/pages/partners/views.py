"""The section « Partenariats possibles » of the panel: one card per organisation, words first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal
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
from territorial_map.web.base.partnerships.existing import existing_parts
from territorial_map.web.base.partnerships.lead_card import (
    Cards,
    cards_list,
    frames_part,
    lead_card,
    legend,
)

SHOWN = 10
EVERY = "all"
_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """What the section shows: leads, the asked category if any, pairs set aside by the visitor.

    ``aside`` holds each pair with the name of the other organisation; ``covered`` is what our
    sources cover around, where there is nothing to propose.
    """

    found: FoundLeads
    asked: PoolingCategory | None = None
    aside: tuple[tuple[Dismissal, str], ...] = ()
    covered: TerritoryCoverage | None = None
    listed: Mapping[str, Listed] = field(default_factory=dict)

    @property
    def category(self) -> PoolingCategory | None:
        """The category of groups: the asked one, else that of the first lead."""
        if self.asked is not None or not self.found.leads:
            return self.asked
        return self.found.leads[0].main.category


def partners_found(shown: Shown, telling: Telling) -> list[Node]:
    """The filled section: choice, cards, pairs set aside, existing cooperation apart."""
    t, found = telling.t, shown.found
    note = painted(html.P([icon("info"), html.Span(leads_note(t))], className="hint"))
    before: list[Node] = [note, category_choice(shown.asked, telling)]
    nodes: list[Node] = []
    if found.why_empty is not None:
        nodes.append(html.P(telling.say(found.why_empty.sentence), className="unknown"))
    if not any(lead.main.tier is not Tier.INSUFFICIENT for lead in found.leads):
        nodes += covered_here(shown.covered, t)
    if found.leads:
        nodes += _cards(shown, telling)
    nodes += aside_notes(shown.aside, telling)
    nodes += existing_parts(found.existing, telling)
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
    t = telling.t
    cards = Cards(telling, shown.listed, on_map=True)
    leads = shown.found.leads[:SHOWN]
    able = [lead for lead in leads if lead.main.tier is not Tier.INSUFFICIENT]
    vague = [lead for lead in leads if lead.main.tier is Tier.INSUFFICIENT]
    nodes: list[Node] = [legend(t)]
    if able:
        nodes.append(cards_list([lead_card(lead, cards) for lead in able[:_AT_ONCE]]))
    else:
        words = t("Aucune piste forte ni à explorer, d’après nos sources.")
        nodes.append(html.P(words, className="unknown"))
    if len(able) > _AT_ONCE:
        rest = cards_list([lead_card(lead, cards) for lead in able[_AT_ONCE:]])
        heading = html.Summary([t("Voir les suivantes"), icon("chevron-down")])
        nodes.append(html.Details([heading, rest], className="more"))
    if vague:
        nodes.append(to_ask(vague, cards))
    frames = frames_part([lead.main.category for lead in leads], telling)
    order = t("Dans l’ordre des mots, puis de ce qui est connu de la paire, pesé par la distance.")
    return [*nodes, *frames, html.P(order, className="hint")]


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


def aside_notes(aside: Sequence[tuple[Dismissal, str]], telling: Telling) -> list[Node]:
    """« n pistes écartées : revoir »: each can be proposed again."""
    if not aside:
        return []
    t = telling.t
    count = t.plural("{n} piste écartée : revoir", "{n} pistes écartées : revoir", len(aside))
    lines = [
        html.Li(
            [
                html.Span(f"{name} — {telling.category(dismissal.pooling)}"),
                html.Button(
                    [t("Proposer à nouveau"), hidden(f" : {name}")],
                    type="button",
                    className="button button-small",
                    **named({"data-pair-restore": key_of(dismissal)}),
                ),
            ]
        )
        for dismissal, name in aside
    ]
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
