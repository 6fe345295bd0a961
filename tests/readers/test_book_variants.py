"""One list as the programs of the world save it gives the same rows (all of it synthetic)."""

from pathlib import Path

import pytest
import xlsxwriter

from territorial_map.domain.errors import SourceError, SourceTooLarge
from territorial_map.places.postcodes import read_postcode
from territorial_map.readers import Upload, is_book
from territorial_map.services.matching.list_files import read_list
from tests.readers.book_variants import (
    HEADER,
    LIST,
    SHEET,
    SIRET,
    each_part,
    inlined,
    made,
    moved,
    ods,
    prefixed,
    rewritten,
    strict,
    text,
    web_page,
    without_references,
    xlsx,
)
from tests.readers.field_files import cells, read

XLS = (Path(__file__).parents[1] / "fixtures" / "list-synthetic.xls").read_bytes()


def rows_of(name: str, content: bytes) -> list[list[str]]:
    table, rows = read(name, content)
    assert list(table.columns[: len(HEADER)]) == HEADER
    return [cells(row) for row in rows]


BOOKS = {
    "as written": xlsx(),
    "days since 1904": xlsx(date_1904=True),
    "strings in their cells": rewritten(xlsx(), inlined),
    "strict": rewritten(xlsx(), strict),
    "elements under a prefix": rewritten(xlsx(), each_part(prefixed)),
    "marks before parts": rewritten(xlsx(), each_part(lambda part: "\ufeff" + part)),
    "cells that do not say their place": rewritten(xlsx(), without_references),
    "single quotes": rewritten(xlsx(), each_part(lambda part: part.replace('"', "'"), SHEET)),
    "backslashes": rewritten(xlsx(), moved({SHEET: SHEET.replace("/", "\\")}, {})),
    "a target with dots": rewritten(xlsx(), moved({}, {'"worksheets/': '"./worksheets/'})),
    "a target from the root": rewritten(xlsx(), moved({}, {'"worksheets/': '"/xl/worksheets/'})),
    "a target written for the web": rewritten(
        xlsx(), moved({SHEET: "xl/worksheets/Feuille 1.xml"}, {"sheet1.xml": "Feuille%201.xml"})
    ),
    **{
        part: rewritten(xlsx(), moved({SHEET: part}, {"worksheets/sheet1.xml": "/" + part}))
        for part in (
            "xl/worksheets/Feuille 1.xml",
            "xl/sheets/data.xml",
            "xl/worksheets/sheet12.xml",
            "XL/WORKSHEETS/SHEET1.XML",
            "feuille.xml",
        )
    },
}


@pytest.mark.parametrize("content", BOOKS.values(), ids=BOOKS.keys())
def test_a_workbook_is_read_whatever_program_saved_it(content: bytes) -> None:
    assert rows_of("l.xlsx", content) == LIST


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("l.xlsx", xlsx()), ("l.xlsm", xlsx()), ("l.ods", ods()), ("l.xls", XLS)),
        *(
            ("l.csv", text(separator, encoding))
            for separator in (";", "\t", ",", "|")
            for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16")
        ),
    ],
)
def test_the_same_table_gives_the_same_rows_in_every_format(name: str, content: bytes) -> None:
    assert rows_of(name, content) == LIST


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("l.xls", xlsx()), ("l.csv", xlsx()), ("l.xlsx", ods()), ("l.csv", ods())),
        *(("l.xlsx", XLS), ("l.txt", XLS), ("l.xls", web_page()), ("l.xls", web_page("cp1252"))),
        *(("l.xls", text(";", "cp1252")), ("l.xls", text("\t", "utf-16"))),
        *(("l.xlsx", text(",", "utf-8-sig")), ("l.ods", text("|", "utf-8"))),
    ],
)
def test_what_a_file_is_wins_over_what_it_is_called(name: str, content: bytes) -> None:
    assert rows_of(name, content) == LIST
    assert [row.name for row in read_list(Upload(name, content)).rows()] == [r[0] for r in LIST]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj\n",
        b"PK\x03\x04 cut",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        b"\x09\x08\x10\x00\x00\x06\x05\x00",
    ],
)
def test_what_is_neither_a_workbook_nor_text_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"enregistrez-le en \.xlsx"):
        read("l.xls", content)


def test_an_empty_file_called_a_workbook_is_said_to_be_empty() -> None:
    with pytest.raises(SourceError, match="vide"):
        read("l.xls", b"")


def test_the_page_of_an_error_is_no_list() -> None:
    with pytest.raises(SourceError, match="page web sans tableau"):
        read("l.xls", b"<!DOCTYPE html><html><body>Session expir\xc3\xa9e</body></html>")


def test_a_page_whose_cells_span_without_end_is_refused() -> None:
    with pytest.raises(SourceTooLarge, match="cellules"):
        read("l.xls", b"<table>" + b"<tr><td colspan=1000>x<td>y" * 5_000)


def test_spanning_cells_and_ends_that_are_left_out_of_a_page_are_understood() -> None:
    page = (
        "<table><tr><th>Département<th>Nom<th>Ville<tr><td rowspan=2>Loire<td>A<td>Roanne"
        "<tr><td>B<td>Feurs<tr><td>Ain<td>C &amp; D<br>E<td>Bourg</table>"
    )

    _, rows = read("l.xls", page)

    assert [cells(row) for row in rows] == [
        ["Loire", "A", "Roanne"],
        ["Loire", "B", "Feurs"],
        ["Ain", "C & D E", "Bourg"],
    ]


def test_the_sheet_of_the_list_is_found_behind_hidden_ones_and_a_cover() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        hidden = book.add_worksheet("Listes de choix")
        very_hidden = book.add_worksheet("Paramètres")
        cover = book.add_worksheet("Page de garde")
        for sheet in (hidden, very_hidden):
            sheet.write_column(0, 0, ["Nom", "Association", "SCIC"])
        cover.write(3, 1, "Annuaire synthétique")
        shown = book.add_worksheet("Adhérents")
        for n, row in enumerate([HEADER, *LIST]):
            shown.write_row(n + 2, 1, row)
        cover.activate()
        cover.set_first_sheet()
        hidden.hide()
        very_hidden.very_hidden()

    given = read_list(Upload("l.xlsx", made(fill)))

    assert (given.sheet, given.sheets) == ("Adhérents", ("Adhérents",))
    assert [row.name for row in given.rows()] == [row[0] for row in LIST]


def test_rows_and_columns_that_are_hidden_or_filtered_out_are_read() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for n, row in enumerate([HEADER, *LIST]):
            sheet.write_row(n, 0, row)
        sheet.autofilter(0, 0, 3, 5)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    assert rows_of("l.xlsx", made(fill)) == LIST


MERGED = [["Loire", "A"], ["Loire", "B"], ["Loire", "C"], ["Ain", "D"]]


def test_what_is_merged_downwards_holds_for_the_rows_below_in_an_older_workbook() -> None:
    content = (Path(__file__).parents[1] / "fixtures" / "merged-synthetic.xls").read_bytes()

    _, rows = read("l.xls", content)

    assert [cells(row) for row in rows] == MERGED


@pytest.mark.parametrize("value", [1560, 1560.0, "1560", "01560", "'01560", " 01560 ", "01 560"])
def test_a_postcode_as_a_number_or_as_text_is_the_same(value: float | str) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER[:4])
        sheet.write_row(1, 0, ["A synthétique", "", value, "Vernoux"])

    (row,) = read_list(Upload("l.xlsx", made(fill))).rows()

    read_as = read_postcode(row.postcode)
    assert read_as is not None
    assert read_as.french == "01560"


@pytest.mark.parametrize(
    "value", [80746931700018, SIRET, f"'{SIRET}", "807 469 317 00018", "807469317\u00a000018"]
)
def test_a_siret_as_a_number_or_as_text_is_the_same(value: float | str) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER[:2])
        sheet.write_row(1, 0, ["A synthétique", value])

    (row,) = read_list(Upload("l.xlsx", made(fill))).rows()

    assert row.siret == SIRET


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!"])
def test_the_error_of_a_formula_is_no_value(error: str) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nom", "Ville", "SIRET"])
        sheet.write_row(1, 0, ["A synthétique"])
        sheet.write_formula(1, 1, "=VLOOKUP(A2,X!A:B,2,0)", None, error)
        sheet.write_formula(1, 2, "=X!C2", None, error)

    given = read_list(Upload("l.xlsx", made(fill)))

    assert [(row.name, row.city, row.siret) for row in given.rows()] == [
        ("A synthétique", "", None)
    ]
    assert given.doubts.counts == {}


def test_what_is_called_a_workbook_is_one_only_if_it_is() -> None:
    assert [is_book(Upload("l.xls", content)) for content in (XLS, xlsx(), text(";", "utf-8"))] == [
        True,
        True,
        False,
    ]
