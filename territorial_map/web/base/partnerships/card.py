"""What telling a possible partnership needs, and the parts that cards and tables share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash import html

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.partnership import Partnership, Tier, in_one_commune
from territorial_map.domain.pooling.reasons import Reasons
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link
from territorial_map.web.base.partnerships.dismissed import pair_key
from territorial_map.web.base.texts import Language, Texts

AddressOf = Callable[[str], str]
_TONES = {Tier.STRONG: "strong", Tier.EXPLORE: "plain", Tier.INSUFFICIENT: "quiet"}


@dataclass(frozen=True, slots=True)
class Telling:
    """What telling a partnership needs: the rules, the texts, and where a name leads."""

    rulebook: Rulebook
    t: Texts
    address_of: AddressOf

    def say(self, text: Sentence) -> str:
        """A sentence in the language of the page."""
        return text.fr if self.t.language is Language.FRENCH else text.en

    def category(self, category: PoolingCategory) -> str:
        """The name of a category."""
        return self.say(self.rulebook.frame(category).name)

    def tier(self, tier: Tier) -> str:
        """The word of a tier."""
        words = {
            Tier.STRONG: self.t("Piste forte"),
            Tier.EXPLORE: self.t("À explorer"),
            Tier.INSUFFICIENT: self.t("À interroger"),
        }
        return words[tier]

    def distance(self, partnership: Partnership) -> str:
        """The distance as the crow flies, said so."""
        km = partnership.nearness.distance_km
        if km is None:
            return self.t("distance non connue")
        if in_one_commune(partnership):
            return self.t("même commune")
        return self.t("à {distance} à vol d’oiseau", distance=self.t.distance(km))

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


def small_button(mark: str, words: str, about: str, attributes: dict[str, str]) -> html.Button:
    """A small button; ``about`` tells those who do not see the page what it is about."""
    return html.Button(
        [icon(mark), words, hidden(f" : {about}")],
        type="button",
        className="button button-small",
        **named(attributes),
    )


def group_toggle(any_id: str, name: str, t: Texts, class_name: str = "") -> html.Button:
    """Adds an organisation to the visitor's group, or takes it out; the browser keeps it."""
    return html.Button(
        [
            icon("plus"),
            icon("check"),
            html.Span(t("Ajouter au groupe"), className="when-out"),
            html.Span(t("Dans le groupe"), className="when-in"),
            hidden(f" : {name}"),
        ],
        type="button",
        className=f"button button-small group-toggle {class_name}".strip(),
        **named({"data-group-toggle": any_id, "data-name": name, "aria-pressed": "false"}),
    )
