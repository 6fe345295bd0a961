"""Folding of French text: what is the same word when typed without care."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, everything else a single space.

    >>> fold("L’Œuvre — Saint-Étienne")
    'l oeuvre saint etienne'
    """
    return _folded(text)


@lru_cache(maxsize=8_192)  # names, labels of devices and of communes come back many times
def _folded(text: str) -> str:
    if text.isascii():  # nothing to decompose: several times faster, on names in capitals
        return " ".join(_WORD.findall(text.lower()))
    opened = unicodedata.normalize("NFKD", text.translate(_LIGATURES).lower())
    return " ".join(_WORD.findall("".join(c for c in opened if not unicodedata.combining(c))))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order, duplicates kept.

    >>> words("Régie de quartier")
    ('regie', 'de', 'quartier')
    """
    return tuple(fold(text).split())
