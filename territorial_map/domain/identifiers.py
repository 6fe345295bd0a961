"""SIREN, SIRET and FINESS numbers, checked with python-stdnum."""

import re

from stdnum import luhn as _luhn
from stdnum.fr import siret as _siret

_SEPARATORS = re.compile(r"[\s.\-\u00a0\u202f]+")
LA_POSTE = "356000000"
"""The SIREN whose establishments have a key of their own."""

_NOBODY = "000000000"


def without_separators(text: str) -> str:
    """A number as written, without its spaces (those without break too), dots and hyphens."""
    return text if text.isdigit() else _SEPARATORS.sub("", text)


def parse_siren(text: str) -> str | None:
    """The nine digits of a valid SIREN, else ``None``: nine zeros, whose key is right, are none.

    >>> parse_siren("807 469 317"), parse_siren("000 000 000")
    ('807469317', None)
    """
    if not text:
        return None
    compact = without_separators(text)
    if len(compact) != 9 or not (compact.isascii() and compact.isdigit()):
        return None
    if compact == _NOBODY:
        return None
    return compact if _luhn.is_valid(compact) else None


def parse_siret(text: str) -> str | None:
    """The fourteen digits of a valid SIRET, else ``None``; La Poste's sum to a multiple of 5.

    Source: INSEE, Sirene documentation, « Identifiants ».

    >>> parse_siret("807 469 317 00018"), parse_siret("00000000000000")
    ('80746931700018', None)
    """
    if not text:
        return None
    compact = without_separators(text)
    if len(compact) != 14 or not compact.isdigit() or compact.startswith(_NOBODY):
        return None
    if compact.startswith(LA_POSTE) and sum(map(int, compact)) % 5 == 0:
        return compact
    return compact if _siret.is_valid(compact) else None


def parse_finess(text: str) -> str | None:
    """The nine characters of a FINESS number, else ``None``; Corsica's begin with 2A or 2B.

    >>> parse_finess("2A 000 1234"), parse_finess("12345")
    ('2A0001234', None)
    """
    if not text:
        return None
    compact = without_separators(text).upper()
    return compact if re.fullmatch(r"\d{9}|2[AB]\d{7}", compact) else None


def is_public_siren(siren: str) -> bool:
    """True for a public-law person: its SIREN begins with 1 or 2 (INSEE)."""
    return siren[:1] in {"1", "2"}
