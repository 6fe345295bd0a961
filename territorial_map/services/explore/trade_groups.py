"""A question that asks for a trade, with who may have it: those to call, the nearest known."""

from dataclasses import dataclass

from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import MAX_RADIUS_KM, Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TradeCounts, TradeQuestion
from territorial_map.queries import lists, trades
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.suggestions import encircled, placed_in_text

NEAREST = 3
"""Known ones told outside the place asked for, when it has none."""


@dataclass(frozen=True, slots=True)
class TradeGroups:
    """What stands beside those known to have the trade, ``counts`` of all.

    ``to_call`` are the first of those whose trade no source tells, those of one phone number next
    to each other; ``numbers`` of them all are different phones, ``without_phone`` have none.
    ``nearest`` are known outside the place asked for, nearest first, where it has none.
    """

    counts: TradeCounts
    to_call: tuple[Listed, ...]
    numbers: int
    without_phone: int
    nearest: tuple[Listed, ...]


def trade_groups(
    edition: OpenEdition, selection: Selection, counts: TradeCounts, order: Order, limit: int
) -> TradeGroups:
    """The groups of a question that asks for a trade, ``limit`` lines to call at most.

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
    lines = edition.lines_of(trades.to_call(question, order).limit(limit))
    nearest = () if counts.known else _nearest(edition, selection)
    return TradeGroups(counts, _by_phone(lines), numbers, without, nearest)


def _by_phone(lines: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """The same lines, those of one number behind the first of them."""
    first: dict[str, int] = {}
    for n, line in enumerate(lines):
        first.setdefault(line.phone or line.id, n)
    return tuple(sorted(lines, key=lambda line: first[line.phone or line.id]))


def _nearest(edition: OpenEdition, selection: Selection) -> tuple[Listed, ...]:
    """The nearest that are known to have the trade, whatever the place asked for."""
    asked = placed_in_text(selection, edition)
    point = _point_of(edition, asked)
    if point is None:
        return ()
    wide = edition.resolve(encircled(asked, Around(point, MAX_RADIUS_KM)))
    return edition.lines_of(lists.listed(wide, Order.DISTANCE).limit(NEAREST))


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
