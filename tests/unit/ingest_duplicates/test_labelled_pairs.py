"""The linkage on labelled pairs of the real tables: nothing wrong, better than both baselines."""

import pytest

from benchmarks.duplicates import TARGET, judged, merged_by_key, merged_by_linkage, name_and_commune
from benchmarks.duplicates_labels import Label, labelled_pairs
from benchmarks.duplicates_records import default_records
from benchmarks.duplicates_twins import linked_list
from territorial_map.ingest.duplicates import Record

pytestmark = pytest.mark.edition


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return default_records()


def test_labels_name_records_that_are_there_once_each(records: list[Record]) -> None:
    ids = {record.organisation.id for record in records}
    pairs = [frozenset((pair.one, pair.other)) for pair in labelled_pairs()]

    assert len(pairs) == len(set(pairs)) > 150
    assert {len(pair) for pair in pairs} == {2}
    assert {one for pair in pairs for one in pair} <= ids


def test_pairs_that_share_an_id_stand_in_one_half() -> None:
    halves: dict[str, set[bool]] = {}
    for pair in labelled_pairs():
        halves.setdefault(pair.one, set()).add(pair.holdout)
        halves.setdefault(pair.other, set()).add(pair.holdout)

    assert {len(half) for half in halves.values()} == {1}


def test_no_pair_labelled_different_is_merged_and_recall_is_above_both_baselines(
    records: list[Record],
) -> None:
    pairs = labelled_pairs()
    merged = merged_by_linkage(records)
    wrong = [
        pair
        for pair in pairs
        if pair.label is Label.DIFFERENT
        and (min(pair.one, pair.other), max(pair.one, pair.other)) in merged
    ]

    _, recall, _ = judged(pairs, merged)
    _, by_siret, _ = judged(pairs, merged_by_key(records, lambda row: row.siret))
    _, by_name, _ = judged(pairs, merged_by_key(records, name_and_commune))

    assert wrong == []
    assert recall.hits > by_siret.hits
    assert recall.hits > by_name.hits


def test_a_second_list_is_merged_rightly_and_more_than_by_either_baseline() -> None:
    linked = linked_list()
    ours, by_siret, by_name = linked.ways.values()

    assert ours.precision.n >= 300
    assert ours.precision.interval[0] >= TARGET
    assert ours.recall.hits > max(by_siret.recall.hits, by_name.recall.hits)
    assert linked.disturbed == set()
