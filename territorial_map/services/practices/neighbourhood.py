"""The directory around a place: in memory while an edition is built, by SQL once it is open."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from territorial_map.domain.geo import Point, distance_km, window_around
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.surroundings import Nearby
from territorial_map.domain.selection import Around
from territorial_map.domain.vocabulary import Located
from territorial_map.queries.schema import AnyRow
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.vicinity import REACH_KM, Found, Group

_CELL_DEGREES = 0.25
_SURE_KM = 1.0
_Cells = dict[tuple[int, int], list[tuple[Point, Organisation]]]


@dataclass(frozen=True, slots=True)
class EditionVicinity:
    """An open edition around a point; the nearest come first, and all are counted.

    ``precise`` says that the point is an address and not the middle of a commune.
    """

    edition: OpenEdition
    point: Point
    person_key: str = ""
    precise: bool = False

    def near(self, group: Group, most: int) -> Found:
        """Up to ``most`` legal persons of the group, nearest first; ``total`` counts all."""
        circle = Around(self.point, REACH_KM)
        rows = self.edition.persons_within(group, circle, self.person_key, most)
        return Found(tuple(map(self._nearby, rows)), rows[0].total if rows else 0)

    def _nearby(self, row: AnyRow) -> Nearby:
        """Between middles of communes, less than a kilometre is no distance at all."""
        precise = self.precise and row.located == Located.ADDRESS
        told = precise or row.distance_km >= _SURE_KM
        return Nearby(row.name, round(row.distance_km, 3) if told else None)


class Neighbourhood:
    """Organisations in a grid of cells, one grid per group, made when it is first asked for."""

    def __init__(self, organisations: Sequence[Organisation]) -> None:
        self._placed = [(o.place.point, o) for o in organisations if o.place.point is not None]
        self._grids: dict[Group, _Cells] = {}

    def around(self, point: Point, person_key: str) -> "GridVicinity":
        """The neighbourhood seen from one place."""
        return GridVicinity(self, point, person_key)

    def within_reach(self, group: Group, point: Point) -> Iterator[tuple[float, Organisation]]:
        """Members of the group within ``REACH_KM``, with their distance, in no order."""
        grid = self._grids.get(group)
        if grid is None:
            grid = self._grids[group] = self._grid_of(group)
        window = window_around(point, REACH_KM)
        for x in range(_cell(window.west), _cell(window.east) + 1):
            for y in range(_cell(window.south), _cell(window.north) + 1):
                for other, organisation in grid.get((x, y), ()):
                    distance = distance_km(point, other)
                    if distance <= REACH_KM:
                        yield distance, organisation

    def _grid_of(self, group: Group) -> _Cells:
        grid: _Cells = defaultdict(list)
        for point, organisation in self._placed:
            if any(selection.keeps(organisation) for selection in group):
                grid[_cell(point.lon), _cell(point.lat)].append((point, organisation))
        return dict(grid)


@dataclass(frozen=True, slots=True)
class GridVicinity:
    """A neighbourhood from one place: any members of a group, not the nearest.

    A build needs to know that there are some, and stops at the first; the names are read from the
    edition when somebody asks.
    """

    neighbourhood: Neighbourhood
    point: Point
    person_key: str

    def near(self, group: Group, most: int) -> Found:
        """Up to ``most`` legal persons of the group, whichever come first."""
        found: dict[str, Nearby] = {}
        for distance, organisation in self.neighbourhood.within_reach(group, self.point):
            key = organisation.person_key
            if key != self.person_key:
                found.setdefault(key, Nearby(organisation.name, distance))
                if len(found) == most:
                    break
        return Found(tuple(found.values()), len(found))


def _cell(degrees: float) -> int:
    return floor(degrees / _CELL_DEGREES)
