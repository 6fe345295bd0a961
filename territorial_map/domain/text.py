"""Folding of French text: what is the same word when typed without care."""

import re
import unicodedata
from collections.abc import Callable, Iterator
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


# Acronyms whose letters stand apart: « E.S.A.T. », « E.A », « S. C. O. P. », and, in one case, by
# spaces: « E S A T », « a p f »; of two letters, those that are no words (« A L », « M. J. »).
_DOTTED = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"
    r"|(?<![^\W_]\.)[^\W\d_]\.[^\W\d_](?![^\W_]|\.[^\W_])"
    r"|(?:[^\W\d_]\. ){2,}[^\W\d_](?![^\W_]|\.[^\W\d_])\.?"
    r"|(?![Mm])[^\W\d_]\. [^\W\d_]\.(?![^\W_]))"
)
_SPACED = re.compile(
    r"(?<![^\W_])(?:[A-Z](?: [A-Z]){2,}|[a-z](?: [a-z]){2,}|E A|E I|A P|A I)(?![^\W_])"
)
_LETTERS = re.compile(r"\b[a-z](?: [a-z]){2,}\b")  # what is left of « A-P-F », « a. P. f »
# Names whose article is one of their letters, and acronyms to which one is only glued.
WITH_ARTICLE = frozenset({"adapt", "ahso"})
_GLUED = re.compile(
    r"l(?:aapei|adapeim?|admr|adseam?|afapei|afpa|apaei|apajh|apeai|apei|apf|avsea|esat|udaf|ufcv|unapei"
    r"|urapei)"
)


def _folded(text: str) -> str:
    """Lower case, no accents, ligatures opened, acronyms closed up, the rest a single space.

    Spaces come and go, letters and digits stay. The article of « LADAPT » is part of it in all its
    writings; that of any other name is a word of its own.

    >>> fold("L’Œuvre — Saint-Étienne"), fold("E.S.A.T. de l’A.D.A.P.E.I. 42"), fold("C A T")
    ('l oeuvre saint etienne', 'esat de l adapei 42', 'cat')
    >>> fold("L’ADAPT"), fold("L. A. D. A. P. T."), fold("L.A.P.E.I."), fold("L’Arche")
    ('ladapt', 'ladapt', 'l apei', 'l arche')
    """
    if "." in text:
        text = _DOTTED.sub(_closed_up, text)
    if " " in text:
        text = _SPACED.sub(_closed_up, text)
    told = " ".join(text.translate(_FOLDING).split())
    return " ".join(_articles(_LETTERS.sub(_closed_up, told).split()))


def _articles(told: list[str]) -> Iterator[str]:
    """Words with the article « l » in its place."""
    for number, word in enumerate(told):
        after = told[number + 1] if number + 1 < len(told) else ""
        if word == "l" and after in WITH_ARTICLE:
            continue
        if _GLUED.fullmatch(word):
            yield "l"
            yield word[1:]
        else:
            led = number > 0 and told[number - 1] == "l" and word in WITH_ARTICLE
            yield f"l{word}" if led else word


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
