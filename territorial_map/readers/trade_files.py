"""The table of trades, from the folder ``data/trades``."""

import csv
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.trades import (
    NafEntry,
    NafTable,
    Precision,
    ReadIn,
    ToAsk,
    Trades,
    TradeTable,
    TradeWord,
)
from territorial_map.domain.vocabulary import Sector

WORDS, CODES, TO_ASK = "words.csv", "naf.csv", "to_ask.csv"
_LANGUAGES = frozenset({"fr", "en"})


def read_trades(folder: Path) -> Trades:
    """The words and codes of a folder such as ``data/trades``.

    Raises:
        SourceError: a line that is not right, by its file and number.
    """
    return Trades(read_trade_words(folder / WORDS), read_naf(folder / CODES))


def read_trade_words(path: Path) -> TradeTable:
    """The words of a file.

    Raises:
        SourceError: a line that is not a word of the table; it names the file and the line.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return TradeTable([_word(path, line, row) for line, row in enumerate(rows, start=2)])


def read_naf(path: Path) -> NafTable:
    """The codes of a file.

    Raises:
        SourceError: a line whose sector is unknown.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return NafTable(
        NafEntry(row["prefix"], _sectors(path, line, row["sectors"]), row["label"])
        for line, row in enumerate(rows, start=2)
    )


def read_to_ask(path: Path) -> ToAsk:
    """The questions of a file; those without a sector open a call, or close it after the others.

    Raises:
        SourceError: a line whose sector is unknown or that lacks a language, a trade without one.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    opening: list[Sentence] = []
    closing: list[Sentence] = []
    own: dict[Sector, list[Sentence]] = {}
    for line, row in enumerate(rows, start=2):
        question = _question(path, line, row)
        sectors = _sectors(path, line, row["sector"])
        for sector in sectors:
            own.setdefault(sector, []).append(question)
        if not sectors:
            (closing if own else opening).append(question)
    try:
        return ToAsk(
            tuple(opening), {sector: tuple(asked) for sector, asked in own.items()}, tuple(closing)
        )
    except ValueError as error:
        raise SourceError(f"{path.name} : {error}.") from error


def _question(path: Path, line: int, row: dict[str, str]) -> Sentence:
    try:
        return say(row["fr"], row["en"])
    except (KeyError, ValueError) as error:
        raise SourceError(f"{path.name}, ligne {line} : {error}.") from error


def _word(path: Path, line: int, row: dict[str, str]) -> TradeWord:
    if row.get("language") not in _LANGUAGES:
        raise SourceError(f"{path.name}, ligne {line} : langue attendue, « fr » ou « en ».")
    try:
        return TradeWord(
            words=row["words"],
            language=row["language"],
            sectors=_sectors(path, line, row["sectors"]),
            read_in=ReadIn(row["read_in"]),
            sheltered=row["sheltered"] == "yes",
            unless=tuple(phrase for phrase in row["unless"].split("|") if phrase),
            precision=Precision(row["precision"]),
        )
    except (KeyError, ValueError) as error:
        raise SourceError(f"{path.name}, ligne {line} : {error}.") from error


def _sectors(path: Path, line: int, told: str) -> tuple[Sector, ...]:
    try:
        return tuple(Sector(code) for code in told.split("+") if code)
    except ValueError as error:
        raise SourceError(f"{path.name}, ligne {line} : secteur inconnu, « {told} ».") from error
