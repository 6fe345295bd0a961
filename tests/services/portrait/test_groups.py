"""Zones and groups of communes: their portrait is the sum of their communes."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.commune_groups import MOST_GROUPED, GroupLevel, group_codes, group_of
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.listing import Order
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import portrait_of
from territorial_map.services.portrait.zones import (
    inhabited_zones,
    named_group,
    portrayed,
    zone_at,
    zones_around,
    zones_named,
    zones_of,
)
from tests.in_memory import edition_of
from tests.synthetic import organisation, place, place_in_lyon

ROMANS, VALENCE, SAINT_VALLIER, LYON = "26281", "26362", "26333", "69123"
ZONE = GroupLevel.EMPLOYMENT_ZONE


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """Six in Romans, one in Valence, three in Lyon; a made-up zone of Romans and Saint-Vallier."""
    there = [
        *(organisation(f"synthetic:r{n}") for n in range(6)),
        organisation("synthetic:v", place=place(5.0, 45.0, VALENCE)),
        *(organisation(f"synthetic:l{n}", place=place_in_lyon(None)) for n in range(3)),
    ]
    zone = [
        {"kind": ZONE.value, "code": "8421", "name": "Zone synthétique", "commune": code}
        for code in (SAINT_VALLIER, ROMANS, "99999")
    ]
    near = [
        {"commune": code, "target": "sheltered", "nearest_km": km, "nearest_id": "synthetic:v"}
        for code, km in ((ROMANS, 4.0), (VALENCE, 12.0), (LYON, 31.0))
    ]
    with edition_of(sorted(there, key=lambda one: one.id)) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.zone_communes), zone)
            connection.execute(insert(schema.commune_reach), near)
            connection.commit()
        yield opened


def people(edition: OpenEdition, *codes: str) -> int:
    found = [edition.gazetteer.get(TerritoryLevel.COMMUNE, code) for code in codes]
    return sum(one.population or 0 for one in found if one is not None)


def test_a_group_counts_what_its_list_holds(edition: OpenEdition) -> None:
    group = named_group(edition, f"{VALENCE};{ROMANS} {VALENCE}", "Deux villes")
    portrait = portrait_of(edition, group)

    assert (group.code, group.name) == (f"{ROMANS},{VALENCE}", "Deux villes")
    assert portrait.organisations == portrait.figures.total.here.count == 7
    assert edition.page(portrait.place.selection, Order.NAME, 1).total == 7
    assert [one.territory.code for one in portrait.inside.territories] == [ROMANS, VALENCE]
    assert [one.name for one in portrait.place.wider] == ["Drôme", "Auvergne-Rhône-Alpes"]
    assert portrait.place.territory.population == people(edition, ROMANS, VALENCE)
    assert (portrait.alike, portrait.gaps) == (None, None)


def test_what_one_departement_of_a_group_does_not_cover_is_not_zero(edition: OpenEdition) -> None:
    in_drome = portrait_of(edition, named_group(edition, SAINT_VALLIER))
    across = portrait_of(edition, named_group(edition, f"{SAINT_VALLIER},{LYON}"))
    actors = [one.figures.kinds[-1].here.count for one in (in_drome, across)]

    assert in_drome.figures.total.here.count == 0
    assert across.figures.total.here.count == 3
    assert {one.here.count for one in across.figures.devices} <= {None}
    assert None not in actors or actors == [None, None]


def test_reach_is_the_sum_of_its_communes(edition: OpenEdition) -> None:
    group = named_group(edition, f"{ROMANS},{VALENCE},{LYON}")
    (reach,) = portrait_of(edition, group).reach or ()

    assert reach.inhabitants == people(edition, ROMANS, VALENCE, LYON)
    assert reach.within == (
        people(edition, ROMANS),
        people(edition, ROMANS, VALENCE),
        people(edition, ROMANS, VALENCE),
    )
    assert [one.code for one in reach.away] == [LYON]


def test_a_zone_has_the_communes_that_the_edition_knows(edition: OpenEdition) -> None:
    zone = zone_at(edition, ZONE, "8421")

    assert zone.name == "Zone synthétique"
    assert [one.code for one in zone.communes] == [ROMANS, SAINT_VALLIER]
    assert list(zones_of(edition)) == [(ZONE, "8421")]
    # No organisation of the tests says its zone: nothing is to be listed for search engines.
    assert list(inhabited_zones(edition)) == []


def test_a_commune_and_an_epci_lie_in_the_zone_of_most_of_their_people(
    edition: OpenEdition,
) -> None:
    def zones(level: TerritoryLevel, code: str) -> list[str]:
        territory = edition.gazetteer.get(level, code)
        assert territory is not None
        return [one.code for one in zones_around(edition, territory)]

    assert zones(TerritoryLevel.COMMUNE, ROMANS) == ["8421"]
    assert zones(TerritoryLevel.EPCI, "200068781") == ["8421"]
    assert zones(TerritoryLevel.COMMUNE, LYON) == []
    assert zones(TerritoryLevel.DEPARTMENT, "26") == []


def test_a_zone_is_found_by_its_name(edition: OpenEdition) -> None:
    assert [one.code for one in zones_named(edition, "SYNTHETIQUE", 5)] == ["8421"]
    assert zones_named(edition, "ailleurs", 5) == ()
    assert zones_named(edition, " ", 5) == ()


@pytest.mark.parametrize(
    ("level", "code"),
    [
        ("employment_zone", "0000"),
        ("living_area", "8421"),
        ("group", ","),
        ("group", f"{ROMANS},99999"),
        ("epci", "0"),
    ],
)
def test_what_is_none_is_not_found(edition: OpenEdition, level: str, code: str) -> None:
    with pytest.raises(NotFound):
        portrayed(edition, level, code)


def test_a_group_of_nobodys_name_is_told_by_its_largest_commune(edition: OpenEdition) -> None:
    assert named_group(edition, f"{ROMANS},{VALENCE},{SAINT_VALLIER}").name == "Valence + 2"
    assert named_group(edition, ROMANS).name == "Romans-sur-Isère"


def test_a_group_has_a_most_and_a_least() -> None:
    communes = [
        Territory(TerritoryLevel.COMMUNE, f"{n:05}", f"Synthétique {n}", population=n)
        for n in range(MOST_GROUPED + 1)
    ]

    with pytest.raises(BadParameter):
        group_of(GroupLevel.GROUP, communes, "Trop")
    with pytest.raises(BadParameter):
        group_of(GroupLevel.GROUP, [], "Rien")
    assert len(group_of(ZONE, communes, "Zone", "8421").communes) == MOST_GROUPED + 1
    assert group_codes(" ,;\n") == ()


def test_an_edition_written_before_has_no_zone_and_is_read_all_the_same() -> None:
    with edition_of([organisation("synthetic:1")]) as older:
        with older.file.connect() as connection:
            connection.exec_driver_sql("DROP TABLE zone_communes")
            connection.commit()
        assert zones_of(older) == {}
