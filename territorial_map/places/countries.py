"""Countries as tables write them: names in four languages, ISO and INSEE codes."""

import re
from functools import cache

from babel import Locale

from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.text import fold

FRANCE = "FR"
_LANGUAGES = ("fr", "en", "de", "it", "es", "nl")
# ISO codes of what is France overseas, by the département or collectivity that it is here.
OVERSEAS = {
    "GP": "971", "MQ": "972", "GF": "973", "RE": "974", "PM": "975", "YT": "976", "BL": "977",
    "MF": "978", "TF": "984", "WF": "986", "PF": "987", "NC": "988",
}  # fmt: skip
_ALSO = {
    "france metropolitaine": FRANCE,
    "republique francaise": FRANCE,
    "fra": FRANCE,
    "f": FRANCE,
    "rfa": "DE",
    "allemagne federale": "DE",
    "bel": "BE",
    "b": "BE",
    "d": "DE",
    "e": "ES",
    "i": "IT",
    "l": "LU",
    "deu": "DE",
    "che": "CH",
    "ita": "IT",
    "esp": "ES",
    "mco": "MC",
    "and": "AD",
    "lux": "LU",
    "gbr": "GB",
    "uk": "GB",
    "angleterre": "GB",
    "ecosse": "GB",
    "pays de galles": "GB",
    "grande bretagne": "GB",
    "hollande": "NL",
    "usa": "US",
    "principaute de monaco": "MC",
    "principaute d andorre": "AD",
    "grand duche de luxembourg": "LU",
    "gd luxembourg": "LU",
    "confederation suisse": "CH",
    "republique tcheque": "CZ",
}
# INSEE, codes des pays étrangers: those of the neighbours; any « 99… » is abroad.
_INSEE = {
    "99131": "BE", "99137": "LU", "99109": "DE", "99140": "CH", "99127": "IT", "99134": "ES",
    "99138": "MC", "99130": "AD", "99132": "GB", "99135": "NL", "99139": "PT",
}  # fmt: skip
SOMEWHERE = "ZZ"  # ISO 3166: unknown


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if re.fullmatch(r"[A-Z]{2}", code) and code != SOMEWHERE:
                found.setdefault(fold(name), code)
    return found | _ALSO


@cache
def read_country(cell: str) -> str:
    """The ISO code of a country cell; blank when it is none that we know.

    >>> read_country("Belgique"), read_country("Deutschland"), read_country("CH"), read_country("?")
    ('BE', 'DE', 'CH', '')
    """
    text = cell.strip()
    told = fold(text)
    code = told.upper()
    if code in Locale("fr").territories and re.fullmatch(r"[A-Z]{2}", code) and code != SOMEWHERE:
        return code
    return (
        _names().get(told)
        or _names().get(told.removesuffix(" france").removeprefix("la ").removeprefix("l "))
        or (country_of_insee(text) if text.isdigit() else "")
    )


@cache
def named_country(text: str) -> str:
    """The ISO code of a country told by its whole name, never by letters alone."""
    return _names().get(fold(text), "") if len(fold(text)) > 3 else ""


def country_of_insee(code: str) -> str:
    """The country of an INSEE code « 99… »: unknown (ZZ) for those that are not neighbours."""
    if not re.fullmatch(r"99\d{3}", code):
        return ""
    return FRANCE if code == "99100" else _INSEE.get(code, SOMEWHERE)


@cache
def country_name(code: str) -> Sentence:
    """The name of a country in both languages."""
    if code == SOMEWHERE:
        return say("pays non précisé", "country not told")
    fr, en = (str(Locale(each).territories.get(code, code)) for each in ("fr", "en"))
    return say(fr, en)
