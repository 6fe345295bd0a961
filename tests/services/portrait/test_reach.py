"""Reach as portraits read it: for a territory, for a commune, and where an edition holds none."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.reach import ReachTarget
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.reach import reach_of
from tests.in_memory import edition_of
from tests.services.portrait.places import territory
from tests.synthetic import organisation

NEAREST = (
    ("26281", "sheltered", 4.0),
    ("26362", "sheltered", 18.0),
    ("26333", "sheltered", 31.5),
    ("26281", "ptce", 60.0),
)


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """Distances made up for three communes of the Drôme."""
    near = [
        {"commune": code, "target": target, "nearest_km": km, "nearest_id": "synthetic:1"}
        for code, target, km in NEAREST
    ]
    counted = {
        "inhabitants": 101_000,
        "within_10": 33_000,
        "within_20": 97_000,
        "within_30": 97_000,
    }
    whole = {"level": "department", "code": "26", "target": "sheltered"} | counted
    namesake = whole | {"level": "region", "inhabitants": 1}  # codes are those of a level
    with edition_of([organisation()]) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.commune_reach), near)
            connection.execute(insert(schema.territory_reach), [whole, namesake])
            connection.commit()
        yield opened


def test_a_territory_has_its_shares_and_the_communes_out_of_reach(edition: OpenEdition) -> None:
    found = reach_of(edition, territory(edition, TerritoryLevel.DEPARTMENT, "26"))

    assert found is not None
    (sheltered,) = found
    assert sheltered.target is ReachTarget.SHELTERED
    assert sheltered.shares == pytest.approx((33 / 101, 97 / 101, 97 / 101))
    assert [(one.code, one.nearest_km) for one in sheltered.away] == [("26333", 31.5)]


def test_a_commune_lies_at_its_point_with_all_its_people(edition: OpenEdition) -> None:
    found = reach_of(edition, territory(edition, TerritoryLevel.COMMUNE, "26362"))

    assert found is not None
    (sheltered,) = found
    assert sheltered.within == (0, 64_000, 64_000)
    assert sheltered.nearest is not None
    assert sheltered.nearest.nearest_km == 18.0


def test_a_territory_without_figures_has_none_and_not_zero(edition: OpenEdition) -> None:
    assert reach_of(edition, territory(edition, TerritoryLevel.EPCI, "200068781")) is None


def test_an_edition_written_before_has_no_reach_and_is_read_all_the_same() -> None:
    with edition_of([organisation()]) as older:
        with older.file.connect() as connection:
            connection.exec_driver_sql("DROP TABLE commune_reach")
            connection.commit()

        assert reach_of(older, territory(older, TerritoryLevel.DEPARTMENT, "26")) is None
