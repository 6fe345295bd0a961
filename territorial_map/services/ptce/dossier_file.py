"""A group as files to bring to a meeting: a document in three formats, its members as a table."""

import csv
import io

from territorial_map.domain.organisation import Organisation
from territorial_map.services.export.cells import neutral
from territorial_map.services.partnerships.words import LeadWords
from territorial_map.services.ptce.dossier import DossierAbout, group_dossier
from territorial_map.services.ptce.notes import GroupNotes
from territorial_map.services.ptce.study import StudiedGroup
from territorial_map.services.reports.html import report_html
from territorial_map.services.texts import Texts

MEDIA_TYPES = {
    "csv": "text/csv;charset=utf-8",
    "html": "text/html;charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_NOTHING = GroupNotes()
EXTENSIONS = tuple(MEDIA_TYPES)


def group_bytes(
    studied: StudiedGroup,
    about: DossierAbout,
    telling: LeadWords,
    extension: str,
    notes: GroupNotes = _NOTHING,
) -> bytes:
    """The file, in one of ``EXTENSIONS``; libraries that set PDF and DOCX are loaded when asked."""
    if extension == "csv":
        return members_csv(studied, about, telling.t).encode()
    report = group_dossier(studied, about, telling, notes)
    if extension == "pdf":
        from territorial_map.services.reports.pdf import report_pdf  # noqa: PLC0415 - as below

        return report_pdf(report)
    if extension == "docx":
        from territorial_map.services.reports.docx import report_docx  # noqa: PLC0415 - seldom asked

        return report_docx(report)
    return report_html(report)


def members_csv(studied: StudiedGroup, about: DossierAbout, t: Texts) -> str:
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
        t.say(finding.clause.title)
        for finding in (*check.article_9, *check.call_eligibility)
        if any(
            mention.id == member.id or (mention.siren and mention.siren == member.siren)
            for mention in finding.members
        )
    ]
