"""A question that asks for a trade, counted in three."""

from sqlalchemy import ColumnElement, and_, case, false, func, not_, select

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.listing import Order
from territorial_map.domain.trade_question import TRADE, TradeQuestion
from territorial_map.queries.conditions import chosen_condition, selection_condition, text_condition
from territorial_map.queries.facets import matches
from territorial_map.queries.lists import listed_together
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o


def three_counts(question: TradeQuestion) -> Rows:
    """One row ``(known, unknown, other)``."""
    known, to_call = known_or_to_call(question)
    unrecorded = chosen_condition(TRADE, (UNKNOWN,))
    return (
        select(
            func.count().filter(known),
            func.count().filter(to_call),
            func.count().filter(and_(not_(known), not_(unrecorded))),
        )
        .select_from(o)
        .where(selection_condition(question.whole))
    )


def known_or_to_call(
    question: TradeQuestion,
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Of those that the whole question keeps: who has the trade, and who has none recorded."""
    known = _never_null(selection_condition(question.told))
    return known, and_(not_(known), chosen_condition(TRADE, (UNKNOWN,)))


def unknown_matches(question: TradeQuestion) -> Rows:
    """Rows that count for the values of every filter among those whose trade is not recorded.

    Those that say the trade asked for, in their name, are known.
    """
    return matches(question.not_recorded).where(*not_known(question))


def to_call(question: TradeQuestion, order: Order) -> Rows:
    """List lines of those whose trade is not recorded: those with a phone first, then in order.

    Those of one phone number stand together.
    """
    number = func.coalesce(o.c.phone, o.c.id)
    has_phone = case((o.c.phone.is_(None), 1), else_=0)
    kept = not_known(question)
    return listed_together(question.not_recorded, order, number, first=(has_phone,), kept=kept)


def persons_to_call(question: TradeQuestion, order: Order) -> Rows:
    """The same, the sites of one legal person together; one with a known site is left out."""
    has_phone = case((o.c.phone.is_(None), 1), else_=0)
    kept = _persons_not_known(question)
    return listed_together(
        question.not_recorded, order, o.c.person_key, first=(has_phone,), kept=kept
    )


def phones(question: TradeQuestion) -> Rows:
    """One row ``(numbers, without)``: phone numbers of those to call, and how many have none."""
    return _counted(
        question,
        func.count(o.c.phone.distinct()),
        func.count().filter(o.c.phone.is_(None)),
        kept=not_known(question),
    )


def unlocated_to_call(question: TradeQuestion) -> Rows:
    """One row ``(unlocated,)``: how many of those to call have no position."""
    unlocated = func.count().filter(o.c.lon.is_(None))
    return _counted(question, unlocated, kept=not_known(question))


def count_persons_to_call(question: TradeQuestion) -> Rows:
    """One row ``(persons,)``: the legal persons of ``persons_to_call``."""
    persons = func.count(o.c.person_key.distinct())
    return _counted(question, persons, kept=_persons_not_known(question))


def _counted(
    question: TradeQuestion,
    *counts: ColumnElement[int],
    kept: tuple[ColumnElement[bool], ...],
) -> Rows:
    asked = selection_condition(question.not_recorded)
    return select(*counts).select_from(o).where(asked, *kept)


def not_known(question: TradeQuestion) -> tuple[ColumnElement[bool], ...]:
    """What leaves out those that say the trade asked for, in their name."""
    meaning = question.told.meaning
    if question.told.chosen(TRADE) or meaning is None:
        return ()
    return (not_(_never_null(text_condition(meaning))),)


def _persons_not_known(question: TradeQuestion) -> tuple[ColumnElement[bool], ...]:
    known = select(o.c.person_key).select_from(o).where(selection_condition(question.told))
    return (o.c.person_key.not_in(known.correlate(None)),)


def _never_null(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return func.coalesce(condition, false())
