"""A report as DOCX: real headings, lists and tables, to fill in."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from territorial_map.services.export.cells import xml_allowed
from territorial_map.services.paper.docx_parts import (
    TICK_BOX,
    Identity,
    add_link,
    describe,
    keep_whole,
    repeat_heading,
    set_up,
    set_widths,
    small,
)
from territorial_map.services.paper.links import shown_link
from territorial_map.services.paper.typesetting import qr_code
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportDocument,
    ReportHeading,
    Tone,
)

_TAGS = {"fr": "fr-FR", "en": "en-GB"}
_BETWEEN = {"fr": " sur ", "en": " of "}
_WIDTH_MM, _TICK_MM = 186, 26


def report_docx(report: ReportDocument) -> bytes:
    """The document."""
    word = Document()
    edition, page, _, code = report.words
    footer = (f"{edition} {{edition}} · {page} ", _BETWEEN[report.language])
    set_up(
        word,
        Identity(
            report.title,
            report.summary,
            report.edition,
            report.built_on,
            _TAGS[report.language],
            footer,
        ),
    )
    word.add_paragraph(xml_allowed(report.title), style="Title")
    small(word.add_paragraph(), report.summary)
    add_link(word.add_paragraph(), report.link, shown_link(report.link))
    qr = qr_code(report.link, "png")
    if qr is not None:
        paragraph = word.add_paragraph()
        paragraph.add_run().add_picture(io.BytesIO(qr), width=Mm(24))
        describe(paragraph, code)
    for block in report.blocks:
        _block(word, block)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _block(word: WordDocument, block: Block) -> None:
    match block:
        case ReportHeading(text, level):
            word.add_heading(xml_allowed(text), level=level)
        case Prose():
            _prose(word, block)
        case Bullets(items):
            for item in items:
                word.add_paragraph(xml_allowed(item), style="List Bullet")
        case Grid():
            _grid(word, block)


def _prose(word: WordDocument, prose: Prose) -> None:
    paragraph = word.add_paragraph(style="Quote" if prose.tone is Tone.QUOTE else None)
    if prose.lead:
        paragraph.add_run(f"{xml_allowed(prose.lead)} ").bold = True
    if prose.tone is Tone.NOTE:
        small(paragraph, prose.text)
    else:
        paragraph.add_run(xml_allowed(prose.text))


def _grid(word: WordDocument, grid: Grid) -> None:
    headings = (*grid.headings, *([grid.tick] if grid.tick else []))
    table = word.add_table(rows=len(grid.rows) + 1, cols=len(headings), style="Table Grid")
    room = _WIDTH_MM - (_TICK_MM if grid.tick else 0)
    widths = tuple(share * room // sum(grid.shares) for share in grid.shares)
    set_widths(table, (*widths, *([_TICK_MM] if grid.tick else [])))
    rows = iter(table.rows)
    heading = next(rows)
    repeat_heading(heading._tr)  # noqa: SLF001 - python-docx cannot repeat a heading
    for cell, text in zip(heading.cells, headings, strict=True):
        cell.paragraphs[0].add_run(xml_allowed(text)).bold = True
    for row, texts in zip(rows, grid.rows, strict=True):
        keep_whole(row._tr)  # noqa: SLF001 - nor keep a row on one page
        cells = list(row.cells)
        for cell, text in zip(cells, texts, strict=False):
            cell.paragraphs[0].add_run(xml_allowed(text)).font.size = Pt(8.5)
        if grid.tick:
            cells[-1].paragraphs[0].add_run(TICK_BOX).font.size = Pt(13)
    # A paragraph after a table keeps the next one apart from it.
    word.add_paragraph()
