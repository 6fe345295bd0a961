"""Classes of the map of a figure: the same bounds for every map of one level, so that maps compare.

Counts of organisations are many small ones and few large ones. Classes that hold as many
territories each would cut among the ones and twos; head/tail breaks cut where the many end.
"""

from collections.abc import Sequence
from math import floor
from statistics import fmean

MOST_CLASSES = 5
# The filters whose values can be drawn; all organisations together are drawn too.
MAPPED = ("kind", "device", "sector")


def head_tail_bounds(counts: Sequence[int], most: int = MOST_CLASSES) -> tuple[int, ...]:
    """The greatest count of each class, ``most`` at most: cut at the mean, then above it again.

    Head/tail breaks (B. Jiang, « Head/tail Breaks: A New Classification Scheme for Data with a
    Heavy-tailed Distribution », 2013).

    >>> head_tail_bounds([1, 1, 1, 2, 2, 3, 5, 9, 30])
    (6, 19, 30)
    >>> head_tail_bounds([2, 2]), head_tail_bounds([])
    ((2,), ())
    """
    bounds: list[int] = []
    head = list(counts)
    while len(bounds) < most - 1 and len(head) > 1:
        mean = floor(fmean(head))
        above = [count for count in head if count > mean]
        if not above:
            break
        bounds.append(mean)
        head = above
    return (*bounds, max(counts)) if counts else ()


def class_of(count: int, bounds: Sequence[int]) -> int:
    """The rank of a count's class, from 1; one beyond the last bound is of the last class.

    >>> class_of(1, (6, 19, 30)), class_of(7, (6, 19, 30)), class_of(99, (6, 19, 30))
    (1, 2, 3)
    """
    return 1 + sum(count > bound for bound in bounds[:-1])
