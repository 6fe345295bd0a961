"""How a trade is known: the words and the codes that tell it, of one version of ``data/trades``."""

from dataclasses import dataclass, field

from territorial_map.domain.trades.codes import NafTable
from territorial_map.domain.trades.words import TradeTable


@dataclass(frozen=True, slots=True, eq=False)
class Trades:
    """The words of names, activities and searches, and the NAF codes, that tell sectors."""

    words: TradeTable = field(repr=False)
    codes: NafTable = field(repr=False)
