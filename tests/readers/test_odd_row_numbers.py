"""A workbook may say anything of its rows' numbers: what is no number of a row is counted on."""

import pytest

from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import read_list
from tests.hostile_lists import FIRST_ROW, workbook


@pytest.mark.parametrize("told", ["9" * 21, "9" * 5_000, "\N{SUPERSCRIPT TWO}", "-1", "", "1e3"])
def test_a_row_whose_number_is_none_comes_after_the_one_before(told: str) -> None:
    second = f'<row r="{told}"><c t="inlineStr"><is><t>Rien</t></is></c></row>'

    given = read_list(Upload("a.xlsx", workbook(FIRST_ROW + second)))

    assert given.columns == ("Nom",)
    assert [line.line for line in given.lines] == [2]
