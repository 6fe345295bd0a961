"""Sentences in French and English, and French spacing before tall punctuation."""

import re
from dataclasses import dataclass

_NO_BREAK = "\u00a0"
_BEFORE = re.compile(r" (?=[;:?!»%])")
_AFTER = re.compile(r"(?<=«) ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in the two languages; neither may be empty."""

    fr: str
    en: str

    def __post_init__(self) -> None:
        if not self.fr.strip() or not self.en.strip():
            raise ValueError("a sentence needs its French and its English")


def typeset(french: str) -> str:
    """French text with no-break spaces inside guillemets and before tall punctuation.

    >>> typeset("un « pôle » : oui") == "un «\u00a0pôle\u00a0»\u00a0: oui"
    True
    """
    return _AFTER.sub(_NO_BREAK, _BEFORE.sub(_NO_BREAK, french))


def say(fr: str, en: str) -> Sentence:
    """A sentence whose French spaces are set."""
    return Sentence(typeset(fr), en)


def counted(n: int, one: str, many: str) -> str:
    """A number with its noun; French takes the singular for 0 and 1.

    >>> counted(0, "membre", "membres"), counted(2, "membre", "membres")
    ('0 membre', '2 membres')
    """
    return f"{n} {one if abs(n) < 2 else many}"


def counted_en(n: int, one: str, many: str) -> str:
    """A number with its English noun; the singular is for 1 alone."""
    return f"{n} {one if n == 1 else many}"
