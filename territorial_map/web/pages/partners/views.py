"""The section « Partenariats possibles » of the panel: one category at a time, words first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.coverage import TerritoryCoverage
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partnerships.partners import Existing, Partners
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import network_address, partner_list_address
from territorial_map.web.base.covered import covered_here
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node, hidden, icon, named, page_link, symbol
from territorial_map.web.base.partnerships.card import Telling, leads_note, partner_card
from territorial_map.web.base.partnerships.dismissed import key_of
from territorial_map.web.base.texts import Texts

SHOWN = 10
_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """What the section shows: partners, the asked category if any, pairs set aside by the visitor.

    ``aside`` holds each pair with the name of the other organisation; ``covered`` is what our
    sources cover around, where there is nothing to propose.
    """

    partners: Partners
    asked: PoolingCategory | None = None
    aside: tuple[tuple[Dismissal, str], ...] = ()
    covered: TerritoryCoverage | None = None

    @property
    def category(self) -> PoolingCategory | None:
        """The asked category, else the one with most strong leads, the first of equals."""
        if self.asked is not None:
            return self.asked
        strong = Counter(p.category for p in self.partners.found if p.tier is Tier.STRONG)
        able = Counter(p.category for p in self.partners.found if p.tier is not Tier.INSUFFICIENT)
        found = {p.category for p in self.partners.found}
        order = tuple(PoolingCategory)
        ranked = sorted(found, key=lambda c: (-strong[c], -able[c], order.index(c)))
        return ranked[0] if ranked else None

    @property
    def of_category(self) -> tuple[Partnership, ...]:
        """The partnerships of the shown category, by word, then by distance."""
        return tuple(p for p in self.partners.found if p.category is self.category)


def partners_found(shown: Shown, telling: Telling) -> list[Node]:
    """The filled section: choice, tiers, pairs set aside, existing cooperation apart."""
    t = telling.t
    before: list[Node] = [
        painted(html.P([icon("info"), html.Span(leads_note(t))], className="hint"))
    ]
    nodes: list[Node] = []
    if shown.category is None:
        nodes.append(html.P(_why_none(shown.partners, t), className="unknown"))
        nodes += covered_here(shown.covered, t)
    else:
        before.append(category_choice(shown.partners.found, shown.category, telling))
        nodes += _frame_notes(shown, telling)
        nodes += _tiers(shown, telling)
    nodes += aside_notes(shown.aside, telling)
    existing = shown.partners.existing
    nodes += _existing(t("Déjà en lien avec"), [e for e in existing if e.is_sure], telling)
    probable = [one for one in existing if not one.is_sure]
    nodes += _existing(t("Sans doute du même groupe"), probable, telling)
    address = network_address(shown.partners.centre.id, shown.category, t)
    more = page_link([icon("network"), t("Voir son réseau")], address, class_name="button")
    asked = (shown.category,) if shown.category else ()
    listed = PartnersAsked(organisation=shown.partners.centre.id, pooling=asked)
    take = page_link(
        [icon("file-text"), t("Liste à emporter")],
        partner_list_address(listed, t),
        class_name="button",
    )
    return [*before, painted([*nodes, html.P([more, " ", take])])]


def category_choice(
    found: Sequence[Partnership], chosen: PoolingCategory, telling: Telling
) -> html.Div:
    """The categories that have something, what is bought and sold apart from what is pooled."""
    t = telling.t
    counts = Counter(p.category for p in found)
    asked = [c for c in PoolingCategory if counts[c] or c is chosen]

    def options(*, commercial: bool) -> list[dict[str, str]]:
        return [
            {"value": c.value, "label": f"{telling.category(c)} ({counts[c]})"}
            for c in asked
            if c.is_commercial is commercial
        ]

    groups: list[dict[str, Any]] = [
        {"group": t("Mettre en commun"), "items": options(commercial=False)},
        {"group": t("Acheter et vendre près de chez soi"), "items": options(commercial=True)},
    ]
    choice = dmc.Select(
        id=ids.PARTNERS_POOLING,
        label=t("Sur quoi ?"),
        data=[group for group in groups if group["items"]],
        value=chosen.value,
        allowDeselect=False,
        searchable=False,
        checkIconPosition="right",
        maxDropdownHeight=360,
        # The list of choices is drawn beside the page: it must come above the panel.
        comboboxProps={"zIndex": 2000},
        className="partners-choice",
    )
    return html.Div(choice, **named({"data-served": chosen.value}))


def _why_none(partners: Partners, t: Texts) -> str:
    if partners.centre.profile.ended:
        return t("Pôle terminé d’après ses sources : aucun partenariat ne lui est proposé.")
    if partners.centre.point is None:
        return t(
            "Sans position connue, aucune distance ne se calcule : aucune piste n’est proposée."
        )
    return t(
        "Aucune piste d’après nos sources : elles n’en disent pas assez sur cette organisation "
        "ou sur ses voisines."
    )


def _frame_notes(shown: Shown, telling: Telling) -> list[Node]:
    """What holds for every pair of the category, said once: commerce is not pooling."""
    if shown.category is None or not shown.category.is_commercial:
        return []
    words = telling.t(
        "Partenariat commercial : acheter ou vendre n’est pas mutualiser. Les activités d’un "
        "ESAT ou d’une entreprise adaptée sont à demander quand nos sources ne les disent pas."
    )
    return [html.P(words, className="hint")]


def _tiers(shown: Shown, telling: Telling) -> list[Node]:
    t = telling.t
    by_tier = {tier: [p for p in shown.of_category if p.tier is tier] for tier in Tier}
    named_tiers = (Tier.STRONG, Tier.EXPLORE)
    nodes: list[Node] = [_tier(x, by_tier[x], telling) for x in named_tiers if by_tier[x]]
    if not nodes:
        words = t("Aucune piste forte ni à explorer dans cette catégorie, d’après nos sources.")
        nodes.append(html.P(words, className="unknown"))
        nodes += covered_here(shown.covered, t)
    if by_tier[Tier.INSUFFICIENT]:
        nodes.append(_insufficient(by_tier[Tier.INSUFFICIENT], telling))
    if len(shown.of_category) >= SHOWN:
        words = t(
            "{n} pistes au plus par catégorie. Dans chaque groupe, de la plus proche à la plus "
            "lointaine.",
            n=SHOWN,
        )
    else:
        words = t("Dans chaque groupe, de la plus proche à la plus lointaine.")
    return [*nodes, html.P(words, className="hint")]


def _tier(tier: Tier, several: Sequence[Partnership], telling: Telling) -> html.Div:
    cards = [partner_card(p, telling) for p in several]
    nodes: list[Node] = [
        html.H4([telling.tier_badge(tier), hidden(" "), html.Span(f"{len(several)}")]),
        html.Ul(cards[:_AT_ONCE], className="partner-list"),
    ]
    if len(cards) > _AT_ONCE:
        heading = html.Summary([telling.t("Voir les suivantes"), icon("chevron-down")])
        rest = html.Ul(cards[_AT_ONCE:], className="partner-list")
        nodes.append(html.Details([heading, rest], className="more"))
    return html.Div(nodes, className=f"tier tier-{tier.value}")


def _insufficient(several: Sequence[Partnership], telling: Telling) -> html.Details:
    """Folded: what would have to be learnt before anything can be said."""
    count = html.Span(f"{len(several)}")
    heading = [telling.tier_badge(Tier.INSUFFICIENT), hidden(" "), count, icon("chevron-down")]
    words = telling.t(
        "Nos sources n’en disent pas assez pour parler de piste. Chacune dit ce qu’il faudrait "
        "apprendre."
    )
    cards = [partner_card(p, telling) for p in several]
    return html.Details(
        [
            html.Summary(heading),
            html.P(words, className="hint"),
            html.Ul(cards, className="partner-list"),
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
                    [t("Proposer à nouveau"), hidden(f" : {name}")],
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


def _existing(heading: str, existing: Sequence[Existing], telling: Telling) -> list[Node]:
    """Who is together already, with what shows it: apart, never proposed."""
    if not existing:
        return []
    t = telling.t
    lines = [
        html.Li(
            [
                symbol(one.facts.profile.kind),
                html.Div(
                    [
                        telling.name(one.facts),
                        html.Div(
                            " ; ".join(telling.say(tie.sentence) for tie in one.ties),
                            className="neighbour-told",
                        ),
                    ]
                ),
            ],
            className="neighbour",
        )
        for one in existing
    ]
    nodes: list[Node] = [
        html.H4(heading),
        html.Ul(lines[:_AT_ONCE], className="neighbours"),
    ]
    if len(lines) > _AT_ONCE:
        others = html.Summary([t("Voir les autres"), icon("chevron-down")])
        rest = html.Ul(lines[_AT_ONCE:], className="neighbours")
        nodes.append(html.Details([others, rest], className="more"))
    return [html.Div(nodes, className="existing")]
