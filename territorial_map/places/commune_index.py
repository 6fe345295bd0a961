"""Communes by code, postcode, département and every way their names are written."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from rapidfuzz.distance import Indel

from territorial_map.domain.city_labels import loose_city_key, passing_city_key
from territorial_map.domain.territory import (
    COLLECTIVITIES,
    Territory,
    TerritoryLevel,
    commune_of_arrondissement,
)
from territorial_map.places.areas import AreaNames
from territorial_map.places.former import FormerCommunes, FormerName, former_keys, read_events
from territorial_map.places.names_by_length import NamesByLength
from territorial_map.places.towns_abroad import TownAbroad, read_towns

Codes = frozenset[str]
# The codes of each key: most have a single one, which is kept without a set around it.
Index = dict[str, str | Codes]
_NONE: Codes = frozenset()
_LONG_NAME = 8  # letters: enough for a typing error to be told from another name
_SHORT_NAME = 5  # letters: enough for a last « s » to be a typing error
_LAYERS = {
    TerritoryLevel.REGION: "regions",
    TerritoryLevel.DEPARTMENT: "departments",
    TerritoryLevel.EPCI: "epci",
    TerritoryLevel.COMMUNE: "communes",
}
_MOST_NEAR = 4
_CUT = 20  # letters: columns of registers hold 26 to 38
_ALIKE = 0.9  # of Indel: about one letter wrong in a name of eight or more


class CommuneIndex:
    """Today's communes, with what they were called; ``folder`` is ``data/territories``."""

    def __init__(self, territories: Iterable[Territory], folder: Path) -> None:
        levels: dict[TerritoryLevel, dict[str, Territory]] = {level: {} for level in TerritoryLevel}
        for territory in territories:
            levels[territory.level][territory.code] = territory
        self._held = levels
        self.communes = levels[TerritoryLevel.COMMUNE]
        self.departments = levels[TerritoryLevel.DEPARTMENT]
        self.regions = levels[TerritoryLevel.REGION]
        self.epci = levels[TerritoryLevel.EPCI]
        self.areas = AreaNames(
            (d for d in self.departments.values() if d.code not in COLLECTIVITIES),
            self.regions.values(),
        )
        self._folder = folder

    def commune(self, code: str) -> Territory | None:
        """The commune of a current code, a former one, or that of a municipal arrondissement."""
        current = commune_of_arrondissement(code)
        return self.communes.get(current) or self.communes.get(self._current.get(current, ""))

    def now(self, code: str) -> tuple[str, ...]:
        """Today's communes of a former code, several where it was split; itself if current."""
        if commune_of_arrondissement(code) in self.communes:
            return (commune_of_arrondissement(code),)
        by_events = tuple(each for each in self.former.now(code) if each in self.communes)
        told = self._current.get(code, "")
        return by_events or ((told,) if told in self.communes else ())

    def collectivity_of(self, code: str) -> str | None:
        """The collectivity without communes here where a commune code lies (« 97127 » too)."""
        now = self.former.now(code)
        found = (now[0] if len(now) == 1 else code)[:3]
        return found if found in COLLECTIVITIES else None

    def is_code(self, level: TerritoryLevel, code: str) -> bool:
        """True for a code of these territories, or of the whole COG where they are fewer."""
        return code in self._held[level] or code in cog_codes(self._folder, level)

    def codes(self, level: TerritoryLevel) -> tuple[str, ...]:
        """Every code of a level."""
        return tuple(sorted(self._held[level].keys() | cog_codes(self._folder, level)))

    def served_by(self, postcode: str) -> Codes:
        """Communes that La Poste serves under a postcode (never a CEDEX one)."""
        return _codes(self._by_postcode.get(postcode))

    def named(self, key: str) -> Codes:
        """Communes of that very name, as ``city_key`` folds it."""
        return _codes(self._by_key.get(key))

    def loosely_named(self, key: str) -> Codes:
        """The same, articles and small prepositions left out."""
        return _codes(self._by_loose_key.get(loose_city_key(key)))

    def formerly_named(self, key: str) -> Codes:
        """Communes that had this name, or took over one that had it."""
        return _codes(self._by_former_key.get(key))

    def renamed_from(self, key: str) -> Codes:
        """Communes that are today's under another name, and had this one."""
        return _codes(self._by_other_key.get(key))

    def key_of(self, code: str) -> str:
        """The folded name of a commune, by its current code."""
        return self._key[code]

    def in_departments(self, codes: Iterable[str]) -> Codes:
        """Communes of some départements."""
        return frozenset().union(*(self._by_department.get(code, _NONE) for code in codes))

    def department_of(self, commune: str) -> str:
        """The département of a commune, by its current code."""
        return self.communes[commune].department_code or ""

    def people(self, commune: str) -> int:
        """Inhabitants of a commune, 0 when not known."""
        return self.communes[commune].population or 0

    def beginning(self, key: str) -> Codes:
        """Communes whose folded name begins with whole words of the key, itself left out."""
        start = bisect_left(self._keys, f"{key} ")
        end = bisect_left(self._keys, f"{key} \uffff")
        return frozenset().union(*(_codes(self._by_key[k]) for k in self._keys[start:end]))

    def cut_short(self, key: str) -> Codes:
        """Communes whose long name a narrow column cut: « chateauneuf d ille et vila »."""
        if len(key) < _CUT:
            return _NONE
        start, end = bisect_left(self._keys, key), bisect_left(self._keys, f"{key}\uffff")
        return frozenset().union(*(_codes(self._by_key[k]) for k in self._keys[start:end]))

    def beginning_alike(self, key: str, among: Codes) -> Codes:
        """Communes of a set whose name begins with the key, or the reverse."""
        return frozenset(code for code in among if begins(self._key[code], key))

    def alike(self, key: str, among: Codes) -> Codes:
        """Communes of a set whose name is the key but for a letter or so."""
        scored = ((Indel.normalized_similarity(self._key[code], key), code) for code in among)
        return frozenset(code for score, code in scored if score >= _ALIKE)

    def misspelt(self, key: str) -> Codes:
        """Communes of the whole country at one typing error of a long name."""
        if len(key) < _LONG_NAME:
            return self._plurals(key)
        near = self._by_length.nearest(key, errors=1, most=_MOST_NEAR)
        return frozenset().union(*(_codes(self._by_key[name]) for name in near))

    def _plurals(self, key: str) -> Codes:
        """Communes of a short name but for its last « s »: « Bézier »."""
        if len(key) < _SHORT_NAME or self.beginning(key):
            return _NONE
        return self.named(f"{key}s") | (self.named(key[:-1]) if key.endswith("s") else _NONE)

    def town_abroad(self, key: str) -> TownAbroad | None:
        """The town of another country that has this folded name."""
        return read_towns(self._folder).get(key)

    @cached_property
    def former(self) -> FormerCommunes:
        """Former names and codes."""
        return FormerCommunes(read_events(self._folder), self.communes)

    @cached_property
    def _current(self) -> Mapping[str, str]:
        told = {old: c.code for c in self.communes.values() for old in c.former_codes}
        by_events = {
            old: now[0] for old in self.former.codes() if len(now := self.former.now(old)) == 1
        }
        return by_events | told

    @cached_property
    def _by_postcode(self) -> Index:
        return _index((p, c.code) for c in self.communes.values() for p in c.postcodes)

    @cached_property
    def _by_department(self) -> dict[str, Codes]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for commune in self.communes.values():
            found[commune.department_code or ""].add(commune.code)
        return {department: frozenset(codes) for department, codes in found.items()}

    @cached_property
    def _key(self) -> dict[str, str]:
        return {code: passing_city_key(commune.name) for code, commune in self.communes.items()}

    @cached_property
    def _by_key(self) -> Index:
        return _index((key, code) for code, key in self._key.items())

    @cached_property
    def _by_loose_key(self) -> Index:
        return _index((loose_city_key(key), code) for code, key in self._key.items())

    @cached_property
    def _by_former_key(self) -> Index:
        return self._former_keys(self.former.names)

    @cached_property
    def _by_other_key(self) -> Index:
        return self._former_keys(each for each in self.former.names if each.renamed)

    def _former_keys(self, names: Iterable[FormerName]) -> Index:
        return _index(
            (key, code) for key, code in former_keys(names, self._key) if code in self.communes
        )

    @cached_property
    def _keys(self) -> list[str]:
        return sorted(self._by_key)

    @cached_property
    def _by_length(self) -> NamesByLength:
        return NamesByLength(self._keys)


@cache
def cog_codes(folder: Path, level: TerritoryLevel) -> Codes:
    """The codes of a level in ``data/territories``, collectivities without communes included."""
    path = folder / f"{_LAYERS[level]}.parquet"
    if not path.is_file():
        return _NONE
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow and large to load, for odd codes only

    codes = frozenset(pq.read_table(path, columns=["code"])["code"].to_pylist())
    return codes | COLLECTIVITIES.keys() if level is TerritoryLevel.DEPARTMENT else codes


def begins(name: str, key: str) -> bool:
    """True when one of two folded names begins with the other, by whole words."""
    return f"{name} ".startswith(f"{key} ") or f"{key} ".startswith(f"{name} ")


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    found: Index = {}
    for key, code in pairs:
        held = found.get(key)
        found[key] = code if held is None or held == code else _codes(held) | {code}
    return found


def _codes(held: str | Codes | None) -> Codes:
    if held is None:
        return _NONE
    return frozenset((held,)) if isinstance(held, str) else held
