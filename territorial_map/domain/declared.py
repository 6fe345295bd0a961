"""What an organisation declares it looks for or can share: words, with source and date."""

from dataclasses import dataclass

from territorial_map.domain.vocabulary import PoolingCategory

MOST_WORDS = 200
"""Characters of what is declared once."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One need or one offer, in the words of who declares it.

    ``categories`` are what a reviewed table of words reads in them; none where it reads nothing:
    they are never guessed. ``told_on`` and ``until`` are ISO dates, months or years.
    """

    words: str
    categories: tuple[PoolingCategory, ...]
    source: str
    told_on: str
    until: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if not self.words or len(self.words) > MOST_WORDS:
            raise ValueError(f"what is declared has 1 to {MOST_WORDS} characters: {self.words!r}")

    def counts_on(self, day: str) -> bool:
        """False once its last day is past; a month or a year counts to its end.

        >>> Declared("un local", (), "Liste", "2026", "2026-11").counts_on("2026-11-30")
        True
        >>> Declared("un local", (), "Liste", "2026", "2026-11").counts_on("2026-12-01")
        False
        """
        return self.until is None or self.until >= day[: len(self.until)]


def still_counting(declared: tuple[Declared, ...], on: str) -> tuple[Declared, ...]:
    """What of it counts on an ISO day."""
    return tuple(one for one in declared if one.counts_on(on))


def categories_on(declared: tuple[Declared, ...], day: str) -> frozenset[PoolingCategory]:
    """The categories of what still counts on an ISO day."""
    return frozenset(c for one in still_counting(declared, day) for c in one.categories)
