"""Dates as people and spreadsheets write them, to the precision they tell."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from territorial_map.domain.cells.doubts import Doubt
from territorial_map.domain.cells.text import unquoted
from territorial_map.domain.text import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv", "jan", "january"),
            ("fevrier", "fevr", "fev", "feb", "february"),
            ("mars", "mar", "march"),
            ("avril", "avr", "apr", "april"),
            ("mai", "may"),
            ("juin", "jun", "june"),
            ("juillet", "juil", "jul", "july"),
            ("aout", "aou", "aug", "august"),
            ("septembre", "sept", "sep", "september"),
            ("octobre", "oct", "october"),
            ("novembre", "nov", "november"),
            ("decembre", "dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_ISO = re.compile(r"(\d{4})[-/. ](\d\d?)(?:[-/. ](\d\d?))?(?:[T ]\d\d?:.*)?")
_COMPACT = re.compile(r"((?:1[89]|20)\d\d)(0[1-9]|1[0-2])(\d\d)")
_COMPACT_FRENCH = re.compile(r"(\d\d)(\d\d)((?:1[89]|20)\d\d)")
_FRENCH = re.compile(r"(\d\d?)(?:er)?[-/., ]+(\d\d?)[-/., ]+(\d{4}|\d\d)")
_TIME = re.compile(r"(?<=\d)(?:[T ,à-]+\d\d?\s?[:h]|T\d\d?(?![\d])).*", re.DOTALL)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_THOUSANDS = re.compile(r"[12]\s\d{3}")
_MONTH_YEAR = re.compile(r"(\d\d?)[-/. ](\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_SMALL_WORDS = (
    "le la l du de d depuis en annee mois jour an date lundi mardi mercredi jeudi vendredi samedi "
    "dimanche mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "cree creee creation fonde fondee fondation ouvert ouverte ouverture ne nee debut fin milieu "
    "courant printemps ete automne hiver vers environ env circa ca jo joafe publication parution "
    "declaration immatriculation since from the of on in about est established founded created"
)
_NO_DATE_WORDS = frozenset(_SMALL_WORDS.split())
_DAY = re.compile(r"(\d\d?)(?:er|o|st|nd|rd|th|eme|e)?")
_SPACED_RANK = re.compile(r"\b1 (?:er|o)\b")
_YEAR = re.compile(r"\d{4}")
_FIRST, _LAST = 1600, 2100  # years of organisations
_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets (Lotus's leap day of 1900 counted)
_SERIALS = range(10_000, 60_000)  # 1927 to 2064
_PIVOT = 40  # « 12/03/19 » is of 2019, « 12/03/78 » of 1978


class DateCell(NamedTuple):
    """An ISO date, month (2019-03) or year (2019), as told; blank with its doubt otherwise."""

    iso: str = ""
    doubt: Doubt | None = None


def read_date(cell: str | None) -> DateCell:
    """The date of a cell.

    >>> [read_date(c).iso for c in ("1er mars 2019", "mars 2019", "2019", "12/03/19", "43536")]
    ['2019-03-01', '2019-03', '2019', '2019-03-12', '2019-03-12']
    """
    told = unquoted(cell)
    if not told:
        return DateCell()
    serial = _SERIAL.fullmatch(told)
    if serial and int(serial[1]) in _SERIALS:
        day = _EPOCH + timedelta(days=int(serial[1]))
        return DateCell(day.isoformat(), Doubt.DATE_SERIAL)
    bare = _bare(told)
    year, month, day_told = _parts(bare)
    iso = _iso(year, month, day_told)
    if not iso and _FRENCH.fullmatch(bare) and (turned := _iso(year, day_told, month)):
        return DateCell(turned, Doubt.DATE_AMERICAN)
    return DateCell(iso) if iso else DateCell("", Doubt.DATE_UNREAD)


def _bare(told: str) -> str:
    """A date without its time, what stands in brackets, and the words around its numbers."""
    alone = _TIME.sub("", _ASIDE.sub(" ", told)).strip() or told
    if _THOUSANDS.fullmatch(alone):  # a number format on a year
        return alone.replace(" ", "")
    folded = fold(alone)
    small = [word for word in folded.split() if not word.isdigit() and word in _NO_DATE_WORDS]
    if small and any(map(str.isdigit, alone)) and not set(folded.split()) & _MONTHS.keys():
        inside = re.search(r"\d.*", alone)
        told_by = [word for word in folded.split() if not word[:1].isdigit()]
        if inside and set(told_by) <= _NO_DATE_WORDS:
            return inside[0].strip()
    return alone


def _parts(told: str) -> tuple[int, int, int]:
    """Year, month and day; 0 where not told, a year of 0 when nothing is understood."""
    found = _COMPACT.fullmatch(told) or _ISO.fullmatch(told)
    if found:
        year, month, day = found.groups()
        return int(year), int(month), int(day or 0) or (0 if day is None else -1)
    found = _FRENCH.fullmatch(told) or _COMPACT_FRENCH.fullmatch(told)
    if found:
        day, month, year = found.groups()
        return _full(year), int(month), int(day) or -1
    found = _MONTH_YEAR.fullmatch(told)
    if found:
        return int(found[2]), int(found[1]) or -1, 0
    return _in_words(_SPACED_RANK.sub("1er", fold(told)))


def _in_words(folded: str) -> tuple[int, int, int]:
    """« 1er mars 2019 », « mars 2019 », « 2019 », whatever small words are around."""
    told = [word for word in folded.split() if word not in _NO_DATE_WORDS]
    if len(told) == 2 and told[1] == "0":  # a spreadsheet's « 2019.0 »
        told.pop()
    if len(told) == 1 and re.fullmatch(r"\d{4}", told[0]):
        return int(told[0]), 0, 0
    *days, month, year = _in_order(told) if len(told) in {2, 3} else ("", "")
    if month not in _MONTHS or not re.fullmatch(r"\d{4}|\d\d", year):
        return 0, 0, 0
    day = _DAY.fullmatch(days[0]) if days else None
    if days and day is None:
        return 0, 0, 0
    return _full(year), _MONTHS[month], (int(day[1]) or -1) if day else 0


def _in_order(told: list[str]) -> list[str]:
    """Day, month and year, whatever the order in which words tell them: « March 12, 2019 »."""
    months = [word for word in told if word in _MONTHS]
    years = [word for word in told if _YEAR.fullmatch(word)]
    if len(months) != 1 or len(years) != 1:
        return told
    return [word for word in told if word not in {*months, *years}] + months + years


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) <= _PIVOT else 1900)


def _iso(year: int, month: int, day: int) -> str:
    """The ISO form to the precision told, blank when there is no such date."""
    if not _FIRST <= year <= _LAST:
        return ""
    try:
        whole = date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return whole.isoformat()[: 10 if day else 7 if month else 4]
