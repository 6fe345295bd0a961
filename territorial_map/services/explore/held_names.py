"""The names that are searched by a part of them, or with typing errors: none is looked at in vain.

A search that finds nothing looks everywhere: it must not cost more than one that does.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from territorial_map.places.names_by_length import NamesByLength

_SHORT = 8
_MOST_NEAR = 20


class HeldNames:
    """Folded names in their order, as one text to look through and by their length."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._text = "\n".join(names)
        self._starts = [0, *accumulate(len(name) + 1 for name in names)]
        self._by_length = NamesByLength(name for name in names if name and not name[0].isdigit())

    def holding(self, wanted: str) -> list[str]:
        """The names of which a word after the first begins so, in their order.

        >>> HeldNames(["romans sur isere", "saint romans", "valence"]).holding("romans")
        ['saint romans']
        """
        found: list[str] = []
        at = self._text.find(f" {wanted}")
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            found.append(self._names[number])
            at = self._text.find(f" {wanted}", self._starts[number + 1])
        return found

    def nearly(self, wanted: str) -> list[str]:
        """Names at one typing error, or two from eight letters on: the nearest twenty; no codes.

        >>> HeldNames(["26281", "romans", "valence"]).nearly("romasn")
        ['romans']
        """
        errors = 1 if len(wanted) < _SHORT else 2
        return self._by_length.nearest(wanted, errors, _MOST_NEAR)
