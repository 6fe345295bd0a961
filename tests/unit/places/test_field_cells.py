"""Place cells as people write them: departments, regions, points, and what contradicts itself."""

import pytest

from territorial_map.domain.vocabulary import Located
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceCells, PlaceFlag, place_of

FORMERLY, FROM_TOWN = PlaceFlag.COMMUNE_FORMERLY, PlaceFlag.COMMUNE_FROM_TOWN


@pytest.mark.parametrize(
    ("cells", "code", "flags"),
    [
        (PlaceCells(commune_code="41171"), "41171", ()),
        (PlaceCells(commune_code="74011"), "74010", (FORMERLY,)),
        (PlaceCells(commune_code="69152"), "69149", (FORMERLY,)),
        (PlaceCells(commune_code="50602"), "50129", (FORMERLY,)),
        (PlaceCells(commune_code="69383"), "69123", ()),
        (PlaceCells(commune_code="2a004"), "2A004", ()),
        (PlaceCells(city="Neuvéglise", postcode="15260"), "15142",
         (PlaceFlag.COMMUNE_FROM_LABEL, FORMERLY)),
        (PlaceCells(city="Capavenir Vosges"), "88465", (FROM_TOWN, FORMERLY)),
    ],
)  # fmt: skip
def test_former_names_and_codes_are_todays_communes(
    cells: PlaceCells, code: str, flags: tuple[PlaceFlag, ...], reference: TerritoryReference
) -> None:
    place = place_of(cells, reference.reader)

    assert (place.commune_code, place.flags) == (code, flags)


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (5.105, 46.487, "01433"),
        (-52.33, 4.94, "97302"),
        (2.3522, 48.8566, "75056"),
        (55.4504, -20.8907, "97411"),
        (45.228, -12.78, "97611"),
        (-61.0588, 14.6037, "97209"),
        (-61.5339, 16.2411, "97120"),
        (8.7369, 41.9192, "2A004"),
    ],
)
def test_a_point_alone_finds_its_commune_overseas_included(
    lon: float, lat: float, code: str, reference: TerritoryReference
) -> None:
    place = place_of(PlaceCells(lon=lon, lat=lat), reference.reader)

    assert (place.commune_code, place.located) == (code, Located.ADDRESS)
    assert place.point is not None
    assert (place.point.lon, place.point.lat) == (lon, lat)
    assert PlaceFlag.COMMUNE_FROM_POINT in place.flags


def test_a_point_outside_france_places_nothing(reference: TerritoryReference) -> None:
    place = place_of(PlaceCells(lon=6.1432, lat=46.2044), reference.reader)  # Geneva

    assert (place.located, place.commune_code, place.point) == (Located.NONE, None, None)
    assert place.missing_reason == "Le point n’est dans aucune commune de France."


@pytest.mark.parametrize(
    ("cells", "departments"),
    [
        (PlaceCells(department="Ain"), "01"),
        (PlaceCells(department="1"), "01"),
        (PlaceCells(department="42 - Loire"), "42"),
        (PlaceCells(department="Haute Garonne"), "31"),
        (PlaceCells(department="2a"), "2A"),
        (PlaceCells(department="Réunion"), "974"),
        (PlaceCells(department="974 Réunion"), "974"),
        (PlaceCells(department="Loire (42)"), "42"),
        (PlaceCells(department="Département de la Loire"), "42"),
        (PlaceCells(city="Guadeloupe"), "971"),
        (PlaceCells(postcode="01"), "01"),
        (PlaceCells(postcode="01999"), "01"),
        (PlaceCells(postcode="972"), "972"),
    ],
)
def test_a_departement_is_read_by_number_or_name(
    cells: PlaceCells, departments: str, reference: TerritoryReference
) -> None:
    place = place_of(cells, reference.reader)

    assert (place.located, place.department_code) == (Located.DEPARTMENT, departments)
    assert place.missing_reason


@pytest.mark.parametrize(
    ("cells", "region"),
    [
        (PlaceCells(department="20"), "94"),
        (PlaceCells(postcode="20"), "94"),
        (PlaceCells(region="Corse"), "94"),
        (PlaceCells(region="4"), "04"),
        (PlaceCells(region="PACA"), "93"),
        (PlaceCells(region="Rhône-Alpes"), "84"),
        (PlaceCells(city="Occitanie"), "76"),
    ],
)
def test_a_region_is_read_by_number_or_name_of_today_or_before(
    cells: PlaceCells, region: str, reference: TerritoryReference
) -> None:
    place = place_of(cells, reference.reader)

    assert (place.region_code, place.commune_code) == (region, None)


@pytest.mark.parametrize(
    "cells",
    [
        PlaceCells(postcode="69003", city="Marseille"),
        PlaceCells(postcode="75010", city="Lyon"),
        PlaceCells(postcode="40220", city="Strasbourg"),
        PlaceCells(city="Lyon", department="01"),
    ],
)
def test_a_place_that_contradicts_itself_settles_nothing_and_says_so(
    cells: PlaceCells, reference: TerritoryReference
) -> None:
    place = place_of(cells, reference.reader)

    assert (place.located, place.commune_code) == (Located.NONE, None)
    assert "ne va pas avec" in (place.missing_reason or "")


@pytest.mark.parametrize(
    ("cells", "code", "flags"),
    [
        (PlaceCells(postcode="97490", city="SAINTE CLOTILDE"), "97411",
         (PlaceFlag.COMMUNE_FROM_POSTCODE, PlaceFlag.LABEL_UNKNOWN)),
        (PlaceCells(postcode="06560", city="SOPHIA ANTIPOLIS"), "06152",
         (PlaceFlag.COMMUNE_FROM_POSTCODE, PlaceFlag.LABEL_UNKNOWN)),
        (PlaceCells(postcode="69130,0", city="Écully"), "69081", (PlaceFlag.COMMUNE_FROM_LABEL,)),
        (PlaceCells(postcode="42007", city="ST-ETIENNE CEDEX 1"), "42218",
         (PlaceFlag.COMMUNE_FROM_LABEL,)),
        (PlaceCells(postcode="42000 Saint-Étienne"), "42218", (PlaceFlag.COMMUNE_FROM_LABEL,)),
        (PlaceCells(postcode="Saint-Étienne", city="42000"), "42218",
         (PlaceFlag.COMMUNE_FROM_LABEL,)),
        (PlaceCells(address="8 rue du Port, 42000 Saint-Étienne"), "42218",
         (PlaceFlag.COMMUNE_FROM_LABEL,)),
    ],
)  # fmt: skip
def test_what_a_postcode_settles_is_said(
    cells: PlaceCells, code: str, flags: tuple[PlaceFlag, ...], reference: TerritoryReference
) -> None:
    place = place_of(cells, reference.reader)

    assert (place.commune_code, place.flags) == (code, flags)
