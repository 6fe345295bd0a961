"""On the real tables: postcode and city alone find the commune that the code tells."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from territorial_map.domain.vocabulary import Located
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceCells, PlaceFlag, place_of
from territorial_map.readers import read_table

ORGANISATION_TABLES = (
    "sheltered_suppliers",
    "insertion_enterprises",
    "ess_employers_guyane",
    "cooperation_spaces",
)


@pytest.fixture(scope="module")
def rows(source_folder: Path) -> list[PlaceCells]:
    return [raw for table in ORGANISATION_TABLES for raw in places(source_folder / f"{table}.csv")]


def places(path: Path) -> Iterator[PlaceCells]:
    for row in read_table(path, required=["postcode", "commune", "commune_code"]).rows:
        cells = row.values
        yield PlaceCells(
            cells["address"],
            cells["postcode"],
            cells["commune"],
            cells["commune_code"],
            cells["department_code"],
            None,
            None,
            float(cells["lon"]) if cells["lon"] else None,
            float(cells["lat"]) if cells["lat"] else None,
            cells["geo_precision"],
        )


def test_postcode_and_city_alone_find_the_coded_commune(
    rows: list[PlaceCells], reference: TerritoryReference
) -> None:
    coded = [
        raw
        for raw in rows
        if raw.postcode and reference.reader.index.commune(raw.commune_code or "")
    ]

    found = [
        reference.reader.settle(PlaceCells(postcode=raw.postcode, city=raw.city)).commune
        for raw in coded
    ]
    right = [
        code
        for raw, code in zip(coded, found, strict=True)
        if code == getattr(reference.reader.index.commune(raw.commune_code or ""), "code", None)
    ]

    assert len(right) / len(coded) >= 0.995


def test_no_row_is_lost_and_few_points_are_misplaced(
    rows: list[PlaceCells], reference: TerritoryReference
) -> None:
    located = [place_of(raw, reference.reader) for raw in rows]

    misplaced = [place for place in located if PlaceFlag.MISPLACED_SOURCE_POINT in place.flags]
    without_commune = [place for place in located if place.commune_code is None]

    assert len(misplaced) == 25
    assert len(without_commune) == 6
    assert {place.located for place in without_commune} == {Located.DEPARTMENT}
