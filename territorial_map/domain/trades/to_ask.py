"""What to ask an organisation on the phone, by the trade that is sought."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class ToAsk:
    """Questions of any trade that open a call and close it; between them, those of one trade.

    Raises:
        ValueError: a trade without a question of its own, or no question that opens.
    """

    opening: tuple[Sentence, ...]
    of_trade: Mapping[Sector, tuple[Sentence, ...]]
    closing: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        without = [sector.value for sector in Sector if not self.of_trade.get(sector)]
        if without or not self.opening:
            raise ValueError(f"questions are missing: {', '.join(without) or 'the first one'}")

    def about(self, trades: Iterable[Sector]) -> tuple[Sentence, ...]:
        """The questions for one who seeks some trades, in the order of a call."""
        own = [question for trade in trades for question in self.of_trade[trade]]
        return tuple(dict.fromkeys((*self.opening, *own, *self.closing)))
