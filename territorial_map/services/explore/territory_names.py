"""The names that lead to a territory: those of today, those of before, those of use."""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import product

from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.places import PlaceReader

ByCode = Mapping[tuple[TerritoryLevel, str], Territory]
Named = dict[str, list[tuple[Territory, str]]]
"""Territories by folded name, each with what to show of it."""

_ARTICLE = re.compile(r"^(?:le|la|les|l) ")
_METROPOLE_DE_LYON = "200046977"
_LYON = frozenset({"metropole de lyon", "grand lyon"})  # a département in lists, an EPCI for people
_METROPOLE_DU_GRAND_PARIS = "200054781"
# Établissements publics territoriaux of the Métropole du Grand Paris (CGCT L5219-2): the COG's
# EPCI there is the métropole, so their names lead to it.
_EPT_NAMES = (
    "Vallée Sud - Grand Paris",
    "Grand Paris Seine Ouest",
    "Paris Ouest La Défense",
    "Boucle Nord de Seine",
    "Plaine Commune",
    "Paris Terres d’Envol",
    "Est Ensemble",
    "Grand Paris Grand Est",
    "Paris Est Marne et Bois",
    "Grand Paris Sud Est Avenir",
    "Grand-Orly Seine Bièvre",
)
# A grouping is found by what follows its kind too: « Grand Cahors », « du Grand Cahors ».
_KINDS = ("communaute de communes ", "communaute d agglomeration ", "metropole ")
_SHORT_KINDS = {
    "cc": "communaute de communes ",
    "comcom": "communaute de communes ",
    "com com": "communaute de communes ",
    "ca": "communaute d agglomeration ",
    "cu": "communaute urbaine ",
}
_SHORT_KIND = re.compile(r"^(cc|comcom|com com|ca|cu) (?=\w)")
_OF = ("", "du ", "des ", "de la ", "de l ", "de ", "d ")


def names_of_today(by_code: ByCode) -> Named:
    """Names, codes and postcodes of today, and those of the établissements publics territoriaux."""
    found: Named = defaultdict(list)
    for territory in by_code.values():
        for key in _keys_of(territory):
            found[key].append((territory, territory.name))
    metropole = by_code.get((TerritoryLevel.EPCI, _METROPOLE_DU_GRAND_PARIS))
    if metropole is not None:
        for name in _EPT_NAMES:
            found[fold(name)].append((metropole, f"{name} (EPT) → {metropole.name}"))
    return found


def _keys_of(territory: Territory) -> set[str]:
    keys = {fold(territory.name), territory.code.lower(), *territory.postcodes}
    if any(key.startswith(_KINDS) for key in keys):
        for kind, article in product(_KINDS, _OF):
            keys |= {key.removeprefix(kind + article) for key in tuple(keys)}
    return keys


def former_names(by_code: ByCode, places: PlaceReader) -> Named:
    """Names that communes had, with what to show: « Annecy-le-Vieux → Annecy »."""
    found: Named = defaultdict(list)
    for former in places.index.former.names:
        for code in former.now:
            commune = by_code.get((TerritoryLevel.COMMUNE, code))
            if commune is not None and fold(commune.name) != fold(former.name):
                found[fold(former.name)].append((commune, f"{former.name} → {commune.name}"))
    return found


def usual_names(by_code: ByCode, places: PlaceReader | None) -> Named:
    """Former régions and usual abbreviations; names of today without their article.

    Met as a whole only: « paca », « mans ».
    """
    found = _names_of_areas(by_code, places) if places else defaultdict(list)
    for territory in by_code.values():
        bare = _ARTICLE.sub("", fold(territory.name))
        if bare != fold(territory.name):
            found[bare].append((territory, territory.name))
    return found


def _names_of_areas(by_code: ByCode, places: PlaceReader) -> Named:
    found: Named = defaultdict(list)
    for name, area in places.index.areas.other_names():
        if name in _LYON and (lyon := by_code.get((TerritoryLevel.EPCI, _METROPOLE_DE_LYON))):
            found[name].append((lyon, lyon.name))
            continue
        level = TerritoryLevel.REGION if area.region else TerritoryLevel.DEPARTMENT
        for code in (area.region,) if area.region else sorted(area.departments):
            territory = by_code.get((level, code))
            if territory is not None:
                found[name].append((territory, territory.name))
    return found


def spelled_out(wanted: str) -> str:
    """A folded name with its short words in full: « cc du … », « st … »."""
    wanted = _SHORT_KIND.sub(lambda found: _SHORT_KINDS[found[1]], wanted)
    if "st" not in wanted:
        return wanted
    parts = wanted.split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(part, part) for part in parts)
