"""Who stands where while an edition is built: only what tells whether somebody is within reach.

A trait is a name for a group of organisations (« suppliers », « ess_actor:sector:textile »). For
each trait and point no more than three legal persons are kept: a build asks for two others at
most, and names come from the edition when somebody asks.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import floor

from territorial_map.domain.geo import Point, distance_km, window_around
from territorial_map.services.practices.vicinity import REACH_KM

_CELL_DEGREES = 0.25
_ENOUGH = 3  # oneself, and the two others that article 9 asks for
_MOST_KNOWN = 400_000

_Cell = dict[Point, tuple[str, ...]]


class Whereabouts:
    """Legal persons by trait, in a grid of cells; answers are kept, many share a point."""

    def __init__(self) -> None:
        self._grids: dict[str, dict[tuple[int, int], _Cell]] = defaultdict(dict)
        self._known: dict[tuple[str, Point], tuple[str, ...]] = {}

    def add(self, trait: str, point: Point, person_key: str) -> None:
        """Learn that a legal person with that trait has a site there."""
        cell = self._grids[trait].setdefault((_cell(point.lon), _cell(point.lat)), {})
        there = cell.get(point, ())
        if len(there) < _ENOUGH and person_key not in there:
            cell[point] = (*there, person_key)

    def has_others(self, trait: str, point: Point, person_key: str, needed: int = 1) -> bool:
        """Whether as many other legal persons with that trait have a site within ``REACH_KM``."""
        found = self._within_reach(trait, point)
        return len(found) - (person_key in found) >= needed

    def _within_reach(self, trait: str, point: Point) -> tuple[str, ...]:
        """Three legal persons within reach, or all of them if they are fewer."""
        asked = (trait, point)
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = self._known[asked] = self._found(trait, point)
        return found

    def _found(self, trait: str, point: Point) -> tuple[str, ...]:
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
        grid = self._grids.get(trait)
        if not grid:
            return
        own = (_cell(point.lon), _cell(point.lat))
        if own in grid:
            yield grid[own]
        window = window_around(point, REACH_KM)
        for x in range(_cell(window.west), _cell(window.east) + 1):
            for y in range(_cell(window.south), _cell(window.north) + 1):
                if (x, y) != own and (x, y) in grid:
                    yield grid[x, y]


def _cell(degrees: float) -> int:
    return floor(degrees / _CELL_DEGREES)
