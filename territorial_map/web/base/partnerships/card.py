"""One possible partnership in words: why, what to ask, under which law; figures last."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import html

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier, in_one_commune
from territorial_map.domain.pooling.parts import ScorePart
from territorial_map.domain.pooling.reasons import Reasons, reasons_of
from territorial_map.domain.pooling.rulebook import Mode, Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.web.base.list_buttons import add_to_list
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link, symbol
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


def partner_card(partnership: Partnership, telling: Telling) -> html.Li:
    """The second organisation of a pair, proposed to the first."""
    t, other = telling.t, partnership.b
    reasons = reasons_of(partnership, telling.rulebook)
    return html.Li(
        [
            symbol(other.profile.kind),
            html.Div(
                [
                    html.Div(telling.name(other), className="partner-name"),
                    html.Div(
                        [
                            badge(telling.distance(partnership)),
                            badge(mode_in_words(partnership, t), "quiet"),
                        ],
                        className="partner-marks",
                    ),
                    html.P(telling.say(reasons.fit), className="partner-why"),
                    html.P(
                        [html.Strong(t("À demander :")), " ", telling.say(reasons.ask)],
                        className="partner-ask",
                    ),
                    basis_note(partnership, telling),
                    more_reasons(partnership, reasons, telling),
                    html.Div(_actions(partnership, t), className="partner-actions"),
                ],
                className="partner-body",
            ),
        ],
        className="partner",
    )


def mode_in_words(partnership: Partnership, t: Texts) -> str:
    """Together, or who would bring what the other looks for."""
    if partnership.mode is Mode.TOGETHER:
        return t("Ensemble : même besoin")
    giver = partnership.a if partnership.giver_id == partnership.a.id else partnership.b
    return t("L’un pour l’autre : {name} apporte", name=giver.name)


def basis_note(partnership: Partnership, telling: Telling) -> html.P | None:
    """The possible basis for a reserved contract, never said to be certain."""
    if partnership.basis is None:
        return None
    return html.P([icon("info"), telling.say(partnership.basis.sentence)], className="hint basis")


def more_reasons(partnership: Partnership, reasons: Reasons, telling: Telling) -> html.Details:
    """The other reasons, what would change it most, the law, and last the figures."""
    t = telling.t
    rows: list[tuple[str, Sentence | None]] = [
        (t("Proximité"), reasons.proximity),
        (t("Faisabilité"), reasons.feasibility),
        (t("Ce qui changerait le plus"), reasons.would_change),
        (t("Cadre juridique, à vérifier"), reasons.legal),
    ]
    told = [
        html.Div([html.Dt(title), html.Dd(telling.say(text))])
        for title, text in rows
        if text is not None
    ]
    ties = " ; ".join(telling.say(tie.sentence) for tie in partnership.ties)
    if ties:
        told.append(html.Div([html.Dt(t("Déjà en commun")), html.Dd(ties)]))
    heading: list[Node] = [t("Pourquoi, à quelles conditions"), icon("chevron-down")]
    return html.Details(
        [html.Summary(heading), html.Dl(told, className="reasons"), figures(partnership, t)],
        className="more partner-more",
    )


def figures(partnership: Partnership, t: Texts) -> html.Details:
    """Score, interval and parts; words stand before them everywhere."""
    parts = dict(partnership.parts)
    named_parts = (
        (t("Besoins et ressources"), parts["fit"]),
        (t("Proximité"), parts["proximity"]),
        (t("Faisabilité"), parts["feasibility"]),
    )
    lines = [html.Li(score_in_words(partnership, t))]
    lines += [html.Li(_part_in_words(name, part, t)) for name, part in named_parts]
    heading: list[Node] = [t("Le calcul en chiffres"), icon("chevron-down")]
    return html.Details(
        [html.Summary(heading), html.Ul(lines, className="bullets")], className="more figures"
    )


def score_in_words(partnership: Partnership, t: Texts) -> str:
    """The score and the interval that what is not known leaves open."""
    low, high = decimal(partnership.low, t), decimal(partnership.high, t)
    if partnership.score is None:
        return t(
            "Pas de score : rien ne dit encore s’ils se rencontrent ; de {low} à {high} sur 1 "
            "selon ce qui reste à savoir.",
            low=low,
            high=high,
        )
    return t(
        "Score {score} sur 1 ; de {low} à {high} selon ce qui reste à savoir.",
        score=decimal(partnership.score, t),
        low=low,
        high=high,
    )


def _part_in_words(name: str, part: ScorePart, t: Texts) -> str:
    if part.value is None:
        return t("{part} : non connu de nos sources", part=name)
    return t("{part} : {value} sur 1", part=name, value=decimal(part.value, t))


def decimal(value: float, t: Texts) -> str:
    """A figure with two decimals, as its language writes it."""
    return t.quantity(value, 2)


def _actions(partnership: Partnership, t: Texts) -> list[Node]:
    a, b = partnership.a, partnership.b
    nodes: list[Node] = []
    if a.point is not None and b.point is not None:
        window = f"{a.point.lon},{a.point.lat},{b.point.lon},{b.point.lat}"
        nodes.append(
            _button("map", t("Voir les deux sur la carte"), b.name, {"data-pair-map": window})
        )
    nodes.append(add_to_list(b.id, b.name, t))
    nodes.append(group_toggle(b.id, b.name, t))
    nodes.append(dismiss_button(partnership, t))
    return nodes


def dismiss_button(partnership: Partnership, t: Texts) -> html.Button:
    """Sets a pair aside, in this browser only."""
    a, b = partnership.a, partnership.b
    key = pair_key(a.id, b.id, partnership.category)
    attributes = {
        "data-pair-dismiss": key,
        "data-said": t("Piste écartée dans ce navigateur : {name}.", name=b.name),
    }
    return _button("x", t("Pas pertinent"), b.name, attributes)


def _button(mark: str, words: str, about: str, attributes: dict[str, str]) -> html.Button:
    return html.Button(
        [icon(mark), words, hidden(f" : {about}")],
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
            hidden(f" : {name}"),
        ],
        type="button",
        className=f"button button-small group-toggle {class_name}".strip(),
        **named({"data-group-toggle": any_id, "data-name": name, "aria-pressed": "false"}),
    )
