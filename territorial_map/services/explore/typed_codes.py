"""Codes of territories as people type them in an address: padded, labelled, with decimals."""

import re
from collections.abc import Iterator

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.places.areas import Area
from territorial_map.places.commune_index import CommuneIndex

# A grouping is told without its kind: « CC Rhône Crussol », « Communauté de communes du … ».
_KIND = re.compile(
    r"^(?:cc|comcom|com com|ca|cu|communaute de communes|communaute d agglomeration"
    r"|communaute urbaine)(?: (?:du|des|de la|de l|de|d))? "
)
_DECIMALS = re.compile(r"(?<=\d)[.,]0+$")
_CODED = re.compile(r"^(?:insee|cog|code|reg|r|dep|dept|d)[\s:n°.]*(?=\d)", re.IGNORECASE)


def as_code(level: TerritoryLevel, text: str) -> str:
    """A text as the code that it may be: « 2b33 », « INSEE 69123 », « 1.0 », « 084 »."""
    code = _DECIMALS.sub("", _CODED.sub("", text))
    code = re.sub(r"[\s.]", "", code).upper()
    if level is TerritoryLevel.EPCI:
        return code
    corsican = re.fullmatch(r"(2[AB])(\d{1,3})", code)
    if corsican and level is TerritoryLevel.COMMUNE:
        return corsican[1] + corsican[2].zfill(3)
    width = 5 if level is TerritoryLevel.COMMUNE else 2
    zeros = len(code) - width
    return code[zeros:] if zeros > 0 and not code[:zeros].strip("0") else code.zfill(width)


def grouping_key(name: str) -> str:
    """The folded name of a grouping without its kind: « CC Rhône Crussol »."""
    return _KIND.sub("", fold(name))


def regions_of(area: Area, index: CommuneIndex) -> Iterator[str]:
    """The région of an area, or the one whose only départements it names (« La Réunion »)."""
    if area.region:
        yield area.region
        return
    for code in index.regions:
        if area.departments == {d for d, t in index.departments.items() if t.region_code == code}:
            yield code
