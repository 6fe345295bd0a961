"""Of each value, who has it: row numbers one after the other, by value."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from territorial_map.store.coded_columns import CodedColumn
from territorial_map.store.columns.texts import Arrays, PackedTexts, packed

Mask = NDArray[np.bool_]
"""Which organisations of an edition, by position (n,)."""


class Postings:
    """The rows of each value, of an open list: numbers of companies, words, ids."""

    __slots__ = ("_rows", "_size", "_starts", "values")

    def __init__(self, arrays: Arrays, name: str, size: int) -> None:
        """Those of a name, in an edition of so many organisations."""
        self.values = PackedTexts(arrays, f"{name}.values")
        self._rows, self._starts = arrays[f"{name}.rows"], arrays[f"{name}.row_starts"]
        self._size = size

    def having_any(self, values: Iterable[str]) -> Mask:
        """Who has one of the values at least; values that nobody has keep nobody."""
        kept = np.zeros(self._size, dtype=bool)
        for value in values:
            number = self.values.find(value)
            if number is not None:
                kept[self._rows[self._starts[number] : self._starts[number + 1]]] = True
        return kept


def postings_of(name: str, column: CodedColumn) -> Arrays:
    """The arrays of a column."""
    rows = np.repeat(np.arange(len(column.lengths), dtype=np.uint32), column.lengths)
    return by_value(name, column.values, column.codes, rows)


def by_value(
    name: str,
    values: tuple[str, ...],
    codes: NDArray[np.unsignedinteger],
    rows: NDArray[np.unsignedinteger],
) -> Arrays:
    """The arrays of pairs: ``codes`` are numbers of ``values``, ``rows`` of organisations (m,)."""
    order = sorted(range(len(values)), key=values.__getitem__)
    renumbered = np.empty(len(values), dtype=np.uint32)
    renumbered[order] = np.arange(len(values), dtype=np.uint32)
    sorted_codes = renumbered[codes]
    along = np.argsort(sorted_codes, kind="stable")
    counts = np.bincount(sorted_codes, minlength=len(values))
    return {
        **packed(f"{name}.values", [values[number] for number in order]),
        f"{name}.rows": rows[along],
        f"{name}.row_starts": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
    }
