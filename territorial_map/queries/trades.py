"""A question that asks for a trade, counted in three."""

from sqlalchemy import ColumnElement, and_, case, false, func, not_, select

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.listing import Order
from territorial_map.domain.trade_question import TRADE, TradeQuestion
from territorial_map.queries.conditions import chosen_condition, selection_condition, text_condition
from territorial_map.queries.facets import matches
from territorial_map.queries.lists import listed
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
    return _but_known(matches(question.not_recorded), question)


def to_call(question: TradeQuestion, order: Order) -> Rows:
    """List lines of those whose trade is not recorded, those with a phone first, then in order."""
    has_phone = case((o.c.phone.is_(None), 1), else_=0)
    return _but_known(listed(question.not_recorded, order, has_phone), question)


def phones(question: TradeQuestion) -> Rows:
    """One row ``(numbers, without)``: phone numbers of those to call, and how many have none."""
    counted = (func.count(o.c.phone.distinct()), func.count().filter(o.c.phone.is_(None)))
    rows = select(*counted).select_from(o).where(selection_condition(question.not_recorded))
    return _but_known(rows, question)


def _but_known(rows: Rows, question: TradeQuestion) -> Rows:
    """Rows without those that say the trade asked for, in their name."""
    meaning = question.told.meaning
    if question.told.chosen(TRADE) or meaning is None:
        return rows
    return rows.where(not_(_never_null(text_condition(meaning))))


def _never_null(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return func.coalesce(condition, false())
