"""What cooperates already in a territory: the poles there and near."""

from dataclasses import dataclass

from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.place import PortraitPlace

NEAR_KM = 50.0
_MOST_POLES = 100
_SMALL = frozenset({TerritoryLevel.EPCI, TerritoryLevel.COMMUNE})


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Poles whose seat is there, and within ``NEAR_KM`` of the inner point, nearest first.

    ``near`` is ``None`` for a département or a région, which one point does not stand for.
    """

    inside: tuple[Listed, ...]
    near: tuple[Listed, ...] | None


def cooperation_of(edition: OpenEdition, place: PortraitPlace) -> Cooperation:
    """The poles inside and near a territory."""
    poles = place.selection.choosing("kind", [Kind.PTCE.value])
    inside = edition.page(poles, Order.NAME, _MOST_POLES).items
    return Cooperation(inside, _near(edition, place, inside))


def _near(
    edition: OpenEdition, place: PortraitPlace, inside: tuple[Listed, ...]
) -> tuple[Listed, ...] | None:
    point = place.territory.point
    if point is None or place.territory.level not in _SMALL:
        return None
    around = Selection.of({"kind": [Kind.PTCE.value]}, around=Around(point, NEAR_KM))
    found = edition.page(around, Order.DISTANCE, _MOST_POLES).items
    there = {one.id for one in inside}
    return tuple(one for one in found if one.id not in there)
