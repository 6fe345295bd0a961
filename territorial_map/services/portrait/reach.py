"""What people of a territory have within reach, read as it was computed with the edition."""

from collections import defaultdict
from dataclasses import dataclass

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.reach import OUT_OF_REACH_KM, REACH_KM, ReachTarget
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries.portrait import nearest_in, nearest_to, reach_in
from territorial_map.queries.schema import AnyRow, commune_reach, territory_reach
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of

_TABLES = (commune_reach, territory_reach)


@dataclass(frozen=True, slots=True)
class CommuneAway:
    """A commune, and how far the nearest known place of a kind is (as the crow flies)."""

    code: str
    name: str
    population: int | None
    nearest_km: float
    nearest_id: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Who lives near a known place of one kind; ``within`` goes with ``REACH_KM``.

    ``away`` are the communes farther than ``OUT_OF_REACH_KM``, the farthest first. A commune lies
    at its inner point with all its inhabitants. ``nearest`` is the one place nearest to a commune
    whose portrait this is.
    """

    target: ReachTarget
    inhabitants: int
    within: tuple[int, ...]
    away: tuple[CommuneAway, ...]
    nearest: CommuneAway | None = None

    @property
    def shares(self) -> tuple[float | None, ...]:
        """The same as shares in [0, 1]; ``None`` where nobody is counted."""
        return tuple(n / self.inhabitants if self.inhabitants else None for n in self.within)


def reach_of(edition: OpenEdition, territory: AnyTerritory) -> tuple[Reach, ...] | None:
    """Per kind of place, in order; a kind that is known nowhere around is left out.

    ``None`` for an edition that was written before reach was computed, or without places.
    """
    if not held_of(edition).has(*_TABLES):
        return None
    if isinstance(territory, CommuneGroup):
        return _of_group(edition, territory)
    level, code = territory.level, territory.code
    farther_km = 0 if level is TerritoryLevel.COMMUNE else OUT_OF_REACH_KM
    with edition.file.connect() as connection:
        near = connection.execute(nearest_in(level, code, farther_km)).fetchall()
        summed = connection.execute(reach_in(level, code)).fetchall()
    communes: defaultdict[str, list[CommuneAway]] = defaultdict(list)
    for row in near:
        communes[row.target].append(_commune(edition, row))
    if level is TerritoryLevel.COMMUNE:
        found = {
            target: _of_commune(ReachTarget(target), one) for target, (one,) in communes.items()
        }
    else:
        found = {row.target: _summed(row, communes[row.target]) for row in summed}
    return tuple(found[target] for target in ReachTarget if target in found) or None


def _of_group(edition: OpenEdition, group: CommuneGroup) -> tuple[Reach, ...] | None:
    """The sum of its communes."""
    with edition.file.connect() as connection:
        near = connection.execute(nearest_to(group.codes)).fetchall()
    communes: defaultdict[str, list[CommuneAway]] = defaultdict(list)
    for row in near:
        communes[row.target].append(_commune(edition, row))
    told = (_sum(target, communes[target.value]) for target in ReachTarget)
    return tuple(one for one in told if one is not None) or None


def _sum(target: ReachTarget, communes: list[CommuneAway]) -> Reach | None:
    if not communes:
        return None
    within = tuple(
        sum(one.population or 0 for one in communes if one.nearest_km <= km) for km in REACH_KM
    )
    away = tuple(one for one in communes if one.nearest_km > OUT_OF_REACH_KM)
    return Reach(target, sum(one.population or 0 for one in communes), within, away)


def _commune(edition: OpenEdition, row: AnyRow) -> CommuneAway:
    name = edition.names.territory(TerritoryLevel.COMMUNE, row.commune)
    return CommuneAway(row.commune, name, row.population, row.nearest_km, row.nearest_id)


def _summed(row: AnyRow, away: list[CommuneAway]) -> Reach:
    within = (row.within_10, row.within_20, row.within_30)
    return Reach(ReachTarget(row.target), row.inhabitants, within, tuple(away))


def _of_commune(target: ReachTarget, one: CommuneAway) -> Reach:
    """All of a commune's inhabitants live at its point."""
    people = one.population or 0
    within = tuple(people if one.nearest_km <= km else 0 for km in REACH_KM)
    away = (one,) if one.nearest_km > OUT_OF_REACH_KM else ()
    return Reach(target, people, within, away, one)
