"""Numbers, distances, dates and plurals as each language writes them; French spacing.

Scripts write the same way by ``script_rules``; ``tests/unit/language/writing.json`` holds cases
that both must meet.
"""

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from territorial_map.domain.language.languages import Language
from territorial_map.domain.text import fold

NBSP = "\u00a0"
_UNBROKEN = re.compile(r" (?=[:;!?»%€](?:\s|[).,]|$))|(?<=«) ")
_ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
# Below a kilometre a distance is told in metres, rounded to this.
STEP_METRES = 50
# « de », « que » or « à » before a value whose first letter decides how they are written.
_BEFORE_VALUE = re.compile(r"\b([Dd]e|[Qq]ue|[Àà]) \{(\w+)\}")
_VOWEL = re.compile(r"[aeiou]|y(?![aeiou])")
_ARTICLE = re.compile(r"(les?) (?=\S)", re.IGNORECASE)
_CONTRACTED = {"de": {"le": "du ", "les": "des "}, "à": {"le": "au ", "les": "aux "}}
_MONTHS: Mapping[Language, tuple[str, ...]] = {
    Language.FRENCH: (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
    Language.ENGLISH: (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}


def typeset(french: str) -> str:
    r"""French text with the spaces that no line is broken at.

    >>> typeset("Ouvrir « Filtres » ?") == "Ouvrir «\u00a0Filtres\u00a0»\u00a0?"
    True
    """
    return _UNBROKEN.sub(NBSP, french)


def filled(french: str, values: Mapping[str, object]) -> str:
    """A French text with its ``{names}`` replaced, elided and contracted as their values ask for.

    Before an h nothing is elided: whether it is aspirated is not known. A value that comes in
    quotation marks is a quotation, and stays as it is.

    >>> filled("Partenaires de {name}", {"name": "Archer"}), filled("à {p}", {"p": "Le Mans"})
    ('Partenaires d’Archer', 'au Mans')
    >>> filled("autour de {name}, {n} km", {"name": "Les Mureaux", "n": 30})
    'autour des Mureaux, 30 km'
    """
    rests: dict[str, str] = {}

    def agreed(found: re.Match[str]) -> str:
        word, name = found[1], found[2]
        value = values.get(name)
        if not isinstance(value, str):
            return found[0]
        if word.lower() != "à" and _VOWEL.match(fold(value[:2])):
            return f"{word[:-1]}’{{{name}}}"
        article = _ARTICLE.match(value)
        contracted = _CONTRACTED.get(word.lower(), {}).get(article[1].lower()) if article else None
        if article is None or contracted is None:
            return found[0]
        rest = f"{name}_without_article"
        rests[rest] = value[article.end() :]
        return f"{contracted if word.islower() else contracted.capitalize()}{{{rest}}}"

    return _BEFORE_VALUE.sub(agreed, french).format(**values, **rests)


def number(n: int, language: Language) -> str:
    r"""A whole number with its thousands apart.

    >>> number(1234, Language.FRENCH) == "1\u00a0234", number(1234, Language.ENGLISH)
    (True, '1,234')
    """
    return f"{n:,}".replace(",", thousands_mark(language))


def decimal(value: float, language: Language) -> str:
    r"""A number with its decimals, if any, six at most, and its thousands apart.

    >>> decimal(1234.5, Language.FRENCH) == "1\u00a0234,5", decimal(30.0, Language.ENGLISH)
    (True, '30')
    """
    return _marked(f"{value:,.6f}".rstrip("0").rstrip("."), language)


def quantity(value: float, digits: int, language: Language) -> str:
    """A number with exactly so many decimals.

    >>> quantity(0.5, 2, Language.FRENCH), quantity(0.5, 2, Language.ENGLISH)
    ('0,50', '0.50')
    """
    return _marked(f"{value:.{digits}f}", language)


def megabytes(size: float, digits: int = 0, language: Language = Language.FRENCH) -> str:
    r"""A size in bytes, in megabytes.

    >>> megabytes(1_234_567_890) == "1\u00a0235\u00a0Mo"
    True
    """
    unit = "Mo" if language is Language.FRENCH else "MB"
    return f"{_marked(f'{size / 1e6:,.{digits}f}', language)}{NBSP}{unit}"


def distance(km: float, language: Language) -> str:
    """A distance as people say it: metres below one kilometre, whole kilometres from there on.

    Halves are rounded down, here and in scripts; nothing is told nearer than the first step.

    >>> [distance(km, Language.ENGLISH).replace(NBSP, " ") for km in (0.01, 0.43, 0.98, 3.25, 41.6)]
    ['50 m', '450 m', '1 km', '3 km', '42 km']
    """
    metres = max(1, math.ceil(km * 1000 / STEP_METRES - 0.5)) * STEP_METRES
    if metres < 1000:
        return f"{metres}{NBSP}m"
    return f"{number(max(1, math.ceil(km - 0.5)), language)}{NBSP}km"


def radius(km: float, language: Language) -> str:
    r"""A radius as it was chosen: no decimal that says nothing.

    >>> radius(30.0, Language.FRENCH) == "30\u00a0km", radius(2.5, Language.FRENCH) == "2,5\u00a0km"
    (True, True)
    """
    return f"{decimal(km, language)}{NBSP}km"


def written_date(iso: str, language: Language) -> str:
    """An ISO date, month or year in figures, as people write it; anything else as it is.

    >>> written_date("2026-11-22", Language.FRENCH), written_date("2026-11", Language.FRENCH)
    ('22/11/2026', '11/2026')
    """
    if language is not Language.FRENCH or not _ISO_DATE.fullmatch(iso):
        return iso
    return "/".join(reversed(iso.split("-")))


def date_in_words(iso: str, language: Language) -> str:
    """An ISO date, month or year in words; anything else (two years, words) as it is.

    >>> date_in_words("2020-12", Language.FRENCH), date_in_words("2009-2025", Language.FRENCH)
    ('décembre 2020', '2009-2025')
    """
    if not _ISO_DATE.fullmatch(iso) or len(iso) == len("2026"):
        return iso
    if len(iso) == len("2026-11-01"):
        return long_date(iso, language)
    year, month = iso.split("-")
    return f"{_MONTHS[language][int(month) - 1]} {year}"


def long_date(iso: str, language: Language) -> str:
    """A date in words.

    >>> long_date("2026-11-01", Language.FRENCH), long_date("2026-11-01", Language.ENGLISH)
    ('1er novembre 2026', '1 November 2026')
    """
    day = date.fromisoformat(iso)
    first = "1er" if day.day == 1 and language is Language.FRENCH else str(day.day)
    return f"{first} {_MONTHS[language][day.month - 1]} {day.year}"


def is_singular(n: int, language: Language) -> bool:
    """Whether a count takes the singular: 0 and 1 in French, 1 alone in English.

    >>> is_singular(0, Language.FRENCH), is_singular(0, Language.ENGLISH)
    (True, False)
    """
    return abs(n) < 2 if language is Language.FRENCH else n == 1


def counted(n: int, one: str, many: str, language: Language = Language.FRENCH) -> str:
    """A number with its noun.

    >>> counted(0, "membre", "membres"), counted(0, "member", "members", Language.ENGLISH)
    ('0 membre', '0 members')
    """
    return f"{n} {one if is_singular(n, language) else many}"


def thousands_mark(language: Language) -> str:
    """What stands between thousands."""
    return NBSP if language is Language.FRENCH else ","


def decimal_mark(language: Language) -> str:
    """What stands before decimals."""
    return "," if language is Language.FRENCH else "."


def script_rules(language: Language) -> dict[str, Any]:
    """The same rules as data, for scripts to write numbers, distances, dates and plurals.

    ``singularUpTo`` is the last count that takes the singular, ``singularFrom`` the first; a
    date is written ``dayFirst`` with slashes or as ISO; distances follow ``distance`` above.
    """
    return {
        "decimal": decimal_mark(language),
        "thousands": thousands_mark(language),
        "singularFrom": 0 if language is Language.FRENCH else 1,
        "singularUpTo": 1,
        "dayFirst": language is Language.FRENCH,
        "metres": "{n}" + NBSP + "m",
        "kilometres": "{n}" + NBSP + "km",
        "stepMetres": STEP_METRES,
    }


def _marked(english: str, language: Language) -> str:
    if language is not Language.FRENCH:
        return english
    return english.replace(",", NBSP).replace(".", ",")
