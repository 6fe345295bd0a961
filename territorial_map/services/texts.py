"""Texts of pages and files: French msgids, gettext catalogues read from ``locale/`` for the others.

A text is asked for in French, which is what it says in that language.
"""

import gettext
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Protocol

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.term import Term

LOCALE = Path(__file__).parent.parent / "locale"
DOMAIN = "territorial_map"
NBSP = "\u00a0"
_UNBROKEN = re.compile(r" (?=[:;!?»%€](?:\s|[).,]|$))|(?<=«) ")
_ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")


class Language(Term):
    """Languages of the screen; each is named in itself."""

    FRENCH = "fr", "Français"
    ENGLISH = "en", "English"


class _French(gettext.NullTranslations):
    """French is the language of the msgids; its plural begins at two."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if abs(n) < 2 else msgid2


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


class Bilingual(Protocol):
    """A sentence in the two languages."""

    @property
    def fr(self) -> str:
        """In French."""

    @property
    def en(self) -> str:
        """In English."""


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
        return self.typeset(text.format(**values) if values else text)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """The text for a count; ``{n}`` is replaced by the count as written in the language."""
        text = self._catalogue.ngettext(singular, plural, n)
        return self.typeset(text.format(n=self.number(n), **values))

    def typeset(self, text: str) -> str:
        r"""The text with the spaces that French never breaks a line at.

        >>> Texts().typeset("Ouvrir « Filtres » ?")
        'Ouvrir «\xa0Filtres\xa0»\xa0?'
        """
        return _UNBROKEN.sub(NBSP, text) if self.language is Language.FRENCH else text

    def label(self, msgid: str) -> str:
        """A text as written, its own spaces kept in French: labels of cells, asked for by millions.

        >>> Texts(Language.ENGLISH).label("Liste"), Texts().label("")
        ('List', '')
        """
        return msgid if self.language is Language.FRENCH else _label(self.language, msgid)

    def say(self, sentence: Bilingual) -> str:
        """A sentence that carries its two languages."""
        return sentence.fr if self.language is Language.FRENCH else sentence.en

    def decimal(self, value: float) -> str:
        r"""A number with its decimals, if any, and its thousands apart.

        >>> Texts().decimal(1234.5), Texts(Language.ENGLISH).decimal(30.0)
        ('1\xa0234,5', '30')
        """
        text = f"{value:,.6f}".rstrip("0").rstrip(".")
        if self.language is not Language.FRENCH:
            return text
        return text.replace(",", NBSP).replace(".", ",")

    def number(self, n: int) -> str:
        """A whole number with its thousands apart."""
        separator = NBSP if self.language is Language.FRENCH else ","
        return f"{n:,}".replace(",", separator)

    def distance(self, km: float) -> str:
        """A distance in words of the field: metres below one kilometre, no false precision."""
        if km < 1:
            metres = max(50, round(km * 1000 / 50) * 50)
            return f"{metres}{NBSP}m"
        figure = f"{km:.1f}" if km < 10 else f"{km:.0f}"
        if self.language is Language.FRENCH:
            figure = figure.replace(".", ",")
        return f"{figure}{NBSP}km"

    def bilingual(self, entry: Mapping[str, str]) -> str:
        """The text of a content entry that carries ``fr`` and ``en``."""
        return entry[self.language.value]

    def long_date(self, iso: str) -> str:
        """A date in words.

        >>> Texts().long_date("2026-11-01"), Texts(Language.ENGLISH).long_date("2026-11-01")
        ('1er novembre 2026', '1 November 2026')
        """
        day = date.fromisoformat(iso)
        if self.language is not Language.FRENCH:
            return format_date(day, "d MMMM y", locale="en_GB")
        first = "1er" if day.day == 1 else str(day.day)
        return f"{first} {format_date(day, 'MMMM y', locale='fr_FR')}"

    def date(self, iso: str) -> str:
        """An ISO date, month or year as people write it."""
        if self.language is not Language.FRENCH or not _ISO_DATE.fullmatch(iso):
            return iso
        return "/".join(reversed(iso.split("-")))


def language_of(code: str) -> Language:
    """The language of a code.

    Raises:
        BadParameter: no catalogue for it.
    """
    if code not in Language.codes():
        raise BadParameter("lang", code, "langue inconnue.", Language.codes())
    return Language(code)
