"""The table of trades: what its rows may be, and how right it is on real names."""

import csv
from pathlib import Path

from territorial_map.domain.text import fold
from territorial_map.domain.trades import Precision, ReadIn
from territorial_map.domain.vocabulary import Device, Sector, SectorOrigin
from territorial_map.ingest.sectors import SectorClues, sectors_of
from tests.known import KNOWLEDGE

LABELS = Path(__file__).parents[2] / "labels" / "trades.csv"


def test_every_word_is_folded_and_none_stands_twice_for_one_use() -> None:
    words = KNOWLEDGE.trades.words.words
    bare = [word.words.removeprefix("^").removesuffix("*") for word in words]
    uses = [(word.words, word.language, word.read_in, word.sectors) for word in words]

    assert len(words) > 700
    assert [word for word in bare if fold(word) != word] == []
    assert len(set(uses)) == len(uses)


def test_both_languages_can_be_typed_for_every_sector() -> None:
    told = {
        (word.language, sector) for word in KNOWLEDGE.trades.words.words for sector in word.sectors
    }

    assert told == {(language, sector) for language in ("fr", "en") for sector in Sector}


def test_what_is_only_typed_never_makes_a_claim() -> None:
    typed = [word for word in KNOWLEDGE.trades.words.words if word.read_in is ReadIn.QUERY]

    assert {word.precision for word in typed} == {Precision.WEAK}
    assert sectors_of(SectorClues("LAUNDRY", activities=("laundry",)), KNOWLEDGE.trades) == ()


def test_words_of_real_names_tell_the_right_trade() -> None:
    claims = right = told = found = 0
    with LABELS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            sectors = _of_name(row)
            expected = set(filter(None, row["told"].split("+")))
            claims += len(sectors)
            right += len(sectors & (expected | set(row["also_right"].split("+"))))
            told += len(expected)
            found += len(sectors & expected)

    assert claims >= 200
    assert right / claims >= 0.967
    assert found / told >= 0.949


def _of_name(row: dict[str, str]) -> set[str]:
    devices = (Device(row["category"]),) if row["category"] in Device.codes() else ()
    clues = SectorClues(row["name"], devices=devices, commune=row["commune"])
    claims = sectors_of(clues, KNOWLEDGE.trades)

    assert {claim.origin for claim in claims} <= {SectorOrigin.NAME}
    return {claim.sector.value for claim in claims}
