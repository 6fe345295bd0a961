"""Folding of French text: what is the same word when typed without care."""

import re
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


# Acronyms whose letters stand apart: « E.S.A.T. », « S. C. O. P. », « E S A T » in capitals.
_DOTTED = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"
    r"|(?:[^\W\d_]\. ){2,}[^\W\d_](?![^\W_]|\.[^\W\d_])\.?)"
)
_SPACED = re.compile(r"(?<![^\W_])[A-Z](?: [A-Z]){2,}(?![^\W_])")


def _folded(text: str) -> str:
    """Lower case, no accents, ligatures opened, acronyms closed up, the rest a single space.

    >>> fold("L’Œuvre — Saint-Étienne"), fold("E.S.A.T. de l’A.D.A.P.E.I. 42"), fold("C A T")
    ('l oeuvre saint etienne', 'esat de l adapei 42', 'cat')
    """
    if "." in text:
        text = _DOTTED.sub(_closed_up, text)
    if " " in text:
        text = _SPACED.sub(_closed_up, text)
    return " ".join(text.translate(_FOLDING).split())


# Names, labels of devices and of communes come back many times, and nothing is called as often.
fold: Callable[[str], str] = lru_cache(maxsize=8_192)(_folded)


def _closed_up(found: re.Match[str]) -> str:
    return f"{re.sub(r'[. ]', '', found[0])} "


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order, duplicates kept.

    >>> words("Régie de quartier")
    ('regie', 'de', 'quartier')
    """
    return tuple(fold(text).split())
