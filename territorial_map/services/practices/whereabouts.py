"""Who stands where while an edition is built: only what tells whether somebody is within reach.

A trait is a name for a group of organisations (« suppliers », « ess_actor:sector:textile »). For
each trait and point no more than three legal persons are kept: a build asks for two others at
most, and names come from the edition when somebody asks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import floor

from territorial_map.domain.geo import Point, distance_km, window_around
from territorial_map.services.practices.vicinity import REACH_KM

_CELL_DEGREES = 0.25
_ENOUGH = 3  # oneself, and the two others that article 9 asks for
_MOST_KNOWN = 40_000  # points, some more than there are communes

_Cell = dict[Point, tuple[str, ...]]


class Whereabouts:
    """Legal persons by trait, in a grid of cells; answers are kept, many share a point."""

    def __init__(self) -> None:
        self._grids: dict[tuple[int, int], dict[str, _Cell]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self._known: dict[Point, Near] = {}

    def add(self, traits: Iterable[str], point: Point, person_key: str) -> None:
        """Learn that a legal person with these traits has a site there."""
        cells = self._grids[_cell(point.lon), _cell(point.lat)]
        for trait in traits:
            cell = cells[trait]
            there = cell.get(point, ())
            if len(there) < _ENOUGH and person_key not in there:
                cell[point] = (*there, person_key)

    def near(self, point: Point) -> "Near":
        """Who stands within ``REACH_KM`` of a point."""
        near = self._known.get(point)
        if near is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            near = self._known[point] = Near(self, point)
        return near

    def within_reach(self, trait: str, point: Point) -> tuple[str, ...]:
        """Three legal persons with a trait within reach of a point, or all if they are fewer."""
        found: dict[str, None] = {}
        for cell in self._cells(trait, point):
            for other, persons in cell.items():
                if not found.keys() >= set(persons) and distance_km(point, other) <= REACH_KM:
                    found |= dict.fromkeys(persons)
                    if len(found) >= _ENOUGH:
                        return tuple(found)[:_ENOUGH]
        return tuple(found)

    def _cells(self, trait: str, point: Point) -> Iterator[_Cell]:
        """The cells that may hold somebody within reach, the point's own first."""
        own = (_cell(point.lon), _cell(point.lat))
        yield self._grids[own].get(trait, {})
        window = window_around(point, REACH_KM)
        for x in range(_cell(window.west), _cell(window.east) + 1):
            for y in range(_cell(window.south), _cell(window.north) + 1):
                if (x, y) != own and (x, y) in self._grids:
                    yield self._grids[x, y].get(trait, {})


class Near:
    """What is known of the surroundings of one point, found out when it is asked."""

    def __init__(self, whereabouts: Whereabouts, point: Point) -> None:
        self._whereabouts = whereabouts
        self._point = point
        self._persons: dict[str, tuple[str, ...]] = {}

    def has_others(self, trait: str, person_key: str, needed: int = 1) -> bool:
        """Whether as many other legal persons with that trait have a site within reach."""
        found = self._persons.get(trait)
        if found is None:
            found = self._whereabouts.within_reach(trait, self._point)
            self._persons[trait] = found
        return len(found) - (person_key in found) >= needed


def _cell(degrees: float) -> int:
    return floor(degrees / _CELL_DEGREES)
