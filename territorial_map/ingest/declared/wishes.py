"""What a cell « recherche » or « propose » says, item by item, and the categories of its words."""

import re
from dataclasses import dataclass
from functools import cache

from territorial_map.domain.cells import cell_text, without_titled_persons
from territorial_map.domain.declared import MOST_WORDS, Declared
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.readers.name_table import names_of

_FILE = __package__, "words.toml"
MOST_ITEMS = 20
"""What is beyond in one cell is not read."""

_ITEMS = re.compile(r"[;|\n\r•·‣▪]+|\s[-–—*]\s|^[-–—*]\s")
_BREAKS = re.compile(r"[,:/()\[\].+&]|\s[-–—]\s")
_BEGINNING = "bbeginningg"  # a word that nobody writes, for « ^ »
_SPACED_M2 = re.compile(r"m²")


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing said; ``categories`` empty when no reviewed wording is in it.

    ``emails``, ``mobiles`` and ``persons`` are those that were taken out, ``shortened`` says that
    its end was.
    """

    words: str
    categories: tuple[PoolingCategory, ...]
    emails: int = 0
    mobiles: int = 0
    persons: int = 0
    shortened: bool = False


def read_wishes(cell: str | None) -> tuple[Wish, ...]:
    """What a cell says, one by one, without contacts; nothing where it says nothing.

    >>> [w.words for w in read_wishes("un local de stockage ; covoiturage ; néant")]
    ['un local de stockage', 'covoiturage']
    """
    items = (cell_text(item) for item in _ITEMS.split(cell or ""))
    told = [item for item in items if item and fold(item) not in _exact("_nothing")]
    found = (_wish(item) for item in dict.fromkeys(told[:MOST_ITEMS]))
    return tuple(wish for wish in found if wish is not None)


def declared_cells(
    cell: str | None, source: str, told_on: str, until: str = ""
) -> tuple[Declared, ...]:
    """What a row declares in one of its cells, with the source and date of the row."""
    return tuple(
        Declared(wish.words, wish.categories, source, told_on, until or None)
        for wish in read_wishes(cell)
    )


def categories_in(words: str) -> tuple[PoolingCategory, ...]:
    """The categories that reviewed wordings tell, in the order of the categories.

    >>> [c.value for c in categories_in("Locaux, covoiturage et produits locaux")]
    ['premises_and_land', 'mobility', 'local_supply']
    >>> categories_in("pas de local"), categories_in("des échanges avec les acteurs locaux")
    ((), ())
    """
    told = _bare(_BREAKS.sub(f" {_BEGINNING} ", _SPACED_M2.sub("m2", f"{_BEGINNING} {words}")))
    if any(f" {against} " in f" {told} " for against in _exact("_against")):
        return ()
    found: set[str] = set()
    rest = f" {told} "
    for wording, meaning in _wordings():
        if wording in rest:
            found.add(meaning)
            rest = rest.replace(wording, "  ")
    return tuple(category for category in PoolingCategory if category.value in found)


def _wish(item: str) -> Wish | None:
    cleaned = without_titled_persons(item)
    words = cleaned.text.strip() if cleaned.found else item
    if not any(map(str.isalpha, words)):
        return None
    shortened = len(words) > MOST_WORDS
    if shortened:
        words = words[: MOST_WORDS - 1].rsplit(" ", 1)[0] + "…"
    return Wish(
        words,
        categories_in(words),
        cleaned.emails,
        cleaned.mobiles,
        cleaned.persons,
        shortened,
    )


@cache
def _wordings() -> tuple[tuple[str, str], ...]:
    """Wordings with a space on each side, the longest first, and what they mean."""
    found = {
        f" {_bare(wording.replace('^', _BEGINNING))} ": meaning
        for meaning, several in names_of(*_FILE).items()
        if meaning == "_neutral" or not meaning.startswith("_")
        for wording in several
    }
    return tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _exact(name: str) -> frozenset[str]:
    return frozenset(names_of(*_FILE)[name])


def _bare(text: str) -> str:
    """Folded words without their plural ending."""
    return " ".join(w.rstrip("sx") if len(w) > 3 else w for w in fold(text).split())
