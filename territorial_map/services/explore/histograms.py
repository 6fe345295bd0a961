"""DuckDB histograms to counts per value."""

from collections import Counter
from collections.abc import Mapping
from typing import Any


def counts_of(histogram: Mapping[Any, Any] | None) -> dict[str, int]:
    """Counts per value of ``queries.facets``; a list counts for each value it holds.

    DuckDB gives a map of texts as ``{value: count}``, of lists as ``{"key": […], "value": […]}``.

    >>> counts_of({"key": [["esat"], ["esat", "ea"]], "value": [3, 1]})
    {'esat': 4, 'ea': 1}
    """
    if not histogram:
        return {}
    keys = histogram.get("key")
    if not isinstance(keys, list):
        return {str(value): int(n) for value, n in histogram.items() if value is not None}
    counts: Counter[str] = Counter()
    for values, n in zip(keys, histogram["value"], strict=True):
        for value in values:
            counts[value] += n
    return dict(counts)
