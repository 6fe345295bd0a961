"""How words and NAF codes tell a trade: where they stand, what silences them, how precise."""

import pytest

from territorial_map.domain.trades import (
    NafEntry,
    NafTable,
    Precision,
    ReadIn,
    TradeTable,
    TradeWord,
)
from territorial_map.domain.trades.words import TradeFound
from territorial_map.domain.vocabulary import Sector

NAMES = frozenset({ReadIn.NAME})


def word(
    words: str,
    *sectors: Sector,
    read_in: ReadIn = ReadIn.NAME,
    sheltered: bool = True,
    unless: tuple[str, ...] = (),
) -> TradeWord:
    told = sectors or (Sector.TEXTILE,)
    return TradeWord(words, "fr", told, read_in, sheltered, unless, Precision.SURE)


def found(text: str, *words: TradeWord, sheltered: bool = False) -> list[str]:
    told = TradeTable(words).find(text, NAMES, sheltered=sheltered)
    return [f"{one.sector.value}:{one.words}" for one in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("atelier couture de lyon", ["textile:couture"]),
        ("couture", ["textile:couture"]),
        ("atelier coutures", []),
        ("accouture", []),
    ],
)
def test_a_word_is_met_whole(text: str, told: list[str]) -> None:
    assert found(text, word("couture")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("atelier couturieres", ["textile:couturieres"]),
        ("coutur", ["textile:coutur"]),
        ("coutu", []),
        ("decouture", []),
    ],
)
def test_a_beginning_is_met_with_what_follows_it(text: str, told: list[str]) -> None:
    assert found(text, word("coutur*")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ressourcerie du val", ["textile:ressourcerie"]),
        ("association la ressourcerie", ["textile:ressourcerie"]),
        ("les sarl ressourcerie", ["textile:ressourcerie"]),
        ("ma ressourcerie", []),
    ],
)
def test_an_opening_word_stands_first_but_for_articles_and_forms(
    text: str, told: list[str]
) -> None:
    assert found(text, word("^ressourcerie")) == told


def test_words_of_one_entry_are_alternatives_and_each_entry_tells_once() -> None:
    words = (word("couture"), word("retouche*"), word("laine", Sector.AGRICULTURE_FOOD))

    assert found("laine couture retouches", *words) == [
        "textile:couture",
        "agriculture_food:laine",
    ]
    assert found("retouches", *words) == ["textile:retouches"]


def test_a_phrase_silences_its_own_word_and_no_other() -> None:
    words = (word("couture", unless=("haute couture", "machine*")), word("tissage"))

    assert found("haute couture et tissage", *words) == ["textile:tissage"]
    assert found("couture sur machines", *words) == []
    assert found("couture et tissage", *words) == ["textile:couture", "textile:tissage"]


def test_a_word_of_several_sectors_tells_them_all() -> None:
    told = found("laverie", word("laverie", Sector.TEXTILE, Sector.HEALTH))

    assert told == ["textile:laverie", "health:laverie"]


def test_a_word_is_read_where_it_may_be() -> None:
    words = (
        word("couture", read_in=ReadIn.ACTIVITY),
        word("laverie", read_in=ReadIn.QUERY),
        word("tissage", sheltered=False),
    )

    assert found("couture laverie tissage", *words) == ["textile:tissage"]
    assert found("couture laverie tissage", *words, sheltered=True) == []
    everywhere = TradeTable(words).find("couture laverie tissage", frozenset(ReadIn))
    assert [one.words for one in everywhere] == ["couture", "laverie", "tissage"]


def test_what_is_found_says_how_far_it_can_be_trusted() -> None:
    (told,) = TradeTable([word("couture")]).find("la couture", NAMES)

    assert told == TradeFound(Sector.TEXTILE, "couture", Precision.SURE)


@pytest.mark.parametrize(("words", "sectors"), [("", (Sector.TEXTILE,)), ("couture", ())])
def test_a_row_without_a_word_or_a_sector_is_refused(
    words: str, sectors: tuple[Sector, ...]
) -> None:
    with pytest.raises(ValueError, match="a word and a sector are needed"):
        TradeWord(words, "fr", sectors, ReadIn.NAME, True, (), Precision.SURE)


def test_an_empty_table_tells_nothing() -> None:
    assert list(TradeTable([]).find("couture", NAMES)) == []


DIVISION = NafEntry("38", (Sector.REPAIR_REUSE,), "Déchets")
CLASS = NafEntry("3832", (Sector.REPAIR_REUSE, Sector.TEXTILE), "Récupération")
MOVED = NafEntry("47", (Sector.TEXTILE,), "Commerce")
CODES = NafTable([DIVISION, CLASS, MOVED])


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("38.32Z", CLASS),
        (" 3832z ", CLASS),
        ("38.31Z", DIVISION),
        ("38", DIVISION),
        ("3", None),
        ("", None),
        ("99.99Z", None),
        ("47.11B", MOVED),
        ("NAF25:38.32Z", DIVISION),
        ("naf25:3832Z", DIVISION),
        ("NAF25:47.11B", None),
        ("NAF25:99.99Z", None),
    ],
)
def test_the_most_precise_beginning_of_a_code_tells_it(code: str, entry: NafEntry | None) -> None:
    assert CODES.entry(code) == entry
