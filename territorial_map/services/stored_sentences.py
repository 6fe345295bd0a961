"""Sentences that an edition holds in French, told in English: evidence, reasons, rules of merging.

An edition is written once, in French. What its builders write follows a few patterns, which stand
in ``locale/en/stored_sentences.tsv`` with their English, fields between braces. A field named
``rest`` is a sentence of its own. What is quoted stays in French, between quotation marks; what no
pattern knows stays as it is written.
"""

import csv
import re
from functools import cache

from territorial_map.domain.language.languages import Language
from territorial_map.services.source_words import source_in_words
from territorial_map.services.texts import LOCALE, Texts

PATTERNS = LOCALE / Language.ENGLISH.value / "stored_sentences.tsv"
_FIELD = re.compile(r"\\\{([a-z]+)\\\}")
_LAWS = (
    (re.compile(r"^loi (?:n° )?([\d-]+)"), r"Law \1"),
    (re.compile(r"code du travail"), "Labour Code"),
    (re.compile(r"\barticle 1er\b"), "article 1"),
    (re.compile(r" et suivants"), " and following"),
)


def stored_in_words(told: str, t: Texts) -> str:
    """A sentence of an edition in the language of the texts.

    >>> stored_in_words("Mot du nom : « ménage ».", Texts(Language.ENGLISH))
    'Word of the name: “ménage”.'
    """
    return told if t.language is Language.FRENCH else _told_in_english(told)


@cache
def patterns() -> tuple[tuple[str, str], ...]:
    """(French, English) of every pattern, the more particular first."""
    with PATTERNS.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return tuple((french, english) for french, english in rows)


@cache
def _expressions() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns as expressions; spaces match whichever way they are written."""
    return tuple((re.compile(_expression(french)), english) for french, english in patterns())


def _expression(french: str) -> str:
    loose = re.sub(r"(?:\\ )+", r"[ \\u00a0\\u202f]+", re.escape(french).replace("\u00a0", "\\ "))
    return _FIELD.sub(r"(?P<\1>.+?)", loose) + "$"


def _told_in_english(told: str) -> str:
    t = Texts(Language.ENGLISH)
    for pattern, english in _expressions():
        found = pattern.match(told)
        if found:
            return english.format(
                **{name: _value(name, text, t) for name, text in found.groupdict().items()}
            )
    return told


def _value(name: str, text: str, t: Texts) -> str:
    if name == "rest":
        return _told_in_english(text)
    if name == "source":
        return source_in_words(text, t)
    if name == "law":
        for french, english in _LAWS:
            text = french.sub(english, text)
    return text.replace("page sans date, lue en", "undated page, read in")
