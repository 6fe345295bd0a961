"""Typed words to the directory's words: accents, plurals, beginnings and small typing errors.

A typed word stands for itself and its plural or singular when the directory has it, for every word
it begins, and, when the directory has neither, for words at one typing error (two from eight
letters on; Damerau–Levenshtein, optimal string alignment).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from territorial_map.domain.identifiers import parse_finess, parse_siren, parse_siret
from territorial_map.domain.text import WITH_ARTICLE, words
from territorial_map.places.names_by_length import NamesByLength
from territorial_map.store.columns.texts import PackedTexts

_EMPTY_WORDS = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par")
) | {"pour", "sur", "s"}
_ABBREVIATIONS = {"st": ("saint",), "ste": ("sainte",), "saint": ("st",), "sainte": ("ste",)}
_MIN_PREFIX = 3
_LONG_WORD = 8
_MIN_FUZZY = 4


def telling_words(folded: Sequence[str]) -> tuple[str, ...]:
    """Words without articles and prepositions, each once; all of them when there are no others."""
    return tuple(dict.fromkeys([w for w in folded if w not in _EMPTY_WORDS] or folded))


class HeldWords:
    """Words in memory, as ``PackedTexts`` are read from an edition's columns."""

    def __init__(self, several: Iterable[str]) -> None:
        self._sorted = sorted(several)
        self._known = frozenset(self._sorted)

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._sorted)

    def at(self, number: int) -> str:
        """The word of a number, in alphabetical order."""
        return self._sorted[number]

    def beginning_with(self, prefix: str) -> range:
        """The numbers of the words that begin so."""
        start = bisect_left(self._sorted, prefix)
        return range(start, bisect_left(self._sorted, prefix + "\uffff"))


class Vocabulary:
    """Every searchable word of one edition, ready to be matched."""

    def __init__(self, directory_words: Iterable[str]) -> None:
        known = directory_words
        self._words = known if isinstance(known, PackedTexts) else HeldWords(known)

    @cached_property
    def _letters(self) -> NamesByLength:
        """The words that may be mistyped; made when a word that nobody says is first sought."""
        return NamesByLength(word for word in self._words if not word.isdigit())

    def _known(self, several: Iterable[str]) -> frozenset[str]:
        return frozenset(word for word in several if word in self._words)

    def accepted(self, text: str) -> tuple[frozenset[str], ...]:
        """Per typed word, the directory words it stands for; an empty set matches nothing.

        Words after one that stands for nothing are not looked at: nothing bears all of them. A
        SIREN, SIRET or FINESS number, spaced or not, counts as one word.
        """
        number = parse_siret(text) or parse_siren(text) or parse_finess(text)
        if number is not None:
            return (self.number(number),)
        typed = words(text)
        return self.standing_for(telling_words(typed))

    def standing_for(self, telling: Sequence[str]) -> tuple[frozenset[str], ...]:
        """Per word, the directory words it stands for, up to one that stands for nothing.

        Words after that one are not looked at: nothing bears all of them.
        """
        found: list[frozenset[str]] = []
        for word in telling:
            found.append(self.stands_for(word))
            if not found[-1]:
                break
        return tuple(found)

    def bears(self, word: str) -> bool:
        """Whether an organisation says a word, in one number or the other."""
        return bool(self.forms(word))

    def forms(self, word: str) -> frozenset[str]:
        """The directory's words that are a word, in one number or the other."""
        return self._known({word, word.removesuffix("s"), f"{word}s", f"{word}x"})

    def number(self, number: str) -> frozenset[str]:
        """The directory's word that is a number."""
        return self._known({number.lower()})

    def stands_for(self, word: str) -> frozenset[str]:
        """The directory's words that a typed word stands for."""
        forms = {word, word.removesuffix("s"), word.removesuffix("x"), word + "s", word + "x"}
        forms |= set(_ABBREVIATIONS.get(word, ()))
        if word[:1] in {"l", "d"} and len(word) > _MIN_FUZZY:  # an article without its apostrophe
            forms.add(word[1:])
        if word in WITH_ARTICLE:
            forms.add(f"l{word}")
        found = self._known(forms) | self._beginning_with(word)
        return found or self.mistyped(word)

    def mistyped(self, word: str) -> frozenset[str]:
        """The directory's words at one or two typing errors of a word of four letters or more."""
        if len(word) < _MIN_FUZZY or word.isdigit():
            return frozenset()
        errors = 2 if len(word) >= _LONG_WORD else 1
        return frozenset(self._letters.nearest(word, errors))

    def _beginning_with(self, prefix: str) -> set[str]:
        if len(prefix) < _MIN_PREFIX:
            return set()
        return set(map(self._words.at, self._words.beginning_with(prefix)))
