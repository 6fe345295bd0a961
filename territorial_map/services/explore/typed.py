"""A typed text as folded words, each with the typed word that it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from territorial_map.domain.text import fold, words

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
    """The typed words, and each folded word with the numbers of those whose letters it holds."""

    typed: tuple[str, ...]
    folded: tuple[str, ...]
    origins: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, text: str) -> "Typed":
        """The words of a text, folded as a whole; no more are read than anybody types.

        Folding closes up and parts words (« A P F », « l’ADAPT »), and keeps every letter.
        """
        typed = tuple(re.findall(r"\S+", text))[:MOST_WORDS]
        letters = [n for n, word in enumerate(typed) for _ in fold(word).replace(" ", "")]
        folded = words(" ".join(typed))
        ends = list(accumulate(map(len, folded), initial=0))
        held = (dict.fromkeys(letters[start:end]) for start, end in pairwise(ends))
        return cls(typed, folded, tuple(map(tuple, held)))

    def phrases(self) -> Iterator[tuple[Span, str]]:
        """Every run of folded words, the longest first."""
        count = len(self.folded)
        for length in range(min(count, _LONGEST_PHRASE), 0, -1):
            for start in range(count - length + 1):
                yield Span(start, start + length), " ".join(self.folded[start : start + length])

    def told(self, spans: Iterable[Span]) -> str:
        """The typed words of some spans."""
        wanted = self._origins(spans)
        return " ".join(self.typed[number] for number in sorted(wanted))

    def without(self, spans: Iterable[Span]) -> str:
        """The text without the typed words of some spans."""
        dropped = self._origins(spans)
        return " ".join(word for number, word in enumerate(self.typed) if number not in dropped)

    def _origins(self, spans: Iterable[Span]) -> set[int]:
        return {
            number
            for span in spans
            for several in self.origins[span.start : span.end]
            for number in several
        }
