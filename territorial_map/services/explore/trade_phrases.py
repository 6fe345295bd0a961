"""Trades in a typed text, by the table of trades and the names of sectors, in both languages."""

from territorial_map.domain.text import fold
from territorial_map.domain.trades import ReadIn, TradeTable
from territorial_map.domain.vocabulary import Sector
from territorial_map.places.names_by_length import NamesByLength
from territorial_map.services.explore.typed import Span, Typed

Values = tuple[tuple[str, str], ...]
_MOST_WORDS = 5
_PLACES = frozenset({ReadIn.NAME, ReadIn.ACTIVITY, ReadIn.QUERY})
_LEAST_TYPO, _LONG = 6, 9


class TradePhrases:
    """The words of one table of trades, ready to be met in a text.

    Work integration is no trade (a device), and is never read as one.
    """

    def __init__(self, trades: TradeTable) -> None:
        self._trades = trades
        self._labels = {fold(sector.label): sector for sector in Sector}
        told = {w.words.strip("*^") for w in trades.words if w.read_in in _PLACES}
        self._words = NamesByLength(w for w in told if " " not in w and len(w) >= _LEAST_TYPO)

    def find(self, typed: Typed, taken: list[Span]) -> list[tuple[Span, Values]]:
        """The trades of a text outside the spans taken, the longest phrases first."""
        whole = " ".join(typed.folded)
        found: list[tuple[Span, Values]] = []
        for span, phrase in typed.phrases():
            if span.length > _MOST_WORDS or any(span.meets(s) for s in taken):
                continue
            if any(span.meets(each) for each, _ in found):
                continue
            values = self._values(phrase, whole)
            if values:
                found.append((span, values))
        return found

    def mistyped(self, word: str) -> Values:
        """The trades of the word of the table that another one is but for one or two errors."""
        if len(word) < _LEAST_TYPO:
            return ()
        errors = 1 if len(word) < _LONG else 2
        near = self._words.nearest(word, errors, most=1)
        return self._values(near[0], near[0]) if near else ()

    def _values(self, phrase: str, whole: str) -> Values:
        sector = self._labels.get(phrase)
        told = {sector} if sector is not None else set()
        told |= {each.sector for each in self._trades.find(phrase, _PLACES) if each.words == phrase}
        if not told:
            return ()
        still = {each.sector for each in self._trades.find(whole, _PLACES)}
        kept = [each for each in Sector if each in told and (each in still or each is sector)]
        kept = [each for each in kept if each is not Sector.WORK_INTEGRATION]
        return tuple(("sector", each.value) for each in kept)
