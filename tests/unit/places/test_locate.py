"""Where a row lies: no row is lost, no commune is guessed between several."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Located
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceCells, PlaceFlag, place_of

ONE_REFERENCE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

codes = st.sampled_from(["", "26281", "75113", "97302", "99999", "50602", "2A004", "x"])
cities = st.sampled_from(["", "ROMANS SUR ISERE", "PARIS 13", "ST DENIS CEDEX 1", "Nulle part"])
postcodes = st.sampled_from(["", "26100", "75013", "97400", "97150", "97500", "20000", "1000", "?"])
departments = st.sampled_from(["", "26", "971", "978", "2A", "99"])
degrees = st.none() | st.floats(-200, 200) | st.just(math.nan) | st.just(math.inf)
raw_places = st.builds(
    PlaceCells,
    address=st.none() | st.text(max_size=8),
    postcode=postcodes | st.text(max_size=6),
    city=cities | st.text(max_size=12),
    commune_code=codes,
    department=departments,
    region=st.sampled_from(["", "Occitanie", "LA REUNION", "Nulle part"]),
    lon=degrees,
    lat=degrees,
    geo_precision=st.sampled_from(["", "address", "commune", "region"]),
)
numbers = st.integers(0, 34874)


@given(raw=raw_places)
@ONE_REFERENCE
def test_every_place_has_a_commune_or_says_why_not(
    raw: PlaceCells, reference: TerritoryReference
) -> None:
    place = place_of(raw, reference.reader)

    assert (place.commune_code is None) == bool(place.missing_reason)
    assert (place.point is None) == (place.commune_code is None)


@given(raw=raw_places)
@ONE_REFERENCE
def test_a_point_is_never_far_from_the_commune(
    raw: PlaceCells, reference: TerritoryReference
) -> None:
    place = place_of(raw, reference.reader)

    if place.point is not None and place.commune_code is not None:
        assert reference.reader.boundaries.distance_km(place.commune_code, place.point) <= 2


@given(number=numbers)
@ONE_REFERENCE
def test_the_inner_point_of_a_commune_is_kept_and_the_codes_above_it_filled(
    number: int, reference: TerritoryReference
) -> None:
    commune = list(reference.communes.values())[number]
    assert commune.point is not None
    raw = PlaceCells(commune_code=commune.code, lon=commune.point.lon, lat=commune.point.lat)

    place = place_of(raw, reference.reader)

    assert (place.located, place.point, place.flags) == (Located.ADDRESS, commune.point, ())
    assert (place.commune, place.epci_code) == (commune.name, commune.epci_code)
    assert place.department_code == commune.department_code
    assert place.region_code == commune.region_code


@given(number=numbers, north=st.sampled_from([-1.0, 1.0]))
@ONE_REFERENCE
def test_a_point_far_away_gives_way_to_the_inner_point(
    number: int, north: float, reference: TerritoryReference
) -> None:
    commune = list(reference.communes.values())[number]
    assert commune.point is not None
    raw = PlaceCells(
        commune_code=commune.code, lon=commune.point.lon, lat=commune.point.lat + 4 * north
    )

    place = place_of(raw, reference.reader)

    assert (place.located, place.point) == (Located.COMMUNE, commune.point)
    assert place.flags == (PlaceFlag.MISPLACED_SOURCE_POINT,)


@given(number=numbers, style=st.sampled_from([str, str.upper, fold]))
@ONE_REFERENCE
def test_a_postcode_and_a_name_find_their_commune_however_written(
    number: int, style: type[str], reference: TerritoryReference
) -> None:
    commune = list(reference.communes.values())[number]
    written = style(commune.name).replace("SAINTE-", "STE ").replace("SAINT-", "ST ")
    raw = PlaceCells(postcode=commune.postcodes[0], city=written)

    place = place_of(raw, reference.reader)

    assert place.commune_code == commune.code


@given(
    number=numbers,
    lon=st.floats(-0.05, 0.05),
    lat=st.floats(-0.05, 0.05),
)
@ONE_REFERENCE
def test_a_commune_is_at_most_as_far_as_its_inner_point(
    number: int, lon: float, lat: float, reference: TerritoryReference
) -> None:
    commune = list(reference.communes.values())[number]
    assert commune.point is not None
    point = Point(commune.point.lon + lon, commune.point.lat + lat)

    distance = reference.reader.boundaries.distance_km(commune.code, point)

    assert 0 <= distance <= distance_km(point, commune.point) + 0.01


@pytest.mark.parametrize(
    ("raw", "commune"),
    [
        (PlaceCells(commune_code="75113"), "Paris"),
        (PlaceCells(commune_code="69383"), "Lyon"),
        (PlaceCells(commune_code="13208"), "Marseille"),
        (PlaceCells(commune_code="50602"), "Cherbourg-en-Cotentin"),
        (PlaceCells(postcode="42029", city="ST ETIENNE CEDEX 1"), "Saint-Étienne"),
        (PlaceCells(postcode="38490", city="ABRETS (LES)"), "Les Abrets en Dauphiné"),
        (PlaceCells(postcode="71100", city="CHALON S/ SAONE"), "Chalon-sur-Saône"),
        (PlaceCells(postcode="75019", city="PARIS 19E  ARRONDISSEMENT"), "Paris"),
        (PlaceCells(postcode="13008", city="MARSEILLE 08"), "Marseille"),
        (PlaceCells(postcode="38080", city="L ISLE D ABEAU"), "L'Isle-d'Abeau"),
        (PlaceCells(postcode="44153", city="ANCENIS CEDEX"), "Ancenis-Saint-Géréon"),
        (PlaceCells(postcode="35430", city="CHATEAUNEUF D ILLE ET VILA"),
         "Châteauneuf-d'Ille-et-Vilaine"),
        (PlaceCells(postcode="26109", city="Romans-sur-Isère"), "Romans-sur-Isère"),
        (PlaceCells(postcode="97490", city="SAINTE CLOTILDE"), "Saint-Denis"),
        (PlaceCells(postcode="1000", city="bourg en bresse"), "Bourg-en-Bresse"),
        (PlaceCells(postcode="20090", city="AJACCIO"), "Ajaccio"),
    ],
)  # fmt: skip
def test_the_ways_registers_write_a_commune(
    raw: PlaceCells, commune: str, reference: TerritoryReference
) -> None:
    assert place_of(raw, reference.reader).commune == commune


def test_a_village_is_found_by_its_point_within_the_postcode(
    reference: TerritoryReference,
) -> None:
    raw = PlaceCells(postcode="97620", city="POROANI", lon=45.1419095, lat=-12.892076)

    place = place_of(raw, reference.reader)

    assert place.commune == "Chirongui"
    assert place.flags == (PlaceFlag.COMMUNE_FROM_POINT,)


def test_a_postcode_and_a_city_that_disagree_settle_nothing(
    reference: TerritoryReference,
) -> None:
    place = place_of(PlaceCells(postcode="21024", city="Le Havre"), reference.reader)

    assert (place.located, place.commune_code) == (Located.NONE, None)
    assert (
        place.missing_reason == "La ville «\u00a0Le Havre\u00a0» (qui peut être Le Havre (76)) "
        "ne va pas avec le code postal 21024."
    )


def test_a_city_and_its_point_win_over_a_postcode_of_elsewhere(
    reference: TerritoryReference,
) -> None:
    raw = PlaceCells(postcode="21024", city="Le Havre", lon=0.131306, lat=49.49843)

    place = place_of(raw, reference.reader)

    assert (place.located, place.commune) == (Located.ADDRESS, "Le Havre")
    assert place.flags == (PlaceFlag.COMMUNE_FROM_POINT, PlaceFlag.POSTCODE_DIFFERS)


def test_a_code_that_contradicts_postcode_and_city_loses(reference: TerritoryReference) -> None:
    raw = PlaceCells(postcode="54330", city="VEZELISE", commune_code="28196", department="28")

    place = place_of(raw, reference.reader)

    assert (place.commune, place.department) == ("Vézelise", "Meurthe-et-Moselle")
    assert place.flags == (PlaceFlag.COMMUNE_CODE_DIFFERS,)


def test_a_code_that_agrees_with_the_postcode_wins_over_the_city(
    reference: TerritoryReference,
) -> None:
    place = place_of(
        PlaceCells(postcode="40220", city="Strasbourg", commune_code="40312"), reference.reader
    )

    assert (place.commune, place.flags) == ("Tarnos", (PlaceFlag.LABEL_DIFFERS,))


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (PlaceCells(postcode="97500", commune_code="97502"), "Saint-Pierre-et-Miquelon"),
        (PlaceCells(postcode="97133", department="971"), "Saint-Barthélemy"),
        (PlaceCells(postcode="97150", city="SAINT MARTIN", lon=-63.06, lat=18.07), "Saint-Martin"),
    ],
)
def test_collectivities_without_a_polygon_are_kept_by_name(
    raw: PlaceCells, name: str, reference: TerritoryReference
) -> None:
    place = place_of(raw, reference.reader)

    assert (place.located, place.department) == (Located.DEPARTMENT, name)
    assert name in (place.missing_reason or "")


def test_a_point_told_at_the_commune_is_replaced_without_a_flag(
    reference: TerritoryReference,
) -> None:
    raw = PlaceCells(commune_code="26281", lon=2.0, lat=48.0, geo_precision="commune")

    place = place_of(raw, reference.reader)

    assert (place.located, place.flags) == (Located.COMMUNE, ())


def test_a_region_alone_is_a_place(reference: TerritoryReference) -> None:
    place = place_of(PlaceCells(region="Provence-Alpes-Côte d’Azur"), reference.reader)

    assert (place.located, place.region_code) == (Located.REGION, "93")
    assert place.missing_reason == "La source ne donne que la région."
