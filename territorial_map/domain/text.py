"""Folding of French text: what is the same word when typed without care."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}
_KEPT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class _Folding(dict[int, str]):
    """What each character becomes, found out when it is first met; for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        opened = unicodedata.normalize("NFKD", _LIGATURES.get(chr(code), chr(code)).lower())
        base = "".join(c for c in opened if not unicodedata.combining(c))
        self[code] = folded = "".join(c if c in _KEPT else " " for c in base)
        return folded


_FOLDING = _Folding()


def _folded(text: str) -> str:
    """Lower case, no accents, ligatures opened, everything else a single space.

    >>> fold("L’Œuvre — Saint-Étienne")
    'l oeuvre saint etienne'
    """
    return " ".join(text.translate(_FOLDING).split())


# Names, labels of devices and of communes come back many times, and nothing is called as often.
fold: Callable[[str], str] = lru_cache(maxsize=8_192)(_folded)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order, duplicates kept.

    >>> words("Régie de quartier")
    ('regie', 'de', 'quartier')
    """
    return tuple(fold(text).split())
