"""The curated words of ``words.toml``: acronyms kept, short words, accents, abbreviations."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from territorial_map.domain.text import fold

_LONGEST_ACRONYM = 4
_VOWELS = frozenset("AEIOUY")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Keys are in capitals without accents; values are words as written inside a sentence."""

    acronyms: frozenset[str]
    short: dict[str, str]
    lower: frozenset[str]
    heads: frozenset[str]
    abbreviated: dict[str, str]
    stems: dict[str, str]
    not_places: frozenset[str]

    def is_acronym(self, word: str) -> bool:
        """Whether a word in capitals stays so: listed, without a vowel, or short and unknown.

        >>> [lexicon().is_acronym(w) for w in ("ADAPEI", "BTP", "AGK", "BOIS", "JARDIN")]
        [True, True, True, False, False]
        """
        if word in self.acronyms:
            return True
        if word in self.short or word.lower() in self.lower or word in self.abbreviated:
            return False
        return len(word) <= _LONGEST_ACRONYM or not _VOWELS & set(word)

    def accented(self, word: str) -> str:
        """The word in lower case, with the accents that the lists allow; a letter never changes.

        >>> lexicon().accented("DEVELOPPEMENTS"), lexicon().accented("COEURS")
        ('développements', 'cœurs')
        """
        if word in self.short:
            return self.short[word]
        for end in range(len(word), 2, -1):
            stem = self.stems.get(word[:end])
            if stem is not None and _may_follow(word[end:], stem):
                return _ending(stem + word[end:].lower())
        return _ending(word.lower())


def _may_follow(rest: str, stem: str) -> bool:
    """A stem of three letters, or that ends in e, takes a plural at most; others any ending."""
    complete = len(stem) <= 3 or stem[-1] in "eéè"
    return rest in {"", "S", "X"} if complete else True


def _ending(word: str) -> str:
    """Accents that French endings always carry: -ée, -ées, -ière, -ières, -alité and the like."""
    for bare, accented in _ENDINGS:
        if word.endswith(bare) and len(word) > len(bare) + 1:
            return word[: -len(bare)] + accented
    return word


_ENDINGS = (
    ("iere", "ière"),
    ("ieres", "ières"),
    ("ees", "ées"),
    ("ee", "ée"),
    ("alite", "alité"),
    ("alites", "alités"),
    ("arite", "arité"),
    ("ilite", "ilité"),
    ("ivite", "ivité"),
    ("icite", "icité"),
    ("ieme", "ième"),
)


@cache
def lexicon() -> Lexicon:
    """The lists of ``words.toml``, read once."""
    source = files("territorial_map.ingest.names").joinpath("words.toml")
    lists = tomllib.loads(source.read_text(encoding="utf-8"))
    return Lexicon(
        acronyms=frozenset(lists["acronyms"].split()),
        short={_bare(word): word for word in lists["short"].split()},
        lower=frozenset(lists["lower"].split()),
        heads=frozenset(lists["heads"].split()),
        abbreviated=_pairs(lists["abbreviated"]),
        stems=_pairs(lists["stems"]),
        not_places=frozenset(lists["not_places"].split()),
    )


def _pairs(text: str) -> dict[str, str]:
    pairs = (entry.partition("=") for entry in text.split())
    return {key: value for key, _, value in pairs}


def _bare(word: str) -> str:
    return fold(word).upper()
