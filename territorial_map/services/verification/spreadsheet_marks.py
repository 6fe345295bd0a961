"""What a spreadsheet does to a file that it opens and saves: told apart from a change."""

import re

from territorial_map.domain.cells import read_date, read_phones
from territorial_map.domain.term import Term

_SCIENTIFIC = re.compile(r"(\d)[.,](\d+)E\+?(\d{1,2})", re.IGNORECASE)


class SpreadsheetMark(Term):
    """What was put right before comparing; the label is for the reader."""

    ENCODING = "encoding", "texte en Windows-1252, lu comme tel"
    ZEROS = "zeros", "zéros de tête perdus"
    SCIENTIFIC = "scientific", "numéros en notation scientifique"
    DATES = "dates", "dates récrites"
    PHONES = "phones", "téléphones récrits"
    ORDER = "order", "lignes triées autrement"


def mark_of(then: str, now: str) -> SpreadsheetMark | None:
    """What a spreadsheet made of a cell that says the same; ``None`` for another cell.

    >>> mark_of("1370", "01370"), mark_of("7,75544E+13", "77554408300436")
    (<SpreadsheetMark.ZEROS: 'zeros'>, <SpreadsheetMark.SCIENTIFIC: 'scientific'>)
    >>> mark_of("1371", "01370") is None
    True
    """
    if not then or not now:
        return None
    if then.isdigit() and now.isdigit() and now.startswith("0") and then == now.lstrip("0"):
        return SpreadsheetMark.ZEROS
    if _same_in_short(then, now):
        return SpreadsheetMark.SCIENTIFIC
    if re.fullmatch(r"\d{4}-\d\d-\d\d", now) and read_date(then).iso == now:
        return SpreadsheetMark.DATES
    if read_phones(now).first == now and read_phones(then).first == now:
        return SpreadsheetMark.PHONES
    return None


def _same_in_short(then: str, now: str) -> bool:
    """True when ``then`` is the whole number ``now`` in scientific notation, rounded."""
    found = _SCIENTIFIC.fullmatch(then)
    if not found or not now.isdigit() or len(now) > 18:
        return False
    decimals = len(found[2])
    rounded = f"{int(now):.{decimals}E}".replace("E+0", "E+")
    return rounded == f"{found[1]}.{found[2]}E+{int(found[3])}"
