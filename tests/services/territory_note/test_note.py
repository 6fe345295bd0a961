"""The note of a territory: what its files say, to be opened as anyone would."""

import io
import re
from collections import Counter
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.reports.report import Bullets, Grid, ReportDocument, ReportHeading
from territorial_map.services.territory_note.cooperation import TEN, diverse, leads_title
from territorial_map.services.territory_note.files import NOTE_FILES, SHEET_FILES
from territorial_map.services.territory_note.note import NoteAsked, TerritoryNote, note_of
from territorial_map.services.territory_note.report import note_report
from territorial_map.services.territory_note.second_half import to_check_part
from territorial_map.services.territory_note.sheet import review_sheet
from territorial_map.services.territory_note.tables import sheets_of
from territorial_map.services.territory_note.together import together_in
from territorial_map.services.texts import Texts

EPCI = (TerritoryLevel.EPCI, "200068781")
LINK = "https://exemple.org/territoires/epci/200068781"


def noted(edition: OpenEdition, language: Language = Language.FRENCH) -> TerritoryNote:
    territory = edition.territory(*EPCI).territory
    return note_of(edition, NoteAsked(territory, LINK, language=language))


@pytest.fixture(scope="module")
def note(small_edition: OpenEdition) -> TerritoryNote:
    return noted(small_edition)


def headings(report: ReportDocument) -> list[str]:
    return [one.text for one in report.blocks if isinstance(one, ReportHeading)]


def test_the_note_tells_coverage_first_and_sources_last(note: TerritoryNote) -> None:
    told = headings(note_report(note))

    assert told[0] == "Ce que nos sources savent d’ici"
    assert told[-1] == "Sources et licences"
    parts = ["Ce qui est là, à côté d’ailleurs", "Coopération", "4 pistes, toutes différentes"]
    assert [one for one in told if one in parts] == parts


@pytest.mark.parametrize(
    ("n", "title"),
    [
        (0, "Pistes"),
        (1, "1 piste"),
        (9, "9 pistes, toutes différentes"),
        (TEN, "Dix pistes, toutes différentes"),
    ],
)
def test_leads_are_told_as_many_as_they_are(n: int, title: str) -> None:
    assert leads_title(n, Texts()) == title


def test_what_one_record_lacks_is_told_in_the_singular(note: TerritoryNote) -> None:
    one = replace(note, to_check=(replace(note.to_check[0], records=1),))
    (told,) = (block for block in to_check_part(one) if isinstance(block, Bullets))

    assert "manque à 1 fiche sur" in told.items[0]


def test_ten_leads_name_an_organisation_twice_at_most(note: TerritoryNote) -> None:
    ends = Counter(
        end for lead in note.leads for end in (lead.main.a.person_key, lead.main.b.person_key)
    )

    assert 1 < len(note.leads) <= TEN
    assert max(ends.values()) <= 2
    assert len({id(lead) for lead in note.leads}) == len(note.leads)
    assert [lead for lead in note.found.leads if lead in note.leads] == list(note.leads)


def test_a_topic_comes_a_third_time_only_where_no_other_is_left(note: TerritoryNote) -> None:
    few = diverse(note.found.leads, 3)
    topics = Counter(lead.main.category for lead in few)

    assert len(few) == 3
    assert max(topics.values()) <= 2


def test_the_review_sheet_has_one_line_per_organisation(
    note: TerritoryNote, small_edition: OpenEdition
) -> None:
    selection = note.portrait.place.selection
    listed, to_add = (one for one in review_sheet(note).blocks if isinstance(one, Grid))

    assert len(listed.rows) == small_edition.page(selection, Order.NAME, 1).total > 5
    assert Counter(row[1] for row in listed.rows) == Counter(o.name for o in note.organisations)
    assert listed.tick
    assert len(to_add.rows) > 3
    assert not any(cell.strip() for row in to_add.rows for cell in row)
    assert not any("/" in row[6] for row in listed.rows)
    # What is not known is left to write, never told as none.
    assert any("…" in cell for row in listed.rows for cell in row)


def test_every_table_is_in_the_workbook_with_numbers_as_numbers(note: TerritoryNote) -> None:
    book = load_workbook(io.BytesIO(NOTE_FILES["xlsx"].make(note)))
    rows = list(book["Chiffres"].iter_rows(values_only=True))
    pole = next(row for row in rows if row[0] == "Toutes les organisations")

    assert book.sheetnames == [one.name for one in sheets_of(note)]
    assert pole[1] == note.portrait.organisations
    assert {row[0] for row in rows if row[1] == "non connu"}
    told = list(book["Organisations"].iter_rows(min_row=2, values_only=True))
    assert len(told) == len(note.organisations)


def test_a_trade_that_is_not_known_is_not_told_as_none(note: TerritoryNote) -> None:
    unknown = note.portrait.figures.trade_unknown
    sheet = next(one for one in sheets_of(note) if one.name == "Organisations")

    assert unknown.value == UNKNOWN
    assert unknown.here.count
    assert sum(row[3] == "non renseigné" for row in sheet.rows) == unknown.here.count


@pytest.mark.parametrize("files", [NOTE_FILES, SHEET_FILES])
def test_documents_open_with_the_name_of_the_territory(
    note: TerritoryNote, files: dict[str, object]
) -> None:
    word = Document(
        io.BytesIO((NOTE_FILES if files is NOTE_FILES else SHEET_FILES)["docx"].make(note))
    )
    pdf = (NOTE_FILES if files is NOTE_FILES else SHEET_FILES)["pdf"].make(note)

    assert word.paragraphs[0].text.startswith("CA Valence Romans Agglo")
    assert word.tables
    assert pdf.startswith(b"%PDF-")
    assert re.search(rb"/Lang\s*\(fr", pdf)


def test_a_note_speaks_english(small_edition: OpenEdition) -> None:
    told = headings(note_report(noted(small_edition, Language.ENGLISH)))

    assert told[0] == "What our sources know of this place"
    assert "4 leads, all different" in told


def test_a_page_tells_leads_only_when_they_are_asked_for(
    small_edition: OpenEdition, note: TerritoryNote
) -> None:
    asked = (small_edition, note.portrait, frozenset[Dismissal](), note.t)
    whole, plain = together_in(*asked), together_in(*asked, comparing=False)

    assert whole.compared
    assert (whole.leads, whole.bridges) == (note.leads, note.bridges)
    assert whole.leads
    assert (plain.compared, plain.leads, plain.bridges) == (False, (), ())
    assert plain.elements == whole.elements == note.elements


def test_chosen_territories_stand_side_by_side_in_the_note(
    small_edition: OpenEdition, note: TerritoryNote
) -> None:
    romans = small_edition.gazetteer.communes("26281")[0]
    chosen = ("26362", "69123", "26333", "75056")
    asked = NoteAsked(romans, "https://example.org", chosen)
    report = note_report(note_of(small_edition, asked))
    grids = [one for one in report.blocks if isinstance(one, Grid)]
    (table,) = [one for one in grids if "Valence" in one.headings]

    # Three beside the portrait's own: a page of paper holds no more.
    assert table.headings[1:] == ("Romans-sur-Isère", "Valence", "Lyon", "Saint-Vallier")
    assert len(table.rows) > 5
    assert table.rows[0][3] == "non connu" or table.rows[0][3][0].isdigit()
    assert "Côte à côte" in headings(report)
    assert "Côte à côte" not in headings(note_report(note))
