"""A row of the table of trades that is not right is named by its file and line."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.vocabulary import Sector
from territorial_map.readers.trade_files import read_naf, read_to_ask, read_trade_words

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


QUESTIONS = [f"{sector.value},Question {n} ?,Question {n}?" for n, sector in enumerate(Sector)]


def to_ask_file(folder: Path, lines: list[str]) -> Path:
    path = folder / "to_ask.csv"
    told = "\n".join(["sector,fr,en", ",Première ?,First?", *lines, ",Dernière ?,Last?"])
    path.write_text(told, encoding="utf-8")
    return path


def test_a_call_opens_and_closes_alike_whatever_the_trade(tmp_path: Path) -> None:
    asked = read_to_ask(to_ask_file(tmp_path, QUESTIONS)).about([Sector.FISHING_SEA])

    assert [question.en for question in asked] == ["First?", "Question 1?", "Last?"]
    assert asked[0].fr == "Première\u00a0?"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["moon,Quoi ?,What?", *QUESTIONS], r"ligne 3 : secteur inconnu, « moon »"),
        (["textile,Quoi ?,", *QUESTIONS], r"to_ask\.csv, ligne 3"),
        (QUESTIONS[1:], r"questions are missing: agriculture_food"),
    ],
)
def test_a_trade_without_a_question_or_a_wrong_row_is_told(
    tmp_path: Path, lines: list[str], told: str
) -> None:
    with pytest.raises(SourceError, match=told):
        read_to_ask(to_ask_file(tmp_path, lines))
