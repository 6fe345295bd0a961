"""Files in English: every word of theirs translated, and ``verify`` makes the same table again."""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain
from pathlib import Path

import docx
import pikepdf
import pytest

from territorial_map.domain.geo import Point
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.cells import columns_in, plain
from territorial_map.services.export.chosen_list import (
    LIST_COLUMNS,
    ChosenLine,
    ChosenList,
    FollowUp,
    list_table,
)
from territorial_map.services.export.columns import FOLDED_COLUMNS
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.printed.document import printed
from territorial_map.services.partner_lists.columns import PARTNER_COLUMNS
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.services.texts import Texts
from territorial_map.services.verification.comparison import verify
from territorial_map.services.verification.exported_files import read_export
from territorial_map.services.verification.file_content import keys_by_field, keys_by_heading
from tests.web.msgids import every_msgid

SITE = "https://annuaire.example"
ENGLISH = Language.ENGLISH
Make = Callable[[OpenEdition, Language], ExportTable]


def selection(edition: OpenEdition, language: Language) -> ExportTable:
    near = Selection.of({"device": ["esat"]}, around=Around(Point(5.05, 45.04), 30.5))
    return export_table(edition, near, Order.DISTANCE, RowsPer.PERSON, SITE, language)


def everything(edition: OpenEdition, language: Language) -> ExportTable:
    return export_table(edition, Selection.of({}), Order.NAME, RowsPer.SITE, SITE, language)


def around_a_place(edition: OpenEdition, language: Language) -> ExportTable:
    asked = PartnersAsked(
        point=Point(5.05, 45.04), pooling=(PoolingCategory.LOCAL_SUPPLY,), practice=("p27",)
    )
    return partner_table(edition, asked, SITE, (), language)


def of_an_organisation(edition: OpenEdition, language: Language) -> ExportTable:
    return partner_table(edition, PartnersAsked(organisation="synthetic:scop"), SITE, (), language)


def chosen(edition: OpenEdition, language: Language) -> ExportTable:
    lines = (
        ChosenLine("synthetic:lieu", FollowUp.TO_CONTACT, "2026-11-02"),
        ChosenLine("synthetic:gone"),
    )
    return list_table(edition, ChosenList("Trusted", lines), SITE, language)


TABLES: tuple[Make, ...] = (selection, everything, around_a_place, of_an_organisation, chosen)


@pytest.fixture(params=TABLES, ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Make:
    found: Make = request.param
    return found


@cache
def french_only() -> tuple[str, ...]:
    """Texts of ours, of some length, whose English is another and which no English text holds."""
    english = Texts(ENGLISH)
    texts = {one for one in every_msgid() if isinstance(one, str) and "{" not in one}
    spoken = "|".join(map(english.label, texts))
    other = (one.strip() for one in texts if english.label(one) != one)
    return tuple(one for one in other if len(one) > 5 and one not in spoken)


def french_left(text: str) -> list[str]:
    """The French texts of ours that stand in a text as whole words."""
    found = (one for one in french_only() if one in text)
    return [one for one in found if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)]


def test_nothing_of_ours_stays_french(small_edition: OpenEdition, make: Make) -> None:
    table = make(small_edition, ENGLISH)
    document = printed(table)

    said = [str(cell) for cell in chain(table.headings, *table.rows()) if cell is not None]
    said += [str(cell) for line in table.about.lines() for cell in line]
    said += [*document.headings, document.counts, *(group.heading for group in document.groups)]
    said += [note for group in document.groups for note in group.notes]
    assert table.about.rows > 0
    text = "\n".join(said)
    for row in everything(small_edition, ENGLISH).rows():
        text = text.replace(str(row[0]), "")  # an organisation keeps its name
    assert french_left(text) == []


@pytest.mark.parametrize("file", FORMATS.values(), ids=FORMATS.keys())
def test_an_english_file_is_verified_in_english(
    small_edition: OpenEdition, make: Make, file: Format, tmp_path: Path
) -> None:
    table = make(small_edition, ENGLISH)
    path = tmp_path / f"list.{file.code}"
    path.write_bytes(b"".join(file.chunks(table)))

    found = verify(read_export(path), small_edition)

    assert found.changes == ()
    assert found.lines_then == table.about.rows
    if make is not chosen:  # a list's title is its author's: the link does not carry it
        assert found.query == table.about.query


def test_the_same_lines_stand_in_both_languages(small_edition: OpenEdition, make: Make) -> None:
    french, english = (make(small_edition, language) for language in Language)

    assert len(list(french.rows())) == len(list(english.rows()))
    assert [c.key for c in french.columns] == [c.key for c in english.columns]
    at = french.index_of("id") or 0
    assert [row[at] for row in french.rows()] == [row[at] for row in english.rows()]
    assert "lang" not in french.about.link
    assert "lang=en" in english.about.link


def test_headings_and_fields_are_told_apart_whatever_the_language() -> None:
    for columns in (FOLDED_COLUMNS, PARTNER_COLUMNS, LIST_COLUMNS):
        for language in Language:
            translated = columns_in(columns, Texts(language))
            assert {c.heading: c.key for c in translated}.items() <= keys_by_heading().items()
            assert {c.field: c.key for c in translated}.items() <= keys_by_field().items()
            assert len({c.heading for c in translated}) == len(columns)
            assert len({c.field for c in translated}) == len(columns)


def test_documents_say_their_language(small_edition: OpenEdition, tmp_path: Path) -> None:
    table = around_a_place(small_edition, ENGLISH)
    for extension in ("pdf", "docx", "html"):
        path = tmp_path / f"list.{extension}"
        path.write_bytes(b"".join(FORMATS[extension].chunks(table)))

    with pikepdf.open(tmp_path / "list.pdf") as pdf:
        assert str(pdf.Root.Lang).startswith("en")
    text = "\n".join(p.text for p in docx.Document(str(tmp_path / "list.docx")).paragraphs)
    page = (tmp_path / "list.html").read_text(encoding="utf-8")
    assert "Sources and method" in text
    assert (
        "Edition of 22 November 2026. Order: lead, then what is known, weighed by distance." in text
    )
    assert '<html lang="en">' in page
    assert "Legend and layers" in page


def test_french_cells_are_those_of_always(small_edition: OpenEdition) -> None:
    line = dict(
        zip(
            (c.key for c in PARTNER_COLUMNS),
            next(iter(around_a_place(small_edition, Language.FRENCH).rows())),
            strict=True,
        )
    )

    assert plain(line["pooling"]) == "Approvisionnement local"
    assert plain(line["kind"]) == "Travail protégé et adapté"
    assert str(line["reasons"]).startswith("Peut apporter")
