"""Telephone numbers of a cell: landlines kept in one form, mobiles counted and never kept.

Numbers are checked with phonenumbers (Google's libphonenumber metadata). What it does not know to
be assigned is still a number when its shape is one of the French plan.

Source: Arcep, plan national de numérotation: 01 to 05 and 09 are fixed or not geographic, 08 are
special, 06 and 07 mobile; overseas, 0639, 069x and 0709 are mobile too.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import phonenumbers
from phonenumbers import PhoneNumberType

from territorial_map.domain.cells.text import unquoted

_MOBILE = frozenset(
    {
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.PAGER,
        PhoneNumberType.PERSONAL_NUMBER,
    }
)
_FIXED = frozenset(
    {
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.VOIP,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }
)
# Country codes of the French plan: mainland, Guadeloupe, Guyane, Martinique, Réunion and Mayotte.
_FRENCH_CODES = ("33", "590", "594", "596", "262", "508")
# The beginnings of overseas numbers, which have country codes of their own.
_REGIONS = {"0590": "GP", "0594": "GF", "0596": "MQ", "0262": "RE", "0269": "YT", "0508": "PM"}
_NATIONAL = re.compile(r"0[1-9]\d{8}")
_MOBILE_SHAPE = re.compile(r"0[67]\d{8}")
_SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?E\+?\d{1,2}$", re.IGNORECASE)
_DECIMALS = re.compile(r"(?<=\d{8})[.,]0+$")
_LETTER_O = re.compile(r"(?<=[\d\s.\-/])[oO](?=[\d\s])|\b[oO](?=\d)|(?<=\d)[oO](?=[\s.\-/]|$)")
_MOBILE_O = re.compile(r"(?<!\w)[oO](?=[67](?:[\s.\-/]?\d\d){4}(?!\d))")
_FAX = re.compile(
    r"(?P<too>\bt[ée]l\w*\.?\s*(?:/|et|&|\+|-|,)?\s*)?\b(?:fax|t[ée]l[ée]copie(?:ur)?)\b"
    r"[\s.:n°]*(?:\+\d{2}|00\d{2})?[\s.(]*\d(?:[\s.()\-/]{0,3}\d){8,9}(?!\d)",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"(?:\b(?:poste|post|ext|extension|p)\b\.?\s*(?:n°)?\s*:?\s*|#|,,)(\d{1,5})\b", re.IGNORECASE
)
# An international number, or ten digits by any grouping; the zero of the trunk may be in brackets.
_BETWEEN = r"[\s.,:·•_/|\-‐‑‒–—]"  # what people put between the digits
_NEXT = rf"{_BETWEEN}+0[1-9](?:[\s.\-/]?\d\d){{4}}(?!\d)"  # a whole number after another
_INTERNATIONAL = re.compile(
    rf"(?:\(?\+\s?|(?<!\d)(?<!\d[\s.\-/])\(?00[\s.\-]?)(\d{{1,3}})\)?"
    rf"((?:{_BETWEEN}*\(?\d\)?){{6}}(?:(?!{_NEXT}){_BETWEEN}*\(?\d\)?){{0,6}})"
)
# « 0.637345678 » is a coordinate.
_PLAIN = re.compile(
    rf"(?<![\d+])(?<!\d[.,])(?!0[.,]\d{{4}})\(?0\)?(?:{_BETWEEN}{{0,3}}\(?\d\)?){{9}}(?!\d)"
)
_BARE = re.compile(
    r"(?<!\d)(?:33\d{9}|(?:590|594|596|262|508)\d{9}|[1-9]\d{8})(?!\d)"
    rf"|(?<![\d+])\(?33\)?{_BETWEEN}?[1-9](?:{_BETWEEN}?\d\d){{4}}(?!\d)"
    # the zero that a spreadsheet dropped, or a hurried hand
    rf"|(?<!\d)[1-9](?:{_BETWEEN}\d\d){{4}}(?!\d)"
    rf"|(?<!\d)[1-9]\d\d(?:{_BETWEEN}\d{{3}}){{2}}(?!\d)"
    rf"|(?<!\d)[1-9]\d\d(?:{_BETWEEN}\d\d){{3}}(?!\d)"
)
_MOST = 400  # characters of a cell that are looked at


class Landline(NamedTuple):
    """Ten digits by pairs (or an international number abroad), and the extension apart."""

    number: str
    extension: str = ""


class PhoneCell(NamedTuple):
    """``landlines``: French ones, then foreign ones; ``mobiles`` are counted, never kept.

    ``unread`` is true when the cell says something, and no number was found in it.
    """

    landlines: tuple[Landline, ...] = ()
    mobiles: int = 0
    unread: bool = False

    @property
    def first(self) -> str:
        """The first landline, or blank."""
        return self.landlines[0].number if self.landlines else ""


def read_phones(cell: str | None) -> PhoneCell:
    """Every number of a cell.

    >>> read_phones("+33(0)4 74 47 04 70 poste 12").landlines
    (Landline(number='04 74 47 04 70', extension='12'),)
    >>> read_phones("06 39 98 00 00 / 04.74.47.04.70")
    PhoneCell(landlines=(Landline(number='04 74 47 04 70', extension=''),), mobiles=1, unread=False)
    """
    told = _expanded(_FAX.sub(_without_fax, unquoted(cell)[:_MOST]))
    landlines: dict[str, str] = {}
    mobiles = 0
    for found, after in _numbers(told):
        if _is_mobile(found):
            mobiles += 1
        elif shown := _shown(found):
            extension = _EXTENSION.match(after.lstrip(" ()-,;"))
            landlines.setdefault(shown, extension[1] if extension else "")
    french_first = sorted(landlines.items(), key=lambda each: each[0].startswith("+"))
    kept = tuple(Landline(number, extension) for number, extension in french_first)
    return PhoneCell(kept, mobiles, bool(told) and not kept and not mobiles)


def _without_fax(found: re.Match[str]) -> str:
    """Nothing of a fax; « Tél./Fax : … » is a telephone too."""
    return found[0] if found["too"] else " - "


def international(number: str | None) -> str | None:
    """A number of the French plan as E.164 writes it; ``None`` where it is no such number.

    >>> international("04 74 47 04 70"), international("0262 53 02 50"), international("3646")
    ('+33474470470', '+262262530250', None)
    """
    if not number:
        return None
    digits = re.sub(r"\D", "", number)
    region = _REGIONS.get(digits[:4], "FR")
    try:
        found = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(found):
        return None
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def mobile_spans(text: str) -> list[tuple[int, int]]:
    """Where mobile numbers stand in any text, as (start, end); bare digits may be a SIREN."""
    written = (_INTERNATIONAL, _PLAIN)
    digits = _MOBILE_O.sub("0", text)
    return [span for found, span in _matches(digits, written) if _is_mobile(found)]


def _expanded(text: str) -> str:
    """What a spreadsheet or a hurried hand made of digits, put right."""
    if _SCIENTIFIC.match(text):
        digits = len(re.sub(r"\D", "", re.split("[eE]", text)[0]))
        whole = str(int(Decimal(text.replace(",", "."))))
        return whole if digits >= len(whole) - 1 else text
    return _LETTER_O.sub("0", _DECIMALS.sub("", text))


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each number as ``0…`` of ten digits or ``+…`` abroad, and what follows it."""
    for found, (_, end) in _matches(text):
        yield found, text[end:]


def _matches(
    text: str, patterns: tuple[re.Pattern[str], ...] = (_INTERNATIONAL, _PLAIN, _BARE)
) -> list[tuple[str, tuple[int, int]]]:
    taken: list[tuple[str, tuple[int, int]]] = []
    rest = text
    for pattern in patterns:
        for match in pattern.finditer(rest):
            number = _national(match, international=pattern is _INTERNATIONAL)
            if number:
                taken.append((number, match.span()))
        for _, (start, end) in taken:  # what is read is read once
            rest = rest[:start] + "\x00" * (end - start) + rest[end:]
    return sorted(taken, key=lambda each: each[1])


def _national(match: re.Match[str], *, international: bool) -> str:
    """The ten digits of a French number, ``+`` and digits of a foreign one, else blank."""
    digits = re.sub(r"\D", "", match[0])
    if international:
        return _from_international(digits.removeprefix("00"))
    if digits.startswith("0"):
        return digits if _NATIONAL.fullmatch(digits) else ""
    if len(digits) > 9:
        return _from_international(digits)
    return f"0{digits}"


def _from_international(digits: str) -> str:
    for code in _FRENCH_CODES:
        if not digits.startswith(code):
            continue
        rest = digits.removeprefix(code).removeprefix("0")
        if code == "508" and len(rest) == 6:
            rest = f"508{rest}"
        return f"0{rest}" if len(rest) == 9 else ""
    return f"+{digits}"


def _is_mobile(number: str) -> bool:
    if number.startswith("+"):
        parsed = _parsed(number)
    elif number.startswith("0508"):  # Saint-Pierre-et-Miquelon has no prefix of its own for them
        parsed = _parsed(f"+508{number[4:]}")
    else:
        return bool(_MOBILE_SHAPE.fullmatch(number))
    return parsed is not None and phonenumbers.number_type(parsed) in _MOBILE


def _shown(number: str) -> str:
    """A number as it is published; blank when it is none."""
    if number.startswith("+"):
        parsed = _parsed(number)
        if parsed is None or phonenumbers.number_type(parsed) not in _FIXED:
            return ""
        style = phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return str(phonenumbers.format_number(parsed, style))
    return " ".join(number[i : i + 2] for i in range(0, 10, 2))


def _parsed(number: str) -> phonenumbers.PhoneNumber | None:
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_possible_number(parsed) else None
