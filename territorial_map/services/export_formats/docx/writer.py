"""DOCX: the same document to fill in, with real headings, tables and page fields."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.part import Part
from docx.shared import Mm, Pt
from docx.table import _Cell

from territorial_map.domain.language.languages import Language
from territorial_map.services.export.cells import xml_allowed, xml_text
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.embedded_rows import NAMESPACE, trace_of
from territorial_map.services.export_formats.printed.document import (
    DocumentEntry,
    DocumentGroup,
    Printed,
    printed,
)
from territorial_map.services.export_formats.printed.place_map import map_svg, map_words
from territorial_map.services.export_formats.printed.words import (
    dated,
    facts_on_paper,
    words_on_paper,
)
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
from territorial_map.services.paper.typesetting import png_of, qr_code

_TICK_MM, _TEXTS_MM, _BLANK_MM = 9, 155, 22


def docx_chunks(table: ExportTable) -> Iterator[bytes]:
    """The document; it is made whole, its lines being at most a few thousand."""
    content = printed(table)
    word = Document()
    about = content.about
    set_up(word, _identity(content))
    _opening(word, content)
    _map(word, table, content)
    for group in content.groups:
        _group(word, group, content)
    if not content.groups:
        word.add_paragraph(words_on_paper(about.t)["nobody"])
    _footnotes(word, content)
    _closing(word, content)
    _carry(word, trace_of(table.about, table.columns, content.rows))
    buffer = io.BytesIO()
    word.save(buffer)
    yield buffer.getvalue()


def _identity(content: Printed) -> Identity:
    about, t = content.about, content.about.t
    tag = {Language.FRENCH: "fr-FR", Language.ENGLISH: "en-GB"}[t.language]
    footer = (t("Édition {edition} · Page ", edition="{edition}"), t(" sur "))
    edition = about.edition
    return Identity(about.title, about.query, edition.id, edition.built_on, tag, footer)


def _opening(word: WordDocument, content: Printed) -> None:
    about = content.about
    word.add_paragraph(xml_allowed(about.title), style="Title")
    word.add_paragraph(xml_allowed(about.query))
    word.add_paragraph().add_run(f"{content.counts}.").bold = True
    small(word.add_paragraph(), dated(content))


def _map(word: WordDocument, table: ExportTable, content: Printed) -> None:
    ground = table.survey([mark.point for mark in content.marks])
    drawing = map_svg(ground, content.marks, table)
    if drawing is None:
        return
    paragraph = word.add_paragraph()
    paragraph.add_run().add_picture(io.BytesIO(png_of(drawing)), width=Mm(120))
    describe(paragraph, map_words(ground, content.marks, table.about.t))


def _group(word: WordDocument, group: DocumentGroup, content: Printed) -> None:
    word.add_heading(f"{xml_allowed(group.heading)} ({len(group.entries)})", level=1)
    for note in group.notes:
        word.add_paragraph(xml_allowed(note)).paragraph_format.keep_with_next = True
    size = {"rows": len(group.entries) + 1, "cols": len(content.headings)}
    table = word.add_table(**size, style="Table Grid")
    part = _TEXTS_MM / sum(content.shares)
    set_widths(table, (_TICK_MM, *(share * part for share in content.shares), _BLANK_MM))
    rows = iter(table.rows)
    heading = next(rows)
    for cell, text in zip(heading.cells, content.headings, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    repeat_heading(heading._tr)  # noqa: SLF001 - python-docx cannot repeat a heading
    for row, entry in zip(rows, group.entries, strict=True):
        keep_whole(row._tr)  # noqa: SLF001 - nor keep a row on one page
        _entry(list(row.cells), entry)


def _entry(cells: list[_Cell], entry: DocumentEntry) -> None:
    tick, who, why, where, _ = cells
    tick.paragraphs[0].add_run(TICK_BOX).font.size = Pt(13)
    paragraph = who.paragraphs[0]
    paragraph.add_run(xml_allowed(entry.name)).bold = True
    if entry.identity:
        paragraph.add_run(f"\n{xml_allowed(' · '.join(entry.identity))}")
    if entry.proof:
        small(paragraph, f"\n{entry.proof}")
    why.paragraphs[0].add_run(xml_allowed("\n".join(entry.why)))
    where.paragraphs[0].add_run(xml_allowed("\n".join((*entry.where, *entry.contact))))


def _footnotes(word: WordDocument, content: Printed) -> None:
    if content.footnotes:
        word.add_heading(words_on_paper(content.about.t)["footnotes"], level=1)
    for note in content.footnotes:
        word.add_paragraph(xml_allowed(note), style="List Number")


def _closing(word: WordDocument, content: Printed) -> None:
    about, words = content.about, words_on_paper(content.about.t)
    colon = about.t(" : ")
    word.add_heading(words["method"], level=1)
    for name, value in facts_on_paper(content):
        paragraph = word.add_paragraph()
        paragraph.add_run(f"{name}{colon}").bold = True
        paragraph.add_run(xml_allowed(value))
    paragraph = word.add_paragraph()
    paragraph.add_run(words["live"] + colon).bold = True
    add_link(paragraph, about.link, shown_link(about.link))
    qr = qr_code(about.link, "png")
    if qr is not None:
        paragraph = word.add_paragraph()
        paragraph.add_run().add_picture(io.BytesIO(qr), width=Mm(27))
        describe(paragraph, words["qr"])
    for source in about.sources:
        word.add_paragraph(xml_allowed(source), style="List Bullet")
    for note in about.all_notes:
        word.add_paragraph(xml_allowed(note))


def _carry(word: WordDocument, trace: bytes) -> None:
    """The rows as a custom XML part, which word processors keep."""
    blob = f'<list xmlns="{NAMESPACE}">{xml_text(trace.decode())}</list>'.encode()
    package = word.part.package
    name = package.next_partname("/customXml/item%d.xml")
    part = Part(name, "application/xml", blob, package)
    word.part.relate_to(part, f"{_RELATIONSHIPS}/customXml")


_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
