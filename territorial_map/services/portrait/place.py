"""The territory that a portrait is of, and the wider ones that it is told beside."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel, group_codes
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of

PORTRAITS = "/territoires"
LEVELS: dict[str, TerritoryLevel] = {
    "region": TerritoryLevel.REGION,
    "departement": TerritoryLevel.DEPARTMENT,
    "epci": TerritoryLevel.EPCI,
    "commune": TerritoryLevel.COMMUNE,
}
ZONE_LEVELS: dict[str, GroupLevel] = {
    "zone-emploi": GroupLevel.EMPLOYMENT_ZONE,
    "bassin-de-vie": GroupLevel.LIVING_AREA,
}
GROUP_WORD = "groupe"
GROUP_NAME, GROUP_COMMUNES = "nom", "communes"
_WORDS = {level: word for word, level in (LEVELS | ZONE_LEVELS).items()}


def portrait_path(territory: AnyTerritory) -> str:
    """The short address of a portrait, which leads to the one with its name.

    A group that somebody named lies in its address: its name and the codes of its communes.
    """
    if territory.level is GroupLevel.GROUP:
        pairs = [(GROUP_NAME, territory.name), (GROUP_COMMUNES, territory.code)]
        return f"{PORTRAITS}/{GROUP_WORD}?{urlencode(pairs, quote_via=quote, safe=',')}"
    return f"{PORTRAITS}/{_WORDS[territory.level]}/{territory.code}"


@dataclass(frozen=True, slots=True)
class PortraitPlace:
    """A territory, the département and région that hold it, nearest first, and its communes.

    An EPCI, or communes of several départements, are told beside the one where most of their
    inhabitants live. ``communes`` is
    ``None`` for a commune; ``everyone`` is the number of inhabitants of all régions together.
    """

    territory: AnyTerritory
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
        areas = (one for one in found if isinstance(one, Territory))
        return next((one for one in areas if one.level is TerritoryLevel.DEPARTMENT), None)


def selection_of(territory: AnyTerritory | None) -> Selection:
    """The organisations known in a territory; without one, in the whole country and beyond."""
    return Selection() if territory is None else selection_at(territory.level, territory.code)


def selection_at(level: TerritoryLevel | GroupLevel, code: str) -> Selection:
    """The organisations known in the territory of a level and code; a group's is its communes'."""
    if level is GroupLevel.GROUP:
        return Selection.of({TerritoryLevel.COMMUNE.value: list(group_codes(code))})
    return Selection.of({level.value: [code]})


def place_of(edition: OpenEdition, territory: AnyTerritory) -> PortraitPlace:
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
    held = held_of(edition)
    communes = held.lying_in(TerritoryLevel.COMMUNE, territory)
    told = None if territory.level is TerritoryLevel.COMMUNE else len(communes)
    return PortraitPlace(territory, wider, told, held.everyone)
