"""The directory around a place, by SQL on an open edition."""

from dataclasses import dataclass

from territorial_map.domain.geo import Point
from territorial_map.domain.practices.surroundings import Nearby
from territorial_map.domain.selection import Around
from territorial_map.domain.vocabulary import Located
from territorial_map.queries.schema import AnyRow
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.nearby_groups import REACH_KM, FoundNearby, Group

_SURE_KM = 1.0


@dataclass(frozen=True, slots=True)
class EditionVicinity:
    """An open edition around a point; the nearest come first, and all are counted.

    ``precise`` says that the point is an address and not the middle of a commune. ``tied`` are the
    legal persons that are together with it already, or probably of its group.
    """

    edition: OpenEdition
    point: Point
    person_key: str = ""
    precise: bool = False
    tied: tuple[str, ...] = ()

    def near(self, group: Group, most: int, *, untied: bool = False) -> FoundNearby:
        """Up to ``most`` legal persons of the group, nearest first; ``total`` counts all."""
        circle = Around(self.point, REACH_KM)
        excluded = (self.person_key, *self.tied) if untied else (self.person_key,)
        rows = self.edition.persons_within(group, circle, excluded, most)
        return FoundNearby(tuple(map(self._nearby, rows)), rows[0].total if rows else 0)

    def _nearby(self, row: AnyRow) -> Nearby:
        """Between middles of communes, less than a kilometre is no distance at all."""
        precise = self.precise and row.located == Located.ADDRESS
        told = precise or row.distance_km >= _SURE_KM
        return Nearby(row.name, round(row.distance_km, 3) if told else None)
