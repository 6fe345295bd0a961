"""What partners are looked for, and the sites that an edition has around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from territorial_map.domain.geo import EARTH_RADIUS_KM, Point
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.queries.schema import Rows
from territorial_map.services.partnerships.profiles import ProfileIndex
from territorial_map.services.partnerships.same_group import group_of
from territorial_map.store.coded_columns import arrays_of

# Few enough to be ranked in milliseconds, many enough that most categories look no farther.
NEAREST = 1_500


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked for: around whom, in which categories, how far, how many per category.

    ``radius_km`` replaces each category's own reach; ``None`` keeps it. ``among`` is a resolved
    selection outside of which nobody is proposed. ``nearest`` sites are ranked before any other is
    read: it changes how soon the answer comes, never the answer. ``phone`` and ``trade`` keep those
    of whom one is known (``False``: unknown); ``None`` keeps everyone.
    """

    centre: Facts
    categories: tuple[PoolingCategory, ...]
    rulebook: Rulebook
    index: ProfileIndex
    limit: int
    radius_km: float | None = None
    among: Selection = field(default_factory=Selection)
    nearest: int = NEAREST
    phone: bool | None = None
    trade: bool | None = None

    def reach_km(self, category: PoolingCategory) -> float:
        """How far partners of a category are looked for."""
        return self.radius_km or self.rulebook.reach_km(category)

    @property
    def widest_km(self) -> float:
        """The circle that holds every category's."""
        return max(map(self.reach_km, self.categories))

    @property
    def tied(self) -> partners.Tied:
        """Who is not to be proposed to the centre."""
        centre = self.centre
        doubts = centre.other_ids | self.index.doubts.get(centre.id, frozenset())
        return partners.Tied(
            centre.person_key,
            tuple(sorted({centre.id, *doubts})),
            centre.manager_id,
            tuple(sorted(centre.ptce_ids)),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """Sites around the centre: position, profile, legal person and kilometres; (n,) each.

    Every site nearer than ``whole_km`` is among them; a site may come twice.
    """

    positions: NDArray[np.integer]
    profiles: NDArray[np.integer]
    persons: NDArray[np.integer]
    km: NDArray[np.float64]
    whole_km: float
    floor: float = 0.0

    def and_also(self, other: "Reached") -> "Reached":
        """Both; what is whole is the first's."""
        return Reached(
            np.concatenate((self.positions, other.positions)),
            np.concatenate((self.profiles, other.profiles)),
            np.concatenate((self.persons, other.persons)),
            np.concatenate((self.km, other.km)),
            self.whole_km,
            self.floor,
        )


class NearbySites:
    """The sites that may be proposed to the centre, read as they are needed."""

    def __init__(self, connection: Connection, looking: Looking, point: Point) -> None:
        self._connection = connection
        self._sites, self._own_id = looking.index.sites, looking.centre.id
        self._circle = partners.Circle(point, looking.widest_km, looking.among, looking.phone)
        self._tied = self._positions_of(looking)
        self._kept_profiles = _kept_profiles(looking)

    def nearest(self, limit: int) -> Reached:
        """The nearest sites, ``limit`` of them at most, those not to be proposed left out."""
        found = arrays_of(self._connection, partners.nearest_sites(self._circle, limit))
        floors = found["floor"]
        if len(floors) < limit:
            return self._free(found, np.inf, 0.0)
        floor = float(floors.max())
        whole_km = 2 * EARTH_RADIUS_KM * np.arcsin(min(1.0, np.sqrt(floor)))
        return self._free(found, float(whole_km), floor)

    def of_profiles(self, farthest_km: Mapping[int, float], from_floor: float = 0.0) -> Reached:
        """The sites of named profiles up to a distance for each, or a little more."""
        statement: Rows = partners.sites_of_profiles(self._circle, farthest_km, from_floor)
        return self._free(arrays_of(self._connection, statement), 0.0, 0.0)

    def _positions_of(self, looking: Looking) -> NDArray[np.integer]:
        tied = looking.tied
        own = self._sites.position_of(self._own_id)
        group = (one.id for one in group_of(self._connection, looking.centre, looking.index))
        doubles = map(self._sites.position_of, (*tied.ids, *group))
        found: list[NDArray[np.integer]] = []
        found.append(np.array([p for p in doubles if p is not None], dtype=np.int64))
        if own is not None:
            found.append(self._sites.of_person_at(own))
        if tied.manager_id is not None or tied.ptce_ids:
            rows = arrays_of(self._connection, partners.cooperating_positions(tied))
            found.append(rows["position"])
        return np.concatenate(found)

    def _free(self, found: Mapping[str, NDArray[Any]], whole_km: float, floor: float) -> Reached:
        free = ~np.isin(found["position"], self._tied)
        if self._kept_profiles is not None:
            free &= np.isin(found["profile"], self._kept_profiles)
        positions = found["position"][free]
        return Reached(
            positions,
            found["profile"][free],
            self._sites.persons[positions],
            found["distance_km"][free],
            whole_km,
            floor,
        )


def _kept_profiles(looking: Looking) -> NDArray[np.integer] | None:
    """The profiles whose trade is known, or unknown, as asked; ``None`` keeps all."""
    if looking.trade is None:
        return None
    every = looking.index.by_number.items()
    kept = [number for number, profile in every if bool(profile.sectors) is looking.trade]
    return np.array(kept, dtype=np.int64)
