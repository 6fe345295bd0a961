"""The territory that a portrait is of, and the wider ones that it is told beside."""

from dataclasses import dataclass

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition


@dataclass(frozen=True, slots=True)
class PortraitPlace:
    """A territory, the département and région that hold it, nearest first, and its communes.

    An EPCI is told beside the département where most of its inhabitants live. ``communes`` is
    ``None`` for a commune; ``everyone`` is the number of inhabitants of all régions together.
    """

    territory: Territory
    wider: tuple[Territory, ...]
    communes: int | None
    everyone: int

    @property
    def selection(self) -> Selection:
        """The organisations of the territory."""
        return selection_of(self.territory)

    @property
    def department(self) -> Territory | None:
        """The département that it is, or that holds it."""
        found = (self.territory, *self.wider)
        return next((one for one in found if one.level is TerritoryLevel.DEPARTMENT), None)


def selection_of(territory: Territory | None) -> Selection:
    """The organisations known in a territory; without one, in the whole country and beyond."""
    return Selection.of({territory.level.value: [territory.code]} if territory else {})


def place_of(edition: OpenEdition, territory: Territory) -> PortraitPlace:
    """A territory with what stands around it."""
    gazetteer = edition.gazetteer
    above = (
        (TerritoryLevel.DEPARTMENT, territory.department_code),
        (TerritoryLevel.REGION, territory.region_code),
    )
    found = [
        gazetteer.get(level, code) for level, code in above if code and level != territory.level
    ]
    wider = tuple(one for one in found if one is not None)
    everyone = sum(one.population or 0 for one in gazetteer.of_level(TerritoryLevel.REGION))
    return PortraitPlace(territory, wider, _communes(edition, territory), everyone)


def _communes(edition: OpenEdition, territory: Territory) -> int | None:
    if territory.level is TerritoryLevel.COMMUNE:
        return None
    parent = f"{territory.level.value}_code"
    communes = edition.gazetteer.of_level(TerritoryLevel.COMMUNE)
    return sum(1 for one in communes if getattr(one, parent) == territory.code)
