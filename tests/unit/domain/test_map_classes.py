"""Classes of maps: laws of the bounds, whatever the counts."""

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.map_classes import MOST_CLASSES, class_of, head_tail_bounds

COUNTS = st.lists(st.integers(1, 500), min_size=1, max_size=60)


@given(COUNTS)
def test_bounds_rise_to_the_greatest_count_and_are_few(counts: list[int]) -> None:
    bounds = head_tail_bounds(counts)

    assert list(bounds) == sorted(set(bounds))
    assert bounds[-1] == max(counts)
    assert len(bounds) <= MOST_CLASSES


@given(COUNTS)
def test_every_class_has_somebody_in_it(counts: list[int]) -> None:
    bounds = head_tail_bounds(counts)

    assert {class_of(count, bounds) for count in counts} == set(range(1, len(bounds) + 1))


@given(COUNTS, st.integers(1, 500))
def test_a_class_holds_all_counts_between_two_bounds(counts: list[int], count: int) -> None:
    bounds = head_tail_bounds(counts)
    rank = class_of(count, bounds)

    assert rank == len(bounds) or count <= bounds[rank - 1]
    assert rank == 1 or count > bounds[rank - 2]


def test_many_ones_stay_together_and_the_few_great_ones_apart() -> None:
    assert head_tail_bounds([1] * 90 + [10] * 9 + [100]) == (2, 19, 100)
