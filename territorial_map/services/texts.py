"""Texts of pages and files: French msgids, gettext catalogues read from ``locale/`` for the others.

A text is asked for in French, which is what it says in that language.
"""

import gettext
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language import writing
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import is_singular, typeset

LOCALE = Path(__file__).parent.parent / "locale"
DOMAIN = "territorial_map"


class _French(gettext.NullTranslations):
    """French is the language of the msgids; its plural begins at two."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if is_singular(n, Language.FRENCH) else msgid2


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language is Language.FRENCH:
        return _French()
    path = LOCALE / language.value / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language.value))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _label(language: Language, msgid: str) -> str:
    return _catalogue(language).gettext(msgid) if msgid else ""


class Texts:
    r"""The texts of one language; called with a French msgid, it answers in that language.

    >>> Texts(Language.ENGLISH)("Liste"), Texts(Language.FRENCH).number(1234)
    ('List', '1\xa0234')
    """

    def __init__(self, language: Language = Language.FRENCH) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, msgid: str, **values: object) -> str:
        """The text of a msgid, its ``{names}`` replaced by the values."""
        text = self._catalogue.gettext(msgid) if msgid else ""
        return self.typeset(self._filled(text, values) if values else text)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """The text for a count; ``{n}`` is replaced by the count as written in the language."""
        text = self._catalogue.ngettext(singular, plural, n)
        return self.typeset(self._filled(text, {"n": self.number(n), **values}))

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        french = self.language is Language.FRENCH
        return writing.filled(text, values) if french else text.format(**values)

    def typeset(self, text: str) -> str:
        r"""The text with the spaces that French never breaks a line at.

        >>> Texts().typeset("Ouvrir « Filtres » ?")
        'Ouvrir «\xa0Filtres\xa0»\xa0?'
        """
        return typeset(text) if self.language is Language.FRENCH else text

    def label(self, msgid: str) -> str:
        """A text as written, its own spaces kept in French: labels of cells, asked for by millions.

        >>> Texts(Language.ENGLISH).label("Liste"), Texts().label("")
        ('List', '')
        """
        return msgid if self.language is Language.FRENCH else _label(self.language, msgid)

    def say(self, sentence: Sentence) -> str:
        """A sentence that carries its two languages."""
        return sentence.said(self.language)

    def decimal(self, value: float) -> str:
        """A number with its decimals, if any, and its thousands apart."""
        return writing.decimal(value, self.language)

    def quantity(self, value: float, digits: int) -> str:
        """A number with exactly so many decimals."""
        return writing.quantity(value, digits, self.language)

    def number(self, n: int) -> str:
        """A whole number with its thousands apart."""
        return writing.number(n, self.language)

    def distance(self, km: float) -> str:
        """A distance as people say it."""
        return writing.distance(km, self.language)

    def radius(self, km: float) -> str:
        """A radius as it was chosen."""
        return writing.radius(km, self.language)

    def long_date(self, iso: str) -> str:
        """A date in words."""
        return writing.long_date(iso, self.language)

    def date_in_words(self, iso: str) -> str:
        """An ISO date, month or year in words."""
        return writing.date_in_words(iso, self.language)

    def date(self, iso: str) -> str:
        """An ISO date, month or year as people write it."""
        return writing.written_date(iso, self.language)


def language_or_french(code: str) -> Language:
    """The language of a code; French where there is no catalogue for it."""
    return Language(code) if code in Language.codes() else Language.FRENCH


def language_of(code: str) -> Language:
    """The language of a code.

    Raises:
        BadParameter: no catalogue for it.
    """
    if code not in Language.codes():
        raise BadParameter("lang", code, "langue inconnue.", Language.codes())
    return Language(code)
