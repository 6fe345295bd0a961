"""The communes that a row's town may mean: told when the row does not say which."""

import pytest

from territorial_map.domain.matching.list_row import Given
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.services.matching.places import possible_communes


def told(given: Given, reference: TerritoryReference) -> list[tuple[str, str, str]]:
    found = possible_communes(given, reference.reader)
    return [(each.code, each.name, each.department) for each in found]


def test_namesakes_are_told_the_largest_first(reference: TerritoryReference) -> None:
    found = told(Given(2, name="Association synthétique", city="Saint-Denis"), reference)

    assert found[:2] == [("97411", "Saint-Denis", "974"), ("93066", "Saint-Denis", "93")]
    assert len({code for code, _, _ in found}) == len(found) > 2


def test_those_that_a_far_larger_one_hides_are_told_after_it(
    reference: TerritoryReference,
) -> None:
    found = told(Given(2, city="Montreuil"), reference)

    assert found[0] == ("93048", "Montreuil", "93")
    assert {name for _, name, _ in found[1:]} >= {"Montreuil"}


@pytest.mark.parametrize(
    "given",
    [
        Given(2, city="Saint-Denis", department="93"),
        Given(2, city="Saint-Denis", postcode="97400"),
        Given(2, city="Roanne"),
        Given(2, city="Genève", country="Suisse"),
        Given(2, name="Association synthétique"),
    ],
)
def test_nothing_is_asked_where_one_commune_is_meant_or_none(
    given: Given, reference: TerritoryReference
) -> None:
    assert told(given, reference) == []


def test_no_more_than_a_person_can_look_at_are_told(reference: TerritoryReference) -> None:
    assert len(told(Given(2, city="Sainte-Colombe"), reference)) <= 12
