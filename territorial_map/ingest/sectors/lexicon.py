"""Words that tell a sector, from ``lexicon.toml``."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from territorial_map.domain.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """Words of one or several sectors, and where they may be read.

    ``where`` is ``name`` (names and declared activities), ``declared`` (declared activities
    only) or ``insertion`` (names of work-integration structures only).
    """

    sectors: tuple[Sector, ...]
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    silenced_by: re.Pattern[str] | None
    where: str
    sheltered: bool


@dataclass(frozen=True, slots=True)
class SectorWords:
    """A sector and the folded words that told it."""

    sector: Sector
    words: str


@cache
def entries() -> tuple[LexiconEntry, ...]:
    """The lexicon, in the order of its file."""
    text = files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8")
    return tuple(
        LexiconEntry(
            sectors=tuple(Sector(code) for code in entry["sectors"]),
            words=tuple(entry["words"]),
            pattern=_pattern(entry["words"]),
            silenced_by=_pattern(entry["unless"]) if "unless" in entry else None,
            where=entry.get("where", "name"),
            sheltered=entry.get("sheltered", True),
        )
        for entry in tomllib.loads(text)["entry"]
    )


def find(folded: str, places: frozenset[str], *, sheltered: bool = False) -> Iterator[SectorWords]:
    """Sectors told by a folded text, reading the entries of the places given."""
    for entry in _met(folded):
        if entry.where not in places or (sheltered and not entry.sheltered):
            continue
        if entry.silenced_by is not None and entry.silenced_by.search(folded):
            continue
        found = entry.pattern.search(folded)
        if found:
            told = _LEADING.sub("", found.group().strip())
            for sector in entry.sectors:
                yield SectorWords(sector, told)


# What may stand before a first word: articles and the word « association ».
_LEAD = r"^(?:(?:assoc|association|asso|ass|les|le|la|l|sarl|sas|scic|aci) )*"
_LEADING = re.compile(_LEAD)


def _met(folded: str) -> Iterable[LexiconEntry]:
    """The entries of which a first word stands in the text, in their order."""
    met: set[int] = set()
    whole, openings, length = _openings()
    for word in folded.split():
        if word in whole or word[:length] in openings:
            met |= _begun_by(word)
    lexicon = entries()
    return [lexicon[number] for number in sorted(met)]


@lru_cache(maxsize=16_384)
def _begun_by(word: str) -> frozenset[int]:
    """Numbers of the entries that have the word, or its beginning, as a first word."""
    whole, beginnings, lengths = _first_words()
    begun = (beginnings.get(word[:length], set()) for length in lengths)
    return frozenset(whole.get(word, set()).union(*begun))


@cache
def _openings() -> tuple[frozenset[str], frozenset[str], int]:
    """Whole first words, and the letters that begin others, as many as the shortest has.

    Most words of most names are none of them.
    """
    whole, beginnings, lengths = _first_words()
    return frozenset(whole), frozenset(word[: lengths[0]] for word in beginnings), lengths[0]


@cache
def _first_words() -> tuple[dict[str, set[int]], dict[str, set[int]], tuple[int, ...]]:
    """Numbers of the entries by whole first word and by beginning, and the beginnings' lengths."""
    whole: dict[str, set[int]] = {}
    beginnings: dict[str, set[int]] = {}
    for number, entry in enumerate(entries()):
        for words in entry.words:
            first, *rest = words.removeprefix("^").split() or [""]
            is_beginning = first.endswith("*") and not rest and not words.startswith("^")
            index = beginnings if is_beginning else whole
            index.setdefault(first.removesuffix("*"), set()).add(number)
    return whole, beginnings, tuple(sorted({len(word) for word in beginnings}))


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_regex(word) for word in words))


def _regex(word: str) -> str:
    if word.startswith("^"):
        return f"{_LEAD}{re.escape(word[1:])}\\b"
    if word.endswith("*"):
        return f"\\b{re.escape(word[:-1])}\\w*"
    return f"\\b{re.escape(word)}\\b"
