"""A row of the table of trades that is not right is named by its file and line."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.readers.trade_files import read_naf, read_trade_words

HEADER = "words,language,sectors,read_in,sheltered,unless,precision\n"


@pytest.mark.parametrize(
    "line",
    [
        "menuiserie,de,industry_craft,name,yes,,sure",
        "menuiserie,fr,carpentry,name,yes,,sure",
        "menuiserie,fr,industry_craft,nowhere,yes,,sure",
        "menuiserie,fr,industry_craft,name,yes,,perhaps",
        ",fr,industry_craft,name,yes,,sure",
        "menuiserie,fr,,name,yes,,sure",
    ],
)
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "words.csv"
    path.write_text(f"{HEADER}couture,fr,textile,name,yes,,sure\n{line}\n", encoding="utf-8")

    with pytest.raises(SourceError, match=r"words\.csv, ligne 3"):
        read_trade_words(path)


def test_a_code_of_an_unknown_sector_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "naf.csv"
    path.write_text("prefix,sectors,label\n01,farming,Culture\n", encoding="utf-8")

    with pytest.raises(SourceError, match=r"naf\.csv, ligne 2 : secteur inconnu, « farming »"):
        read_naf(path)
