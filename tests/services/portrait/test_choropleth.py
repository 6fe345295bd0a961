"""The map of a figure: classes read as they were computed, unknown told, the table the same."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.listing import Order
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Device
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import place_of
from territorial_map.services.portrait.choropleth import (
    EVERYBODY,
    Choropleth,
    MappedFigure,
    choropleth_of,
    mapped_figure,
)
from tests.in_memory import edition_of
from tests.services.portrait.places import territory
from tests.synthetic import organisation, place

DROME = (TerritoryLevel.DEPARTMENT, "26")
VALENCE = (TerritoryLevel.EPCI, "200068781")
ESAT = MappedFigure("device", Device.ESAT.value)
VALENCE_TOWN = place(commune="26362")
BOUNDS = (1, 4, 9)


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """Two in Romans, one in Valence, none in Saint-Vallier; one of Romans is an ESAT."""
    there = [
        organisation("synthetic:1", devices=(Device.ESAT,)),
        organisation("synthetic:2"),
        organisation("synthetic:3", place=VALENCE_TOWN),
    ]
    rows = [
        {"level": "commune", "dimension": dimension, "value": value, "rank": rank, "upto": upto}
        for dimension, value in (("", ""), ("device", "esat"))
        for rank, upto in enumerate(BOUNDS, start=1)
    ]
    with edition_of(there) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.map_classes), rows)
            connection.commit()
        yield opened


def drawn(edition: OpenEdition, figure: MappedFigure) -> Choropleth:
    found = choropleth_of(edition, place_of(edition, territory(edition, *VALENCE)), figure)
    assert found is not None
    return found


def told(found: Choropleth) -> list[tuple[str, int | None, int]]:
    return [(area.territory.code, area.count, area.rank) for area in found.areas]


def test_each_territory_has_its_count_and_its_class(edition: OpenEdition) -> None:
    assert told(drawn(edition, EVERYBODY)) == [("26281", 2, 2), ("26362", 1, 1), ("26333", 0, 0)]


def test_a_figure_known_in_the_departement_is_zero_elsewhere_in_it(edition: OpenEdition) -> None:
    assert told(drawn(edition, ESAT)) == [("26281", 1, 1), ("26333", 0, 0), ("26362", 0, 0)]


def test_a_figure_that_no_source_covers_is_unknown_and_not_zero(edition: OpenEdition) -> None:
    found = drawn(edition, MappedFigure("device", Device.GEIQ.value))

    assert told(found) == [("26281", None, 0), ("26333", None, 0), ("26362", None, 0)]
    assert (found.unknown, found.zero, found.classes) == (3, 0, ())


def test_the_legend_counts_every_territory_once(edition: OpenEdition) -> None:
    found = drawn(edition, EVERYBODY)

    assert [(one.least, one.upto, one.areas) for one in found.classes] == [
        (1, 1, 1),
        (2, 4, 1),
        (5, None, 0),
    ]
    shown = sum(one.areas for one in found.classes) + found.zero + found.unknown
    assert shown == len(found.areas) == 3


def test_a_count_is_the_length_of_the_list_behind(edition: OpenEdition) -> None:
    counted = [area for figure in (EVERYBODY, ESAT) for area in drawn(edition, figure).areas]

    assert [area.count for area in counted] == [2, 1, 0, 1, 0, 0]
    assert [area.count for area in counted] == [
        edition.page(area.behind, Order.NAME, 1).total for area in counted
    ]


def test_an_edition_written_before_has_no_map_and_is_read_all_the_same() -> None:
    with edition_of([organisation()]) as older:
        with older.file.connect() as connection:
            connection.exec_driver_sql("DROP TABLE map_classes")
            connection.commit()

        where = place_of(older, territory(older, *DROME))
        assert choropleth_of(older, where, EVERYBODY) is None


@pytest.mark.parametrize("text", ["nothing:esat", "device:nothing", "device", "q:atelier"])
def test_what_is_no_figure_is_none(text: str) -> None:
    assert mapped_figure(text) is None


def test_a_figure_is_said_in_an_address_and_read_back() -> None:
    assert mapped_figure("") == EVERYBODY
    assert mapped_figure(ESAT.code) == ESAT
