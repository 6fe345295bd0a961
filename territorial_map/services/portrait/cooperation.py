"""What cooperates already in a territory: the poles there and near."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.geo import distance_km
from territorial_map.domain.listing import Listed
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of
from territorial_map.services.portrait.place import PortraitPlace

NEAR_KM = 50.0
_WIDE = frozenset({TerritoryLevel.REGION, TerritoryLevel.DEPARTMENT})


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Poles whose seat is there, and within ``NEAR_KM`` of the inner point, nearest first.

    The point of communes together is that of the largest. ``near`` is ``None`` for a département or
    a région, which one point does not stand for.
    """

    inside: tuple[Listed, ...]
    near: tuple[Listed, ...] | None


def cooperation_of(edition: OpenEdition, place: PortraitPlace) -> Cooperation:
    """The poles inside and near a territory."""
    poles = held_of(edition).poles
    inside = tuple(one for one in poles if _lies_in(one, place.territory))
    return Cooperation(inside, _near(poles, place, inside))


def _lies_in(one: Listed, territory: AnyTerritory) -> bool:
    if isinstance(territory, CommuneGroup):
        return one.commune_code in territory.codes
    return bool(getattr(one, f"{territory.level.value}_code") == territory.code)


def _near(
    poles: Sequence[Listed], place: PortraitPlace, inside: tuple[Listed, ...]
) -> tuple[Listed, ...] | None:
    point = place.territory.point
    if point is None or place.territory.level in _WIDE:
        return None
    there = {one.id for one in inside}
    others = (one for one in poles if one.point is not None and one.id not in there)
    found = [replace(one, distance_km=distance_km(point, one.point)) for one in others if one.point]
    near = [one for one in found if (one.distance_km or 0) <= NEAR_KM]
    return tuple(sorted(near, key=lambda one: (one.distance_km or 0, one.id)))
