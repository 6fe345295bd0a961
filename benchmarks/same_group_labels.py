"""The judged pairs of « même groupe, probablement », with what the rule read of each that day."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.geo import Point
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.pooling.same_group import (
    NameWords,
    SharedGroup,
    ToldIdentity,
    shared_group,
    signs_of,
)

LABELS = Path(__file__).parents[1] / "tests" / "labels" / "same_group.csv"
WORDS = LABELS.with_name("same_group_words.csv")
YES, NO, UNSURE = "yes", "no", "unsure"


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two organisations as the directory held them, and what readers said of the pair.

    ``first`` and ``second`` are of one reader, ``other`` of another who saw neither.
    """

    first: str
    second: str
    other: str
    ids: tuple[str, str]
    told: tuple[ToldIdentity, ToldIdentity]
    points: tuple[Point | None, Point | None]

    @property
    def judged(self) -> str:
        """``yes`` or ``no`` when both first readings agree; ``unsure`` counts neither way."""
        return self.first if self.first == self.second else UNSURE

    @property
    def agreed(self) -> str:
        """``yes`` or ``no`` when both readers agree; ``unsure`` counts neither way."""
        return self.judged if self.judged == self.other else UNSURE


def judged_groups() -> Iterator[JudgedPair]:
    """Every judged pair, in the file's order."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            told = _told(row, "a_"), _told(row, "b_")
            points = _point(row, "a_"), _point(row, "b_")
            ids = row["a_id"], row["b_id"]
            yield JudgedPair(row["first"], row["second"], row["other"], ids, told, points)


def words_of_that_day(rules: Rulebook) -> NameWords:
    """How rare the words of the judged names were in the directory."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    counts = {row["word"]: int(row["organisations"]) for row in rows}
    return NameWords(
        {word: n for word, n in counts.items() if n > rules.groups.rare_far},
        frozenset(row["word"] for row in rows if row["territory"] == "true"),
    )


def found_group(pair: JudgedPair, names: NameWords, rules: Rulebook) -> SharedGroup | None:
    """What the rule says of a pair."""
    a, b = (signs_of(told, names, rules.groups) for told in pair.told)
    return shared_group(a, b, pair.points)


def confusion(
    rules: Rulebook, said: Callable[[JudgedPair], str] = lambda pair: pair.judged
) -> Counter[tuple[str, bool]]:
    """How many pairs were judged so and found or not."""
    names = words_of_that_day(rules)
    return Counter(
        (said(pair), found_group(pair, names, rules) is not None) for pair in judged_groups()
    )


def _told(row: dict[str, str], side: str) -> ToldIdentity:
    def cell(name: str) -> str | None:
        return row[side + name] or None

    return ToldIdentity(
        row[f"{side}name"],
        cell("phone"),
        cell("website"),
        cell("address"),
        cell("commune_code"),
        cell("commune"),
        cell("department_code"),
        cell("department"),
    )


def _point(row: dict[str, str], side: str) -> Point | None:
    lon, lat = row[f"{side}lon"], row[f"{side}lat"]
    return Point(float(lon), float(lat)) if lon else None
