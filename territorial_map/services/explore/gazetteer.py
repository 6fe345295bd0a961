"""Territories by name or postcode: exact first, then beginnings, population as tie-break."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from territorial_map.domain.geo import Point
from territorial_map.domain.territory import (
    COLLECTIVITIES,
    Territory,
    TerritoryLevel,
    commune_of_arrondissement,
)
from territorial_map.domain.text import fold
from territorial_map.places import PlaceCells, PlaceFlag, PlaceReader
from territorial_map.places.claims import read_code
from territorial_map.places.postcodes import departments_of_postcode
from territorial_map.services.explore.held_names import HeldNames
from territorial_map.services.explore.territory_names import (
    former_names,
    names_of_today,
    spelled_out,
    usual_names,
)

_REMEMBERED = 2_048
_MOST_TEXT = 200  # no name is longer; what is typed beyond it means nothing
_A_TOWN, _FAR_LARGER = 10_000, 20  # inhabitants; times those of a namesake of today
_LEVEL_RANK = {level: rank for rank, level in enumerate(TerritoryLevel)}


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A territory found by name, with the words that tell it from its namesakes."""

    territory: Territory
    name: str
    context: str


class Gazetteer:
    """Every territory of one edition, by folded name (of today or before), code and postcode."""

    def __init__(self, territories: Iterable[Territory], places: PlaceReader | None = None) -> None:
        self._places = places
        self._by_code = {(each.level, each.code): each for each in territories}
        self._names = names_of_today(self._by_code)
        self._former = former_names(self._by_code, places) if places else {}
        self._usual = usual_names(self._by_code, places)
        self._sorted = sorted({*self._names, *self._former})
        self._held = HeldNames(self._sorted)
        self._find = lru_cache(_REMEMBERED)(self._look_up)

    @property
    def cog(self) -> str:
        """The Code officiel géographique that they are of, « COG 2026 »."""
        return self._places.cog if self._places else "COG"

    @cached_property
    def _centres(self) -> dict[tuple[float, float], Territory]:
        centred = (t for t in self._by_code.values() if t.level is TerritoryLevel.COMMUNE)
        return {_spot(each.point): each for each in centred if each.point is not None}

    def commune_at(self, point: Point) -> Territory | None:
        """The commune whose centre a point is, to some ten metres; ``None`` for any other point."""
        return self._centres.get(_spot(point))

    def get(self, level: TerritoryLevel, code: str) -> Territory | None:
        """The territory of a current code; those of arrondissements and former communes too."""
        if level is TerritoryLevel.COMMUNE:
            code = commune_of_arrondissement(code)
        found = self._by_code.get((level, code))
        if found is None and level is TerritoryLevel.COMMUNE and self._places is not None:
            return self._places.index.commune(code)
        return found

    def of_level(self, level: TerritoryLevel) -> tuple[Territory, ...]:
        """Every territory of a level, in no order."""
        return self._levels[level]

    @cached_property
    def _levels(self) -> dict[TerritoryLevel, tuple[Territory, ...]]:
        kept: dict[TerritoryLevel, list[Territory]] = {level: [] for level in TerritoryLevel}
        for (held, _), found in self._by_code.items():
            kept[held].append(found)
        return {level: tuple(found) for level, found in kept.items()}

    def place_name(self, territory: Territory) -> PlaceName:
        """A territory with the words that tell it from its namesakes."""
        return self._place_name(territory.level, territory.code, territory.name)

    def name_of(self, level: TerritoryLevel, code: str) -> str:
        """The name of a territory, or its code where this edition does not know it."""
        territory = self.get(level, code)
        return territory.name if territory else code

    def named(self, folded: str) -> tuple[Territory, ...]:
        """The territories of that very name, code or postcode, else those that bore it."""
        found = self._names.get(spelled_out(folded)) or self._former.get(spelled_out(folded), [])
        return tuple(dict.fromkeys(territory for territory, _ in found))

    def begun_by(self, folded: str) -> tuple[Territory, ...]:
        """The territories whose name of today begins so."""
        start, end = (bisect_left(self._sorted, w) for w in (folded, folded + "\uffff"))
        keys = self._sorted[start:end]
        return tuple(dict.fromkeys(t for key in keys for t, _ in self._names.get(key, ())))

    def nearly(self, folded: str) -> tuple[Territory, ...]:
        """The communes whose name of today is the text but for one or two typing errors."""
        found = (t for key in self._held.nearly(folded) for t, _ in self._names.get(key, ()))
        return tuple(dict.fromkeys(t for t in found if t.level is TerritoryLevel.COMMUNE))

    def communes(self, text: str) -> tuple[Territory, ...]:
        """The commune of a code, else every commune of that very name; empty when there is none.

        A former name answers where no commune has it today.
        """
        by_code = self.get(TerritoryLevel.COMMUNE, text.strip().upper())
        if by_code is not None:
            return (by_code,)
        wanted = spelled_out(fold(text))
        named = (territory for territory, _ in self._names.get(wanted, ()))
        found = [t for t in named if t.level is TerritoryLevel.COMMUNE and fold(t.name) == wanted]
        found = found or [territory for territory, _ in self._former.get(wanted, ())]
        return tuple(dict.fromkeys(found)) or self._meant(text)

    def _meant(self, text: str) -> tuple[Territory, ...]:
        """The commune that a cell outright names, however it is written: « Paris 10e »."""
        if self._places is None:
            return ()
        settled = self._places.settle(PlaceCells(city=text))
        if settled.commune is None or PlaceFlag.COMMUNE_MISSPELT in settled.flags:
            return ()
        return (self._places.index.communes[settled.commune],)

    def find(self, text: str, limit: int = 10) -> tuple[PlaceName, ...]:
        """Territories whose name, code or postcode is the text, then begins so, then holds it.

        Else what the text means as a place cell (« Marseille 3e », « Nantes (44) »); when nothing
        does, names at one or two typing errors, never codes.
        """
        return self._find(text[:_MOST_TEXT], limit)

    def _look_up(self, text: str, limit: int) -> tuple[PlaceName, ...]:
        wanted = spelled_out(fold(text))
        if not wanted:
            return ()
        ranked: dict[tuple[TerritoryLevel, str, str], tuple[int, int, int, int]] = {}
        for rank, found in enumerate(self._found(wanted, text)):
            for formerly, territory, name in found:
                identity = (territory.level, territory.code, name)
                once = formerly or territory.level is TerritoryLevel.COMMUNE
                told = once and any(each[:2] == identity[:2] for each in ranked)
                if not told:
                    size = -(territory.population or 0)
                    order = (rank, formerly, size, _LEVEL_RANK[territory.level])
                    ranked.setdefault(identity, order)
            if len(ranked) >= limit:
                break
        best = sorted(ranked, key=lambda identity: (ranked[identity], identity))[:limit]
        return tuple(self._place_name(level, code, name) for level, code, name in best)

    def _found(self, wanted: str, text: str) -> Iterator[list[tuple[int, Territory, str]]]:
        """What is found in each way, the surest first; names of today before those of before."""
        whole = self._of_whole(wanted)
        read = bool(whole)
        yield whole
        for keys in self._keys(wanted):
            found = self._of_keys(keys)
            read = read or bool(found)
            yield found
        if not read:
            meant = [(0, territory, territory.name) for territory in self._read(text)]
            yield meant
            if not meant and not any(c.isdigit() for c in wanted):
                yield self._of_keys(self._held.nearly(wanted))

    def _of_keys(self, keys: Iterable[str]) -> list[tuple[int, Territory, str]]:
        found = []
        for formerly, names in enumerate((self._names, self._former)):
            for key in keys:
                found += [(formerly, territory, name) for territory, name in names.get(key, ())]
        return found

    def _of_whole(self, wanted: str) -> list[tuple[int, Territory, str]]:
        """What has that very name: areas, then communes; by far the largest before all."""
        found = self._of_keys([wanted])
        today = max((t.population or 0 for formerly, t, _ in found if not formerly), default=0)
        least = max(_A_TOWN, _FAR_LARGER * today)
        found = [(0 if (t.population or 0) >= least else n, t, name) for n, t, name in found]
        usual = [*self._usual.get(wanted, ()), *self._of_islands(wanted)]
        named = any(t.level is TerritoryLevel.COMMUNE for n, t, _ in found if not n)
        return found + [
            (int(named or t.level is TerritoryLevel.COMMUNE), t, name) for t, name in usual
        ]

    def _of_islands(self, wanted: str) -> Iterator[tuple[Territory, str]]:
        """The collectivity without communes here that a postcode serves: « 97150 »."""
        asked = wanted if re.fullmatch(r"9[78]\d{3}", wanted) else ""
        for code in departments_of_postcode(asked) & COLLECTIVITIES.keys():
            territory = self._by_code.get((TerritoryLevel.DEPARTMENT, code))
            if territory is not None:
                yield territory, territory.name

    def _keys(self, wanted: str) -> Iterator[list[str]]:
        start, end = (bisect_left(self._sorted, w) for w in (wanted, wanted + "\uffff"))
        yield self._sorted[start:end]
        yield self._held.holding(wanted)

    def _read(self, text: str) -> tuple[Territory, ...]:
        """What a text means as a code or as the cell of a place."""
        if self._places is None:
            return ()
        index, level = self._places.index, TerritoryLevel.COMMUNE
        code, area = read_code(text), self._places.index.areas.read(text)
        codes: Iterable[str]
        if code:
            codes = index.now(code)
            level = TerritoryLevel.COMMUNE if codes else TerritoryLevel.DEPARTMENT
            codes = codes or filter(None, (index.collectivity_of(code),))
        elif area is not None and area.departments != {"75"}:  # « Paris 1 » is the commune
            level = TerritoryLevel.REGION if area.region else TerritoryLevel.DEPARTMENT
            codes = (area.region,) if area.region else sorted(area.departments)
        else:
            settled = self._places.settle(PlaceCells(city=text))
            codes = (settled.commune,) if settled.commune else settled.candidates
        found = (self._by_code.get((level, each)) for each in codes)
        return tuple(each for each in found if each is not None)

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


def _spot(point: Point) -> tuple[float, float]:
    return round(point.lon, 4), round(point.lat, 4)
