"""Where a row says it is: by commune code, postcode and city, city, or postcode alone."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from territorial_map.domain.city_labels import city_key, loose_city_key
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import PlaceLevel
from territorial_map.domain.territory import commune_of_arrondissement
from territorial_map.domain.text import fold
from territorial_map.queries import matching
from territorial_map.queries.schema import AnyRow
from territorial_map.services.explore.open_edition import OpenEdition

_POSTCODE = re.compile(r"(?<!\d)(\d{2}[ \u00a0]?\d{3}|\d{4,5})(?!\d)")
_IN_ADDRESS = re.compile(r"(?<!\d)(\d{5})\s+([^\d,;]{2,})")
_LONG_NAME = 8


@dataclass(frozen=True, slots=True)
class RowPlace:
    """The communes a row may mean and their departments; both empty when it tells no place."""

    communes: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    postcode: str = ""

    def level(self, commune: str | None, department: str | None) -> PlaceLevel:
        """How a candidate's place agrees."""
        if not self.departments or department is None:
            return PlaceLevel.UNTOLD
        if commune is not None and commune in self.communes:
            return PlaceLevel.COMMUNE if len(self.communes) == 1 else PlaceLevel.AMONG
        return PlaceLevel.DEPARTMENT if department in self.departments else PlaceLevel.ELSEWHERE


class PlaceIndex:
    """The communes of an edition by code, postcode and the ways their names are written."""

    def __init__(self, communes: Iterable[AnyRow]) -> None:
        self._department: dict[str, str] = {}
        self._current: dict[str, str] = {}
        self._by_postcode: dict[str, set[str]] = defaultdict(set)
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._by_loose_key: dict[str, set[str]] = defaultdict(set)
        self._by_department: dict[str, set[str]] = defaultdict(set)
        self._key: dict[str, str] = {}
        for row in communes:
            self._add(row)
        self._keys = sorted(self._by_key)

    def _add(self, row: AnyRow) -> None:
        key = city_key(row.name)
        self._department[row.code] = row.department_code or ""
        self._key[row.code] = key
        self._by_key[key].add(row.code)
        self._by_loose_key[loose_city_key(key)].add(row.code)
        self._by_department[row.department_code or ""].add(row.code)
        for postcode in row.postcodes:
            self._by_postcode[postcode].add(row.code)
        for code in row.former_codes:
            self._current.setdefault(code, row.code)

    def whereabouts(self, given: Given) -> RowPlace:
        """What the place cells of a row mean together; swapped cells are read all the same."""
        code = commune_of_arrondissement(given.commune_code)
        known = code if code in self._department else self._current.get(code)
        postcode, city = _postcode_and_city(given)
        if known is not None:
            return self._at({known}, postcode)
        served = self._by_postcode.get(postcode, set())
        around = {self._department[code] for code in served} or self._told_department(
            postcode, given.department
        )
        communes = self._named(city, served, around)
        if communes or around:
            found = self._at(communes or served, postcode)
            return found if communes or served else RowPlace(frozenset(), frozenset(around))
        return RowPlace()

    def _at(self, communes: set[str], postcode: str) -> RowPlace:
        departments = frozenset(self._department[code] for code in communes)
        return RowPlace(frozenset(communes), departments, postcode)

    def _told_department(self, postcode: str, department: str) -> set[str]:
        """The department of a postcode that no commune has (CEDEX), else the one told."""
        if postcode:
            if postcode.startswith("20"):
                return {"2A", "2B"}
            code = postcode[: 3 if postcode.startswith(("97", "98")) else 2]
            return {code} if code in self._by_department else set()
        code = department.strip().upper()
        padded = code.zfill(2)
        return {padded} if padded in self._by_department and code else set()

    def _named(self, city: str, served: set[str], around: set[str]) -> set[str]:
        """The communes a city label means, those of its postcode or department if there are any."""
        key = city_key(city)
        if not key:
            return set()
        labelled = self._by_key.get(key) or self._by_loose_key.get(loose_city_key(key)) or set()
        if not served and not around:
            return set(labelled) or self._misspelt(key, self._keys)
        nearby = labelled & served or {c for c in labelled if self._department[c] in around}
        if nearby:
            return nearby
        codes = served or set().union(*(self._by_department[d] for d in around))
        begins = {c for c in codes if _begins(self._key[c], key)}
        return begins or self._misspelt(key, [self._key[c] for c in codes]) & codes

    def _misspelt(self, key: str, keys: list[str]) -> set[str]:
        errors = 2 if len(key) >= _LONG_NAME else 1
        near = process.extract(key, keys, scorer=OSA.distance, score_cutoff=errors, limit=8)
        best = min((distance for _, distance, _ in near), default=0)
        return {
            c for name, distance, _ in near if distance == best for c in self._by_key.get(name, ())
        }


def _begins(name: str, key: str) -> bool:
    return f"{name} ".startswith(f"{key} ") or f"{key} ".startswith(f"{name} ")


def _postcode_and_city(given: Given) -> tuple[str, str]:
    """The postcode and the city, wherever they were typed; the address only as a last resort."""
    cells = (given.postcode, given.city)
    found = [match[1] for cell in cells for match in _POSTCODE.finditer(cell)]
    postcode = found[0].replace(" ", "").replace("\u00a0", "").zfill(5) if found else ""
    texts = [_POSTCODE.sub(" ", cell) for cell in (given.city, given.postcode)]
    city = next((text.strip(" -,()") for text in texts if fold(text)), "")
    if not postcode and not city:
        inside = _IN_ADDRESS.search(given.address)
        return (inside[1], inside[2]) if inside else ("", "")
    return postcode, city


@lru_cache(maxsize=2)
def place_index(edition: OpenEdition) -> PlaceIndex:
    """The index of an edition, built once: an edition never changes."""
    with edition.file.connect() as connection:
        return PlaceIndex(connection.execute(matching.communes()).fetchall())
