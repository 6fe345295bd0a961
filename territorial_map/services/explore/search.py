"""Typed words to the directory's words: accents, plurals, beginnings and small typing errors.

A typed word stands for itself and its plural or singular when the directory has it, for every word
it begins, and, when the directory has neither, for words at one typing error (two from eight
letters on; Damerau–Levenshtein, optimal string alignment).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from territorial_map.domain.identifiers import parse_finess, parse_siren, parse_siret
from territorial_map.domain.text import words
from territorial_map.places.names_by_length import NamesByLength

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


class Vocabulary:
    """Every searchable word of one edition, ready to be matched."""

    def __init__(self, directory_words: Iterable[str]) -> None:
        self._sorted = sorted(directory_words)
        self._words = frozenset(self._sorted)
        self._letters = NamesByLength(w for w in self._sorted if not w.isdigit())

    def accepted(self, text: str) -> tuple[frozenset[str], ...]:
        """Per typed word, the directory words it stands for; an empty set matches nothing.

        Words after one that stands for nothing are not looked at: nothing bears all of them. A
        SIREN, SIRET or FINESS number, spaced or not, counts as one word.
        """
        number = parse_siret(text) or parse_siren(text) or parse_finess(text)
        if number is not None:
            return (frozenset({number.lower()}) & self._words,)
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
        return frozenset({word, word.removesuffix("s"), f"{word}s", f"{word}x"} & self._words)

    def number(self, number: str) -> frozenset[str]:
        """The directory's word that is a number."""
        return frozenset({number.lower()} & self._words)

    def stands_for(self, word: str) -> frozenset[str]:
        """The directory's words that a typed word stands for."""
        forms = {word, word.removesuffix("s"), word.removesuffix("x"), word + "s", word + "x"}
        forms |= set(_ABBREVIATIONS.get(word, ()))
        if word[:1] in {"l", "d"} and len(word) > _MIN_FUZZY:  # « ladapt » is « L’ADAPT »
            forms.add(word[1:])
        found = (forms & self._words) | self._beginning_with(word)
        return frozenset(found) or self.mistyped(word)

    def mistyped(self, word: str) -> frozenset[str]:
        """The directory's words at one or two typing errors of a word of four letters or more."""
        if len(word) < _MIN_FUZZY or word.isdigit():
            return frozenset()
        errors = 2 if len(word) >= _LONG_WORD else 1
        return frozenset(self._letters.nearest(word, errors))

    def _beginning_with(self, prefix: str) -> set[str]:
        if len(prefix) < _MIN_PREFIX:
            return set()
        start = bisect_left(self._sorted, prefix)
        end = bisect_left(self._sorted, prefix + "\uffff")
        return set(self._sorted[start:end])
