"""What telling a possible partnership needs, and the parts that cards and tables share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash import html

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.pooling.reasons import Reasons
from territorial_map.ledger.group_words import GroupSaid
from territorial_map.services.partnerships.words import LeadWords
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link
from territorial_map.web.base.partnerships.dismissed import group_key, pair_key
from territorial_map.web.base.texts import Texts

AddressOf = Callable[[str], str]
_TONES = {Tier.STRONG: "strong", Tier.EXPLORE: "plain", Tier.INSUFFICIENT: "quiet"}


@dataclass(frozen=True, slots=True)
class Telling(LeadWords):
    """How partnerships are told on screen: their words, and where a name leads."""

    address_of: AddressOf

    def name(self, facts: Facts) -> Node:
        """An organisation's name, which opens its sheet."""
        return page_link(facts.name, self.address_of(facts.id))

    def tier_badge(self, tier: Tier) -> Node:
        """The word as a badge."""
        return badge(self.tier(tier), _TONES[tier])


def leads_note(t: Texts) -> str:
    """What a possible partnership is, and is not."""
    return t(
        "Pistes déduites de nos sources par des règles publiques, à vérifier avec les "
        "intéressés. Distances à vol d’oiseau."
    )


def basis_note(partnership: Partnership, telling: Telling) -> html.P | None:
    """The possible basis for a reserved contract, never said to be certain."""
    if partnership.basis is None:
        return None
    return html.P([icon("info"), telling.say(partnership.basis.sentence)], className="hint basis")


def more_reasons(partnership: Partnership, reasons: Reasons, telling: Telling) -> html.Details:
    """What is supposed, the other reasons, and what would change it most: folded, in words."""
    t = telling.t
    supposed = [telling.say(text) for text in lead_reason(partnership).supposed]
    rows: list[tuple[str, str | None]] = [
        (t("Déduit, à vérifier"), " ; ".join(supposed)),
        (t("Proximité"), telling.say(reasons.proximity)),
        (t("Faisabilité"), telling.say(reasons.feasibility)),
        (
            t("Ce qui changerait le plus"),
            telling.say(reasons.would_change) if reasons.would_change else None,
        ),
        (t("Déjà en commun"), " ; ".join(telling.say(tie.sentence) for tie in partnership.ties)),
    ]
    told = [html.Div([html.Dt(title), html.Dd(text)]) for title, text in rows if text]
    heading: list[Node] = [
        t("Ce qui est supposé, et à quelles conditions"),
        hidden(f" : {partnership.b.name}"),
        icon("chevron-down"),
    ]
    return html.Details(
        [html.Summary(heading), html.Dl(told, className="reasons")], className="more partner-more"
    )


def dismiss_button(several: Sequence[Partnership], t: Texts) -> html.Button:
    """Sets a pair aside in these categories, in this browser only."""
    b = several[0].b
    keys = [pair_key(one.a.id, one.b.id, one.category) for one in several]
    attributes = {
        "data-pair-dismiss": "\n\n".join(keys),
        "data-said": t("Piste écartée dans ce navigateur : {name}.", name=b.name),
    }
    return small_button("x", t("Pas pertinent"), b.name, attributes)


def same_group_button(a: Facts, b: Facts, t: Texts) -> html.Button:
    """Says, in this browser, that the two are of one group: no lead any more."""
    attributes = {
        "data-pair-dismiss": group_key(a.id, b.id, GroupSaid.SAME),
        "data-said": t("Même groupe, gardé dans ce navigateur : {name}.", name=b.name),
    }
    return small_button("link", t("Même groupe"), b.name, attributes)


def apart_button(a: Facts, b: Facts, t: Texts) -> html.Button:
    """Says, in this browser, that the two are not of one group: it may be a lead again."""
    attributes = {
        "data-pair-dismiss": group_key(a.id, b.id, GroupSaid.APART),
        "data-said": t("Pas le même groupe, gardé dans ce navigateur : {name}.", name=b.name),
    }
    return small_button("x", t("Pas le même groupe"), b.name, attributes)


def small_button(mark: str, words: str, about: str, attributes: dict[str, str]) -> html.Button:
    """A small button; ``about`` tells those who do not see the page what it is about."""
    return html.Button(
        [icon(mark), words, hidden(f" : {about}")],
        type="button",
        className="button button-small",
        **named(attributes),
    )
