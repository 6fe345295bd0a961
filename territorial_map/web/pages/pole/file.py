"""A group as files to bring to a meeting: a document in three formats, its members as a table."""

import base64
import csv
import io

from territorial_map.domain.organisation import Organisation
from territorial_map.services.export.cells import neutral
from territorial_map.services.ptce.study import StudiedGroup
from territorial_map.services.reports.html import report_html
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.pole.check import said
from territorial_map.web.pages.pole.report import ReportAbout, meeting_report

_MEDIA_TYPES = {
    "csv": "text/csv;charset=utf-8",
    "html": "text/html;charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
EXTENSIONS = tuple(_MEDIA_TYPES)


def group_file(
    studied: StudiedGroup, about: ReportAbout, telling: Telling, extension: str
) -> dict[str, str | bool]:
    """The group as a file for the browser to save, in one of ``EXTENSIONS``."""
    content = group_bytes(studied, about, telling, extension)
    return {
        "content": base64.b64encode(content).decode(),
        "base64": True,
        "filename": f"groupe-ptce.{extension}",
        "type": _MEDIA_TYPES[extension],
    }


def group_bytes(
    studied: StudiedGroup, about: ReportAbout, telling: Telling, extension: str
) -> bytes:
    """The file itself; the libraries that set PDF and DOCX are loaded when they are asked for."""
    if extension == "csv":
        return members_csv(studied, about, telling.t).encode()
    report = meeting_report(studied, about, telling)
    if extension == "pdf":
        from territorial_map.services.reports.pdf import report_pdf  # noqa: PLC0415 - as below

        return report_pdf(report)
    if extension == "docx":
        from territorial_map.services.reports.docx import report_docx  # noqa: PLC0415 - seldom asked

        return report_docx(report)
    return report_html(report)


def members_csv(studied: StudiedGroup, about: ReportAbout, t: Texts) -> str:
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
