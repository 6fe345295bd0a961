"""The graded pairs of ``tests/labels/PARTNER_PAIRS.md``, those for tuning and those that judge."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

_FOLDER = Path(__file__).parents[1] / "tests" / "labels"
TWO_JUDGES = _FOLDER / "partner_pairs_judged.csv"
ONE_READER = _FOLDER / "partner_pairs_2026_11_29.csv"
TWO_READERS = _FOLDER / "partner_pairs_2026_11_30.csv"

Part = Literal["tuning", "judging", "fresh", "strong", "strong-2"]


@dataclass(frozen=True, slots=True)
class GradedPair:
    """Two organisations and what readers gave them: 2 to be introduced, 1 plausible, 0 no sense."""

    organisation: str
    stratum: str
    partner: str
    methods: frozenset[str]
    grades: tuple[int, ...]

    @property
    def mean(self) -> float:
        """The mean of what its readers gave."""
        return sum(self.grades) / len(self.grades)


def graded_pairs(part: Part) -> tuple[GradedPair, ...]:
    """The pairs of one part; the first twenty organisations, judged by two, are all for tuning."""
    first = (pair for _, pair in pairs_of(TWO_JUDGES)) if part == "tuning" else ()
    later = (each for path in (ONE_READER, TWO_READERS) for each in pairs_of(path))
    return (*first, *(pair for row_part, pair in later if row_part == part))


def read_by(pairs: tuple[GradedPair, ...]) -> tuple[tuple[GradedPair, ...], ...]:
    """The same pairs as each reader graded them, for as many readers as graded all of them."""
    readers = min(len(pair.grades) for pair in pairs)
    return tuple(
        tuple(replace(pair, grades=(pair.grades[reader],)) for pair in pairs)
        for reader in range(readers)
    )


def pairs_of(path: Path) -> Iterator[tuple[str, GradedPair]]:
    """The pairs of a file, each with its part, empty where the file has none."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            told = (row["grade"], row.get("second_grade") or "")
            yield (
                row.get("part") or "",
                GradedPair(
                    row["organisation"],
                    row["stratum"],
                    row["partner"],
                    frozenset(row["methods"].split("+")),
                    tuple(int(grade) for grade in told if grade),
                ),
            )
