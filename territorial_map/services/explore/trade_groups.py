"""A question that asks for a trade, with who may have it: those to call, the nearest known."""

from dataclasses import dataclass

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.listing import Listed, Order, Page
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TradeCounts, TradeGroup, TradeQuestion
from territorial_map.queries import lists, trades
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.suggestions import encircled, placed_in_text

_NO_TRADE = "aucune activité n’est demandée : ajoutez « sector », ou une activité dans « q »."
NEAREST, FEW = 3, 3
"""Known ones told outside the place asked for, when it has fewer than ``FEW``."""


@dataclass(frozen=True, slots=True)
class TradeGroups:
    """What stands beside those known to have the trade, ``counts`` of all.

    ``to_call`` are the first of those whose trade no source tells, those of one phone number next
    to each other, behind ``before``, told on an earlier page; ``numbers`` of them all are different
    phones, ``without_phone`` have none. ``questions`` are what to ask on the phone. ``nearest`` are
    known outside the place asked for, nearest first, where it has few.
    """

    counts: TradeCounts
    to_call: tuple[Listed, ...]
    before: Listed | None
    numbers: int
    without_phone: int
    questions: tuple[Sentence, ...]
    nearest: tuple[Listed, ...]


def trade_groups(
    edition: OpenEdition,
    selection: Selection,
    counts: TradeCounts,
    order: Order,
    limit: int,
    offset: int = 0,
) -> TradeGroups:
    """The groups of a question that asks for a trade, ``limit`` lines to call behind ``offset``.

    ``counts`` are its ``trade_counts``.

    Raises:
        ValueError: it asks for no trade.
        BadParameter: it chooses zones of a layer that the edition has not.
    """
    question = TradeQuestion.of(edition.resolve(selection))
    if question is None:
        raise ValueError("a question that asks for no trade has no groups")
    with edition.file.connect() as connection:
        numbers, without = connection.execute(trades.phones(question)).one()
    first = max(0, offset - 1)
    more = offset - first
    rows = trades.to_call(question, order).limit(limit + more).offset(first)
    lines = edition.lines_of(rows)
    before = lines[0] if more and lines else None
    questions = edition.knowledge.to_ask.about(question.trades)
    nearest = _nearest(edition, selection, question) if counts.known < FEW else ()
    return TradeGroups(counts, lines[more:], before, numbers, without, questions, nearest)


def page_to_call(
    edition: OpenEdition, selection: Selection, order: Order, limit: int, offset: int
) -> Page:
    """A slice of those to call: their trade, which is asked for, is not recorded.

    Raises:
        BadParameter: the selection asks for no trade.
    """
    question = TradeQuestion.of(edition.resolve(selection))
    if question is None:
        raise BadParameter("group", TradeGroup.UNKNOWN.value, _NO_TRADE)
    with edition.file.connect() as connection:
        _, total, _ = connection.execute(trades.three_counts(question)).one()
        (unlocated,) = connection.execute(trades.unlocated_to_call(question)).one()
    lines = edition.lines_of(trades.to_call(question, order).limit(limit).offset(offset))
    return Page(lines, total, unlocated, limit, offset)


def _nearest(
    edition: OpenEdition, selection: Selection, question: TradeQuestion
) -> tuple[Listed, ...]:
    """The nearest that are known to have the trade, outside the place asked for."""
    asked = placed_in_text(selection, edition)
    point = _point_of(edition, asked)
    if point is None:
        return ()
    anywhere = edition.resolve(encircled(asked, None))
    found = edition.lines_of(lists.nearest_of(anywhere, point, NEAREST + FEW))
    here = {line.id for line in edition.lines_of(lists.listed(question.told, Order.NAME))}
    return tuple(line for line in found if line.id not in here)[:NEAREST]


def _point_of(edition: OpenEdition, asked: Selection) -> Point | None:
    """The centre of the place asked for: that of its circle, else of its one territory."""
    if asked.circle is not None:
        return asked.circle.point
    chosen = [(level, asked.chosen(level.value)) for level in TerritoryLevel]
    named = [(level, codes) for level, codes in chosen if codes]
    if len(named) != 1 or len(named[0][1]) != 1:
        return None
    level, (code,) = named[0]
    territory = edition.gazetteer.get(level, code)
    return territory.point if territory is not None else None
