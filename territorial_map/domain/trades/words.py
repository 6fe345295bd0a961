"""Words that tell a trade, and where each may be read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Sector


class ReadIn(Term):
    """Where a word tells its trade."""

    NAME = "name", "Dans un nom et dans une activité"
    SIAE_NAME = "siae_name", "Dans le nom d’une structure d’insertion seulement"
    ACTIVITY = "activity", "Dans une activité seulement"
    QUERY = "query", "Dans une recherche seulement"


class Precision(Term):
    """How far a word can be trusted, from the labels and from NAF codes beside names."""

    SURE = "sure", "Le mot dit le métier"
    LIKELY = "likely", "Le mot dit le plus souvent le métier : indice à confirmer"
    WEAK = "weak", "Le mot sert à chercher, il ne dit rien d’une organisation"


@dataclass(frozen=True, slots=True)
class TradeWord:
    """A row of the table, folded; « * » ends a word that begins so, « ^ » opens a name.

    ``language`` is ``fr`` or ``en``; ``unless`` are phrases whose presence silences the word;
    ``sheltered`` says whether it may be read in the name of an ESAT or an entreprise adaptée.

    Raises:
        ValueError: no word, or no sector.
    """

    words: str
    language: str
    sectors: tuple[Sector, ...]
    read_in: ReadIn
    sheltered: bool
    unless: tuple[str, ...]
    precision: Precision

    def __post_init__(self) -> None:
        if not self.words or not self.sectors:
            raise ValueError(f"{self.words or '(vide)'}: a word and a sector are needed")


@dataclass(frozen=True, slots=True)
class TradeFound:
    """A sector, the folded words that told it, and how far they can be trusted."""

    sector: Sector
    words: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class _TradeEntry:
    """Words of the same sectors that may be read at the same places."""

    words: tuple[TradeWord, ...]
    pattern: re.Pattern[str]
    silenced_by: re.Pattern[str] | None

    @property
    def told(self) -> TradeWord:
        return self.words[0]


class TradeTable:
    """Every word of the table, ready to be met in a folded text."""

    def __init__(self, words: Iterable[TradeWord]) -> None:
        self.words = tuple(words)
        self._entries = tuple(_entry(tuple(group)) for _, group in groupby(self.words, key=_shared))
        self._first = _FirstWords(self._entries)

    def __reduce__(self) -> tuple[type["TradeTable"], tuple[tuple[TradeWord, ...]]]:
        """Its words alone go to another process: what is made of them is made again there."""
        return TradeTable, (self.words,)

    def find(
        self, folded: str, places: frozenset[ReadIn], *, sheltered: bool = False
    ) -> Iterator[TradeFound]:
        """Sectors told by a folded text, reading the words of the places given."""
        for number in self._first.met(folded):
            entry = self._entries[number]
            told = entry.told
            if told.read_in not in places or (sheltered and not told.sheltered):
                continue
            if entry.silenced_by is not None and entry.silenced_by.search(folded):
                continue
            found = entry.pattern.search(folded)
            if found:
                words = _LEADING.sub("", found.group().strip())
                for sector in told.sectors:
                    yield TradeFound(sector, words, told.precision)


# What may stand before a first word: articles and the word « association ».
_LEAD = r"^(?:(?:assoc|association|asso|ass|les|le|la|l|sarl|sas|scic|aci) )*"
_LEADING = re.compile(_LEAD)


class _FirstWords:
    """Numbers of the entries by what their words begin with: most words of most texts are none."""

    def __init__(self, entries: Iterable[_TradeEntry]) -> None:
        self._whole: dict[str, set[int]] = {}
        self._beginnings: dict[str, set[int]] = {}
        for number, entry in enumerate(entries):
            for word in entry.words:
                self._add(word.words, number)
        self._lengths = tuple(sorted({len(word) for word in self._beginnings})) or (1,)
        self._openings = frozenset(word[: self._lengths[0]] for word in self._beginnings)
        self._begun_by = lru_cache(maxsize=16_384)(self._look_up)

    def _add(self, words: str, number: int) -> None:
        first, *rest = words.removeprefix("^").split()
        is_beginning = first.endswith("*") and not rest and not words.startswith("^")
        index: dict[str, set[int]] = self._beginnings if is_beginning else self._whole
        index.setdefault(first.removesuffix("*"), set()).add(number)

    def met(self, folded: str) -> list[int]:
        """The entries of which a first word stands in the text, in their order."""
        met: set[int] = set()
        for word in folded.split():
            if word in self._whole or word[: self._lengths[0]] in self._openings:
                met |= self._begun_by(word)
        return sorted(met)

    def _look_up(self, word: str) -> frozenset[int]:
        nothing: Mapping[str, set[int]] = self._beginnings
        begun = (nothing.get(word[:length], set()) for length in self._lengths)
        return frozenset(self._whole.get(word, set()).union(*begun))


def _shared(word: TradeWord) -> tuple[object, ...]:
    """What words of one entry share: their order in the table is kept."""
    return (word.sectors, word.read_in, word.sheltered, word.unless, word.precision)


def _entry(words: tuple[TradeWord, ...]) -> _TradeEntry:
    unless = words[0].unless
    return _TradeEntry(
        words,
        _pattern(word.words for word in words),
        _pattern(unless) if unless else None,
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_regex, words)))


def _regex(word: str) -> str:
    if word.startswith("^"):
        return f"{_LEAD}{re.escape(word[1:])}\\b"
    if word.endswith("*"):
        return f"\\b{re.escape(word[:-1])}\\w*"
    return f"\\b{re.escape(word)}\\b"
