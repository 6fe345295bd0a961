"""A sentence in French and in English: the one way to carry both."""

from dataclasses import dataclass
from typing import Self

from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import date_in_words, distance, quantity, typeset
from territorial_map.domain.language.writing import filled as in_french


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same words in the two languages; neither may be empty."""

    fr: str
    en: str

    def __post_init__(self) -> None:
        if not self.fr.strip() or not self.en.strip():
            raise ValueError(
                f"a sentence needs its French and its English: {self.fr!r}, {self.en!r}"
            )

    def said(self, language: Language) -> str:
        """The sentence in a language.

        >>> Sentence("piste", "lead").said(Language.ENGLISH)
        'lead'
        """
        return self.fr if language is Language.FRENCH else self.en

    def filled(self, *, fr: dict[str, str], en: dict[str, str]) -> Self:
        """The sentence with its ``{names}`` replaced, per language."""
        return type(self)(in_french(self.fr, fr), self.en.format(**en))

    def then(self, other: "Sentence | None") -> "Sentence":
        """This sentence, followed by another when there is one."""
        if other is None:
            return self
        return Sentence(f"{self.fr} {other.fr}", f"{self.en} {other.en}")

    def joined(self, other: "Sentence") -> "Sentence":
        """This sentence with the end of it, without a space between."""
        return Sentence(f"{self.fr}{other.fr}", f"{self.en}{other.en}")


def say(fr: str, en: str) -> Sentence:
    """A sentence whose French spaces are set."""
    return Sentence(typeset(fr), en)


def quantity_told(value: float, digits: int) -> Sentence:
    """A number with exactly so many decimals, in both languages."""
    french, english = (quantity(value, digits, language) for language in Language)
    return Sentence(french, english)


def distance_told(km: float) -> Sentence:
    """A distance in both languages."""
    french, english = (distance(km, language) for language in Language)
    return Sentence(french, english)


def until_told(iso: str) -> Sentence:
    """The last day, month or year of something, in both languages.

    >>> until_told("2026-12").fr, until_told("2026-12-31").en
    ('jusqu’en décembre 2026', 'until 31 December 2026')
    """
    french, english = (date_in_words(iso, language) for language in Language)
    return Sentence(f"jusqu’{'au' if len(iso) == 10 else 'en'} {french}", f"until {english}")
