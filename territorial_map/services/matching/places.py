"""Where a row says it is, and how a candidate's place agrees with it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import PlaceLevel
from territorial_map.domain.text import fold
from territorial_map.places import PlaceCells, PlaceFlag, PlaceReader, SettledPlace
from territorial_map.places.coordinates import read_point
from territorial_map.services.matching.names import read_name

_MOST_COMMUNES = 12  # told of a town's namesakes
_LINK = re.compile(r" (?:en|sur|sous|les|lez|de|du|des|d|la|le|au|aux|et|pres|l) ")


@dataclass(frozen=True, slots=True)
class RowPlace:
    """The communes a row may mean and their départements; all empty when it tells no place.

    A row abroad has its country's code for département: every candidate here is elsewhere.
    """

    communes: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    postcode: str = ""

    def level(self, commune: str | None, department: str | None) -> PlaceLevel:
        """How a candidate's place agrees."""
        if not self.departments or department is None:
            return PlaceLevel.UNTOLD
        if commune is not None and commune in self.communes:
            return PlaceLevel.COMMUNE if len(self.communes) == 1 else PlaceLevel.AMONG
        if department not in self.departments:
            return PlaceLevel.ELSEWHERE
        return PlaceLevel.DEPARTMENT if self.communes else PlaceLevel.WITHIN


def row_place(given: Given, reader: PlaceReader) -> RowPlace:
    """What the place cells of a row mean together, read as an import reads them."""
    return place_of_settled(reader.settle(place_cells(given)), reader)


def place_of_settled(settled: SettledPlace, reader: PlaceReader) -> RowPlace:
    """What a settled place means for candidates; the smaller namesakes of a town are meant too."""
    if settled.country:
        return RowPlace(departments=frozenset({settled.country}))
    communes = frozenset({settled.commune} if settled.commune else settled.candidates)
    if PlaceFlag.COMMUNE_FROM_POPULATION in settled.flags:
        communes |= frozenset(settled.candidates)
    departments = frozenset(map(reader.index.department_of, communes)) or settled.departments
    return RowPlace(communes, departments, settled.postcode)


@dataclass(frozen=True, slots=True)
class PossibleCommune:
    """A commune that a town may mean."""

    code: str
    name: str
    department: str


def possible_communes(given: Given, reader: PlaceReader) -> tuple[PossibleCommune, ...]:
    """The communes that the town of a row may mean, the largest first; none when one is sure.

    Namesakes that a far larger one hides are among them: its size chose, nothing that was told.
    """
    settled = reader.settle(place_cells(given))
    by_size = PlaceFlag.COMMUNE_FROM_POPULATION in settled.flags
    if settled.country or (settled.commune is not None and not by_size):
        return ()
    codes = ((settled.commune,) if settled.commune else ()) + settled.candidates
    named = (reader.index.commune(code) for code in codes[:_MOST_COMMUNES])
    return tuple(
        PossibleCommune(each.code, each.name, reader.index.department_of(each.code))
        for each in named
        if each is not None
    )


def place_cells(given: Given) -> PlaceCells:
    """The cells of a row of somebody's list that tell where."""
    point = read_point(given.lon, given.lat)
    return PlaceCells(
        address=given.address,
        postcode=given.postcode,
        city=given.city,
        commune_code=given.commune_code,
        department=given.department,
        region=given.region,
        country=given.country,
        lon=point.lon,
        lat=point.lat,
    )


@dataclass(frozen=True, slots=True)
class TownWords:
    """The words of a commune's name; ``head``: those that people say, « Vernoux » alone."""

    all: tuple[str, ...]
    head: tuple[str, ...]


@lru_cache(maxsize=8_192)
def town_words(name: str) -> TownWords:
    """The words of a commune's name as names of organisations are read.

    >>> town_words("Vernoux-en-Vivarais").head, town_words("Saint-Étienne").head
    (('vernoux',), ('saint', 'etienne'))
    """
    told = read_name(name).words
    until = _LINK.split(fold(name).removeprefix("le ").removeprefix("la ").removeprefix("les "))
    return TownWords(told, read_name(until[0]).words)


def area_words(department: str | None, reader: PlaceReader) -> tuple[tuple[str, ...], ...]:
    """The names of a département and of its région, as names of organisations are read."""
    told = reader.index.departments.get(department or "")
    if told is None:
        return ()
    region = reader.index.regions.get(told.region_code or "")
    return tuple(
        dict.fromkeys(town_words(each.name).all for each in (told, region) if each is not None)
    )
