"""Values that somebody proposes: read as cells of imports are, refused where a person is told."""

from collections.abc import Callable

from territorial_map.domain.cells import (
    cell_text,
    read_phones,
    read_website,
    without_titled_persons,
)
from territorial_map.domain.contributions.terms import CorrectedField
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import Sector, SizeBand

MOST_VALUE = 200
"""Characters of a value, at most."""

_PERSONAL = (
    "une adresse électronique, un numéro de mobile ou le nom d’une personne n’est jamais publié : "
    "retirez-le."
)
TRADES = tuple(code for code in Sector.codes() if code != Sector.WORK_INTEGRATION.value)
"""The trades that can be told: work integration is a device."""

SIZES = tuple(code for code in SizeBand.codes() if code != SizeBand.UNKNOWN.value)


def said_text(name: str, told: str, most: int) -> str:
    """A text without anything of a person in it, on one line; empty where nothing is told.

    Raises:
        BadParameter: an e-mail address, a mobile number or a titled person is in it (it is not
            repeated), or it is too long.
    """
    text = cell_text(" ".join(told.split()))
    if len(text) > most:
        raise BadParameter(name, "", f"{most} caractères au plus.")
    if not all(letter.isprintable() for letter in text):
        raise BadParameter(name, "", "un texte de caractères lisibles est attendu.")
    if without_titled_persons(text).found:
        raise BadParameter(name, "", _PERSONAL)
    return text


def field_value(field: CorrectedField, told: str) -> str:
    """The value of a field as it is published.

    Raises:
        BadParameter: nothing that can be published is told.
    """
    return _READ[field](told)


def _phone(told: str) -> str:
    read = read_phones(told[:MOST_VALUE])
    if read.mobiles:
        raise BadParameter(
            "value",
            "",
            "un numéro de mobile n’est jamais publié : donnez celui du standard, s’il y en a un.",
        )
    if len(read.landlines) != 1:
        raise BadParameter("value", "", "un numéro de téléphone fixe est attendu, à dix chiffres.")
    return read.first


def _website(told: str) -> str:
    text = said_text("value", told, MOST_VALUE)
    read = read_website(text)
    if not read.address:
        problem = "l’adresse d’un site est attendue, par exemple https://exemple.fr."
        raise BadParameter("value", "", problem)
    return read.address


def _address(told: str) -> str:
    text = said_text("value", told, MOST_VALUE)
    if not any(map(str.isalpha, text)):
        raise BadParameter("value", "", "un numéro et le nom d’une voie sont attendus.")
    return text


def _code(codes: tuple[str, ...]) -> Callable[[str], str]:
    def read(told: str) -> str:
        if told not in codes:
            raise BadParameter("value", told[:40], "valeur inconnue.", codes)
        return told

    return read


_READ: dict[CorrectedField, Callable[[str], str]] = {
    CorrectedField.PHONE: _phone,
    CorrectedField.WEBSITE: _website,
    CorrectedField.TRADE: _code(TRADES),
    CorrectedField.ADDRESS: _address,
    CorrectedField.SIZE: _code(SIZES),
}


def in_words(field: CorrectedField, value: str) -> str:
    """A value as it is read: the label of a code (a msgid), else the value itself.

    >>> in_words(CorrectedField.SIZE, "micro"), in_words(CorrectedField.PHONE, "04 75 00 00 00")
    ('1 à 9 salariés', '04 75 00 00 00')
    """
    if field is CorrectedField.TRADE and value in Sector.codes():
        return Sector(value).label
    if field is CorrectedField.SIZE and value in SizeBand.codes():
        return SizeBand(value).label
    return value
