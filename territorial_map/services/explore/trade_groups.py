"""A question that asks for a trade, with who may have it: those to call, the nearest known."""

from dataclasses import dataclass, replace

from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import MAX_RADIUS_KM, Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TradeCounts, TradeQuestion
from territorial_map.queries import trades
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.suggestions import placed_in_text
from territorial_map.services.explore.trade_counts import trade_counts

NEAREST = 3
"""Known ones told outside the place asked for, when it has none."""


@dataclass(frozen=True, slots=True)
class TradeGroups:
    """What stands beside those known to have the trade.

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
    edition: OpenEdition, selection: Selection, order: Order, limit: int
) -> TradeGroups | None:
    """The groups of a question, ``limit`` lines to call at most; ``None`` where no trade is asked.

    Raises:
        BadParameter: it chooses zones of a layer that the edition has not.
    """
    question = TradeQuestion.of(edition.resolve(selection))
    counts = trade_counts(edition, selection)
    if question is None or counts is None:
        return None
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
    levels = TerritoryLevel.codes()
    choices = {name: values for name, values in asked.choices if name not in levels}
    wide = replace(
        asked,
        choices=Selection.of(choices).choices,
        around=Around(point, MAX_RADIUS_KM),
        window=None,
    )
    return edition.page(wide, Order.DISTANCE, NEAREST).items


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
