"""One reading of place cells: an import that is built and a match of the same table agree."""

import csv
from pathlib import Path

import pytest

from territorial_map.domain.organisation import Organisation
from territorial_map.ingest.assemble import assemble
from territorial_map.ingest.sources import Choices, import_files, importer_for
from territorial_map.ingest.territories import TerritoryReference, load_territories
from territorial_map.places import place_of
from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import read_list
from territorial_map.services.matching.places import place_cells, row_place
from territorial_map.settings import data_folder
from tests.labels.place_labels import PlaceLabel, read_labels

TERRITORIES = data_folder("data") / "territories"
HEADER = ("nom", "code postal", "ville", "code insee", "département", "région", "pays")
POINT = ("latitude", "longitude")


def _cells(label: PlaceLabel) -> tuple[str, ...]:
    c = label.cells
    told = (c.postcode, c.city, c.commune_code, c.department, c.region, c.country)
    point = (str(c.lat), str(c.lon)) if c.point else ("", "")
    return (*(cell or "" for cell in told), *point)


@pytest.fixture(scope="module")
def reference() -> TerritoryReference:
    return load_territories(TERRITORIES)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The labelled cells as a list of synthetic names."""
    path = tmp_path_factory.mktemp("list") / "liste.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow((*HEADER, *POINT))
        for n, label in enumerate(read_labels()):
            written.writerow((f"Synthétique {n}", *_cells(label)))
    return path


@pytest.fixture(scope="module")
def built(table: Path) -> dict[str, Organisation]:
    into = table.parent / "sources"
    choices = Choices(as_of="2026-11-01")
    import_files(importer_for("generic", [table], choices), [table], into, choices)
    return {found.name: found for found in assemble(into, TERRITORIES).organisations}


def test_every_row_has_one_place_whichever_way_it_comes_in(
    table: Path, built: dict[str, Organisation], reference: TerritoryReference
) -> None:
    given = list(read_list(Upload(table.name, table.read_bytes())).rows())

    disagree = [
        (row.name, place.commune_code, built[row.name].place.commune_code)
        for row in given
        if (place := place_of(place_cells(row), reference.reader)) is not None
        and (place.located, place.commune_code, place.department_code, place.missing_reason)
        != (
            (own := built[row.name].place).located,
            own.commune_code,
            own.department_code,
            own.missing_reason,
        )
    ]

    assert len(given) == len(built) > 900
    assert disagree == []


def test_what_is_matched_on_is_where_the_row_is_placed(
    table: Path, built: dict[str, Organisation], reference: TerritoryReference
) -> None:
    given = list(read_list(Upload(table.name, table.read_bytes())).rows())
    placed = [(row, built[row.name].place) for row in given if built[row.name].place.commune_code]

    assert len(placed) > 700
    assert all(
        row_place(row, reference.reader).communes == {place.commune_code} for row, place in placed
    )
