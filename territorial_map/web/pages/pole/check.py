"""The check of a group in two blocks, never summed up in one word; each clause with its text."""

from collections.abc import Callable, Mapping, Sequence

from dash import html

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.ptce.check import PtceCheck
from territorial_map.domain.ptce.gap_candidates import Filling, Neighbour
from territorial_map.domain.ptce.group import Finding
from territorial_map.domain.ptce.law import LegalText, TextStatus
from territorial_map.domain.ptce.member import Member
from territorial_map.domain.ptce.persons import Mention
from territorial_map.domain.ptce.verdict import (
    ChecklistState,
    ClauseVerdict,
    ConditionCode,
    ElementCode,
)
from territorial_map.services.ptce.check import GroupAnswer
from territorial_map.services.ptce.dossier_check import persons_counted
from territorial_map.services.ptce.together import PoleMembers
from territorial_map.web.base.french import with_quotes
from territorial_map.web.base.html import Element, Tickbox
from territorial_map.web.base.list_buttons import toggle
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, outside_link
from territorial_map.web.base.texts import NBSP, Language, Texts

Fillings = Mapping[ElementCode | ConditionCode, list[Node]]
Adding = Callable[[Member], Node]
_ICONS = {
    ChecklistState.ESTABLISHED: "check",
    ChecklistState.TO_CONFIRM: "info",
    ChecklistState.NOT_ESTABLISHED: "search",
    ChecklistState.TO_DECLARE: "file-text",
    ChecklistState.NOT_MET: "triangle-alert",
}
_MOST_NOTE = "2000"


def said(sentence: Sentence, t: Texts) -> str:
    """A sentence in the language of the page."""
    return sentence.fr if t.language is Language.FRENCH else sentence.en


def verdict_in_words(verdict: ClauseVerdict | ChecklistState, t: Texts) -> str:
    """The verdict, or what is left to do, as a reader meets it."""
    return verdict.label if t.language is Language.FRENCH else verdict.label_en


def check_blocks(
    answer: GroupAnswer, t: Texts, adding: Adding | None = None, *, noting: bool = False
) -> list[Node]:
    """Article 9, then apart the conditions of State calls.

    ``adding`` is the way to add somebody who could fill a clause, a button if not told. With
    ``noting``, every clause has a box to tick and a note, which the browser keeps with the list.
    """
    add = adding or (lambda member: _into_group(member, t))
    check = answer.check
    fillings = {filling.code: _filling(filling, add, t) for filling in answer.could_fill}
    nodes: list[Node] = [_existing_note(check, t), _count(check, t)]
    nodes += [_pole_note(pole, t) for pole in answer.poles if pole.members]
    nodes += [
        _block(
            t("Les éléments de l’article 9"),
            t("Ce qui définit un PTCE dans la loi : une définition, pas un label."),
            check.article_9,
            fillings,
            (t, noting),
        ),
        _block(
            t("Les conditions pour répondre à un appel à projets de l’État"),
            t("Une autre question : être éligible à un appel n’est pas être un PTCE."),
            check.call_eligibility,
            fillings,
            (t, noting),
        ),
    ]
    return [node for node in nodes if node is not None]


def _existing_note(check: PtceCheck, t: Texts) -> html.Div | None:
    if check.existing is None:
        return None
    words = t(
        "« {name} » est un PTCE qui existe : seuls ses membres connus de nos sources sont lus "
        "ici. Le reste est à déclarer par le pôle ; rien ici ne dit qu’il n’en est pas un.",
        name=check.existing,
    )
    return html.Div([icon("info"), html.Div(words)], className="callout")


def _pole_note(pole: PoleMembers, t: Texts) -> html.Div:
    """The first action: the members that a source names of a pole in the group."""
    ids = [member.id for member in pole.members]
    words = t.say(pole.action)
    done = t("{n} organisations sont dans le groupe.", n=len(ids))
    add = html.Button(
        [icon("users"), words],
        type="button",
        className="button button-strong",
        **named({"data-group-gather": "\n".join(ids), "data-said": done}),
    )
    names = ", ".join(member.name for member in pole.members)
    told: list[Node] = [html.Strong(pole.pole.name), html.P(names), add]
    return html.Div([icon("info"), html.Div(told)], className="callout")


def _into_group(member: Member, t: Texts) -> html.Button:
    """Adds an organisation to the visitor's group, or takes it out; the browser keeps it."""
    words = (t("Ajouter au groupe"), t("Dans le groupe"))
    return toggle(words, {"data-group-toggle": member.id or "", "data-name": member.name})


def _count(check: PtceCheck, t: Texts) -> html.P:
    words, note = persons_counted(check, t)
    return html.P([html.Strong(words), ". ", note], className="pole-count")


def _block(
    title: str,
    note: str,
    findings: Sequence[Finding],
    fillings: Fillings,
    telling: tuple[Texts, bool],
) -> html.Section:
    t, noting = telling
    text = findings[0].clause.text
    lines = [
        _finding(
            finding,
            [*([_proof(finding, t)] if noting else []), *fillings.get(finding.clause.code, [])],
            t,
        )
        for finding in findings
    ]
    return html.Section(
        [
            html.H3(title),
            html.P(note, className="hint"),
            html.Ul(_tally(findings, t), className="tally"),
            html.Ul(lines, className="findings"),
            _text_note(text, t),
        ],
        className="pole-block",
    )


def _tally(findings: Sequence[Finding], t: Texts) -> list[html.Li]:
    """How many of each verdict, never one word for all."""
    counted = [(v, sum(f.state is v for f in findings)) for v in ChecklistState]
    return [
        html.Li([badge(str(n), _tone(verdict)), " ", verdict_in_words(verdict, t)])
        for verdict, n in counted
        if n
    ]


def _tone(verdict: ChecklistState) -> str:
    tones = {ChecklistState.ESTABLISHED: "strong", ChecklistState.NOT_MET: "warn"}
    return tones.get(verdict, "plain")


def _text_note(text: LegalText, t: Texts) -> html.P:
    nodes: list[Node] = [outside_link(said(text.reference, t), text.url)]
    if text.status is not TextStatus.QUOTED:
        label = text.status.label if t.language is Language.FRENCH else text.status.label_en
        nodes += [" ", badge(label, "warn")]
    if text.read_on is not None:
        nodes += [" ", t("Lu le {date}.", date=t.date(text.read_on.isoformat()))]
    return html.P(nodes, className="reference")


def _finding(finding: Finding, filling: list[Node], t: Texts) -> html.Li:
    verdict = finding.verdict
    nodes: list[Node] = [
        html.Div(
            [
                html.H4(said(finding.clause.title, t)),
                html.Span(
                    [icon(_ICONS[finding.state]), verdict_in_words(finding.state, t)],
                    className=f"verdict verdict-{finding.state.value}",
                ),
            ],
            className="finding-heading",
        ),
        _quote(finding, t),
    ]
    if finding.members:
        sure = verdict is ClauseVerdict.ESTABLISHED
        title = t("Établi par :") if sure else t("Membres concernés :")
        nodes.append(_named(title, finding.members))
    if finding.to_establish:
        nodes.append(_named(t("Statuts à établir :"), finding.to_establish))
    if finding.evidence:
        shown = [html.Li(with_quotes(said(sentence, t), t)) for sentence in finding.evidence]
        nodes.append(html.Ul(shown, className="bullets evidence-list"))
    for title, sentence in (
        (t("Preuve attendue :"), finding.proof),
        (t("Ce qui l’établirait :"), finding.would_establish),
    ):
        if sentence is not None:
            nodes.append(html.P([html.Strong(title), " ", said(sentence, t)]))
    nodes += filling
    return html.Li(nodes, className=f"finding finding-{verdict.value}")


def _proof(finding: Finding, t: Texts) -> html.Div:
    """A box to tick once the proof is there, and a note; empty here, the browser fills them."""
    title = said(finding.clause.title, t)
    about = hidden(f" : {title}")
    note: Node = Element(
        "textarea",
        "",
        {
            "rows": "2",
            "maxlength": _MOST_NOTE,
            "aria-label": t("Pièce, date, où la trouver : {name}", name=title),
            "placeholder": t("Pièce, date, où la trouver"),
        },
    )
    summary = html.Summary([t("Noter la pièce"), about, icon("chevron-down")])
    parts: list[Node] = [
        Tickbox([t("Preuve réunie"), about], checked=False, attributes={}),
        html.Details([summary, note], className="more"),
    ]
    return html.Div(
        parts,
        className="proof",
        **named({"data-proof": finding.clause.code.value, "data-proof-title": title}),
    )


def _quote(finding: Finding, t: Texts) -> html.Blockquote:
    """The words of the law in French; a summary says that it is one."""
    clause = finding.clause
    if clause.text.status is TextStatus.QUOTED:
        return html.Blockquote(f"«{NBSP}{clause.quote}{NBSP}»", lang="fr")
    summary = clause.quote_en if t.language is Language.ENGLISH else clause.quote
    return html.Blockquote([summary or clause.quote, " ", badge(t("à confirmer"), "warn")])


def _named(title: str, mentions: Sequence[Mention]) -> html.P:
    return html.P([html.Strong(title), " ", ", ".join(mention.name for mention in mentions)])


def _filling(filling: Filling, add: Adding, t: Texts) -> list[Node]:
    """Who nearby could fill it, each with a way to add it; or that the directory knows too few."""
    nodes: list[Node] = []
    if filling.candidates:
        lines = [_candidate(candidate, add, t) for candidate in filling.candidates]
        title = t("Qui pourrait le remplir près d’ici, du plus proche au plus lointain")
        count = t("{n} sur {total}", n=len(lines), total=t.number(filling.known))
        nodes.append(
            html.Details(
                [
                    html.Summary([title, f" ({count})", icon("chevron-down")]),
                    html.Ul(lines, className="candidates"),
                    *_with_them(filling, t),
                ],
                className="more",
                open=filling.verdict_with is ClauseVerdict.ESTABLISHED,
            )
        )
    if filling.thin is not None:
        words = said(filling.thin, t)
        nodes.append(html.P([icon("info"), html.Span(words)], className="hint thin"))
    return nodes


def _with_them(filling: Filling, t: Texts) -> list[Node]:
    if filling.verdict_with is None:
        return []
    verdict = verdict_in_words(filling.verdict_with, t)
    words = t.plural(
        "Avec la première : « {verdict} ».",
        "Avec les {n} premières : « {verdict} ».",
        filling.needed,
        verdict=verdict,
    )
    return [html.P(words, className="hint")]


def _candidate(candidate: Neighbour, add: Adding, t: Texts) -> html.Li:
    member = candidate.member
    told = [part for part in (member.place.commune, _away(candidate, t)) if part]
    nodes: list[Node] = [
        html.Div([html.Strong(member.name), html.Div(" · ".join(told), className="neighbour-told")])
    ]
    if member.id:
        nodes.append(add(member))
    return html.Li(nodes)


def _away(candidate: Neighbour, t: Texts) -> str:
    if candidate.distance_km is None:
        return ""
    return t("à {distance} à vol d’oiseau", distance=t.distance(candidate.distance_km))
