"""Cells as many hands write them, each with its right value: ``writings.csv``.

``kind`` is the reading asked, ``value`` what it gives: blank where nothing can be taken.
"""

import csv
from pathlib import Path

import pytest

from territorial_map.domain.cells import (
    read_date,
    read_finess,
    read_phones,
    read_rna,
    read_siren,
    read_siret,
    read_website,
)

READINGS = {
    "siret": lambda cell: read_siret(cell).value or "",
    "siren": lambda cell: read_siren(cell).value or "",
    "finess": lambda cell: read_finess(cell).value or "",
    "rna": lambda cell: read_rna(cell).value or "",
    "date": lambda cell: read_date(cell).iso,
    "phone": lambda cell: read_phones(cell).first,
    "mobiles": lambda cell: str(read_phones(cell).mobiles),
    "website": lambda cell: read_website(cell).address,
}


def _writings() -> list[tuple[str, str, str]]:
    path = Path(__file__).with_name("writings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["cell"], row["value"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("kind", "cell", "value"), _writings())
def test_a_cell_is_read_however_it_is_written(kind: str, cell: str, value: str) -> None:
    assert READINGS[kind](cell) == value
