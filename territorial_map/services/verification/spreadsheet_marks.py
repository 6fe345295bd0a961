"""What a spreadsheet does to a file that it opens and saves: told apart from a change."""

import re

from territorial_map.domain.cells import read_date, read_phones
from territorial_map.domain.cells.text import unquoted
from territorial_map.domain.term import Term

_SCIENTIFIC = re.compile(r"(\d)[.,](\d+)E\+?(\d{1,2})", re.IGNORECASE)
_AS_NUMBER = re.compile(r"(\d[\d\s.,]*?)(?:[.,]0+)?")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_PRECISE = re.compile(r"-?\d{1,3}\.\d{3,}")
_SHORT = re.compile(r"-?\d{1,3}[.,]\d{1,3}")
_ROUNDED = 3  # decimals that a column of numbers often shows: about a hundred metres
_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


class SpreadsheetMark(Term):
    """What was put right before comparing; the label is for the reader."""

    ENCODING = "encoding", "texte en Windows-1252, lu comme tel"
    ZEROS = "zeros", "zéros de tête perdus"
    NUMBERS = "numbers", "numéros récrits (espaces, décimales, apostrophe)"
    SCIENTIFIC = "scientific", "numéros en notation scientifique"
    DECIMALS = "decimals", "coordonnées arrondies, ou sans leur virgule"
    DATES = "dates", "dates récrites"
    PHONES = "phones", "téléphones récrits"
    TYPING = "typing", "apostrophes, guillemets et tirets récrits"
    ORDER = "order", "lignes triées autrement"
    ADDED = "added", "lignes ajoutées, sans identifiant : laissées de côté"


def mark_of(then: str, now: str) -> SpreadsheetMark | None:
    """What a spreadsheet made of a cell that says the same; ``None`` for another cell.

    >>> mark_of("1370", "01370"), mark_of("7,75544E+13", "77554408300436")
    (<SpreadsheetMark.ZEROS: 'zeros'>, <SpreadsheetMark.SCIENTIFIC: 'scientific'>)
    >>> mark_of("1371", "01370") is None
    True
    """
    if not then or not now:
        return None
    number = _number_mark(then, now)
    if number is not None:
        return number
    if _DATE.fullmatch(now) and read_date(then).iso in {now, f"{now}-01"}:
        return SpreadsheetMark.DATES
    if read_phones(now).first == now and _is_phone(then, now):
        return SpreadsheetMark.PHONES
    if _PRECISE.fullmatch(now) and _is_coordinate(then, now):
        return SpreadsheetMark.DECIMALS
    return SpreadsheetMark.TYPING if then.translate(_TYPED) == now.translate(_TYPED) else None


def _number_mark(then: str, now: str) -> SpreadsheetMark | None:
    """What became of a number of an organisation or a place."""
    if not now.isdigit():
        return None
    if _same_in_short(then, now):
        return SpreadsheetMark.SCIENTIFIC
    found = _AS_NUMBER.fullmatch(unquoted(then))
    digits = re.sub(r"\D", "", found[1]) if found else ""
    if not digits or digits.lstrip("0") != now.lstrip("0") or len(digits) > len(now):
        return None
    return SpreadsheetMark.NUMBERS if digits == now else SpreadsheetMark.ZEROS


def _is_phone(then: str, now: str) -> bool:
    told = now.replace(" ", "")
    return read_phones(then).first == now or _same_in_short(then, told.lstrip("0"))


def _is_coordinate(then: str, now: str) -> bool:
    """The same coordinate with fewer decimals, or without its decimal sign."""
    digits = re.sub(r"[\s.,]", "", then)
    if digits == now.replace(".", ""):
        return True
    told = _SHORT.fullmatch(then)
    return told is not None and round(float(now), _ROUNDED) == float(then.replace(",", "."))


def _same_in_short(then: str, now: str) -> bool:
    """True when ``then`` is the whole number ``now`` in scientific notation, rounded."""
    found = _SCIENTIFIC.fullmatch(then)
    if not found or not now.isdigit() or len(now) > 18:
        return False
    decimals = len(found[2])
    rounded = f"{int(now):.{decimals}E}".replace("E+0", "E+")
    return rounded == f"{found[1]}.{found[2]}E+{int(found[3])}"
