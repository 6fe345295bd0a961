"""Telephone numbers and websites: those of the organisation, readable, and nothing personal."""

from territorial_map.domain.cells import read_phones, read_website


def is_mobile(text: str) -> bool:
    """True for a cell that holds a mobile number and no landline: it may be a person's."""
    read = read_phones(text)
    return bool(read.mobiles) and not read.landlines


def checked_phone(text: str) -> str | None:
    """The first landline by pairs of digits, or ``None``; a mobile is none.

    >>> checked_phone("0474470470"), checked_phone("+33 4 74 47 04 70")
    ('04 74 47 04 70', '04 74 47 04 70')
    """
    return read_phones(text).first or None


def checked_website(text: str) -> str | None:
    """An http(s) address, its scheme added where it lacks one; ``None`` if it is not one.

    >>> checked_website("www.webcup.fr"), checked_website("voir Facebook")
    ('http://www.webcup.fr', None)
    """
    return read_website(text).address or None
