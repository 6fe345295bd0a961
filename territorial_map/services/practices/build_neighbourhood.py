"""Who stands where while an edition is built: only what tells whether somebody is within reach.

A trait is a name for a group of organisations (« suppliers », « ess_actor:sector:textile »). For
each trait and point no more than three legal persons are kept: a build asks for two others at
most, and names come from the edition when somebody asks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import floor, sqrt

from territorial_map.domain.geo import KM_PER_DEGREE_LAT, Point, distance_km, window_around
from territorial_map.services.practices.nearby_groups import REACH_KM

_CELL_DEGREES = 0.25
# Degrees of longitude and of latitude, both at most, that never make more than ``REACH_KM``.
_SURELY_NEAR = REACH_KM / KM_PER_DEGREE_LAT / sqrt(2)
_ENOUGH = 3  # oneself, and the two others that article 9 asks for

_Place = tuple[float, float]  # longitude and latitude: quicker to look up than a point
_Persons = dict[_Place, tuple[str, ...]]
_Cell = dict[str, _Persons]  # by trait
_NOBODY: _Persons = {}


class Whereabouts:
    """Legal persons by trait, in a grid of cells."""

    def __init__(self) -> None:
        self._grid: dict[tuple[int, int], _Cell] = defaultdict(dict)

    def add(self, traits: Iterable[str], point: Point, person_key: str) -> None:
        """Learn that a legal person with these traits has a site there."""
        cell = self._grid[_cell(point.lon), _cell(point.lat)]
        place = (point.lon, point.lat)
        for trait in traits:
            persons = cell.get(trait)
            if persons is None:
                persons = cell[trait] = {}
            there = persons.get(place)
            if there is None:
                persons[place] = (person_key,)
            elif len(there) < _ENOUGH and person_key not in there:
                persons[place] = (*there, person_key)

    def near(self, point: Point) -> "Near":
        """Who stands within ``REACH_KM`` of a point."""
        return Near(point, tuple(self._cells(point)))

    def _cells(self, point: Point) -> Iterator[_Cell]:
        """The cells that may hold somebody within reach, the point's own first."""
        own = (_cell(point.lon), _cell(point.lat))
        window = window_around(point, REACH_KM)
        across = range(_cell(window.west), _cell(window.east) + 1)
        along = range(_cell(window.south), _cell(window.north) + 1)
        for key in (own, *((x, y) for x in across for y in along if (x, y) != own)):
            if key in self._grid:
                yield self._grid[key]


class Near:
    """What is known of the surroundings of one point, found out when it is asked."""

    def __init__(self, point: Point, cells: tuple[_Cell, ...]) -> None:
        self._point = point
        self._cells = cells
        self._persons: dict[str, tuple[str, ...]] = {}

    def has_others(self, trait: str, person_key: str, needed: int = 1) -> bool:
        """Whether as many other legal persons with that trait have a site within reach."""
        found = self.some(trait)
        return len(found) - (person_key in found) >= needed

    def some(self, trait: str) -> tuple[str, ...]:
        """Three legal persons with that trait within reach, or all of them if they are fewer."""
        found = self._persons.get(trait)
        if found is None:
            found = self._persons[trait] = self._within_reach(trait)
        return found

    def _within_reach(self, trait: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for cell in self._cells:
            for other, persons in cell.get(trait, _NOBODY).items():
                is_told = len(persons) == 1 and persons[0] in found
                if not is_told and _is_near(self._point, other):
                    found.update(dict.fromkeys(persons))
                    if len(found) >= _ENOUGH:
                        return tuple(found)[:_ENOUGH]
        return tuple(found)


def _is_near(point: Point, other: _Place) -> bool:
    lon, lat = other
    if abs(lon - point.lon) <= _SURELY_NEAR and abs(lat - point.lat) <= _SURELY_NEAR:
        return True
    return distance_km(point, Point(lon, lat)) <= REACH_KM


def _cell(degrees: float) -> int:
    return floor(degrees / _CELL_DEGREES)
