"""The page: each organisation with what its page tells beside what can be said, and the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dash import html

from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField
from territorial_map.domain.contributions.values import TRADES
from territorial_map.domain.listing import Listed, Page
from territorial_map.domain.vocabulary import Sector
from territorial_map.services.contributions.completing import TABLE_FORMATS, ToComplete
from territorial_map.web.base.addresses import HOME, in_language, organisation_path
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node, icon
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
from territorial_map.web.base.titles import Heading
from territorial_map.web.base.to_call import phone_button
from territorial_map.web.base.wording import (
    phone_in_words,
    place_in_words,
    sectors_in_words,
    what_it_is,
)
from territorial_map.web.pages.complete.filled import FromTable, named
from territorial_map.web.pages.complete.question import CompletingQuestion
from territorial_map.web.plain.forms import hidden_fields
from territorial_map.web.plain.paging import LINES, turning

SEND, BRING = "/contributions/liste", "/contributions/tableau"
TRADE_WORDS = "say-trades"


@dataclass(frozen=True, slots=True)
class CompletingPage:
    """What the page shows: whom, the form as it was filled, what waits by id, a table read."""

    question: CompletingQuestion
    whose: ToComplete
    filled: Filled = field(default_factory=Filled)
    waiting: Mapping[str, int] = field(default_factory=dict)
    table: FromTable | None = None


def document(shown: CompletingPage, heading: Heading, t: Texts) -> list[Node]:
    """The whole page."""
    fields = Fields(shown.filled, t)
    lines = _lines(shown, fields, t) if shown.whose.items else _nobody(shown, t)
    return [
        html.H2(heading.title),
        html.P(heading.description, className="lead"),
        *_received(shown.question, t),
        *_table_told(shown.table, t),
        *fault_list(fields, t),
        html.Div(
            [
                html.Div(lines, className="say-forms"),
                html.Div([*_table(shown, t), *what_follows(t)], className="say-beside"),
            ],
            className="say",
        ),
    ]


def _received(question: CompletingQuestion, t: Texts) -> list[Node]:
    if not question.received:
        return []
    proposals = t.plural(
        "{n} proposition est reçue", "{n} propositions sont reçues", question.received
    )
    pages = t.plural("{n} fiche", "{n} fiches", question.of_whom)
    told = t("Merci : {proposals}, pour {pages}.", proposals=proposals, pages=pages)
    return received(told, t)


def _table_told(table: FromTable | None, t: Texts) -> list[Node]:
    """What was read of a table, before it is sent."""
    if table is None:
        return []
    told: list[Node] = [
        html.Strong(
            t.plural(
                "Votre tableau complète {n} fiche. Vérifiez, puis envoyez.",
                "Votre tableau complète {n} fiches. Vérifiez, puis envoyez.",
                len(table.ids),
            )
        )
    ]
    words: list[str] = []
    if table.known:
        words.append(
            t.plural(
                "{n} cellule dit ce que la fiche dit déjà, ou ce qui attend d’être relu.",
                "{n} cellules disent ce que les fiches disent déjà, ou ce qui attend d’être relu.",
                table.known,
            )
        )
    if table.more:
        words.append(
            t.plural(
                "{n} autre ligne suivra : rapportez le tableau après cet envoi.",
                "{n} autres lignes suivront : rapportez le tableau après cet envoi.",
                table.more,
            )
        )
    lost = [t("ligne {n} : {why}", n=cell.line, why=t(cell.why)) for cell in table.lost]
    content: list[Node] = [html.P(told), *map(html.P, words)]
    if lost:
        summary = t.plural(
            "{n} organisation n’est pas trouvée",
            "{n} organisations ne sont pas trouvées",
            len(lost),
        )
        listed = html.Ul([html.Li(words) for words in lost])
        content.append(html.Details([html.Summary(summary), listed]))
    return [html.Div(content, className="say-done", role="status")]


def _nobody(shown: CompletingPage, t: Texts) -> list[Node]:
    """What to do where nobody is asked for, or left."""
    told = (
        t("Choisissez d’abord qui compléter : une de vos listes, ou une recherche.")
        if shown.question.is_empty and shown.table is None
        else t("Personne à compléter ici.")
    )
    ways = [
        html.Li(html.A(t("Ouvrir Ma liste"), href=in_language("/listes", t.language))),
        html.Li(html.A(t("Ouvrir la carte et l’annuaire"), href=in_language(HOME, t.language))),
    ]
    return [html.Div([html.P(told), html.Ul(ways)], className="say-right")]


def _lines(shown: CompletingPage, fields: Fields, t: Texts) -> list[Node]:
    """One form of all the lines, then who says it."""
    carried = [("question", shown.question.query), ("lang", t.language.value)]
    carried += [(named("organisation", n), item.id) for n, item in enumerate(shown.whose.items)]
    words = [Element("option", None, {"value": t(Sector(code).label)}) for code in TRADES]
    hint = t(
        "Activités en quelques mots : « espaces verts, blanchisserie ». Jamais de mobile, de nom "
        "ni d’adresse électronique."
    )
    turned = None
    if shown.table is None:
        offset = (shown.question.page - 1) * LINES
        page = Page(shown.whose.items, shown.whose.total, 0, LINES, offset)
        turned = turning(page, shown.question.page, lambda n: shown.question.address(t, n), t)
    return [
        posted(
            [
                *hidden_fields(carried),
                html.P(hint, className="hint"),
                *[
                    _line(n, item, shown.waiting.get(item.id, 0), fields, t)
                    for n, item in enumerate(shown.whose.items)
                ],
                Element("datalist", words, {"id": TRADE_WORDS}),
                section(t("Qui répond"), _who(fields, t)),
                Element(
                    "button",
                    t("Envoyer pour relecture"),
                    {"class": "button button-strong say-send"},
                ),
            ],
            "say-form",
            SEND,
        ),
        turned,
    ]


def _line(n: int, item: Listed, waiting: int, fields: Fields, t: Texts) -> Node:
    """An organisation: who it is, its phone to press, then each field beside its value of today."""
    sheet = in_language(organisation_path(item.id, item.name), t.language)
    meta: list[Node] = [f"{what_it_is(item, t)} · {place_in_words(item, t)}"]
    if waiting:
        told = t.plural("{n} proposition à relire", "{n} propositions à relire", waiting)
        meta += [" · ", html.Em(told)]
    now = {
        CorrectedField.PHONE: phone_in_words(item.phone) if item.phone else "",
        CorrectedField.WEBSITE: item.website or "",
        CorrectedField.TRADE: sectors_in_words(item, t) if item.sectors else "",
        CorrectedField.ADDRESS: item.address or "",
    }
    pressed = [
        ("", t("Rien à dire")),
        (ContributionKind.CONFIRMATION.value, t("Toujours exacte")),
        (ContributionKind.CLOSED.value, t("Elle a fermé")),
    ]
    boxes = [_box(n, what, told, fields, t) for what, told in now.items()]
    return html.Fieldset(
        [
            html.Legend(html.A(item.name, href=sheet)),
            html.P(meta, className="say-who"),
            phone_button(item, t),
            html.Div(
                [*boxes, fields.choice(named("page", n), t("La fiche"), pressed)],
                className="say-line",
            ),
        ],
        className="say-part",
    )


def _box(n: int, what: CorrectedField, told: str, fields: Fields, t: Texts) -> Node:
    name = named(what.value, n)
    value: Node = html.Strong(told) if told else html.Em(t("non renseigné"))
    now = html.P([t("Aujourd’hui :"), " ", value], className="say-now", id=f"say-{name}-now")
    label = t("Activités") if what is CorrectedField.TRADE else t(what.label)
    kind = "tel" if what is CorrectedField.PHONE else "text"
    offered = TRADE_WORDS if what is CorrectedField.TRADE else ""
    return fields.box(name, label, kind=kind, now=now, offered=offered)


def _who(fields: Fields, t: Texts) -> list[Node]:
    source = fields.box(
        "source",
        t("D’où vous le savez (facultatif)"),
        hint=t("Par exemple : appels du 30 novembre."),
    )
    return [who_says(fields, t), source, trap_field(t)]


def _table(shown: CompletingPage, t: Texts) -> list[Node]:
    """The table to take, and to bring back."""
    taking: list[Node] = []
    if not shown.question.is_empty:
        links = [
            html.Li(
                html.A(
                    [icon("download"), code.upper()],
                    href=shown.question.table(code, t),
                    download="",
                )
            )
            for code in TABLE_FORMATS
        ]
        taking = [
            html.P(t("Prenez le tableau, remplissez-le pendant les appels :")),
            html.Ul(links),
        ]
    file = Element(
        "input",
        None,
        {"id": "say-file", "type": "file", "name": "file", "required": True},
    )
    bring = posted(
        [
            Element("label", t("Rapporter un tableau (XLSX, ODS ou CSV)"), {"for": "say-file"}),
            file,
            Element("button", t("Lire le tableau"), {"class": "button"}),
        ],
        "say-bring",
        in_language(BRING, t.language),
        file=True,
    )
    note = t(
        "Toute liste convient si elle a un nom ou un numéro, et une colonne à lire : "
        "« Téléphone », « Site web », « Activités », « Adresse », « Toujours exact » ou "
        "« Fermée »."
    )
    return [html.H3(t("En tableau")), *taking, bring, html.P(note, className="hint")]
