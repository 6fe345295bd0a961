"""The labelled pairs of ``tests/labels/duplicates.csv``."""

import csv
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.term import Term

LABELS = Path(__file__).parents[1] / "tests" / "labels" / "duplicates.csv"


class Label(Term):
    """What the judge read in two rows."""

    SAME = "same", "One organisation"
    DIFFERENT = "different", "Two organisations"
    UNSURE = "unsure", "The rows do not tell"


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two ids and their label; ``holdout`` pairs are never read while tuning."""

    one: str
    other: str
    label: Label
    holdout: bool


def labelled_pairs() -> tuple[LabelledPair, ...]:
    """Every labelled pair, in the order of the file."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return tuple(
            LabelledPair(
                row["one_id"], row["other_id"], Label(row["label"]), row["holdout"] == "true"
            )
            for row in csv.DictReader(file)
        )
