"""What words and codes tell of a trade: one reviewed table, read by builds, leads and searches."""

from territorial_map.domain.trades.codes import NafEntry, NafTable
from territorial_map.domain.trades.tables import Trades
from territorial_map.domain.trades.to_ask import ToAsk
from territorial_map.domain.trades.words import Precision, ReadIn, TradeFound, TradeTable, TradeWord

__all__ = [
    "NafEntry",
    "NafTable",
    "Precision",
    "ReadIn",
    "ToAsk",
    "TradeFound",
    "TradeTable",
    "TradeWord",
    "Trades",
]
