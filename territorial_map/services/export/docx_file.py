"""DOCX: the same document to fill in, with real headings, tables and page fields."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from territorial_map.services.export.about import CLOSING_NOTE, PRODUCT
from territorial_map.services.export.cells import xml_allowed, xml_text
from territorial_map.services.export.document import Entry, Group, Printed, printed
from territorial_map.services.export.pdf_file import (
    facts_on_paper,
    french_date,
    shown_link,
)
from territorial_map.services.export.place_map import map_svg, map_words
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.trace import NAMESPACE, trace_of
from territorial_map.services.export.typesetting import png_of, qr_code

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.table import CT_Row
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_WIDTHS_MM = (9, 60, 47, 48, 22)
_TICK_BOX = "\u2610"
_INK = RGBColor(0x12, 0x35, 0x5B)
_GREY = RGBColor(0x4A, 0x55, 0x60)


def docx_chunks(table: ExportTable) -> Iterator[bytes]:
    """The document; it is made whole, its lines being at most a few thousand."""
    content = printed(table)
    word = Document()
    _set_up(word, content)
    _opening(word, content)
    _map(word, table, content)
    for group in content.groups:
        _group(word, group, content)
    if not content.groups:
        word.add_paragraph("Aucune organisation connue de nos sources ne répond à cette requête.")
    _closing(word, content)
    _carry(word, trace_of(table.about, table.columns, content.rows))
    buffer = io.BytesIO()
    word.save(buffer)
    yield buffer.getvalue()


def _set_up(word: "WordDocument", content: Printed) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(15)
    about = content.about
    core = word.core_properties
    core.title, core.author, core.language = xml_allowed(about.title), PRODUCT, "fr-FR"
    core.subject = xml_allowed(about.query)[:255]
    core.comments = f"Édition {about.edition.id}"
    day = datetime.combine(
        date.fromisoformat(about.edition.built_on), datetime.min.time(), tzinfo=UTC
    )
    core.created = core.modified = day.replace(tzinfo=None)
    for name, size in (("Normal", 9.5), ("Title", 20), ("Heading 1", 13)):
        style = cast("ParagraphStyle", word.styles[name])
        style.font.size = Pt(size)
        style.font.name = "Calibri"
        style.paragraph_format.space_after = Pt(3)
        if name != "Normal":
            style.font.color.rgb = _INK
    _speak_french(word)
    _footer(word, about.edition.id)


def _speak_french(word: "WordDocument") -> None:
    """The language of every text, for spelling and screen readers."""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fr-FR")


def _footer(word: "WordDocument", edition: str) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _small(paragraph, f"Édition {edition} · Page ")
    _field(paragraph, "PAGE")
    _small(paragraph, " sur ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: "Paragraph", code: str) -> None:
    """A number that the word processor keeps right."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    _small(paragraph, "1")
    field.append(paragraph.runs[-1]._r)  # noqa: SLF001 - python-docx has no fields of its own
    paragraph._p.append(field)  # noqa: SLF001 - the same


def _small(paragraph: "Paragraph", text: str) -> None:
    run = paragraph.add_run(xml_allowed(text))
    run.font.size = Pt(8)
    run.font.color.rgb = _GREY


def _opening(word: "WordDocument", content: Printed) -> None:
    about = content.about
    word.add_paragraph(xml_allowed(about.title), style="Title")
    word.add_paragraph(xml_allowed(about.query))
    word.add_paragraph().add_run(f"{content.counts}.").bold = True
    line = word.add_paragraph()
    day = french_date(about.edition.built_on)
    _small(line, f"Édition du {day}. Tri : {about.sorted_by.lower()}.")


def _map(word: "WordDocument", table: ExportTable, content: Printed) -> None:
    ground = table.survey([mark.point for mark in content.marks])
    drawing = map_svg(ground, content.marks, table.origin)
    if drawing is None:
        return
    paragraph = word.add_paragraph()
    paragraph.add_run().add_picture(io.BytesIO(png_of(drawing)), width=Mm(184))
    _describe(paragraph, map_words(ground, content.marks))


def _describe(paragraph: "Paragraph", words: str) -> None:
    """The alternative text of the picture of a paragraph."""
    for properties in paragraph._p.iter(qn("wp:docPr")):  # noqa: SLF001 - python-docx cannot set it
        properties.set("descr", xml_allowed(words))


def _group(word: "WordDocument", group: Group, content: Printed) -> None:
    word.add_heading(f"{xml_allowed(group.heading)} ({len(group.entries)})", level=1)
    table = word.add_table(rows=len(group.entries) + 1, cols=len(_WIDTHS_MM), style="Table Grid")
    table.autofit = False
    _widths(table)
    rows = iter(table.rows)
    heading = next(rows)
    for cell, text in zip(heading.cells, content.headings, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    _mark_row(heading._tr, "w:tblHeader")  # noqa: SLF001 - python-docx cannot repeat a heading
    for row, entry in zip(rows, group.entries, strict=True):
        _mark_row(row._tr, "w:cantSplit")  # noqa: SLF001 - nor keep a row on one page
        _entry(list(row.cells), entry)


def _widths(table: "Table") -> None:
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
        column.width = Mm(width)
    for tc_row in table._tbl.tr_lst:  # noqa: SLF001 - cell by cell, the API is quadratic
        for tc, width in zip(tc_row.tc_lst, _WIDTHS_MM, strict=True):
            tc.width = Mm(width)


def _mark_row(tr: "CT_Row", name: str) -> None:
    tr.get_or_add_trPr().append(OxmlElement(name))


def _entry(cells: list["_Cell"], entry: Entry) -> None:
    tick, who, why, where, _ = cells
    tick.paragraphs[0].add_run(_TICK_BOX).font.size = Pt(13)
    paragraph = who.paragraphs[0]
    paragraph.add_run(xml_allowed(entry.name)).bold = True
    for text in entry.identity:
        paragraph.add_run(f"\n{xml_allowed(text)}")
    if entry.proof:
        _small(paragraph, f"\n{entry.proof}")
    why.paragraphs[0].add_run(xml_allowed("\n".join(entry.why)))
    where.paragraphs[0].add_run(xml_allowed("\n".join((*entry.where, *entry.contact))))


def _closing(word: "WordDocument", content: Printed) -> None:
    about = content.about
    word.add_heading("Sources et méthode", level=1)
    for name, value in facts_on_paper(content):
        paragraph = word.add_paragraph()
        paragraph.add_run(f"{name} : ").bold = True
        paragraph.add_run(xml_allowed(value))
    paragraph = word.add_paragraph()
    paragraph.add_run("Lien de la liste à jour : ").bold = True
    _hyperlink(paragraph, about.link)
    qr = qr_code(about.link, "png")
    if qr is not None:
        paragraph = word.add_paragraph()
        paragraph.add_run().add_picture(io.BytesIO(qr), width=Mm(27))
        _describe(paragraph, "Code QR : adresse de la liste à jour")
    for source in about.sources:
        word.add_paragraph(xml_allowed(source), style="List Bullet")
    for note in (*about.notes, CLOSING_NOTE):
        word.add_paragraph(xml_allowed(note))


def _hyperlink(paragraph: "Paragraph", link: str) -> None:
    relation = paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), relation)
    run = paragraph.add_run(xml_allowed(shown_link(link)))
    run.font.color.rgb = _INK
    run.font.underline = True
    element.append(run._r)  # noqa: SLF001 - python-docx has no links of its own
    paragraph._p.append(element)  # noqa: SLF001 - the same


def _carry(word: "WordDocument", trace: bytes) -> None:
    """The rows as a custom XML part, which word processors keep."""
    blob = f'<list xmlns="{NAMESPACE}">{xml_text(trace.decode())}</list>'.encode()
    package = word.part.package
    name = package.next_partname("/customXml/item%d.xml")
    part = Part(name, "application/xml", blob, package)
    word.part.relate_to(part, f"{_RELATIONSHIPS}/customXml")


_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
