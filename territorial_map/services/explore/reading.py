"""A typed text as it was understood: its parts, and what they ask for together."""

from dataclasses import dataclass

from territorial_map.domain.meaning import TextMeaning
from territorial_map.domain.term import Term
from territorial_map.domain.territory import Territory
from territorial_map.domain.text import fold


class What(Term):
    """What a part of a text was read as."""

    DEVICE = "device", "dispositif"
    TRADE = "trade", "activité"
    PLACE = "place", "lieu"
    NUMBER = "number", "numéro"
    WORDS = "words", "texte"


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part of a text: the words as they were typed, and what they ask for.

    ``values`` are pairs of a filter and a value, any of them; ``radius_km`` goes with a commune.
    ``without`` is the text when this part is taken off, ``spelt`` the words that a mistyped one
    was read as.
    """

    what: What
    words: str
    without: str
    values: tuple[tuple[str, str], ...] = ()
    territory: Territory | None = None
    radius_km: float | None = None
    spelt: str = ""


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """A text, its parts in the order of their kinds, and what it keeps of one edition."""

    text: str
    parts: tuple[PartRead, ...]
    meaning: TextMeaning
    namesakes: tuple[Territory, ...] = ()

    def of(self, what: What) -> tuple[PartRead, ...]:
        """The parts read as one thing."""
        return tuple(part for part in self.parts if part.what is what)

    @property
    def place(self) -> PartRead | None:
        """The place of the question, if it has one."""
        return next(iter(self.of(What.PLACE)), None)


def as_words(text: str) -> QuestionReading:
    """A text that nothing is known of: its words alone."""
    return QuestionReading(text, (PartRead(What.WORDS, text, ""),), TextMeaning(folded=fold(text)))
