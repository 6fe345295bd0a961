"""Territories by name or postcode: exact first, then beginnings, population as tie-break."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from territorial_map.domain.territory import (
    Territory,
    TerritoryLevel,
    commune_of_arrondissement,
)
from territorial_map.domain.text import fold

_LEVEL_RANK = {level: rank for rank, level in enumerate(TerritoryLevel)}
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
_OF = ("", "du ", "des ", "de la ", "de l ", "de ", "d ")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A territory found by name, with the words that tell it from its namesakes."""

    territory: Territory
    name: str
    context: str


class Gazetteer:
    """Every territory of one edition, by folded name, code and postcode."""

    def __init__(self, territories: Iterable[Territory]) -> None:
        self._by_code: dict[tuple[TerritoryLevel, str], Territory] = {}
        self._names: dict[str, list[tuple[Territory, str]]] = defaultdict(list)
        for territory in territories:
            self._by_code[territory.level, territory.code] = territory
            self._index(territory)
        self._add_ept()
        self._sorted = sorted(self._names)

    def _index(self, territory: Territory) -> None:
        keys = {fold(territory.name), territory.code.lower(), *territory.postcodes}
        if any(key.startswith(_KINDS) for key in keys):
            for kind, article in product(_KINDS, _OF):
                keys |= {key.removeprefix(kind + article) for key in tuple(keys)}
        for key in keys:
            self._names[key].append((territory, territory.name))

    def _add_ept(self) -> None:
        metropole = self._by_code.get((TerritoryLevel.EPCI, _METROPOLE_DU_GRAND_PARIS))
        if metropole is not None:
            for name in _EPT_NAMES:
                self._names[fold(name)].append((metropole, f"{name} (EPT) → {metropole.name}"))

    def get(self, level: TerritoryLevel, code: str) -> Territory | None:
        """The territory of a current code; arrondissement codes answer for their commune."""
        if level is TerritoryLevel.COMMUNE:
            code = commune_of_arrondissement(code)
        return self._by_code.get((level, code))

    def formerly(self, code: str) -> Territory | None:
        """The commune that took over a former commune's code, looked for one by one."""
        return next((t for t in self._by_code.values() if code in t.former_codes), None)

    def name_of(self, level: TerritoryLevel, code: str) -> str:
        """The name of a territory, or its code where this edition does not know it."""
        territory = self.get(level, code)
        return territory.name if territory else code

    def communes(self, text: str) -> tuple[Territory, ...]:
        """The commune of a code, else every commune of that very name; empty when there is none."""
        by_code = self.get(TerritoryLevel.COMMUNE, text.strip().upper())
        if by_code is not None:
            return (by_code,)
        wanted = _spelled_out(fold(text))
        named = (territory for territory, _ in self._names.get(wanted, ()))
        found = (t for t in named if t.level is TerritoryLevel.COMMUNE and fold(t.name) == wanted)
        return tuple(dict.fromkeys(found))

    def find(self, text: str, limit: int = 10) -> tuple[PlaceName, ...]:
        """Territories whose name, code or postcode is the text, then begins so, then holds it.

        When nothing does, names at one or two typing errors.
        """
        wanted = _spelled_out(fold(text))
        if not wanted:
            return ()
        ranked: dict[tuple[TerritoryLevel, str, str], tuple[int, int, int]] = {}
        for rank, keys in enumerate(self._keys(wanted)):
            for key in keys:
                for territory, name in self._names[key]:
                    identity = (territory.level, territory.code, name)
                    order = (rank, -(territory.population or 0), _LEVEL_RANK[territory.level])
                    ranked.setdefault(identity, order)
            if len(ranked) >= limit:
                break
        best = sorted(ranked, key=lambda identity: (ranked[identity], identity))[:limit]
        return tuple(self._place_name(level, code, name) for level, code, name in best)

    def _keys(self, wanted: str) -> Iterable[Iterable[str]]:
        yield [wanted] if wanted in self._names else []
        start, end = (bisect_left(self._sorted, w) for w in (wanted, wanted + "\uffff"))
        begins = self._sorted[start:end]
        yield begins
        holding = [k for k in self._sorted if f" {wanted}" in k]
        yield holding
        if not begins and not holding:
            errors = 1 if len(wanted) < 8 else 2
            near = process.extract(
                wanted, self._sorted, scorer=OSA.distance, score_cutoff=errors, limit=20
            )
            yield [key for key, _, _ in near]

    def _place_name(self, level: TerritoryLevel, code: str, name: str) -> PlaceName:
        territory = self._by_code[level, code]
        context = [level.label]
        if level is TerritoryLevel.COMMUNE:
            context.append(", ".join(territory.postcodes[:2]))
        if territory.department_code and level is TerritoryLevel.COMMUNE:
            context.append(self.name_of(TerritoryLevel.DEPARTMENT, territory.department_code))
        elif territory.region_code and level is not TerritoryLevel.REGION:
            context.append(self.name_of(TerritoryLevel.REGION, territory.region_code))
        return PlaceName(territory, name, " · ".join(part for part in context if part))


def _spelled_out(wanted: str) -> str:
    parts = wanted.split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(part, part) for part in parts)
