"""Telephone numbers and websites: those of the organisation, readable, and nothing personal."""

import re
from urllib.parse import urlsplit

_MOBILE = ("06", "07")
_HOST = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$")


def is_mobile(text: str) -> bool:
    """True for a mobile number: it may be a person's (overseas ones begin with 06 too).

    Source: Arcep, plan national de numérotation.
    """
    return _digits(text)[:2] in _MOBILE


def checked_phone(text: str) -> str | None:
    """Ten digits by pairs, or ``None`` when they are not ten, or those of a mobile.

    >>> checked_phone("0474470470"), checked_phone("+33 4 74 47 04 70")
    ('04 74 47 04 70', '04 74 47 04 70')
    """
    digits = _digits(text)
    if len(digits) != 10 or not digits.startswith("0") or is_mobile(text):
        return None
    return " ".join(digits[i : i + 2] for i in range(0, 10, 2))


def checked_website(text: str) -> str | None:
    """An http(s) address, its scheme added where it lacks one; ``None`` if it is not one.

    >>> checked_website("www.webcup.fr"), checked_website("voir Facebook")
    ('http://www.webcup.fr', None)
    """
    first = (text.split(maxsplit=1) or [""])[0]
    if not re.match(r"^https?://", first, re.IGNORECASE):
        first = f"http://{first}"
    try:
        host = urlsplit(first).hostname or ""
    except ValueError:
        return None
    return first if _HOST.fullmatch(host.lower()) else None


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return f"0{digits[2:]}" if len(digits) == 11 and digits.startswith("33") else digits
