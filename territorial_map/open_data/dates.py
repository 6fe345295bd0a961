"""Dates that schemas want whole, from vintages that are a day, a month, a year or a period."""

import re
from datetime import date

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def first_day_of(vintage: str) -> date | None:
    """The first day of the last period that a vintage tells: never later than what is known.

    >>> first_day_of("2020-12"), first_day_of("2018 à 2023"), first_day_of("2009-2025")
    (datetime.date(2020, 12, 1), datetime.date(2023, 1, 1), datetime.date(2025, 1, 1))
    >>> first_day_of("2021-01-08"), first_day_of("2021-22"), first_day_of("inconnu")
    (datetime.date(2021, 1, 8), datetime.date(2021, 1, 1), None)
    """
    told = re.sub(r"(\d{4})-(\d{4})", r"\1 \2", vintage)
    found = [
        _day(int(year), int(month or 1), int(day or 1))
        for year, month, day in _PERIOD.findall(told)
    ]
    return max(found, default=None)


def _day(year: int, month: int, day: int) -> date:
    """The day, or the first of its year where there is no such day (« 2021-22 » is two years)."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 1, 1)
