"""Marks that nobody sees and letters decoded wrongly, in headers and cells (all synthetic)."""

import io

import orjson
import pytest
import xlsxwriter

from territorial_map.domain.cells import Doubt
from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import GivenList, read_list
from tests.readers.field_files import read

COLUMNS = ("Structure", "Code postal", "Téléphone")
ROW = ("Alizé synthétique", "97100", "05 90 26 03 41")
MARKS = ("\ufeff", "\ufeff\ufeff", "ï»¿", "\ufeffï»¿", "\u200b", "\ufeff\u200b\ufeff")


def given(name: str, content: str | bytes) -> GivenList:
    return read_list(Upload(name, content.encode() if isinstance(content, str) else content))


def lines(*rows: tuple[str, ...], quote: str = "") -> str:
    return "".join(";".join(f"{quote}{c}{quote}" for c in row) + "\n" for row in rows)


def mojibake(text: str) -> str:
    return text.encode().decode("cp1252")


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("mark", MARKS)
def test_marks_before_a_file_are_in_no_column(mark: str, quote: str) -> None:
    table, _ = read("l.csv", mark + lines(COLUMNS, ROW, quote=quote))

    assert table.columns == COLUMNS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-le"])
def test_marks_before_a_file_of_any_encoding_are_in_no_column(encoding: str) -> None:
    table, _ = read("l.csv", ("\ufeff\ufeff" + lines(COLUMNS, ROW, quote='"')).encode(encoding))

    assert table.columns == COLUMNS


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\u2060", "\u202a", "\u2069"])
def test_a_header_and_its_cells_are_known_despite_marks_inside(mark: str) -> None:
    def marked(row: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(mark + cell[:3] + mark + cell[3:] + mark for cell in row)

    found = given("l.csv", lines(marked(COLUMNS), marked(ROW)))
    row = next(iter(found.rows()))

    assert found.columns == COLUMNS
    assert (row.name, row.postcode, row.phone) == ROW


def workbook(*rows: tuple[str, ...]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for n, row in enumerate(rows):
            sheet.write_row(n, 0, row)
    return file.getvalue()


WRONG = [tuple(map(mojibake, row)) for row in (COLUMNS, ROW)]
FILES = {
    "l.csv": lines(*WRONG).encode(),
    "l.tsv": lines(*WRONG).replace(";", "\t").encode("utf-16"),
    "l.xlsx": workbook(*WRONG),
    "l.json": orjson.dumps([dict(zip(*WRONG, strict=True))]),
}


@pytest.mark.parametrize(("name", "content"), FILES.items(), ids=FILES.keys())
def test_letters_decoded_wrongly_are_put_right_and_counted(name: str, content: bytes) -> None:
    found = given(name, content)
    row = next(iter(found.rows()))

    assert found.columns == COLUMNS
    assert (row.name, row.postcode, row.phone) == ROW
    assert found.doubts.counts == {
        ("Structure", Doubt.TEXT_REPAIRED): 1,
        ("Téléphone", Doubt.TEXT_REPAIRED): 1,
    }
    assert [e.value for e in found.doubts.examples["Structure", Doubt.TEXT_REPAIRED]] == [
        mojibake("Alizé synthétique")
    ]


def test_the_cells_of_the_list_come_back_as_they_stood() -> None:
    assert given("l.csv", lines(*WRONG)).lines[0].cells == WRONG[1]
