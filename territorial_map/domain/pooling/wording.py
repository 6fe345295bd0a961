"""Sentences in the two languages of the product, and numbers as each writes them."""

from dataclasses import dataclass
from typing import Self

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in French (first language) and in English."""

    fr: str
    en: str

    def __post_init__(self) -> None:
        if not self.fr.strip() or not self.en.strip():
            raise ValueError(f"a text needs both languages: {self.fr!r}, {self.en!r}")

    def filled(self, *, fr: dict[str, str], en: dict[str, str]) -> Self:
        """The text with its ``{names}`` replaced, per language."""
        return type(self)(self.fr.format(**fr), self.en.format(**en))

    def then(self, other: "Text | None") -> "Text":
        """This text, followed by another when there is one."""
        return self if other is None else Text(f"{self.fr} {other.fr}", f"{self.en} {other.en}")


def quantity(value: float, digits: int) -> tuple[str, str]:
    """A number as French and as English write it.

    >>> quantity(3.25, 1), quantity(0.5, 2)
    (('3,2', '3.2'), ('0,50', '0.50'))
    """
    english = f"{value:.{digits}f}"
    return english.replace(".", ","), english


def kilometres(value: float) -> tuple[str, str]:
    r"""A distance in words: metres never shown, one digit below ten kilometres.

    >>> kilometres(0.04)[1], kilometres(3.25)[1], kilometres(41.6)[1]
    ('under 1\xa0km', '3.2\xa0km', '42\xa0km')
    """
    if value < 1:
        return f"moins de 1{NBSP}km", f"under 1{NBSP}km"
    french, english = quantity(value, 1 if value < 10 else 0)
    return f"{french}{NBSP}km", f"{english}{NBSP}km"
