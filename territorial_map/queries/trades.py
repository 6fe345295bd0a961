"""A question that asks for a trade, counted in three."""

from sqlalchemy import ColumnElement, and_, false, func, not_, select

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.trade_question import TRADE, TradeQuestion
from territorial_map.queries.conditions import chosen_condition, selection_condition, text_condition
from territorial_map.queries.facets import matches
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o


def three_counts(question: TradeQuestion) -> Rows:
    """One row ``(known, unknown, other)``."""
    known = _never_null(selection_condition(question.told))
    unrecorded = chosen_condition(TRADE, (UNKNOWN,))
    return (
        select(
            func.count().filter(known),
            func.count().filter(and_(not_(known), unrecorded)),
            func.count().filter(and_(not_(known), not_(unrecorded))),
        )
        .select_from(o)
        .where(selection_condition(question.whole))
    )


def unknown_matches(question: TradeQuestion) -> Rows:
    """Rows that count for the values of every filter among those whose trade is not recorded.

    Those that say the trade asked for, in their name, are known.
    """
    rows = matches(question.not_recorded)
    meaning = question.told.meaning
    if question.told.chosen(TRADE) or meaning is None:
        return rows
    return rows.where(not_(_never_null(text_condition(meaning))))


def _never_null(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return func.coalesce(condition, false())
