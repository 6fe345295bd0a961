"""The layers drawn on screen: complete, and without gaps or overlaps between neighbours."""

import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
import shapely

from territorial_map.domain.errors import SourceError
from territorial_map.domain.territory import COLLECTIVITIES, TerritoryLevel, TerritoryShape
from territorial_map.ingest.territories import TerritoryReference, load_territories

COUNTS = {
    TerritoryLevel.REGION: 18,
    TerritoryLevel.DEPARTMENT: 101,
    TerritoryLevel.EPCI: 1253,
    TerritoryLevel.COMMUNE: 34875,
}


@pytest.fixture(scope="module")
def shapes(reference: TerritoryReference) -> tuple[TerritoryShape, ...]:
    return reference.shapes()


def test_every_territory_of_the_cog_has_a_window_and_an_outline(
    shapes: tuple[TerritoryShape, ...],
) -> None:
    drawn = [shape for shape in shapes if shape.outline and shape.window]

    assert {
        level: sum(shape.territory.level is level for shape in drawn) for level in COUNTS
    } == COUNTS


def test_collectivities_without_a_polygon_come_by_name(
    shapes: tuple[TerritoryShape, ...],
) -> None:
    by_name = {s.territory.code: s.territory.name for s in shapes if s.outline is None}

    assert by_name == COLLECTIVITIES


def test_every_window_holds_the_inner_point_of_its_territory(
    shapes: tuple[TerritoryShape, ...],
) -> None:
    lost = [
        shape.territory.code
        for shape in shapes
        if shape.window and shape.territory.point and not shape.window.holds(shape.territory.point)
    ]

    assert lost == []


@pytest.mark.parametrize("level", list(COUNTS), ids=str)
def test_neighbours_share_their_borders_exactly(
    level: TerritoryLevel, shapes: tuple[TerritoryShape, ...]
) -> None:
    outlines = [s.outline for s in shapes if s.territory.level is level and s.outline]

    polygons = shapely.from_geojson(np.array(outlines, dtype=object))

    assert shapely.is_valid(polygons).all()
    assert shapely.coverage_is_valid(polygons)


def test_outlines_have_at_most_five_decimals(shapes: tuple[TerritoryShape, ...]) -> None:
    some = shapely.from_geojson([shape.outline for shape in shapes[::97] if shape.outline])

    degrees = shapely.get_coordinates(some)

    assert np.allclose(degrees, np.round(degrees, 5), atol=1e-9)


def test_regions_on_screen_are_made_of_their_departments(
    reference: TerritoryReference, shapes: tuple[TerritoryShape, ...]
) -> None:
    outline = {
        (s.territory.level, s.territory.code): shapely.from_geojson(s.outline)
        for s in shapes[: 18 + 101]
    }
    brittany = [
        outline[TerritoryLevel.DEPARTMENT, code]
        for code, department in reference.departments.items()
        if department.region_code == "53"
    ]

    assert shapely.coverage_union_all(brittany).equals(outline[TerritoryLevel.REGION, "53"])


def test_every_commune_lies_in_a_department_and_a_region(reference: TerritoryReference) -> None:
    outside = [
        commune.name
        for commune in reference.communes.values()
        if commune.department_code not in reference.departments
        or commune.region_code not in reference.regions
    ]
    alone = {c.name for c in reference.communes.values() if c.epci_code not in reference.epci}

    assert outside == []
    assert alone == {"Île-de-Bréhat", "Île-de-Sein", "Ouessant", "L'Île-d'Yeu"}


def test_the_screen_layer_of_epci_stays_light(territory_folder: Path) -> None:
    layer = territory_folder / "screen" / "epci.geojson"

    assert layer.stat().st_size < 1_500_000
    assert len(json.loads(layer.read_text(encoding="utf-8"))["features"]) == 1253


def test_full_boundaries_are_on_a_grid_of_five_decimals(territory_folder: Path) -> None:
    packed = pq.read_table(territory_folder / "regions.parquet", columns=["geometry"])

    degrees = shapely.get_coordinates(shapely.from_wkb(packed["geometry"].to_numpy()))

    assert np.array_equal(degrees, np.round(degrees, 5))


def test_an_absent_layer_is_named() -> None:
    with pytest.raises(SourceError, match="introuvable"):
        load_territories(Path("no-such-folder"))
