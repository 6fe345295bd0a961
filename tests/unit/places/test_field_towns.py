"""Towns as people write them in one cell: the kinds of the field cases, each with its value."""

import pytest

from territorial_map.domain.vocabulary import Located
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceCells, PlaceFlag, place_of

FROM_TOWN = PlaceFlag.COMMUNE_FROM_TOWN


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Écully", "69081"),
        ("Romans-sur-Isère", "26281"),
        ("Marseille", "13055"),
        ("Paris 10e", "75056"),
        ("Paris XIIIe", "75056"),
        ("Paris 13ème arrondissement", "75056"),
        ("13e arrondissement de Paris", "75056"),
        ("75 PARIS 13", "75056"),
        ("PARIS-17", "75056"),
        ("Paris 75010", "75056"),
        ("Lyon 3e", "69123"),
        ("Lyon 69003", "69123"),
        ("Marseille 3e", "13055"),
        ("Cayenne", "97302"),
        ("St-Etienne", "42218"),
        ("Lyon", "69123"),
        ("Bastia", "2B033"),
        ("Fort de France", "97209"),
        ("Saint-Denis (La Réunion)", "97411"),
        ("Saint-Denis, La Réunion", "97411"),
        ("SAINT DENIS LA REUNION", "97411"),
        ("Saint-Denis - Réunion", "97411"),
        ("Saint-Denis (93)", "93066"),
        ("Saint-Denis 93", "93066"),
        ("42000 Saint-Etienne", "42218"),
        ("Saint-Étienne 42000", "42218"),
        ("F-42000 SAINT-ETIENNE", "42218"),
        ("SAINT ETIENNE (42)", "42218"),
        ("St-Etienne (42", "42218"),
        ("42 - SAINT ETIENNE", "42218"),
        ("42 St Etienne", "42218"),
        ("Saint-Étienne, Loire", "42218"),
        ("Saint-Étienne / Loire", "42218"),
        ("Saint-Étienne (Auvergne-Rhône-Alpes)", "42218"),
        ("ST-ETIENNE CEDEX 1", "42218"),
        ("Romans (26)", "26281"),
        ("Bourg - en - Bresse", "01053"),
        ("MANS (LE)", "72181"),
        ("Oucques", "41171"),
        ("OUCQUES LA NOUVELLE", "41171"),
        ("Annecy-le-Vieux", "74010"),
        ("CHERBOURG OCTEVILLE", "50129"),
        ("Lyon, France", "69123"),
        ("Sainte-Marie (974)", "97418"),
    ],
)
def test_a_town_in_one_cell_is_found(cell: str, code: str, reference: TerritoryReference) -> None:
    place = place_of(PlaceCells(city=cell), reference.reader)

    assert (place.commune_code, place.missing_reason) == (code, None)


@pytest.mark.parametrize(
    ("cell", "among"),
    [
        ("Saint-Denis", ("Saint-Denis (974)", "Saint-Denis (93)")),
        ("Sainte-Marie", ("Sainte-Marie (974)", "Sainte-Marie (972)")),
        ("Romans", ("Romans-sur-Isère (26)", "Romans (01)")),
        ("Vernoux", ("Vernoux-en-Vivarais (07)", "Vernoux (01)")),
    ],
)
def test_a_town_of_several_names_is_not_chosen_and_its_candidates_are_told(
    cell: str, among: tuple[str, ...], reference: TerritoryReference
) -> None:
    place = place_of(PlaceCells(city=cell), reference.reader)

    assert (place.commune_code, place.located) == (None, Located.NONE)
    assert place.missing_reason is not None
    assert all(named in place.missing_reason for named in among)
    assert "code postal" in place.missing_reason


@pytest.mark.parametrize(
    ("postcode", "town", "candidates", "named"),
    [
        ("98600", "Mamoudzou", ("97611",), " (qui peut être Mamoudzou (976))"),
        ("98800", "Cayenne", ("97302",), " (qui peut être Cayenne (973))"),
        ("98600", "Nouméa", (), ""),
    ],
)
def test_the_postcode_of_a_collectivity_does_not_win_over_a_town_of_elsewhere(
    postcode: str,
    town: str,
    candidates: tuple[str, ...],
    named: str,
    reference: TerritoryReference,
) -> None:
    cells = PlaceCells(postcode=postcode, city=town)

    assert reference.reader.settle(cells).candidates == candidates
    place = place_of(cells, reference.reader)
    assert (place.located, place.department_code) == (Located.NONE, None)
    assert place.missing_reason == (
        f"La ville «\u00a0{town}\u00a0»{named} ne va pas avec le code postal {postcode}."
    )


def test_the_largest_namesake_by_far_is_kept_and_it_is_said(reference: TerritoryReference) -> None:
    place = place_of(PlaceCells(city="Montreuil"), reference.reader)

    assert (place.commune, place.department_code) == ("Montreuil", "93")
    assert place.flags == (FROM_TOWN, PlaceFlag.COMMUNE_FROM_POPULATION)


def test_the_population_never_speaks_against_the_point(reference: TerritoryReference) -> None:
    small = next(
        c for c in reference.communes.values() if c.name == "Saint-Paul" and c.code.startswith("19")
    )
    assert small.point is not None
    cells = PlaceCells(city="Saint-Paul", lon=small.point.lon, lat=small.point.lat)

    place = place_of(cells, reference.reader)

    assert place.commune_code == small.code
    assert place.flags == (PlaceFlag.COMMUNE_FROM_POINT,)


@pytest.mark.parametrize(
    ("cells", "country"),
    [
        (PlaceCells(postcode="1201", city="Genève", country="Suisse"), "Suisse"),
        (PlaceCells(postcode="7500", city="Tournai", country="Belgique"), "Belgique"),
        (PlaceCells(postcode="5000", city="Namur", country="BE"), "Belgique"),
        (PlaceCells(postcode="1000", city="Bruxelles", country="Belgium"), "Belgique"),
        (PlaceCells(postcode="L-1009", city="Luxembourg"), "Luxembourg"),
        (PlaceCells(postcode="66111", city="Saarbrücken", country="Deutschland"), "Allemagne"),
        (PlaceCells(postcode="98000", city="Monaco"), "Monaco"),
        (PlaceCells(postcode="AD500", city="Andorre-la-Vieille"), "Andorre"),
        (PlaceCells(postcode="08001", city="Barcelona", country="Espagne"), "Espagne"),
        (PlaceCells(postcode="10121", city="Torino", country="Italia"), "Italie"),
        (PlaceCells(postcode="20121", city="Milano", country="ITA"), "Italie"),
        (PlaceCells(postcode="B-7500", city="Tournai"), "Belgique"),
        (PlaceCells(city="CH-1201 Genève"), "Suisse"),
        (PlaceCells(city="Tournai (Belgique)"), "Belgique"),
        (PlaceCells(city="Genève, Suisse"), "Suisse"),
        (PlaceCells(commune_code="99131", city="Mons"), "Belgique"),
    ],
)
def test_a_country_told_is_never_on_the_map_of_france(
    cells: PlaceCells, country: str, reference: TerritoryReference
) -> None:
    place = place_of(cells._replace(lon=4.85, lat=45.75), reference.reader)

    assert (place.located, place.commune_code, place.point) == (Located.ABROAD, None, None)
    assert place.department_code is place.region_code is None
    assert place.missing_reason == f"Hors de France\u00a0: {country}."


@pytest.mark.parametrize(
    "cells",
    [
        PlaceCells(postcode="7500", city="Tournai"),
        PlaceCells(postcode="1201", city="Genève"),
        PlaceCells(postcode="6700", city="Arlon"),
        PlaceCells(city="7500 Tournai"),
        PlaceCells(postcode="66111", city="Saarbrücken"),
        PlaceCells(city="Bruxelles"),
        PlaceCells(city="Lausanne"),
    ],
)
def test_a_town_of_a_neighbour_tells_its_country_and_it_is_said_to_be_inferred(
    cells: PlaceCells, reference: TerritoryReference
) -> None:
    place = place_of(cells, reference.reader)

    assert (place.located, place.department_code) == (Located.ABROAD, None)
    assert place.flags == (PlaceFlag.COUNTRY_FROM_TOWN,)


def test_four_digits_and_an_unknown_town_are_left_to_be_told(
    reference: TerritoryReference,
) -> None:
    place = place_of(PlaceCells(postcode="7500", city="Nullepart-lez-Rien"), reference.reader)

    assert (place.located, place.commune_code) == (Located.NONE, None)
    assert place.missing_reason is not None
    assert "peut-être hors de France" in place.missing_reason


def test_a_zero_that_a_spreadsheet_ate_is_put_back(reference: TerritoryReference) -> None:
    cells = PlaceCells(postcode="1000", city="Bourg-en-Bresse", commune_code="1053")

    place = place_of(cells, reference.reader)

    assert (place.commune_code, place.postcode, place.flags) == ("01053", "01000", ())


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (PlaceCells(postcode="97150", city="Saint-Martin", commune_code="97127"), "978"),
        (PlaceCells(postcode="97150", city="Marigot", commune_code="97801"), "978"),
        (PlaceCells(postcode="97133", city="Saint-Barthélemy", commune_code="97123"), "977"),
        (PlaceCells(postcode="97098", city="Gustavia", commune_code="97701"), "977"),
        (PlaceCells(postcode="97800", city="Saint-Martin", country="France"), "978"),
        (PlaceCells(postcode="97500", city="Saint-Pierre", commune_code="97502"), "975"),
        (PlaceCells(postcode="97150", city="Marigot", country="Saint-Martin"), "978"),
        (PlaceCells(city="Saint-Pierre-et-Miquelon"), "975"),
        (PlaceCells(country="MF", city="Marigot"), "978"),
        (PlaceCells(postcode="98800", city="Nouméa", commune_code="98818"), "988"),
        (PlaceCells(postcode="98714", city="Papeete", country="Polynésie française"), "987"),
        (PlaceCells(lon=-62.83, lat=17.9), "977"),
    ],
)
def test_france_without_communes_here_is_kept_by_name_and_never_abroad(
    cells: PlaceCells, code: str, reference: TerritoryReference
) -> None:
    place = place_of(cells, reference.reader)

    assert (place.located, place.department_code) == (Located.DEPARTMENT, code)
    assert place.department is not None
    assert place.department in (place.missing_reason or "")
