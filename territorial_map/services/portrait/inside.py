"""What is known in each territory inside another one."""

from collections import defaultdict
from dataclasses import dataclass

from territorial_map.domain.commune_groups import CommuneGroup
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.portrait import inside_by
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of
from territorial_map.services.portrait.place import PortraitPlace

NARROWER = {
    TerritoryLevel.REGION: TerritoryLevel.DEPARTMENT,
    TerritoryLevel.DEPARTMENT: TerritoryLevel.EPCI,
    TerritoryLevel.EPCI: TerritoryLevel.COMMUNE,
}


@dataclass(frozen=True, slots=True)
class InsideTerritory:
    """A territory inside another, and how many organisations of each kind are known in both.

    An EPCI may reach beyond a département: only what lies in both is counted.
    """

    territory: Territory
    organisations: int
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InsideTerritories:
    """Territories of the narrower level, the most organisations first.

    ``others`` of them have none that our sources know; ``unplaced`` organisations are known to
    the wider territory alone. ``level`` is ``None`` where there is nothing narrower.
    """

    level: TerritoryLevel | None
    territories: tuple[InsideTerritory, ...] = ()
    others: int = 0
    unplaced: int = 0


def inside_of(edition: OpenEdition, place: PortraitPlace) -> InsideTerritories:
    """The territories inside a place; none for a commune."""
    level = narrower_than(place)
    if level is None:
        return InsideTerritories(None)
    counts: defaultdict[str | None, dict[str, int]] = defaultdict(dict)
    with edition.file.connect() as connection:
        for row in connection.execute(inside_by(place.selection, level)):
            counts[row.code][row.kind] = row.organisations
    unplaced = sum(counts.pop(None, {}).values())
    named = ((edition.gazetteer.get(level, code or ""), kinds) for code, kinds in counts.items())
    found = [_inside(territory, kinds) for territory, kinds in named if territory is not None]
    found.sort(key=lambda one: (-one.organisations, one.territory.name))
    told = {one.territory.code for one in found}
    others = sum(one.code not in told for one in held_of(edition).lying_in(level, place.territory))
    return InsideTerritories(level, tuple(found), others, unplaced)


def _inside(territory: Territory, kinds: dict[str, int]) -> InsideTerritory:
    told = tuple(kinds.get(kind.value, 0) for kind in Kind)
    return InsideTerritory(territory, sum(told), told)


def narrower_than(place: PortraitPlace) -> TerritoryLevel | None:
    """The level that a place is told by; ``None`` for a commune."""
    if isinstance(place.territory, CommuneGroup):
        return TerritoryLevel.COMMUNE
    return NARROWER.get(place.territory.level)
