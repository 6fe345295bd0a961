"""One organisation as a card: on what, how sure, one best reason; what is supposed is folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dash import html

from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.deciding import deciding_question
from territorial_map.domain.pooling.lead_reason import LeadReason, lead_reason
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.web.base.french import in_french
from territorial_map.web.base.list_buttons import keep_toggle
from territorial_map.web.base.marks import Node, hidden, icon, named, outside_link, symbol
from territorial_map.web.base.partnerships.card import (
    Telling,
    basis_note,
    dismiss_button,
    more_reasons,
    same_group_button,
    small_button,
)
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import phone_link, what_it_is


@dataclass(frozen=True, slots=True)
class Cards:
    """How leads are told: ``listed`` are their organisations as lists know them, by id.

    ``supposed`` when nobody is known to stand at the centre; ``on_map`` when a map is beside;
    ``folded`` where facts, questions and other actions are a click away.
    """

    telling: Telling
    listed: Mapping[str, Listed] = field(default_factory=dict)
    supposed: bool = False
    on_map: bool = False
    folded: bool = False

    def reason(self, lead: Partnership) -> LeadReason:
        """The best reason and the facts of a lead."""
        return lead_reason(lead, of_partner=self.supposed)


def lead_card(lead: Lead, cards: Cards, more: Sequence[Node] = ()) -> html.Li:
    """The card of the second organisation of a pair, proposed to the first."""
    telling, other = cards.telling, lead.main.b
    item = cards.listed.get(other.id)
    keep = keep_toggle(other.id, other.name, telling.t)
    meta = html.Div(_meta(lead.main, item, telling), className="partner-meta")
    where = html.Div(_where(lead.main, item, telling), className="partner-meta")
    first: list[Node] = [
        html.Div(telling.name(other), className="partner-name", **in_french(telling.t)),
        where if cards.folded else meta,
        _on_what(lead.main, telling),
    ]
    rest: list[Node] = [
        _why(lead.main, cards),
        known_facts(lead.main, cards),
        _topic(lead.second, cards) if lead.second else None,
        _ask(lead.main, telling),
        basis_note(lead.main, telling),
        more_reasons(lead.main, reasons_of(lead.main, telling.rulebook), telling),
        contact(item, telling.t),
    ]
    if cards.folded:
        rest.append(html.Div([*_actions(lead, cards), *more], className="partner-actions"))
        body = [*first, _folded([meta, *rest], lead, telling), keep]
    else:
        actions = html.Div([keep, *_actions(lead, cards), *more], className="partner-actions")
        body = [*first, *rest, actions]
    precise = other.blur_km == 0
    return html.Li(
        [
            symbol(other.profile.kind, precise=precise),
            html.Div([node for node in body if node is not None], className="partner-body"),
        ],
        className=f"partner partner-{lead.main.tier.value}",
    )


def _folded(rest: list[Node], lead: Lead, telling: Telling) -> html.Details:
    """What a lead rests on and what to ask: behind one summary."""
    words = telling.t("Pourquoi ?")
    heading = html.Summary([words, hidden(f" : {lead.main.b.name}"), icon("chevron-down")])
    shown = [node for node in rest if node is not None]
    return html.Details([heading, html.Div(shown, className="partner-body")], className="more")


def legend(t: Texts) -> html.P:
    """What the two marks of facts mean."""
    return html.P(
        [
            icon("check"),
            t("connu, avec une source"),
            " ",
            html.Span("≈", className="supposed-mark"),
            t("déduit, à vérifier"),
        ],
        className="hint lead-legend",
    )


def frames_part(categories: Sequence[PoolingCategory], telling: Telling) -> list[Node]:
    """What holds for all leads of a category, told once: commerce is no pooling; the law."""
    t = telling.t
    nodes: list[Node] = []
    if any(category.is_commercial for category in categories):
        words = t(
            "Partenariat commercial : acheter ou vendre n’est pas mutualiser. Les activités d’un "
            "ESAT ou d’une entreprise adaptée sont à demander quand nos sources ne les disent pas."
        )
        nodes.append(html.P(words, className="hint"))
    frames = [telling.rulebook.frame(category) for category in dict.fromkeys(categories)]
    told = [
        html.Div([html.Dt(telling.say(frame.name)), html.Dd(telling.say(frame.legal))])
        for frame in frames
        if frame.legal is not None
    ]
    if told:
        heading: list[Node] = [t("Cadre juridique de ces coopérations, à vérifier")]
        summary = html.Summary([*heading, icon("chevron-down")])
        law = html.Dl(told, className="reasons")
        nodes.append(html.Details([summary, law], className="more lead-frames"))
    return nodes


def known_facts(lead: Partnership, cards: Cards) -> html.Ul | None:
    """What is known, with a tick; nothing when all is supposed."""
    known = cards.reason(lead).known
    if not known:
        return None
    lines = [
        html.Li([icon("check"), hidden(cards.telling.t("Connu :")), " ", cards.telling.say(fact)])
        for fact in known
    ]
    return html.Ul(lines, className="lead-facts")


def contact(item: Listed | None, t: Texts) -> html.P:
    """How to reach it; what no source tells is said."""
    if item is None:
        return html.P(t("téléphone et site non renseignés"), className="unknown")
    parts: list[Node] = []
    if item.phone:
        parts.append(phone_link(item.phone, marked=True))
    else:
        parts.append(html.Span(t("téléphone non renseigné"), className="unknown"))
    if item.website and item.website.lower().startswith(("http://", "https://")):
        parts.append(outside_link(t("Site web"), item.website))
    return html.P(parts, className="lead-contact")


def _meta(lead: Partnership, item: Listed | None, telling: Telling) -> str:
    t = telling.t
    kind = what_it_is(item, t) if item else t(lead.b.profile.kind.label)
    return f"{kind} · {_where(lead, item, telling)}"


def _where(lead: Partnership, item: Listed | None, telling: Telling) -> str:
    where = [item.commune] if item and item.commune else []
    return " · ".join([*where, telling.distance(lead)])


def _topic(lead: Partnership, cards: Cards) -> html.Div:
    """On what, how sure, and the best reason."""
    return html.Div([_on_what(lead, cards.telling), _why(lead, cards)])


def _on_what(lead: Partnership, telling: Telling) -> html.P:
    words = [html.Strong(telling.category(lead.category)), " ", telling.tier_badge(lead.tier)]
    return html.P(words, className="lead-topic")


def _why(lead: Partnership, cards: Cards) -> html.P:
    return html.P(cards.telling.say(cards.reason(lead).best), className="partner-why")


def _ask(lead: Partnership, telling: Telling) -> html.P:
    """What to ask; of what our sources say too little of, the one question that would decide."""
    question = deciding_question(lead, telling.rulebook)
    if question is not None:
        title = html.Strong(telling.t("La question qui déciderait :"))
        return html.P([title, " ", telling.say(question)], className="partner-ask")
    ask = telling.rulebook.frame(lead.category).ask
    return html.P(
        [html.Strong(telling.t("À demander :")), " ", telling.say(ask)], className="partner-ask"
    )


def _actions(lead: Lead, cards: Cards) -> list[Node]:
    a, b, t = lead.main.a, lead.main.b, cards.telling.t
    nodes: list[Node] = []
    if cards.on_map and a.point is not None and b.point is not None:
        window = f"{a.point.lon},{a.point.lat},{b.point.lon},{b.point.lat}"
        words = t("Voir les deux sur la carte")
        nodes.append(small_button("map", words, b.name, {"data-pair-map": window}))
    if not cards.supposed:
        nodes.append(dismiss_button((lead.main, *lead.others), t))
        nodes.append(same_group_button(a, b, t))
    return nodes


def cards_list(leads: Sequence[html.Li]) -> html.Ul:
    """Cards under one another, or side by side where there is room."""
    return html.Ul(list(leads), className="partner-list", **named({"role": "list"}))
