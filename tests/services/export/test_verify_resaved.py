"""An export that a spreadsheet opened and saved says the same, and what was put right is told."""

import csv
import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.verification.comparison import verify
from territorial_map.services.verification.exported_files import read_export
from territorial_map.services.verification.spreadsheet_marks import SpreadsheetMark, mark_of
from tests.programs import program

SITE = "https://annuaire.example"
Rows = list[dict[str, str]]


@pytest.fixture
def resaved(small_edition: OpenEdition, tmp_path: Path) -> Callable[..., Path]:
    """Our CSV, its rows changed as a spreadsheet would, saved again."""

    def save(change: Callable[[Rows], Rows], encoding: str = "utf-8-sig", by: str = ";") -> Path:
        table = export_table(small_edition, Selection.of({}), Order.NAME, RowsPer.SITE, SITE)
        text = b"".join(FORMATS["csv"].chunks(table)).decode("utf-8-sig")
        rows = change(list(csv.DictReader(io.StringIO(text), delimiter=";")))
        path = tmp_path / "liste.csv"
        with path.open("w", encoding=encoding, errors="replace", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=by)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return save


def in_short(rows: Rows) -> Rows:
    return [
        row | {"SIRET": f"{int(row['SIRET']):.5E}".replace(".", ",") if row["SIRET"] else ""}
        for row in rows
    ]


def without(row: dict[str, str], *columns: str) -> dict[str, str]:
    return {column: cell for column, cell in row.items() if column not in columns}


def grouped(rows: Rows) -> Rows:
    return [
        row | {"SIRET": f"{int(row['SIRET']):,}".replace(",", "\u202f") if row["SIRET"] else ""}
        for row in rows
    ]


def straight(rows: Rows) -> Rows:
    return [{column: cell.replace("’", "'") for column, cell in row.items()} for row in rows]


@pytest.mark.parametrize(
    ("change", "encoding", "by", "marks"),
    [
        (lambda rows: rows, "utf-8-sig", ";", set()),
        (lambda rows: rows, "cp1252", ";", {SpreadsheetMark.ENCODING}),
        (lambda rows: rows, "utf-8", ",", set()),
        (lambda rows: rows[::-1], "utf-8-sig", ";", {SpreadsheetMark.ORDER}),
        (in_short, "utf-8-sig", ";", {SpreadsheetMark.SCIENTIFIC}),
        (lambda rows: rows, "utf-16", "\t", set()),
        (lambda rows: [dict(reversed(row.items())) for row in rows], "utf-8", ";", set()),
        (lambda rows: [without(row, "SIRET", "Téléphone") for row in rows], "utf-8", ";", set()),
        (lambda rows: [row | {"Ma note": "à voir"} for row in rows], "utf-8", ";", set()),
        (
            lambda rows: [{f" {k.upper()}": v for k, v in r.items()} for r in rows],
            "utf-8",
            ";",
            set(),
        ),
        (lambda rows: [*rows, *[dict.fromkeys(rows[0], "")] * 3], "utf-8-sig", ";", set()),
        (
            lambda rows: [*rows, dict.fromkeys(rows[0], "") | {"Nom": "Total : 12"}],
            "utf-8-sig",
            ";",
            {SpreadsheetMark.ADDED},
        ),
        (grouped, "utf-8-sig", ";", {SpreadsheetMark.NUMBERS}),
        (straight, "utf-8-sig", ";", {SpreadsheetMark.TYPING}),
    ],
)
def test_a_resaved_file_is_identical_and_says_what_was_put_right(
    change: Callable[[Rows], Rows],
    encoding: str,
    by: str,
    marks: set[SpreadsheetMark],
    resaved: Callable[..., Path],
    small_edition: OpenEdition,
) -> None:
    found = verify(read_export(resaved(change, encoding, by)), small_edition)

    assert found.identical, found.changes
    assert set(found.marks) == marks


@pytest.mark.parametrize("order", [Order.NAME, Order.RELEVANCE, Order.VINTAGE])
def test_a_file_is_compared_in_the_order_that_it_tells(
    order: Order, small_edition: OpenEdition, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    table = export_table(small_edition, Selection.of({}), order, RowsPer.SITE, SITE)
    path.write_bytes(b"".join(FORMATS["csv"].chunks(table)))

    found = verify(read_export(path), small_edition)

    assert f"order={order.value}" in found.link
    assert (found.identical, dict(found.marks)) == (True, {})


def test_the_order_of_a_file_that_tells_none_is_not_judged(
    resaved: Callable[..., Path], small_edition: OpenEdition
) -> None:
    told = read_export(resaved(lambda rows: rows))

    found = verify(replace(told, link=f"{SITE}/"), small_edition)

    assert (found.identical, dict(found.marks)) == (True, {})


def test_an_order_that_does_not_exist_is_refused(
    resaved: Callable[..., Path], small_edition: OpenEdition
) -> None:
    told = read_export(resaved(lambda rows: rows))

    with pytest.raises(BadParameter, match="order"):
        verify(replace(told, link=f"{SITE}/?order=best"), small_edition)


@pytest.mark.parametrize(
    ("then", "now", "mark"),
    [
        ("1370", "01370", SpreadsheetMark.ZEROS),
        ("7,75544E+13", "77554408300436", SpreadsheetMark.SCIENTIFIC),
        ("12/03/2019", "2019-03-12", SpreadsheetMark.DATES),
        ("474470470", "04 74 47 04 70", SpreadsheetMark.PHONES),
        ("1370.0", "01370", SpreadsheetMark.ZEROS),
        ("01 370", "01370", SpreadsheetMark.NUMBERS),
        ("77554408300436,00", "77554408300436", SpreadsheetMark.NUMBERS),
        ("'77554408300436", "77554408300436", SpreadsheetMark.NUMBERS),
        ("77 554 408 300 436", "77554408300436", SpreadsheetMark.NUMBERS),
        ("4,74470E+08", "04 74 47 04 70", SpreadsheetMark.PHONES),
        ("43536", "2019-03-12", SpreadsheetMark.DATES),
        ("01/12/2020", "2020-12", SpreadsheetMark.DATES),
        ("déc-20", "2020-12", SpreadsheetMark.DATES),
        ("46.254", "46.254056", SpreadsheetMark.DECIMALS),
        ("46254056", "46.254056", SpreadsheetMark.DECIMALS),
        ("46.254.056", "46.254056", SpreadsheetMark.DECIMALS),
        ("L'Atelier", "L’Atelier", SpreadsheetMark.TYPING),
        ("46.2541", "46.254056", None),
        ("46.255", "46.254056", None),
        ("4,74471E+08", "04 74 47 04 70", None),
        ("0137", "01370", None),
        ("77554408300437", "77554408300436", None),
        ("L'Atelier", "L’Étable", None),
        ("1371", "01370", None),
        ("7,75545E+13", "77554408300436", None),
        ("13/03/2019", "2019-03-12", None),
        ("Valence", "Romans", None),
    ],
)
def test_a_cell_written_otherwise_is_told_from_another(
    then: str, now: str, mark: SpreadsheetMark | None
) -> None:
    assert mark_of(then, now) is mark


@pytest.mark.parametrize("above", ["sep=;\r\n", "Mon export;;\r\n\r\n"])
def test_lines_above_the_header_are_passed_over(
    above: str, resaved: Callable[..., Path], small_edition: OpenEdition
) -> None:
    path = resaved(lambda rows: rows, "utf-8")
    path.write_text(above + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert verify(read_export(path), small_edition).identical


def test_text_of_a_spreadsheet_is_read_under_its_own_extension(
    resaved: Callable[..., Path], small_edition: OpenEdition
) -> None:
    path = resaved(lambda rows: rows, "utf-16", "\t")

    assert verify(read_export(path.rename(path.with_suffix(".txt"))), small_edition).identical


@pytest.mark.parametrize("extension", ["xlsx", "ods", "xls"])
def test_our_csv_saved_as_a_workbook_is_still_ours(
    extension: str, resaved: Callable[..., Path], small_edition: OpenEdition
) -> None:
    path = resaved(lambda rows: rows)
    office = str(program("soffice", "libreoffice-calc-nogui"))
    command = [office, "--headless", "--infilter=CSV:59,34,UTF8", "--convert-to", extension]
    subprocess.run(  # noqa: S603 - a list without a shell
        [
            *command,
            f"-env:UserInstallation=file://{path.parent}/profile",
            "--outdir",
            path.parent,
            path,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    found = verify(read_export(path.with_suffix(f".{extension}")), small_edition)

    assert found.identical, found.changes


def test_lines_none_of_which_has_an_id_are_refused(resaved: Callable[..., Path]) -> None:
    path = resaved(lambda rows: [row | {"Identifiant": ""} for row in rows])

    with pytest.raises(SourceError, match="aucune ligne n’a d’identifiant"):
        read_export(path)
