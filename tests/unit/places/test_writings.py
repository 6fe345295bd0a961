"""Places as many hands write them, each with its right value: ``writings.csv``.

``place`` is a commune code, ``dep:`` and départements, ``country:`` and an ISO code, or blank where
nothing settles it.
"""

import csv
from pathlib import Path

import pytest

from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceCells, SettledPlace

Cells = dict[str, str]


def _writings() -> list[Cells]:
    path = Path(__file__).with_name("writings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _told(settled: SettledPlace) -> str:
    if settled.commune or not (settled.country or settled.departments):
        return settled.commune or ""
    if settled.country:
        return f"country:{settled.country}"
    return "dep:" + ",".join(sorted(settled.departments))


def _cells(row: Cells) -> PlaceCells:
    lon, lat = (float(row[axis]) if row[axis] else None for axis in ("lon", "lat"))
    return PlaceCells(
        address=row["address"],
        postcode=row["postcode"],
        city=row["city"],
        commune_code=row["commune_code"],
        department=row["department"],
        region=row["region"],
        country=row["country"],
        lon=lon,
        lat=lat,
    )


def _id(row: Cells) -> str:
    return " | ".join(cell for column, cell in row.items() if cell and column != "place")


@pytest.mark.parametrize("row", _writings(), ids=_id)
def test_a_place_is_found_however_it_is_written(row: Cells, reference: TerritoryReference) -> None:
    assert _told(reference.reader.settle(_cells(row))) == row["place"]
