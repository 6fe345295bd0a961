"""The form « Compléter ou corriger »: what we know beside what can be said, and what follows."""

from dash import html

from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField
from territorial_map.domain.contributions.values import SIZES, TRADES, in_words
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.contributions.history import HistoryEntry, OrganisationHistory
from territorial_map.services.contributions.told import field_told
from territorial_map.web.base.addresses import in_language, organisation_path
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.said_fields import (
    Fields,
    Filled,
    fault_list,
    posted,
    received,
    section,
    trap_field,
    what_follows,
    who_says,
)
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.contribute.filled import CONFIRM, DECLARED, OF_PAGE
from territorial_map.web.plain.forms import hidden_fields

SEND = "/contributions"


def document(
    organisation: Organisation,
    filled: Filled,
    known: OrganisationHistory | None,
    sent: int,
    t: Texts,
) -> list[Node]:
    """The whole page; ``sent`` things were just received, ``known`` is what was said before."""
    back = in_language(organisation_path(organisation.id, organisation.name), t.language)
    fields = Fields(filled, t)
    return [
        html.P([html.A(organisation.name, href=back), " › ", t("Compléter ou corriger")]),
        html.H2(t("Compléter ou corriger cette fiche")),
        html.P(_lead(t), className="lead"),
        *_received(sent, t),
        *fault_list(fields, t),
        html.Div(
            [
                html.Div(
                    [_still_right(organisation, t), _form(organisation, fields, t)],
                    className="say-forms",
                ),
                html.Div(
                    [*_public(t), *what_follows(t), *_before(known, t)], className="say-beside"
                ),
            ],
            className="say",
        ),
    ]


def _lead(t: Texts) -> str:
    return t(
        "Trois minutes, sans compte. Dites ce que vous savez, laissez le reste. Une personne relit "
        "avant toute publication."
    )


def _received(sent: int, t: Texts) -> list[Node]:
    if not sent:
        return []
    told = t.plural(
        "Merci : {n} proposition est reçue.", "Merci : {n} propositions sont reçues.", sent
    )
    return received(told, t)


def _still_right(organisation: Organisation, t: Texts) -> Node:
    """« Toujours exact », in one press."""
    told = t("Tout ce que dit la fiche est juste ? Une seule pression suffit.")
    button = Element(
        "button",
        t("Toujours exact"),
        {"class": "button button-strong", "name": CONFIRM, "value": "1"},
    )
    carried = hidden_fields([("organisation", organisation.id), ("lang", t.language.value)])
    return posted([*carried, html.P(told), button], "say-right", SEND)


def _form(organisation: Organisation, fields: Fields, t: Texts) -> Node:
    carried = hidden_fields([("organisation", organisation.id), ("lang", t.language.value)])
    return posted(
        [
            *carried,
            section(t("Ce que nous savons"), _known_fields(organisation, fields, t)),
            section(t("Ce qu’elle cherche ou peut partager"), _wishes(fields, t)),
            section(t("La fiche elle-même"), _page_fields(fields, t)),
            section(t("Qui répond"), _who(fields, t)),
            Element(
                "button", t("Envoyer pour relecture"), {"class": "button button-strong say-send"}
            ),
        ],
        "say-form",
        SEND,
    )


def _known_fields(organisation: Organisation, fields: Fields, t: Texts) -> list[Node]:
    """Each field with its value of today, and a place for another."""
    hint = t("Laissez vide ce qui est juste ou que vous ne savez pas.")
    return [html.P(hint, className="hint")] + [
        _known_field(field, organisation, fields, t) for field in CorrectedField
    ]


def _known_field(
    field: CorrectedField, organisation: Organisation, fields: Fields, t: Texts
) -> Node:
    label, told = t(field.label), field_told(organisation, field)
    now = html.P(
        [t("Aujourd’hui :"), " ", _now(field, told, t)],
        className="say-now",
        id=f"say-{field.value}-now",
    )
    choices = {CorrectedField.TRADE: TRADES, CorrectedField.SIZE: SIZES}.get(field)
    if choices is None:
        kind = {CorrectedField.PHONE: "tel", CorrectedField.WEBSITE: "text"}.get(field, "text")
        return fields.box(field.value, label, kind=kind, now=now)
    listed = [(code, t(in_words(field, code))) for code in choices]
    none = t("Ne rien changer")
    return fields.choice(field.value, label, [("", none), *listed], now=now)


def _now(field: CorrectedField, told: str, t: Texts) -> Node:
    if not told:
        return html.Em(t("non renseigné"))
    listed = field in {CorrectedField.TRADE, CorrectedField.SIZE}
    return html.Strong(", ".join(t(each) for each in told.split(", ")) if listed else told)


def _wishes(fields: Fields, t: Texts) -> list[Node]:
    """A need and an offer, each by category, in words, until a day."""
    told = t("Un besoin ou une offre déclarés valent plus que nos déductions.")
    categories = [(category.value, t(category.label)) for category in PoolingCategory]
    titles = {
        ContributionKind.NEED: t("Elle cherche"),
        ContributionKind.OFFER: t("Elle peut partager"),
    }
    content: list[Node] = [html.P(told, className="hint")]
    for kind in DECLARED:
        parts = [
            fields.choice(
                f"{kind.value}_pooling", t("Quoi"), [("", t("Rien à dire")), *categories]
            ),
            fields.box(kind.value, t("En quelques mots"), hint=t("Sans nom de personne.")),
            fields.box(f"{kind.value}_until", t("Jusqu’au (facultatif)"), kind="date"),
        ]
        content.append(
            html.Div(
                [html.H3(titles[kind], id=f"say-{kind.value}-title"), *parts],
                role="group",
                className="say-wish",
                **named({"aria-labelledby": f"say-{kind.value}-title"}),
            )
        )
    return content


def _page_fields(fields: Fields, t: Texts) -> list[Node]:
    """What is said of the page as a whole."""
    words = {
        ContributionKind.CLOSED: t("Elle a fermé"),
        ContributionKind.SAME: t("C’est la même organisation qu’une autre fiche"),
        ContributionKind.DIFFERENT: t("Ce n’est pas la même organisation qu’une autre fiche"),
        ContributionKind.WITHDRAWAL: t("L’organisation demande le retrait de la fiche"),
    }
    listed = [(kind.value, words[kind]) for kind in OF_PAGE]
    return [
        fields.choice("page", t("À signaler"), [("", t("Rien")), *listed]),
        fields.box("other", t("Adresse de l’autre fiche, si elle est la même ou non")),
    ]


def _who(fields: Fields, t: Texts) -> list[Node]:
    return [
        who_says(fields, t),
        fields.box(
            "reason", t("Pourquoi (facultatif)"), hint=t("Lu par qui relit, jamais publié.")
        ),
        fields.box("source", t("D’où vous le savez (facultatif)")),
        trap_field(t),
    ]


def _public(t: Texts) -> list[Node]:
    told = (
        t("Les informations, les besoins et les offres"),
        t("« Déclaré au nom de l’organisation » ou « signalé », avec la date"),
        t("Jamais votre nom, ni une adresse électronique, ni un mobile"),
    )
    return [html.H3(t("Ce qui sera public")), html.Ul([html.Li(each) for each in told])]


def _before(known: OrganisationHistory | None, t: Texts) -> list[Node]:
    """What was said of it before: how much waits, what was accepted."""
    if known is None or not (known.waiting or known.entries):
        return []
    told: list[Node] = []
    if known.waiting:
        waits = t.plural("{n} proposition à relire", "{n} propositions à relire", known.waiting)
        told.append(html.Li(waits))
    told += [html.Li(_accepted(entry, t)) for entry in known.entries]
    return [html.H3(t("Ce qui a été dit de cette fiche")), html.Ul(told)]


def _accepted(entry: HistoryEntry, t: Texts) -> list[Node]:
    said = entry.accepted.contribution
    label = t(said.field.label) if said.field else t(said.kind.label)
    value = t(in_words(said.field, said.value)) if said.field else said.value
    words = t("{field} : {value}", field=label, value=value) if value else label
    told: list[Node] = [html.Strong(words), html.Br(), entry.accepted.evidence]
    if not entry.is_shown:
        told += [html.Br(), html.Em(t("acceptée, visible à la prochaine édition"))]
    return told
