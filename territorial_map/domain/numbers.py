"""Whole numbers as people and programs type them: one reading for every door."""

import re

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import number

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_SHOWN = 40


def whole_number(text: str) -> int | None:
    """The whole number that a text is, else ``None``: ASCII digits only, 18 at most.

    >>> whole_number("50"), whole_number("-3"), whole_number("²"), whole_number("--5")
    (50, -3, None, None)
    """
    return int(text) if _WHOLE.fullmatch(text) else None


def whole_between(name: str, text: str, low: int, high: int) -> int:
    """A whole number within bounds, both included.

    Raises:
        BadParameter: it is not a number, or out of bounds.
    """
    found = whole_number(text)
    if found is None or not low <= found <= high:
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        raise BadParameter(
            name,
            shown,
            f"un entier de {number(low, Language.FRENCH)} à {number(high, Language.FRENCH)}.",
        )
    return found
