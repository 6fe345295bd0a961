"""Gaps as portraits read them: in order, with the list behind, and none in an older edition."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.listing import Order
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Device
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.gaps import gaps_of
from tests.in_memory import edition_of
from tests.services.portrait.places import territory
from tests.synthetic import organisation, place_in_lyon

GAP = {
    "level": "department",
    "code": "26",
    "dimension": "device",
    "value": "ei",
    "known": 0,
    "compared": 10,
    "present": 8,
    "expected": 1.2,
    "low": 0,
    "high": 4,
    "chance": 0.3,
    "beyond_chance": False,
    "nearest_id": "synthetic:lyon",
    "nearest_km": 92.0,
}
SURE = GAP | {"value": "aci", "known": 1, "chance": 0.001, "beyond_chance": True}
ELSEWHERE = GAP | {"code": "84"}


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """Made-up gaps of the Drôme, and of another level's 84."""
    everybody = [
        organisation("synthetic:aci", devices=(Device.ACI,)),
        organisation("synthetic:lyon", devices=(Device.EI,), place=place_in_lyon(4.8)),
    ]
    with edition_of(everybody) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.territory_gaps), [GAP, SURE, ELSEWHERE])
            connection.commit()
        yield opened


def test_gaps_beyond_chance_come_first_with_the_list_behind(edition: OpenEdition) -> None:
    found = gaps_of(edition, territory(edition, TerritoryLevel.DEPARTMENT, "26"))

    assert found is not None
    assert [(one.value, one.beyond_chance) for one in found] == [("aci", True), ("ei", False)]
    listed = [edition.page(one.behind, Order.NAME, 1).total for one in found]
    assert listed == [one.known for one in found] == [1, 0]
    near = found[0].nearest
    assert near is not None
    assert (near.id, near.place, near.km) == ("synthetic:lyon", "Lyon", 92.0)


def test_a_territory_without_gaps_has_none_and_codes_are_those_of_a_level(
    edition: OpenEdition,
) -> None:
    assert gaps_of(edition, territory(edition, TerritoryLevel.REGION, "84")) == ()


def test_an_edition_written_before_has_none_and_is_read_all_the_same() -> None:
    with edition_of([organisation()]) as older:
        with older.file.connect() as connection:
            connection.exec_driver_sql("DROP TABLE territory_gaps")
            connection.commit()

        assert gaps_of(older, territory(older, TerritoryLevel.DEPARTMENT, "26")) is None
