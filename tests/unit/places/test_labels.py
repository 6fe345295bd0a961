"""The labelled cells: what is placed is right, and every kind keeps its recall."""

import pytest

from territorial_map.ingest.territories import TerritoryReference
from tests.labels.place_labels import PlaceScore, read_labels, scored

# Recall reached by kind, with room for one row; where several communes fit, nothing is chosen.
RECALL = {
    "abroad_with_country": 0.97,
    "abroad_without_country": 0.80,
    "area_alone": 0.97,
    "arrondissement": 0.99,
    "cedex": 0.98,
    "collectivity": 0.99,
    "contradiction": 0.0,
    "contradiction_with_point": 0.92,
    "field_cell": 0.98,
    "former_name": 0.92,
    "former_name_alone": 0.98,
    "overseas": 0.98,
    "point_alone": 0.97,
    "postcode_alone": 0.45,
    "postcode_and_town": 0.99,
    "postcode_in_the_town_cell": 0.97,
    "town_alone": 0.93,
    "town_and_department": 0.98,
    "town_and_point": 0.97,
}


@pytest.fixture(scope="module")
def scores(reference: TerritoryReference) -> dict[str, PlaceScore]:
    return scored(read_labels(), reference.reader)


def test_there_are_labels_enough_and_each_is_told_once() -> None:
    labels = list(read_labels())

    assert len(labels) >= 600
    assert len({(label.kind, label.id) for label in labels}) == len(labels)
    assert {label.kind for label in labels} == set(RECALL)


def test_what_is_placed_is_right(scores: dict[str, PlaceScore]) -> None:
    placed = sum(score.placed for score in scores.values())
    right = sum(score.right for score in scores.values())

    assert placed >= 800
    assert right / placed >= 0.995, [miss for score in scores.values() for miss in score.wrong]


@pytest.mark.parametrize("kind", sorted(RECALL))
def test_every_kind_keeps_its_recall(kind: str, scores: dict[str, PlaceScore]) -> None:
    assert scores[kind].recall >= RECALL[kind], scores[kind]


def test_a_contradiction_without_a_point_is_never_placed(scores: dict[str, PlaceScore]) -> None:
    assert scores["contradiction"].labels > 10
    assert scores["contradiction"].placed == 0
