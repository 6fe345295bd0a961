"""What every DOCX of ours is made of: page, styles, footer, links, kept and repeated rows."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from territorial_map.services.export.about import PRODUCT
from territorial_map.services.export.cells import xml_allowed

INK = RGBColor(0x12, 0x35, 0x5B)
GREY = RGBColor(0x4A, 0x55, 0x60)
TICK_BOX = "\u2610"
_SIZES = (("Normal", 9), ("Title", 20), ("Heading 1", 13), ("Heading 2", 11))


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document says of itself; ``language`` is a tag (``fr-FR``), ``built_on`` an ISO day.

    ``footer`` is what stands before the page number and between it and the number of pages.
    """

    title: str
    subject: str
    edition: str
    built_on: str
    language: str = "fr-FR"
    footer: tuple[str, str] = ("Édition {edition} · Page ", " sur ")


def set_up(word: WordDocument, identity: Identity) -> None:
    """A4, the styles of the project, the document's own properties, numbered pages."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(15)
    core = word.core_properties
    core.title, core.author = xml_allowed(identity.title), PRODUCT
    core.language = identity.language
    core.subject = xml_allowed(identity.subject)[:255]
    core.comments = f"Édition {identity.edition}"
    day = datetime.combine(date.fromisoformat(identity.built_on), datetime.min.time(), tzinfo=UTC)
    core.created = core.modified = day.replace(tzinfo=None)
    for name, size in _SIZES:
        style = cast("ParagraphStyle", word.styles[name])
        style.font.size = Pt(size)
        style.font.name = "Calibri"
        style.paragraph_format.space_after = Pt(3)
        if name != "Normal":
            style.font.color.rgb = INK
    # The language of every text, for spelling and screen readers.
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), identity.language)
    _footer(word, identity)


def _footer(word: WordDocument, identity: Identity) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between = identity.footer
    small(paragraph, before.format(edition=identity.edition))
    _field(paragraph, "PAGE")
    small(paragraph, between)
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that the word processor keeps right."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    small(paragraph, "1")
    field.append(paragraph.runs[-1]._r)  # noqa: SLF001 - python-docx has no fields of its own
    paragraph._p.append(field)  # noqa: SLF001 - the same


def small(paragraph: Paragraph, text: str) -> None:
    """Text in small grey letters at the end of a paragraph."""
    run = paragraph.add_run(xml_allowed(text))
    run.font.size = Pt(8)
    run.font.color.rgb = GREY


def describe(paragraph: Paragraph, words: str) -> None:
    """The alternative text of the picture of a paragraph."""
    for properties in paragraph._p.iter(qn("wp:docPr")):  # noqa: SLF001 - python-docx cannot set it
        properties.set("descr", xml_allowed(words))


def add_link(paragraph: Paragraph, link: str, shown: str) -> None:
    """A link at the end of a paragraph."""
    relation = paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), relation)
    run = paragraph.add_run(xml_allowed(shown))
    run.font.color.rgb = INK
    run.font.underline = True
    element.append(run._r)  # noqa: SLF001 - python-docx has no links of its own
    paragraph._p.append(element)  # noqa: SLF001 - the same


def set_widths(table: Table, widths_mm: tuple[float, ...]) -> None:
    """The same widths for the columns and for every cell."""
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for tc_row in table._tbl.tr_lst:  # noqa: SLF001 - cell by cell, the API is quadratic
        for tc, width in zip(tc_row.tc_lst, widths_mm, strict=True):
            tc.width = Mm(width)


def repeat_heading(tr: CT_Row) -> None:
    """The row comes back at the top of each page, and tells screen readers it heads columns."""
    tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(tr: CT_Row) -> None:
    """The row is never cut between two pages."""
    tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
