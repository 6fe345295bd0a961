"""PDF and DOCX: tagged, headed, with tick boxes and sources; refused when too long."""

import io
from dataclasses import replace
from typing import Any, cast

import docx
import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from territorial_map.domain.errors import TooLarge
from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.cells import Column, Slot
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.pdf.writer import pdf_chunks
from territorial_map.services.export_formats.printed.document import Mark, printed
from territorial_map.services.export_formats.printed.map_frame import spread
from territorial_map.services.export_formats.printed.place_map import map_svg
from territorial_map.services.paper.typesetting import qr_code
from tests.services.export.conftest import SITE, Writer


def tags_of(node: Any) -> list[str]:
    """The structure types of a tagged PDF, in reading order."""
    if isinstance(node, pikepdf.Array):
        return [tag for kid in node for tag in tags_of(kid)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (tags_of(node["/K"]) if "/K" in node else [])


def test_a_pdf_is_tagged_french_and_declares_pdf_ua(table: ExportTable, written: Writer) -> None:
    with pikepdf.open(written("pdf")) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as metadata:
            declared = metadata.get("pdfuaid:part")
        title = str(pdf.docinfo["/Title"])

        assert bool(root["/MarkInfo"]["/Marked"])
        assert str(root["/Lang"]).lower().startswith("fr")
        assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
        assert declared == "1"
        assert title == table.about.title


def test_a_pdf_has_headings_tables_with_headers_and_a_described_map(written: Writer) -> None:
    with pikepdf.open(written("pdf")) as pdf:
        tags = tags_of(pdf.Root["/StructTreeRoot"]["/K"])

    assert tags.count("/H1") == 1
    assert tags.index("/H1") < tags.index("/H2")
    assert {"/Table", "/THead", "/TH", "/TD", "/Figure", "/Link"} <= set(tags)


def test_a_pdf_is_a4_and_numbers_its_pages(written: Writer) -> None:
    with pikepdf.open(written("pdf")) as pdf:
        sizes = {tuple(round(float(x)) for x in page.mediabox) for page in pdf.pages}

    assert sizes == {(0, 0, 595, 842)}


def test_the_same_list_gives_the_same_pdf(table: ExportTable) -> None:
    assert b"".join(pdf_chunks(table)) == b"".join(pdf_chunks(table))


def test_a_docx_has_real_headings_and_tables(table: ExportTable, written: Writer) -> None:
    document = docx.Document(str(written("docx")))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    first = document.tables[0]

    assert document.core_properties.title == table.about.title
    assert headings[-1] == "Sources et méthode"
    assert "Travail protégé et adapté (3)" in headings
    assert [cell.text for cell in first.rows[0].cells] == [
        *("Vu", "Organisation", "Activité et statut", "Où et contact", "Vérifié le / par")
    ]
    assert first.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert sum(len(t.rows) - 1 for t in document.tables) == table.about.rows


def test_a_docx_speaks_french_describes_its_pictures_and_counts_its_pages(
    written: Writer,
) -> None:
    document = docx.Document(str(written("docx")))
    body = document.element
    described = body.xpath(".//wp:docPr/@descr")
    footer = document.sections[0].footer._element

    assert set(document.styles.element.xpath(".//w:lang/@w:val")) == {"fr-FR"}
    assert len(described) == len(document.inline_shapes) == 2
    assert all(described)
    assert footer.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_a_docx_says_query_link_edition_and_sources(table: ExportTable, written: Writer) -> None:
    document = docx.Document(str(written("docx")))
    text = "\n".join(p.text for p in document.paragraphs)
    links = [r.target_ref for r in document.part.rels.values() if r.is_external]

    assert links == [table.about.link]
    assert "Requête\u00a0: Toutes les organisations" in text
    assert table.about.edition.content_hash in text
    assert "Table synthétique — millésime 2026-01 — CC0" in text


@pytest.mark.parametrize("chosen", [FORMATS["pdf"], FORMATS["docx"]])
def test_past_two_thousand_rows_a_document_refuses_and_offers_xlsx(
    table: ExportTable, chosen: Format
) -> None:
    long = replace(table, about=replace(table.about, rows=2_001))

    with pytest.raises(TooLarge, match=r"2.001 lignes.*2.000 au plus.*XLSX"):
        chosen.chunks(long)


def test_an_empty_selection_still_makes_documents(small_edition: OpenEdition) -> None:
    nobody = Selection.of({"siren": ["552100554"]})
    table = export_table(small_edition, nobody, Order.NAME, RowsPer.SITE, SITE)

    for chosen in FORMATS.values():
        assert b"".join(chosen.chunks(table)), chosen


def test_one_kind_is_grouped_by_sector_and_several_by_kind(small_edition: OpenEdition) -> None:
    def groups(choices: dict[str, list[str]]) -> list[str]:
        selection = Selection.of(choices)
        table = export_table(small_edition, selection, Order.NAME, RowsPer.SITE, SITE)
        return [group.heading for group in printed(table).groups]

    assert groups({"kind": ["ess_actor"]}) == [
        "Transport et mobilité",
        "Activité non renseignée\u00a0: à demander",
    ]
    assert groups({})[:3] == [Kind.ESS_ACTOR.label, Kind.PTCE.label, Kind.SHELTERED_SUPPLIER.label]


def test_what_is_unknown_is_said_on_paper(table: ExportTable) -> None:
    entries = [entry for group in printed(table).groups for entry in group.entries]

    assert "Activité\u00a0: non renseignée\u00a0: à demander" in entries[0].why
    assert all(entry.why for entry in entries)


def test_the_status_is_not_said_twice_on_paper(table: ExportTable) -> None:
    told = {text for g in printed(table).groups for e in g.entries for text in e.why}

    assert {"ESS par statut", "Statut ESS\u00a0: À établir"} <= told
    assert "Statut ESS\u00a0: ESS par statut" not in told


def test_a_sentence_that_lines_repeat_is_told_once_with_its_number(table: ExportTable) -> None:
    columns = (
        *(Column("name", "Nom", slot=Slot.NAME), Column("id", "Identifiant")),
        Column("basis", "Marché réservé", slot=Slot.WHY, brief="Réservé : à vérifier"),
        Column("vintage", "Millésime", slot=Slot.PROOF, dated=True),
        Column("website", "Site web", slot=Slot.CONTACT, website=True),
    )
    cells = (
        ("Scop synthétique", "s1", "Article synthétique A.", "2020-12", "https://exemple.fr/"),
        ("Régie synthétique", "s2", "Article synthétique B.", "2021-01-08", None),
        ("Atelier synthétique", "s3", "Article synthétique A.", "2019", None),
        ("Foyer synthétique", "s4", None, None, None),
    )
    told = replace(table, columns=columns, read=lambda: iter([ExportLine(line) for line in cells]))
    document = printed(told)
    entries = document.groups[0].entries

    assert document.footnotes == ("Article synthétique A.", "Article synthétique B.")
    assert [entry.why for entry in entries] == [
        ("Réservé\u00a0: à vérifier (note 1)",),
        ("Réservé\u00a0: à vérifier (note 2)",),
        ("Réservé\u00a0: à vérifier (note 1)",),
        (),
    ]
    assert [entry.proof for entry in entries] == ["décembre 2020", "8 janvier 2021", "2019", ""]
    assert entries[0].contact == ("exemple.fr",)
    assert document.rows[0][2:4] == ("Article synthétique A.", "2020-12")


def test_the_map_of_a_circle_shows_it_with_a_scale(small_edition: OpenEdition) -> None:
    near = Selection.of({}, around=Around(Point(5.05, 45.04), 30))
    table = export_table(small_edition, near, Order.DISTANCE, RowsPer.SITE, SITE)
    marks = printed(table).marks

    drawing = map_svg(table.survey([m.point for m in marks]), marks, table)

    assert drawing is not None
    assert drawing.count("<use ") >= len(marks)
    assert "stroke-dasharray" in drawing
    assert " km</text>" in drawing


def test_lines_without_a_place_make_no_map(table: ExportTable) -> None:
    assert map_svg(table.survey([]), [], table) is None


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 400)), max_size=30))
def test_spread_symbols_move_by_a_few_symbols_at_most(spots: list[tuple[float, float]]) -> None:
    moved = spread(spots, 10.0)

    assert len(moved) == len(spots)
    for before, after in zip(spots, moved, strict=True):
        assert abs(before[0] - after[0]) <= 35.001
        assert abs(before[1] - after[1]) <= 35.001


def test_symbols_of_one_place_are_all_seen() -> None:
    moved = spread([(100.0, 100.0)] * 12, 10.0)

    assert len(set(moved)) == 12


def test_a_link_too_long_for_a_code_has_none() -> None:
    assert qr_code("https://annuaire.example/?q=" + "x" * 4_000, "svg") is None


def named(table: ExportTable, text: str) -> ExportTable:
    """The table's first line under another name."""
    line = next(table.lines())
    about = replace(table.about, title=text, query=text)
    cells = (text, *line.cells[1:])
    return replace(table, about=about, read=lambda: iter([replace(line, cells=cells)]))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=40))
@example(text=" ")
def test_no_name_breaks_a_document(table: ExportTable, text: str) -> None:
    odd = named(table, text)

    pdf = b"".join(FORMATS["pdf"].chunks(odd))
    word = docx.Document(io.BytesIO(b"".join(FORMATS["docx"].chunks(odd))))

    assert pdf.startswith(b"%PDF")
    assert len(word.tables) == 1


def test_texts_are_never_markup(table: ExportTable) -> None:
    odd = named(table, '#panic("x") *gras* $x$ <b>&amp;')

    assert b"".join(FORMATS["pdf"].chunks(odd)).startswith(b"%PDF")
    assert b"&lt;b&gt;&amp;amp;" in b"".join(FORMATS["kml"].chunks(odd))


def test_marks_are_lines_with_a_point_and_a_kind(synthetic_partners: ExportTable) -> None:
    assert printed(synthetic_partners).marks == (
        Mark(Point(5.1, 45.05), Kind.SHELTERED_SUPPLIER, precise=True),
    )


def test_lines_are_read_afresh_each_time(table: ExportTable) -> None:
    assert cast("list[ExportLine]", list(table.lines())) == list(table.lines())
