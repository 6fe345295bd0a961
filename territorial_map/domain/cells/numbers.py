"""SIRET, SIREN, FINESS and RNA numbers in all the ways that people and spreadsheets write them."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from territorial_map.domain.cells.doubts import Doubt
from territorial_map.domain.cells.text import unquoted
from territorial_map.domain.identifiers import (
    parse_finess,
    parse_siren,
    parse_siret,
    without_separators,
)

_SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?\s?E\+?\d{1,2}$", re.IGNORECASE)
_DECIMALS = re.compile(r"(?<=\d{6})[.,]0*$")
# Typed for digits, where digits stand on both sides: « 775544O83 », « 80746931700Ol8 ».
_ZEROS = re.compile(r"(?<=[\dOo])[Oo](?=[\dOol])|(?<=\d)[Oo](?=\s*\d)")
_ONES = re.compile(r"(?<=[\dOo])[Il](?=[\dOo])")
_ALL_TYPED = re.compile(r"[\dOoIl]{8,14}")
_AS_DIGITS = str.maketrans("OoIl", "0011")
_LETTERS_INSIDE = re.compile(
    r"\d\s?[^\W\d_]+\s?\d"
)  # a digit may be missing there: no zero is added
_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"^[\d\s.\-/\u00a0\u202f\u2009'’]+$")
_VAT = re.compile(r"\bFR\s?\d{2}\s?(\d{9})\b", re.IGNORECASE)
_RNA = re.compile(r"W(?:[\s.\-]?\d)[\s.\-]?[0-9A-Z](?:[\s.\-]?\d){7}")
_FINESS = re.compile(r"(?<![\dA-Z])(?:2[AB]|\d[\s.\-]?\d)(?:[\s.\-]?\d){7}(?!\d)")
_SIRET, _SIREN = 14, 9
_LOST_ZEROS = 3  # a spreadsheet drops those a number begins with
_MOST = 400  # characters of a cell that are looked at

Parse = Callable[[str], str | None]


class NumberCell(NamedTuple):
    """The number of a cell; ``written`` is what it holds without separators, for repairs.

    ``several`` are the valid numbers of a cell that tells more than one, and then ``value`` is
    ``None``.
    """

    value: str | None = None
    doubt: Doubt | None = None
    written: str = ""
    several: tuple[str, ...] = ()


def read_siret(cell: str | None) -> NumberCell:
    """The SIRET of a cell, its key checked; lost zeros return, labels and decimals go.

    >>> read_siret("SIRET : 807 469 317 / 00018").value, read_siret("8,0746931700018E+13").value
    ('80746931700018', '80746931700018')
    >>> read_siret("8O7469317OOO18").value, read_siret("807469x170018").value
    ('80746931700018', None)
    >>> read_siret("7,75544E+13").doubt
    <Doubt.SIRET_TRUNCATED: 'siret_truncated'>
    """
    told = unquoted(cell)[:_MOST]
    return _read(told, _SIRET, parse_siret, (Doubt.SIRET_WRONG, Doubt.SIRET_SEVERAL))


def read_siren(cell: str | None) -> NumberCell:
    """The SIREN of a cell, its key checked; that of a French VAT number too.

    >>> read_siren("807 469 317").value, read_siren("FR 83 807469317").value
    ('807469317', '807469317')
    """
    told = unquoted(cell)[:_MOST]
    vat = _VAT.search(told)
    if vat and parse_siren(vat[1]):
        return NumberCell(vat[1], written=vat[1])
    return _read(told, _SIREN, parse_siren, (Doubt.SIREN_WRONG, Doubt.SIREN_SEVERAL))


def read_finess(cell: str | None) -> NumberCell:
    """The FINESS number of a cell, the zero that a spreadsheet dropped put back.

    >>> read_finess("10001261.0").value, read_finess("2a0001234").value
    ('010001261', '2A0001234')
    """
    told = _DECIMALS.sub("", unquoted(cell))
    if not told:
        return NumberCell()
    if _SCIENTIFIC.match(told):
        told = _from_scientific(told, _SIREN, parse_finess, Doubt.FINESS_WRONG).value or told
    inside = list(_FINESS.finditer(told.upper()))
    compact = without_separators(inside[0][0] if len(inside) == 1 else told)
    if compact.isdigit() and len(compact) == _SIREN - 1:
        compact = compact.zfill(_SIREN)
    found = parse_finess(compact)
    return NumberCell(found, None if found else Doubt.FINESS_WRONG, compact)


def read_rna(cell: str | None) -> NumberCell:
    """An RNA number (W and nine characters, the second of Corsica a letter).

    Source: arrêté du 14 octobre 2009 on the RNA; python-stdnum has no check of it.

    >>> read_rna("w263 001 234").value
    'W263001234'
    """
    told = unquoted(cell).upper()
    if not told:
        return NumberCell()
    found = _RNA.search(told)
    compact = without_separators(found[0] if found else told)
    return NumberCell(compact if found else None, None if found else Doubt.RNA_WRONG, compact)


def _read(told: str, length: int, parse: Parse, doubts: tuple[Doubt, Doubt]) -> NumberCell:
    """The number of ``length`` digits that a text tells; ``doubts`` when wrong, when several."""
    if not told:
        return NumberCell()
    if _SCIENTIFIC.match(told):
        return _from_scientific(told, length, parse, doubts[0])
    compact = without_separators(told)
    if not compact.isdigit() and _ALL_TYPED.fullmatch(compact):
        told = compact.translate(_AS_DIGITS)
    plain = _DECIMALS.sub("", _ZEROS.sub("0", _ONES.sub("1", told)))
    tokens: list[str] = _DIGITS.findall(plain)
    valid = _windows(tokens, length, parse)
    if len(valid) == 1:
        return NumberCell(valid[0], written=valid[0])
    if valid:
        return NumberCell(None, doubts[1], valid[0], valid)
    compact = "".join(tokens) if _GROUPED.match(plain) else without_separators(plain)
    padded = _padded("".join(tokens), length, parse)
    if padded and not _LETTERS_INSIDE.search(plain):
        return NumberCell(padded, written=padded)
    return NumberCell(None, doubts[0], compact)


def _windows(tokens: Sequence[str], length: int, parse: Parse) -> tuple[str, ...]:
    """The distinct valid numbers made of groups of digits that follow one another."""
    found: dict[str, None] = {}
    for start in range(len(tokens)):
        joined = ""
        for token in tokens[start:]:
            joined += token
            if len(joined) >= length:
                break
        valid = parse(joined) if len(joined) == length else None
        if valid:
            found[valid] = None
    return tuple(found)


def _padded(number: str, length: int, parse: Parse) -> str | None:
    few = length - _LOST_ZEROS <= len(number) < length
    return parse(number.zfill(length)) if few else None


def _from_scientific(told: str, length: int, parse: Parse, wrong: Doubt) -> NumberCell:
    """A number in scientific notation: whole when all its digits are there, else truncated."""
    try:
        value = Decimal(told.replace(",", ".").replace(" ", ""))
        whole = str(int(value))
    except (InvalidOperation, ValueError, OverflowError):
        return NumberCell(None, wrong, told)
    digits = len(re.sub(r"\D", "", re.split("[eE]", told)[0]))
    complete = digits >= len(whole) - 1 and value == int(value)  # the last zero is not shown
    found = (parse(whole) or _padded(whole, length, parse)) if complete else None
    if found:
        return NumberCell(found, written=found)
    truncated = length == _SIRET and not complete
    return NumberCell(None, Doubt.SIRET_TRUNCATED if truncated else wrong, "")
