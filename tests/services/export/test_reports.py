"""Reports as HTML, PDF and DOCX: the same words in the same order, tagged and headed."""

import io
import re
from dataclasses import replace
from html import unescape

import docx
import pikepdf
import pytest
from docx.document import Document
from docx.table import Table
from hypothesis import example, given, settings
from hypothesis import strategies as st

from territorial_map.services.reports.docx import report_docx
from territorial_map.services.reports.html import report_html
from territorial_map.services.reports.pdf import report_pdf
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportDocument,
    ReportHeading,
    Tone,
)
from tests.services.export.test_documents import tags_of

REPORT = ReportDocument(
    title="Groupe synthétique",
    summary="Édition synthétique.",
    edition="2026-11-22-synthetic",
    built_on="2026-11-22",
    link="https://carte.example/ptce?ids=synthetic:a",
    language="fr",
    words=("Édition", "Page", "Ouvrir", "Code QR : adresse"),
    blocks=(
        ReportHeading("Membres"),
        Grid(("Nom", "Commune"), (("Scop synthétique", "Romans"),), (2, 1), tick="Vérifié"),
        ReportHeading("Examen"),
        ReportHeading("Un élément", level=2),
        Prose("« le texte »", Tone.QUOTE),
        Prose("Statuts.", lead="Preuve :"),
        Bullets(("Un fait.", "Un autre.")),
        Prose("À savoir.", Tone.NOTE),
    ),
)


def test_a_page_runs_and_loads_nothing() -> None:
    head, _, _ = report_html(REPORT).partition(b"<title>")

    assert b"default-src 'none'; script-src 'none'" in head


def said_by(block: Block) -> list[str]:
    match block:
        case ReportHeading(text):
            return [text]
        case Prose(text, _, lead):
            return [f"{lead} {text}".strip()]
        case Bullets(items):
            return list(items)
        case Grid(headings, rows, _, tick):
            lines = [[*row, *(["\u2610"] if tick else [])] for row in rows]
            return [
                *headings,
                *([tick] if tick else []),
                *(cell for line in lines for cell in line),
            ]


def in_docx(document: Document) -> list[str]:
    told = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            told += [cell.text for row in part.rows for cell in row.cells]
        else:
            told.append(part.text)
    return [text for text in told if text]


def test_a_docx_says_every_block_in_order_under_real_headings() -> None:
    document = docx.Document(io.BytesIO(report_docx(REPORT)))
    styles = [p.style.name for p in document.paragraphs if p.style]

    told = in_docx(document)

    assert told[0] == REPORT.title
    assert told[-11:] == [text for block in REPORT.blocks for text in said_by(block)][-11:]
    assert [s for s in styles if s.startswith("Heading")] == [
        "Heading 1",
        "Heading 1",
        "Heading 2",
    ]
    assert styles.count("List Bullet") == 2
    assert document.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_a_page_says_every_block_and_runs_nothing() -> None:
    page = report_html(REPORT).decode()

    text = unescape(re.sub(r"<[^>]+>", "\n", page.replace("</strong> ", "</strong>")))

    said = [part for block in REPORT.blocks for part in said_by(block)]
    assert len(said) >= len(REPORT.blocks) > 4
    assert [word for part in said for word in part.split() if word not in text] == []
    assert re.findall(r"<h(\d)>", page) == ["1", "2", "2", "3"]
    assert "<script" not in page
    assert 'scope="col"' in page


def test_a_pdf_is_tagged_headed_and_declares_pdf_ua() -> None:
    with pikepdf.open(io.BytesIO(report_pdf(REPORT))) as pdf:
        tags = tags_of(pdf.Root["/StructTreeRoot"]["/K"])
        with pdf.open_metadata() as metadata:
            declared = metadata.get("pdfuaid:part")

        assert declared == "1"
        assert str(pdf.Root["/Lang"]).lower().startswith("fr")
        assert [tag for tag in tags if tag in {"/H1", "/H2", "/H3"}] == ["/H1", "/H2", "/H2", "/H3"]
        assert {"/Table", "/THead", "/TH", "/TD", "/LI", "/Figure", "/Link"} <= set(tags)


def test_the_language_of_the_reader_is_told_to_screen_readers() -> None:
    english = replace(REPORT, language="en")

    with pikepdf.open(io.BytesIO(report_pdf(english))) as pdf:
        assert str(pdf.Root["/Lang"]).lower().startswith("en")
    document = docx.Document(io.BytesIO(report_docx(english)))
    assert set(document.styles.element.xpath(".//w:lang/@w:val")) == {"en-GB"}
    assert b'<html lang="en">' in report_html(english)


def test_the_same_report_gives_the_same_pdf() -> None:
    assert report_pdf(REPORT) == report_pdf(REPORT)


def test_a_grid_with_a_short_row_is_refused() -> None:
    with pytest.raises(ValueError, match="as many values as there are headings"):
        Grid(("Nom", "Commune"), (("seul",),), (1, 1))


@settings(max_examples=12, deadline=None)
@given(text=st.text(max_size=40))
@example(text=" ")
@example(text='#panic("x") *gras* $x$ <b>&amp;')
def test_no_text_breaks_a_report(text: str) -> None:
    odd = replace(
        REPORT,
        title=text,
        blocks=(
            Grid((text, text), ((text, text),), (1, 1)),
            Prose(text, Tone.QUOTE, lead=text),
            Bullets((text,)),
        ),
    )

    assert report_pdf(odd).startswith(b"%PDF")
    assert len(docx.Document(io.BytesIO(report_docx(odd))).tables) == 1
    assert b"<b>&amp;" not in report_html(odd)
