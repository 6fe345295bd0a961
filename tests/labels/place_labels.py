"""The labelled place cells, and what a reading of them is worth."""

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from territorial_map.domain.organisation import Place
from territorial_map.domain.vocabulary import Located
from territorial_map.places import PlaceCells, PlaceReader, place_of

HERE = Path(__file__).parent
FILES = ("places.csv", "places_by_hand.csv")
_Z = 1.959964  # 95 %
_ABROAD, _DEPARTMENT, _REGION = "abroad:", "department:", "region:"


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """A row's cells and its right place.

    ``expected`` is a commune code, ``abroad:``, ``department:`` or ``region:`` and a code or name;
    blank where nothing should be chosen.
    """

    id: str
    kind: str
    cells: PlaceCells
    expected: str


@dataclass(slots=True)
class PlaceScore:
    """Counts of a kind: labels, those placed (or sent abroad), those of them right, and misses."""

    labels: int = 0
    placed: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what is placed that is right."""
        return self.right / self.placed if self.placed else math.nan

    @property
    def recall(self) -> float:
        """Share of the labels that are placed right."""
        return self.right / self.labels if self.labels else math.nan


def read_labels() -> Iterator[PlaceLabel]:
    """Every labelled row."""
    for name in FILES:
        with (HERE / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield PlaceLabel(row["id"], row["kind"], _cells(row), row["expected"])


def scored(labels: Iterable[PlaceLabel], reader: PlaceReader) -> dict[str, PlaceScore]:
    """What the reader makes of labels, by kind."""
    scores: defaultdict[str, PlaceScore] = defaultdict(PlaceScore)
    for label in labels:
        score, place = scores[label.kind], place_of(label.cells, reader)
        answer = answered(place)
        score.labels += 1 if label.expected else 0
        if not answer or (not label.expected and place.commune_code is None):
            continue
        if _coarser(place, label.expected, reader):
            continue
        score.placed += 1
        if answer == label.expected:
            score.right += 1
        else:
            written = label.cells.city or label.cells.postcode or str(label.cells.point)
            score.wrong.append(f"{label.id} {written}: {answer}, expected {label.expected or '-'}")
    return dict(scores)


def _coarser(place: Place, expected: str, reader: PlaceReader) -> bool:
    """True when only the département is said of a commune that lies in it: true, and not placed."""
    only = place.commune_code is None and place.department_code is not None
    return (
        only
        and expected in reader.index.communes
        and (reader.index.department_of(expected) == place.department_code)
    )


def answered(place: Place) -> str:
    """What a place says, written as a label is; blank for nothing."""
    if place.commune_code:
        return place.commune_code
    if place.located is Located.ABROAD:
        return _ABROAD + _COUNTRIES.get((place.missing_reason or "").rpartition(": ")[2], "?")
    if place.located is Located.DEPARTMENT:
        return f"{_DEPARTMENT}{place.department_code}"
    return f"{_REGION}{place.region}" if place.located is Located.REGION else ""


def interval(successes: int, n: int) -> tuple[float, float]:
    """Wilson's interval at 95 %."""
    if not n:
        return math.nan, math.nan
    share, z = successes / n, _Z
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


_COUNTRIES = {
    "Belgique.": "BE",
    "Suisse.": "CH",
    "Luxembourg.": "LU",
    "Allemagne.": "DE",
    "Italie.": "IT",
    "Espagne.": "ES",
    "Monaco.": "MC",
    "Andorre.": "AD",
}


def _cells(row: dict[str, str]) -> PlaceCells:
    return PlaceCells(
        address=row["address"],
        postcode=row["postcode"],
        city=row["city"],
        commune_code=row["commune_code"],
        department=row["department"],
        region=row["region"],
        country=row["country"],
        lon=float(row["lon"]) if row["lon"] else None,
        lat=float(row["lat"]) if row["lat"] else None,
    )
