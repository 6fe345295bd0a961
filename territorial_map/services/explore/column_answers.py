"""What visitors ask again and again, answered by the columns of an edition: no statement is run."""

from collections.abc import Iterable
from typing import Any, cast

import numpy as np

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TRADE, TradeCounts, TradeQuestion
from territorial_map.queries.schema import AnyRow
from territorial_map.store.columns.cells import drawn_cells, drawn_territories, known_or_to_call
from territorial_map.store.columns.edition_columns import EditionColumns
from territorial_map.store.columns.ordering import nearest_rows, page_rows
from territorial_map.store.columns.postings import Mask
from territorial_map.store.columns.texts import PackedTexts
from territorial_map.store.records import listed_of

_FIRST_KM = 5.0
_FARTHEST_KM = 1_000.0
_MORE = 4


class ColumnAnswers:
    """The same questions as ``StatementAnswers``; selections come resolved."""

    def __init__(self, columns: EditionColumns) -> None:
        self._columns = columns

    def words(self) -> PackedTexts:
        """Every searchable word, in alphabetical order."""
        return self._columns.words

    def totals(self, selection: Selection) -> tuple[int, int]:
        """How many organisations are kept, and how many of them lack a position."""
        return self._columns.totals(selection)

    def counts(self, selection: Selection) -> tuple[int, dict[str, dict[str, int]]]:
        """The total, and per counted filter its values without its own choice."""
        return self._columns.counts(selection)

    def counts_of(self, name: str) -> dict[str, int]:
        """How many of the whole edition have each value of a counted filter."""
        return self._columns.counts(Selection())[1][name]

    def unknown_counts(self, question: TradeQuestion) -> tuple[int, dict[str, dict[str, int]]]:
        """The same as ``counts`` of those whose trade, asked for, is not recorded."""
        meaning = question.told.meaning
        said = None
        if meaning is not None and not question.told.chosen(TRADE):
            said = ~self._columns.meant(meaning)
        return self._columns.counts(question.not_recorded, said)

    def trade_counts(self, question: TradeQuestion) -> TradeCounts:
        """Trade known, not recorded, another one."""
        known, to_call = known_or_to_call(self._columns, question)
        recorded = ~self._columns.having_any(TRADE, (UNKNOWN,))
        whole = self._columns.kept(question.whole)
        groups = (known, to_call, ~known & recorded)
        return TradeCounts(*(int(np.count_nonzero(whole & group)) for group in groups))

    def lines(
        self, selection: Selection, order: Order, limit: int, offset: int = 0
    ) -> tuple[Listed, ...]:
        """A slice of a list."""
        rows = page_rows(self._columns, selection, order, limit, offset)
        centre = selection.circle.point if selection.circle is not None else None
        return tuple(self._listed(row, centre) for row in rows)

    def nearest(self, point: Point, person: str, limit: int) -> tuple[Listed, ...]:
        """The organisations nearest to a point, other than one legal person's sites.

        Wider and wider circles are looked at, then everybody.
        """
        radius = _FIRST_KM
        while radius <= _FARTHEST_KM:
            found = self._not_of(self._columns.around(Around(point, radius)), person, point, limit)
            if len(found) == limit:
                return found
            radius *= _MORE
        return self._not_of(self._columns.located, person, point, limit)

    def _not_of(self, kept: Mask, person: str, point: Point, limit: int) -> tuple[Listed, ...]:
        """The nearest of some organisations but one person's; lines are read until all are told."""
        total = int(np.count_nonzero(kept))
        most = 2 * limit
        while True:
            rows = nearest_rows(self._columns, point, kept, most)
            lines = (self._columns.line_at(row, point) for row in rows)
            others = [line for line in lines if line.person_key != person][:limit]
            if len(others) == limit or most >= total:
                return tuple(listed_of(cast("AnyRow", line)) for line in others)
            most *= _MORE

    def cells(self, selection: Selection, zoom: int) -> Iterable[tuple[Any, ...]]:
        """The rows of a map by cells: those of ``queries.maps.cells``, ``MOST_CELLS`` at most."""
        return drawn_cells(self._columns, selection, zoom)

    def territories(
        self, selection: Selection, level: TerritoryLevel, zoom: int
    ) -> Iterable[tuple[Any, ...]]:
        """The rows of a map by territory: those of ``queries.maps.territories``."""
        return drawn_territories(self._columns, selection, level, zoom)

    def _listed(self, row: int, centre: Point | None) -> Listed:
        return listed_of(cast("AnyRow", self._columns.line_at(row, centre)))
