"""How many organisations each value of each filter would show."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from territorial_map.domain.selection import Selection
from territorial_map.queries.facets import matches
from territorial_map.queries.schema import Rows, organisations
from territorial_map.store.coded_columns import CodedColumn, arrays_of, coded_columns
from territorial_map.store.editions import EditionFile


class Counting:
    """The values of an edition's filters, numbered once; counts for any selection."""

    def __init__(self, file: EditionFile, names: tuple[str, ...]) -> None:
        self._file = file
        with file.connect() as connection:
            self._columns: Mapping[str, CodedColumn] = coded_columns(
                connection, {name: organisations.c[name] for name in names}
            )
        self._rows = len(next(iter(self._columns.values())).lengths)

    def of_all(self, name: str) -> dict[str, int]:
        """How many organisations of the edition have each value of one filter."""
        return self._columns[name].counts(np.ones(self._rows, dtype=bool))

    def of(self, selection: Selection) -> tuple[int, dict[str, dict[str, int]]]:
        """The total of a resolved selection, and per filter its values without its own choice."""
        return self.of_rows(matches(selection))

    def of_rows(self, rows: Rows) -> tuple[int, dict[str, dict[str, int]]]:
        """The same of rows ``(position, <choice>…)``, as ``queries.facets.matches`` gives them."""
        with self._file.connect() as connection:
            found = arrays_of(connection, rows)
        positions = found.pop("position")
        missed = sum(found.values(), np.zeros(len(positions), dtype=np.int64))
        whole = self._kept(positions[missed == 0])
        # A row that misses nothing but a filter's own choice counts for that filter.
        kept = {name: self._kept(positions[missed == own]) for name, own in found.items()}
        counts = {
            name: column.counts(kept.get(name, whole)) for name, column in self._columns.items()
        }
        return int(whole.sum()), counts

    def _kept(self, positions: NDArray[np.integer]) -> NDArray[np.bool_]:
        kept = np.zeros(self._rows, dtype=bool)
        kept[positions] = True
        return kept
