"""A typed text as folded words, each with the typed word that it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from territorial_map.domain.text import fold

MOST_WORDS = 40
_LONGEST_PHRASE = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Folded words from ``start`` to before ``end``."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many words."""
        return self.end - self.start

    def meets(self, other: "Span") -> bool:
        """Whether both hold a same word."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Typed:
    """The typed words, and each folded word with the number of the typed one it comes from."""

    typed: tuple[str, ...]
    folded: tuple[str, ...]
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Typed":
        """The words of a text; no more are read than anybody types."""
        typed = tuple(re.findall(r"\S+", text))[:MOST_WORDS]
        pairs = [(part, number) for number, word in enumerate(typed) for part in fold(word).split()]
        return cls(typed, tuple(p for p, _ in pairs), tuple(n for _, n in pairs))

    def phrases(self) -> Iterator[tuple[Span, str]]:
        """Every run of folded words, the longest first."""
        count = len(self.folded)
        for length in range(min(count, _LONGEST_PHRASE), 0, -1):
            for start in range(count - length + 1):
                yield Span(start, start + length), " ".join(self.folded[start : start + length])

    def told(self, spans: Iterable[Span]) -> str:
        """The typed words of some spans."""
        wanted = {self.origins[i] for span in spans for i in range(span.start, span.end)}
        return " ".join(self.typed[number] for number in sorted(wanted))

    def without(self, spans: Iterable[Span]) -> str:
        """The text without the typed words of some spans."""
        dropped = {self.origins[i] for span in spans for i in range(span.start, span.end)}
        return " ".join(word for number, word in enumerate(self.typed) if number not in dropped)
