"""The check of a group in its dossier: both blocks of law, then a list of proofs to tick."""

from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.ptce.check import PtceCheck
from territorial_map.domain.ptce.gap_candidates import Filling
from territorial_map.domain.ptce.group import Finding
from territorial_map.domain.ptce.law import LegalText, TextStatus
from territorial_map.domain.ptce.verdict import ChecklistState, ClauseVerdict
from territorial_map.services.ptce.check import GroupAnswer
from territorial_map.services.ptce.notes import GroupNotes, ProofNoted
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportHeading,
    Tone,
)
from territorial_map.services.texts import Texts

_FILLED_BY = 5


def check_blocks(answer: GroupAnswer, notes: GroupNotes, t: Texts) -> list[Block]:
    """Both blocks, each under its text of law."""
    check = answer.check
    parts: list[Block] = _whose(answer, t)
    titles = (
        (t("Les éléments de l’article 9"), check.article_9),
        (t("Les conditions pour répondre à un appel à projets de l’État"), check.call_eligibility),
    )
    fillings = {filling.code: filling for filling in answer.could_fill}
    for title, findings in titles:
        parts += [ReportHeading(title), Prose(_reference(findings[0].clause.text, t), Tone.NOTE)]
        for n, finding in enumerate(findings, start=1):
            parts += _finding(n, finding, (fillings.get(finding.clause.code), notes), t)
    return parts


def persons_counted(check: PtceCheck, t: Texts) -> tuple[str, str]:
    """How many legal persons, in words, and how they are counted."""
    low, high = check.persons.low, check.persons.high
    if low == high:
        words = t.plural("{n} personne morale", "{n} personnes morales", low)
    else:
        words = t("de {low} à {high} personnes morales", low=low, high=high)
    return words, t("Les établissements d’un même SIREN comptent une fois.")


def _whose(answer: GroupAnswer, t: Texts) -> list[Block]:
    """How many legal persons; for a PTCE alone, that only its known members are read."""
    check: PtceCheck = answer.check
    words, note = persons_counted(check, t)
    blocks: list[Block] = [Prose(note, lead=f"{words}.")]
    if check.existing is not None:
        words = t(
            "« {name} » est un PTCE qui existe : seuls ses membres connus de nos sources sont lus "
            "ici. Le reste est à déclarer par le pôle ; rien ici ne dit qu’il n’en est pas un.",
            name=check.existing,
        )
        blocks.append(Prose(words))
        blocks.append(Bullets(tuple(member.name for member in answer.members)))
    return blocks


def _reference(text: LegalText, t: Texts) -> str:
    told = t.say(text.reference)
    if text.status is not TextStatus.QUOTED:
        label = text.status.label if t.language is Language.FRENCH else text.status.label_en
        told += f" ({label})"
    if text.read_on is not None:
        told += ". " + t("Lu le {date}.", date=t.date(text.read_on.isoformat()))
    return f"{told} {text.url}"


def _finding(
    n: int, finding: Finding, beside: tuple[Filling | None, GroupNotes], t: Texts
) -> list[Block]:
    filling, notes = beside
    title = t.say(finding.clause.title)
    blocks: list[Block] = [
        ReportHeading(f"{n}. {title}{NBSP}: {_state(finding.state, t)}", level=2),
        Prose(_quote(finding, t), Tone.QUOTE),
    ]
    if finding.members:
        sure = finding.verdict is ClauseVerdict.ESTABLISHED
        lead = t("Établi par :") if sure else t("Membres concernés :")
        blocks.append(Prose(", ".join(mention.name for mention in finding.members), lead=lead))
    if finding.to_establish:
        names = ", ".join(mention.name for mention in finding.to_establish)
        blocks.append(Prose(names, lead=t("Statuts à établir :")))
    if finding.evidence:
        blocks.append(Bullets(tuple(t.say(sentence) for sentence in finding.evidence)))
    for lead, sentence in (
        (t("Preuve attendue :"), finding.proof),
        (t("Ce qui l’établirait :"), finding.would_establish),
    ):
        if sentence is not None:
            blocks.append(Prose(t.say(sentence), lead=lead))
    blocks += _noted(notes.proof(finding.clause.code), t)
    if filling is not None:
        blocks += _filling(filling, t)
    return blocks


def _noted(proof: ProofNoted, t: Texts) -> list[Block]:
    """What the author of the group ticked and wrote."""
    if not proof.done and not proof.note:
        return []
    done = t("preuve réunie") if proof.done else t("preuve non réunie")
    told = f"{done}. {proof.note}" if proof.note else f"{done}."
    return [Prose(told, lead=t("Noté par l’auteur du groupe :"))]


def _quote(finding: Finding, t: Texts) -> str:
    """The words of the law in French; a summary says that it is one."""
    clause = finding.clause
    if clause.text.status is TextStatus.QUOTED:
        return f"«{NBSP}{clause.quote}{NBSP}»"
    english = t.language is Language.ENGLISH and clause.quote_en
    return f"{clause.quote_en if english else clause.quote} ({t('à confirmer')})"


def _filling(filling: Filling, t: Texts) -> list[Block]:
    """The nearest who could fill it; that the directory knows too few, where it does."""
    blocks: list[Block] = []
    if filling.candidates:
        named = []
        for one in filling.candidates[:_FILLED_BY]:
            away = "" if one.distance_km is None else f" ({t.distance(one.distance_km)})"
            named.append(f"{one.member.name}{away}")
        blocks.append(Prose(", ".join(named), lead=t("Pourraient le remplir près d’ici :")))
    if filling.thin is not None:
        blocks.append(Prose(t.say(filling.thin), Tone.NOTE))
    return blocks


def checklist(answer: GroupAnswer, notes: GroupNotes, t: Texts) -> list[Block]:
    """Every clause with what our sources say and what its author has, to tick in a meeting."""
    rows = tuple(
        (
            t.say(finding.clause.title),
            _state(finding.state, t),
            t("oui") if notes.proof(finding.clause.code).done else t("pas encore"),
            notes.proof(finding.clause.code).note or _expected(finding, t),
        )
        for finding in (*answer.check.article_9, *answer.check.call_eligibility)
    )
    headings = (t("Élément"), t("État"), t("Preuve réunie"), t("Pièce notée, ou attendue"))
    return [
        ReportHeading(t("Preuves à réunir")),
        Grid(headings, rows, (28, 26, 14, 50), tick=t("Vérifié le / par")),
    ]


def _expected(finding: Finding, t: Texts) -> str:
    return t("Attendue : {proof}", proof=t.say(finding.clause.proof))


def _state(state: ChecklistState, t: Texts) -> str:
    return state.label if t.language is Language.FRENCH else state.label_en
