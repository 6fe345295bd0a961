"""Values that come together: one number per organisation tells its values of many filters.

A nation has a million organisations and some tens of thousands of combinations: who has a value is
looked up among these, and all filters are counted by counting combinations once.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from territorial_map.queries.columns import SEPARATOR
from territorial_map.store.coded_columns import CodedColumn
from territorial_map.store.columns.postings import Mask
from territorial_map.store.columns.texts import Arrays, PackedTexts, packed


class Combinations:
    """The combinations of some filters, and which one each organisation has."""

    __slots__ = ("_codes", "_counted", "_lengths", "_members", "_starts", "_values", "size")

    def __init__(self, arrays: Arrays, group: str, names: tuple[str, ...]) -> None:
        """Those that ``combinations_of`` put under a name."""
        self._codes = arrays[f"{group}.codes"]
        self._values = {name: PackedTexts(arrays, f"{name}.values") for name in names}
        self._members = {name: arrays[f"{name}.members"] for name in names}
        self._starts = {name: arrays[f"{name}.member_starts"] for name in names}
        self._lengths = {name: np.diff(starts) for name, starts in self._starts.items()}
        self.size = len(self._starts[names[0]]) - 1
        self._counted = np.bincount(self._codes, minlength=self.size)

    def having_any(self, name: str, values: Iterable[str]) -> Mask:
        """Who has one of the values of a filter at least."""
        sought = np.zeros(len(self._values[name]), dtype=bool)
        for value in values:
            number = self._values[name].find(value)
            if number is not None:
                sought[number] = True
        owners = np.repeat(np.arange(self.size), self._lengths[name])
        among = np.zeros(self.size, dtype=bool)
        among[owners[sought[self._members[name]]]] = True
        kept: Mask = among[self._codes]
        return kept

    def counted(self, kept: Mask) -> NDArray[np.integer]:
        """How many of some organisations have each combination: the fewer are counted."""
        if np.count_nonzero(kept) * 2 <= len(kept):
            return np.bincount(self._codes[kept], minlength=self.size)
        left: NDArray[np.integer] = np.bincount(self._codes[~kept], minlength=self.size)
        return self._counted - left

    def counts(self, name: str, counted: NDArray[np.integer]) -> dict[str, int]:
        """How many have each value of a filter, from ``counted``; values of none are left out."""
        values = self._values[name]
        weights = np.repeat(counted, self._lengths[name])
        told = np.bincount(self._members[name], weights=weights, minlength=len(values))
        return {values.at(int(n)): int(told[n]) for n in np.flatnonzero(told)}

    def value_of(self, name: str, row: int) -> str | None:
        """The value that one row has of a filter where one is the most."""
        code = self._codes[row]
        if not self._lengths[name][code]:
            return None
        return self._values[name].at(int(self._members[name][self._starts[name][code]]))

    def values_of(self, name: str) -> list[str]:
        """Every value of a filter, in alphabetical order."""
        return list(self._values[name])

    def first_of(self, name: str, rows: NDArray[np.integer]) -> NDArray[np.integer]:
        """The number of the value that some rows (m,) have of a filter where one is the most.

        It is one past the last where there is none.
        """
        lengths, starts = self._lengths[name], self._starts[name]
        of_each = np.full(self.size, len(self._values[name]), dtype=np.int64)
        some = lengths > 0
        of_each[some] = self._members[name][starts[:-1][some]]
        told: NDArray[np.integer] = of_each[self._codes[rows]]
        return told


def combinations_of(group: str, columns: Mapping[str, CodedColumn]) -> Arrays:
    """The arrays of some columns of texts (``queries.columns.combined``), one text per row."""
    size = len(next(iter(columns.values())).codes)
    codes = np.zeros(size, dtype=np.int64)
    for column in columns.values():
        wider = codes * max(1, len(column.values)) + column.codes
        codes = np.unique(wider, return_inverse=True)[1].astype(np.int64)
    numbers, examples = np.unique(codes, return_index=True)
    smallest = np.min_scalar_type(max(0, len(numbers) - 1))
    arrays: Arrays = {f"{group}.codes": codes.astype(smallest)}
    for name, column in columns.items():
        arrays |= _members(name, [column.values[code] for code in column.codes[examples]])
    return arrays


def _members(name: str, told: list[str]) -> Arrays:
    """Of each combination its values of one filter, numbered in alphabetical order."""
    parted = [tuple(text.split(SEPARATOR)) if text else () for text in told]
    values = sorted({value for several in parted for value in several})
    number = {value: n for n, value in enumerate(values)}
    lengths = [len(several) for several in parted]
    return {
        **packed(f"{name}.values", values),
        f"{name}.members": np.array([number[v] for several in parted for v in several], np.uint32),
        f"{name}.member_starts": np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
    }
