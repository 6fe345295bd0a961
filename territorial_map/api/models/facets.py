"""The counts beside the filters."""

from typing import NotRequired

from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId
from territorial_map.api.models.listing import CountedTrades, counted_trades
from territorial_map.api.models.understanding import UnderstoodPart
from territorial_map.domain.edition import Edition
from territorial_map.domain.listing import FacetValue
from territorial_map.domain.trade_question import TradeCounts


class ValueCount(TypedDict):
    """How many organisations a value would show; ``name`` is French.

    ``unknown`` more might, where a trade is asked for: theirs is not recorded.
    """

    value: str
    name: str
    count: Count
    unknown: NotRequired[Count]


class Facets(CountedTrades):
    """The selection's total, and per filter its values with their counts.

    ``known``, ``unknown`` and ``other`` as in a list.
    """

    edition: EditionId
    understood: list[UnderstoodPart]
    total: Count
    facets: dict[str, list[ValueCount]]


def facets_of(
    counted: tuple[int, dict[str, tuple[FacetValue, ...]]],
    trades: TradeCounts | None,
    edition: Edition,
    understood: list[UnderstoodPart],
) -> Facets:
    """The total and the counts per value of each filter; ``trades`` where one is asked for."""
    total, values = counted
    return {
        "edition": edition.id,
        "understood": understood,
        "total": total,
        **counted_trades(trades),
        "facets": {name: list(map(_value, counted)) for name, counted in values.items()},
    }


def _value(value: FacetValue) -> ValueCount:
    told: ValueCount = {"value": value.value, "name": value.name, "count": value.count}
    if value.unknown is not None:
        told["unknown"] = value.unknown
    return told
