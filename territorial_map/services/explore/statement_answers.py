"""What visitors ask again and again, answered by statements: what defines, for any edition."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import select

from territorial_map.domain.dimensions import FACETED
from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TradeCounts, TradeQuestion
from territorial_map.queries import lists, maps, trades
from territorial_map.queries.schema import AnyRow, Rows, vocabulary
from territorial_map.services.explore.filter_counts import Counting
from territorial_map.store.editions import EditionFile
from territorial_map.store.records import listed_of

Counted = tuple[int, dict[str, dict[str, int]]]


class StatementAnswers:
    """Selections come resolved. ``ColumnAnswers`` gives the same answers without a statement."""

    def __init__(self, file: EditionFile) -> None:
        self._file = file

    @cached_property
    def _counting(self) -> Counting:
        return Counting(self._file, FACETED)

    def words(self) -> list[str]:
        """Every searchable word, in alphabetical order."""
        with self._file.connect() as connection:
            read = connection.execute(select(vocabulary.c.word)).cursor.to_arrow_table()
        return sorted(read.column(0).to_pylist())

    def totals(self, selection: Selection) -> tuple[int, int]:
        """How many organisations are kept, and how many of them lack a position."""
        (row,) = self._rows(lists.totals(selection))
        return row[0], row[1]

    def counts(self, selection: Selection) -> Counted:
        """The total, and per counted filter its values without its own choice."""
        return self._counting.of(selection)

    def counts_of(self, name: str) -> dict[str, int]:
        """How many of the whole edition have each value of a counted filter."""
        return self._counting.of_all(name)

    def unknown_counts(self, question: TradeQuestion) -> Counted:
        """The same as ``counts`` of those whose trade, asked for, is not recorded."""
        return self._counting.of_rows(trades.unknown_matches(question))

    def trade_counts(self, question: TradeQuestion) -> TradeCounts:
        """Trade known, not recorded, another one."""
        ((known, unknown, other),) = self._rows(trades.three_counts(question))
        return TradeCounts(known, unknown, other)

    def lines(
        self, selection: Selection, order: Order, limit: int, offset: int = 0
    ) -> tuple[Listed, ...]:
        """A slice of a list; the ids are sorted first, and only these are read whole."""
        ids = [row.id for row in self._rows(lists.page_ids(selection, order, limit, offset))]
        rows = {row.id: row for row in self._rows(lists.lines(selection, ids))} if ids else {}
        return tuple(listed_of(rows[each]) for each in ids)

    def nearest(self, point: Point, person: str, limit: int) -> tuple[Listed, ...]:
        """The organisations nearest to a point, other than one legal person's sites."""
        return tuple(map(listed_of, self._rows(lists.nearest(point, person, limit))))

    def cells(self, selection: Selection, zoom: int) -> Iterable[tuple[Any, ...]]:
        """The rows of a map by cells: those of ``queries.maps.cells``.

        They are of the deepest zoom, the one asked for at most, that gives no more than
        ``MOST_CELLS``.
        """
        question, zoom = TradeQuestion.of(selection), min(zoom, maps.MAX_ZOOM)
        while True:
            rows = self._rows(
                maps.cells(selection, zoom)
                if question is None
                else maps.cells_of_trade(question, zoom)
            )
            if not zoom or len(rows) <= maps.MOST_CELLS:
                return map(tuple, rows)
            zoom -= 1

    def territories(
        self, selection: Selection, level: TerritoryLevel, zoom: int
    ) -> Iterable[tuple[Any, ...]]:
        """The rows of a map by territory: those of ``queries.maps.territories``."""
        return map(tuple, self._rows(maps.territories(selection, level, zoom)))

    def _rows(self, statement: Rows) -> list[AnyRow]:
        with self._file.connect() as connection:
            return list(connection.execute(statement).fetchall())
