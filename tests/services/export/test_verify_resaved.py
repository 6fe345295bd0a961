"""An export that a spreadsheet opened and saved says the same, and what was put right is told."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.verification.comparison import verify
from territorial_map.services.verification.exported_files import read_export
from territorial_map.services.verification.spreadsheet_marks import SpreadsheetMark, mark_of

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


@pytest.mark.parametrize(
    ("change", "encoding", "by", "marks"),
    [
        (lambda rows: rows, "utf-8-sig", ";", set()),
        (lambda rows: rows, "cp1252", ";", {SpreadsheetMark.ENCODING}),
        (lambda rows: rows, "utf-8", ",", set()),
        (lambda rows: rows[::-1], "utf-8-sig", ";", {SpreadsheetMark.ORDER}),
        (in_short, "utf-8-sig", ";", {SpreadsheetMark.SCIENTIFIC}),
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
