"""Values of cells as text: whole numbers without a point, dates in ISO form, zeros of a format."""

import re
from datetime import datetime, timedelta

# Numbers of the built-in formats that show a date (ECMA-376, 18.8.30).
BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, 27, 30, 36, 50, 57})
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
# In a format of times, « m » is a minute or half a day: « hh:mm:ss », « [h]:mm », « h:mm AM/PM ».
_TIME = re.compile(r"am/pm|(?<=h)\W?m+|(?<=:)m+|m+(?=\W?s)", re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[ydjm]", re.IGNORECASE)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a spreadsheet have no time zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - the same
_MOST_DAYS = 2_958_465  # 9999-12-31
_HYPERLINK = re.compile(r'^\s*(?:of:)?=?\s*HYPERLINK\(\s*"([^"]*)"', re.IGNORECASE)


def is_date_format(code: str) -> bool:
    """True for a number format that shows a date.

    >>> is_date_format("dd/mm/yyyy"), is_date_format('0" jours"'), is_date_format("hh:mm")
    (True, False, False)
    >>> is_date_format("mmm yy"), is_date_format("d/m/yy h:mm"), is_date_format("h:mm AM/PM")
    (True, True, False)
    """
    plain = _TIME.sub("", _LITERAL.sub("", code.partition(";")[0]))
    return bool(_DATE_LETTERS.search(plain)) and not re.search("[0#?]", plain)


def zeros_of(code: str) -> int:
    """How many digits a format of zeros alone shows (« 00000 »), else 0."""
    return len(code) if re.fullmatch(r"0{2,20}", code) else 0


def number_text(value: str, *, zeros: int = 0) -> str:
    """A number as a file writes it: no useless decimals, no exponent, zeros of its format.

    >>> number_text("7.7554408300477E13"), number_text("1000", zeros=5), number_text("4.50")
    ('77554408300477', '01000', '4.5')
    """
    try:
        number = float(value)
    except ValueError:
        return value.strip()
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number)).zfill(zeros) if number >= 0 else str(int(number))
    return repr(number)


def day_text(value: str, *, epoch_1904: bool) -> str:
    """The ISO date of a day number, its time where it has one; the number when it is none."""
    try:
        days = float(value)
    except ValueError:
        return value.strip()
    if not 0 <= days <= _MOST_DAYS:
        return number_text(value)
    moment = (_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(days=days)
    moment = moment.replace(microsecond=0)
    return moment.date().isoformat() if not (moment.hour or moment.minute) else moment.isoformat()


def link_of(formula: str) -> str:
    """The address of a HYPERLINK formula, blank for any other."""
    found = _HYPERLINK.match(formula)
    return found[1] if found else ""
