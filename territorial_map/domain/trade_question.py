"""A question that asks for a trade, in three: trade known, not recorded, another one.

An organisation whose trade no source tells may well have it: it is told apart, never as a « no ».
"""

from dataclasses import dataclass, replace
from typing import Self

from territorial_map.domain.dimensions import BY_NAME, UNKNOWN
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Sector

TRADE = "sector"


class TradeGroup(Term):
    """Where an organisation stands in a question that asks for a trade."""

    KNOWN = "known", "connu"
    UNKNOWN = "unknown", "non renseigné"
    OTHER = "other", "autre"


@dataclass(frozen=True, slots=True)
class TradeCounts:
    """How many organisations of a question have the trade, none recorded, or another."""

    known: int
    unknown: int
    other: int

    @property
    def any(self) -> bool:
        """Whether the question, but for its trade, keeps somebody."""
        return bool(self.known or self.unknown or self.other)


@dataclass(frozen=True, slots=True)
class TradeQuestion:
    """A question with its trade (``told``) and the same without any (``whole``), which keeps more.

    « Unknown » asked for beside a trade is no trade: ``told`` leaves it out. ``whole`` may have the
    text of ``told`` with another meaning: it is never asked of what remembers answers by text.
    """

    told: Selection
    whole: Selection

    @classmethod
    def of(cls, selection: Selection) -> Self | None:
        """The question of a selection whose text was read; ``None`` where it asks for no trade."""
        told = tuple(value for value in selection.chosen(TRADE) if value != UNKNOWN)
        whole = _without_said_trade(selection)
        if not told and whole is selection:
            return None
        return cls(selection.choosing(TRADE, told), whole.choosing(TRADE, ()))

    @property
    def trades(self) -> tuple[Sector, ...]:
        """The trades asked for, as filters or in the text."""
        parts = self.told.meaning.parts if self.told.meaning is not None else ()
        said = (value for part in parts for name, value in part.values if name == TRADE)
        chosen = (*self.told.chosen(TRADE), *said)
        return tuple(Sector(value) for value in dict.fromkeys(chosen) if value != UNKNOWN)

    @property
    def not_recorded(self) -> Selection:
        """The same question of those whose trade no source tells; some may say it in their name."""
        return self.whole.choosing(TRADE, (UNKNOWN,))

    def group_of(self, organisation: Organisation, built_on: str = "") -> TradeGroup | None:
        """Where an organisation stands; ``None`` when it is not in the question at all."""
        if self.told.keeps(organisation, built_on):
            return TradeGroup.KNOWN
        if not self.whole.keeps(organisation, built_on):
            return None
        unknown = UNKNOWN in BY_NAME[TRADE].values(organisation)
        return TradeGroup.UNKNOWN if unknown else TradeGroup.OTHER


def _without_said_trade(selection: Selection) -> Selection:
    """The selection whose text asks for no trade; one that asks for nothing else is no text."""
    meaning = selection.meaning
    if not selection.text or meaning is None:
        return selection
    parts = tuple(part for part in meaning.parts if not part.asks(TRADE))
    if len(parts) == len(meaning.parts):
        return selection
    if not parts and meaning.near is None:
        return replace(selection, text="", meaning=None)
    return replace(selection, meaning=replace(meaning, parts=parts))
