"""CSV, XLSX and ODS, opened by programs that are not ours, hold the selection and no formula."""

import csv
import subprocess
from pathlib import Path
from time import monotonic
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from territorial_map.domain.cells import cell_text
from territorial_map.services.export.cells import neutral, plain
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.ods.writer import ods_chunks
from tests.programs import program
from tests.services.export.conftest import Writer

_OFFICE_NS = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def expected(table: ExportTable) -> list[list[str]]:
    return [[plain(neutral(cell)) for cell in row] for row in table.rows()]


def text_of(cell: object) -> str:
    """A cell as another program reads it, as text; no date, no formula, no error."""
    assert cell is None or isinstance(cell, str | float | int), cell
    return plain(cell)


def test_a_csv_read_back_is_the_selection(table: ExportTable, written: Writer) -> None:
    with written("csv").open(encoding="utf-8-sig", newline="") as handle:
        heading, *rows = csv.reader(handle, delimiter=";")

    width = len(table.columns)
    assert heading[:width] == table.headings
    numeric = [column.numeric for column in table.columns]
    read = [
        [plain(float(c)) if n and c else plain(c) for c, n in zip(row, numeric, strict=False)]
        for row in rows
    ]
    assert read == expected(table)


def test_every_row_of_a_csv_says_its_edition_and_query(table: ExportTable, written: Writer) -> None:
    with written("csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter=";"))

    assert {row["Édition"] for row in rows} == {table.about.edition.id}
    assert {row["Empreinte de l’édition"] for row in rows} == {table.about.edition.content_hash}
    assert {row["Requête"] for row in rows} == {"Toutes les organisations"}
    assert {row["Lien de la requête"] for row in rows} == {"https://annuaire.example/?order=name"}


def test_a_workbook_read_by_openpyxl_is_the_selection(table: ExportTable, written: Writer) -> None:
    book = openpyxl.load_workbook(written("xlsx"), read_only=True)
    heading, *rows = book["Organisations"].iter_rows(values_only=True)
    book.close()

    assert list(heading) == table.headings
    assert [[text_of(c) for c in row] for row in rows] == expected(table)


def test_a_workbook_in_opendocument_is_the_selection(table: ExportTable, written: Writer) -> None:
    book = CalamineWorkbook.from_path(written("ods"))
    heading, *rows = book.get_sheet_by_name("Organisations").to_python()

    assert list(heading) == table.headings
    assert [[text_of(c) for c in row] for row in rows] == expected(table)


def test_opendocument_files_begin_with_their_type_uncompressed_and_it_alone(
    written: Writer,
) -> None:
    with ZipFile(written("ods")) as archive:
        first, *others = archive.infolist()
        content = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - our own file

    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert {each.compress_type for each in others} == {ZIP_DEFLATED}
    assert content.tag == f"{_OFFICE_NS}document-content"


@pytest.mark.parametrize("extension", ["xlsx", "ods"])
def test_a_workbook_tells_query_edition_sources_and_counts(
    table: ExportTable, written: Writer, extension: str
) -> None:
    sheet = CalamineWorkbook.from_path(written(extension)).get_sheet_by_name("À propos")
    told = {row[0]: row[1] for row in sheet.to_python()}

    assert told["Lien de la requête"] == table.about.link
    assert told["Édition"] == table.about.edition.id
    assert told["Empreinte du contenu"] == table.about.edition.content_hash
    assert told["Organisations de la sélection"] == 14
    assert told["Dont sans position"] == 2
    assert str(told["Source 1"]).startswith("Table synthétique — millésime 2026-01 — CC0")


def test_no_cell_of_a_csv_begins_as_a_formula(written: Writer) -> None:
    with written("csv").open(encoding="utf-8-sig", newline="") as handle:
        cells = [cell for row in csv.reader(handle, delimiter=";") for cell in row]

    assert "'=Scop synthétique du vélo" in cells
    assert [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r")] == []


@pytest.mark.parametrize("extension", ["xlsx", "ods"])
def test_a_text_of_a_workbook_stays_as_it_is_and_is_no_formula(
    written: Writer, extension: str
) -> None:
    path = written(extension)
    book = CalamineWorkbook.from_path(path)
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    with ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]

    assert "=Scop synthétique du vélo" in [cell for rows in sheets for row in rows for cell in row]
    assert [part for part in parts if b"<f>" in part or b":formula=" in part] == []


@given(st.text() | st.text("=+-@'0123456789 .,()%x"))
def test_a_neutral_cell_never_begins_as_a_formula_and_loses_nothing(text: str) -> None:
    cell = str(neutral(text))

    if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):  # a number, or a telephone
        assert cell == text
        assert cell[0] in "+-"
        assert not set(cell[1:]) - set("0123456789 .,()%€\u00a0\u202f")
    else:
        assert cell.removeprefix("'") == text.removeprefix("'")


@given(st.from_regex(r"[=+@][A-Za-z0-9 (]{1,9}", fullmatch=True))
def test_a_cell_of_ours_is_read_again_as_it_was(text: str) -> None:
    assert cell_text(str(neutral(text))) == " ".join(text.split())
    assert plain(neutral(text)) == " ".join(text.split())


def test_a_cell_that_looks_like_a_number_is_answered_at_once() -> None:
    started = monotonic()

    assert neutral("+" + "1" * 20_000 + "x") == "'+" + "1" * 20_000 + "x"
    assert monotonic() - started < 1


@pytest.mark.parametrize(
    "told",
    [
        "+33 4 74 47 04 70",
        "+33 (0)4.74.47.04.70",
        "+33474470470",
        "-21,115",
        "-21.115",
        "-5 %",
        "-",
    ],
)
def test_telephones_and_numbers_come_back_as_they_were(told: str) -> None:
    assert neutral(told) == told


def test_a_list_past_the_limit_of_a_sheet_goes_on_in_the_next(
    table: ExportTable, tmp_path: Path
) -> None:
    path = tmp_path / "long.ods"
    path.write_bytes(b"".join(ods_chunks(table, max_rows=9)))

    book = CalamineWorkbook.from_path(path)

    assert book.sheet_names == ["Organisations", "Organisations 2", "À propos"]
    assert [len(book.get_sheet_by_name(n).to_python()) for n in book.sheet_names[:2]] == [9, 7]


@pytest.mark.parametrize("extension", ["xlsx", "ods"])
def test_libreoffice_reads_the_selection(
    table: ExportTable, written: Writer, extension: str, tmp_path: Path
) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    filters = "csv:Text - txt - csv (StarCalc):59,34,76,1"  # semicolons, quotes, UTF-8
    command = [
        str(program("soffice", "libreoffice-calc-nogui")),
        profile,
        "--headless",
        "--convert-to",
        filters,
    ]
    subprocess.run(  # noqa: S603 - a program of this machine on our own file
        [*command, "--outdir", str(tmp_path / "out"), str(written(extension))],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "out" / "liste.csv").open(encoding="utf-8", newline="") as handle:
        heading, *rows = csv.reader(handle, delimiter=";")

    identity = table.headings.index("Identifiant")
    assert heading == table.headings
    assert [row[identity] for row in rows] == [row[identity] for row in expected(table)]


def test_a_csv_of_any_other_list_reads_back_equal(
    other_table: ExportTable, written_other: Writer
) -> None:
    test_a_csv_read_back_is_the_selection(other_table, written_other)


@pytest.mark.parametrize("extension", ["xlsx", "ods"])
def test_a_workbook_of_any_other_list_reads_back_equal(
    other_table: ExportTable, written_other: Writer, extension: str
) -> None:
    book = CalamineWorkbook.from_path(written_other(extension))
    heading, *rows = book.get_sheet_by_name(other_table.sheet_name).to_python()
    about = {row[0]: row[1] for row in book.get_sheet_by_name("À propos").to_python()}

    assert list(heading) == other_table.headings
    assert [[text_of(c) for c in row] for row in rows] == expected(other_table)
    assert about["Lien de la requête"] == other_table.about.link
    assert about["Nombre de lignes"] == other_table.about.rows


@pytest.mark.parametrize("extension", ["csv", "xlsx", "ods"])
def test_no_cell_of_any_other_list_begins_as_a_formula(
    other_table: ExportTable, written_other: Writer, extension: str
) -> None:
    names = [row[0] for row in other_table.rows()]

    assert "=Scop synthétique du vélo" in names
    if extension == "csv":
        test_no_cell_of_a_csv_begins_as_a_formula(written_other)
    else:
        test_a_text_of_a_workbook_stays_as_it_is_and_is_no_formula(written_other, extension)
