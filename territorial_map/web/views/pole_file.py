"""A group as files to bring to a meeting: a page to print, and its members as a table."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from territorial_map.domain.edition import Edition
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.ptce.group import Finding
from territorial_map.domain.ptce.law import TextStatus
from territorial_map.domain.ptce.verdict import Verdict
from territorial_map.services.export.cells import neutral
from territorial_map.services.ptce.study import StudiedGroup
from territorial_map.web.texts import NBSP, Language, Texts
from territorial_map.web.views.partners_card import Telling
from territorial_map.web.views.pole_check import said, verdict_in_words

_STYLE = """
body { font: 11pt/1.4 "Source Sans 3", system-ui, sans-serif; color: #16212f; margin: 2rem auto;
  max-width: 52rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 1.6rem; } h3 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
th, td { border-bottom: 1px solid #b4c0cf; padding: 0.3rem 0.5rem 0.3rem 0; text-align: left;
  vertical-align: top; }
blockquote { margin: 0.2rem 0; padding-left: 0.8rem; border-left: 3px solid #b4c0cf; }
.verdict { font-weight: 700; } .note { color: #47566b; font-size: 0.9em; }
li { break-inside: avoid; margin-bottom: 0.5rem; }
@media print { body { margin: 0; font-size: 9.5pt; } }
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: the edition it was made from, and where to open it again."""

    edition: Edition
    link: str


def members_csv(studied: StudiedGroup, about: About, t: Texts) -> str:
    """Members, one a row, with what each establishes; then the edition and the link."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    headings = (
        t("Nom"),
        t("Type"),
        t("Appartenance à l’ESS"),
        t("Forme juridique"),
        "SIREN",
        t("Commune"),
        t("Ce que le membre établit"),
        t("Identifiant"),
        t("Édition"),
        t("Lien"),
    )
    writer.writerow(headings)
    for member in studied.members:
        row = (
            member.name,
            t(member.kind.label),
            t(member.status.ess.label),
            t(member.status.legal_form.label),
            member.siren or "",
            member.place.commune or "",
            " | ".join(_established_by(member, studied, t)),
            member.id,
            about.edition.id,
            about.link,
        )
        writer.writerow([neutral(cell) for cell in row])
    return "\ufeff" + buffer.getvalue()


def _established_by(member: Organisation, studied: StudiedGroup, t: Texts) -> list[str]:
    """The titles of the clauses for which the member's legal person is named."""
    if studied.answer is None:
        return []
    check = studied.answer.check
    return [
        said(finding.clause.title, t)
        for finding in (*check.article_9, *check.call_eligibility)
        if any(
            mention.id == member.id or (mention.siren and mention.siren == member.siren)
            for mention in finding.members
        )
    ]


def group_document(studied: StudiedGroup, about: About, telling: Telling) -> str:
    """One self-contained page: members, the two blocks with the law, pooling, provenance."""
    t = telling.t
    title = t("Constituer un PTCE : examen d’un groupe")
    built = t.date(about.edition.built_on)
    edition = t("Édition {id}, construite le {date}.", id=about.edition.id, date=built)
    body = [
        f"<h1>{escape(title)}</h1>",
        _note(edition),
        f'<p class="note"><a href="{escape(about.link)}">{escape(about.link)}</a></p>',
        *_members(studied, t),
        *_check(studied, t),
        *_inside(studied, telling),
        _note(t("Distances à vol d’oiseau. Ce document n’est pas un avis juridique.")),
        f"<p>{escape(t('☐ Vérifié le ……………… par ………………………………'))}</p>",
    ]
    lang = t.language.value
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body>{''.join(body)}</body></html>"
    )


def _note(words: str) -> str:
    return f'<p class="note">{escape(words)}</p>'


def _table(headings: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    lines = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _members(studied: StudiedGroup, t: Texts) -> list[str]:
    complete = t("Liste déclarée complète par son auteur.")
    partial = t("Liste non déclarée complète.")
    rows = (
        (
            one.name,
            t(one.status.ess.label),
            t(one.status.legal_form.label),
            one.siren or "",
            one.place.commune or "",
            one.phone or t("Téléphone non renseigné"),
        )
        for one in studied.members
    )
    headings = (
        t("Nom"),
        t("Appartenance à l’ESS"),
        t("Forme juridique"),
        "SIREN",
        t("Commune"),
        t("Téléphone"),
    )
    return [
        f"<h2>{escape(t('Membres'))}</h2>",
        _table(headings, rows),
        _note(complete if studied.complete else partial),
    ]


def _check(studied: StudiedGroup, t: Texts) -> list[str]:
    if studied.answer is None:
        return []
    check = studied.answer.check
    blocks = (
        (t("Les éléments de l’article 9"), check.article_9),
        (t("Les conditions pour répondre à un appel à projets de l’État"), check.call_eligibility),
    )
    parts: list[str] = []
    for title, findings in blocks:
        reference = said(findings[0].clause.text.reference, t)
        lines = "".join(_finding(finding, t) for finding in findings)
        parts += [f"<h2>{escape(title)}</h2>", _note(reference), f"<ol>{lines}</ol>"]
    return parts


def _finding(finding: Finding, t: Texts) -> str:
    clause = finding.clause
    quoted = clause.text.status is TextStatus.QUOTED
    english = t.language is Language.ENGLISH and clause.quote_en
    words = f"«{NBSP}{clause.quote}{NBSP}»" if quoted else clause.quote
    if not quoted:
        words = f"{clause.quote_en if english else clause.quote} ({t('à confirmer')})"
    verdict = f'<span class="verdict">{escape(verdict_in_words(finding.verdict, t))}</span>'
    told = [
        f"<strong>{escape(said(clause.title, t))}</strong> — {verdict}",
        f"<blockquote>{escape(words)}</blockquote>",
    ]
    if finding.members:
        names = ", ".join(mention.name for mention in finding.members)
        sure = finding.verdict is Verdict.ESTABLISHED
        title = t("Établi par :") if sure else t("Membres concernés :")
        told.append(f"<div>{escape(title)} {escape(names)}</div>")
    told += [f"<div>{escape(said(sentence, t))}</div>" for sentence in finding.evidence]
    for title, sentence in (
        (t("Preuve attendue :"), finding.proof),
        (t("Ce qui l’établirait :"), finding.would_establish),
    ):
        if sentence is not None:
            told.append(f"<div>{escape(title)} {escape(said(sentence, t))}</div>")
    return f"<li>{''.join(told)}</li>"


def _inside(studied: StudiedGroup, telling: Telling) -> list[str]:
    if studied.inside is None:
        return []
    t = telling.t
    rows = (
        (
            found.a.name,
            found.b.name,
            telling.category(found.category),
            telling.tier(found.tier),
            telling.distance(found),
            telling.say(reasons_of(found, telling.rulebook).ask),
        )
        for found in studied.inside.found
    )
    headings = (
        t("Membre"),
        t("Avec"),
        t("Sur quoi"),
        t("Piste"),
        t("Distance"),
        t("À demander"),
    )
    title = t("Ce que les membres pourraient mettre en commun")
    nothing = _note(t("Aucune piste entre ces membres d’après nos sources."))
    return [
        f"<h2>{escape(title)}</h2>",
        _table(headings, rows) if studied.inside.found else nothing,
    ]
