"""The files of a territory: the note, its workbook, and the sheet to correct by hand."""

from collections.abc import Callable
from dataclasses import dataclass

from territorial_map.services.reports.report import ReportDocument
from territorial_map.services.territory_note.note import TerritoryNote
from territorial_map.services.territory_note.report import note_report
from territorial_map.services.territory_note.sheet import review_sheet
from territorial_map.services.territory_note.tables import note_workbook

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A file: its media type and what makes it."""

    media_type: str
    make: Callable[[TerritoryNote], bytes]


def _docx(report: ReportDocument) -> bytes:
    from territorial_map.services.reports.docx import report_docx  # noqa: PLC0415 - seldom asked

    return report_docx(report)


def _pdf(report: ReportDocument) -> bytes:
    from territorial_map.services.reports.pdf import report_pdf  # noqa: PLC0415 - seldom asked

    return report_pdf(report)


NOTE_FILES: dict[str, NoteFile] = {
    "docx": NoteFile(_DOCX, lambda note: _docx(note_report(note))),
    "pdf": NoteFile("application/pdf", lambda note: _pdf(note_report(note))),
    "xlsx": NoteFile(_XLSX, note_workbook),
}
SHEET_FILES: dict[str, NoteFile] = {
    "docx": NoteFile(_DOCX, lambda note: _docx(review_sheet(note))),
    "pdf": NoteFile("application/pdf", lambda note: _pdf(review_sheet(note))),
}
