"""The commune of a described member: by code, or by a name that is one commune's only."""

from collections.abc import Sequence

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.organisation import Place
from territorial_map.domain.territory import COLLECTIVITIES, Territory, TerritoryLevel
from territorial_map.domain.vocabulary import Located
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.ptce.group_file import GroupLine

_NAMED = 6


def place_of_commune(gazetteer: Gazetteer, line: GroupLine) -> Place:
    """The place of the commune that a line names.

    Raises:
        BadParameter: no commune of that name or code, or several of that name.
    """
    text = line.commune.strip()
    overseas = COLLECTIVITIES.get(text[:3])
    if overseas is not None and len(text) == 5 and text.isdigit():
        return Place(
            located=Located.COMMUNE,
            commune_code=text,
            commune=overseas,
            department_code=text[:3],
            department=overseas,
        )
    found = gazetteer.communes(text)
    if len(found) != 1:
        raise _problem(line, text, found)
    return _place_of(gazetteer, found[0])


def _problem(line: GroupLine, text: str, found: Sequence[Territory]) -> BadParameter:
    where = f"ligne {line.line}, colonne commune"
    if not found:
        return BadParameter(where, text, "commune inconnue : donnez son nom entier ou son code.")
    codes = tuple(f"{commune.code} ({commune.name})" for commune in found[:_NAMED])
    return BadParameter(where, text, f"{len(found)} communes de ce nom : donnez le code.", codes)


def _place_of(gazetteer: Gazetteer, commune: Territory) -> Place:
    def named(level: TerritoryLevel, code: str | None) -> str | None:
        return gazetteer.name_of(level, code) if code else None

    return Place(
        located=Located.COMMUNE,
        commune_code=commune.code,
        commune=commune.name,
        epci_code=commune.epci_code,
        epci=named(TerritoryLevel.EPCI, commune.epci_code),
        department_code=commune.department_code,
        department=named(TerritoryLevel.DEPARTMENT, commune.department_code),
        region_code=commune.region_code,
        region=named(TerritoryLevel.REGION, commune.region_code),
        point=commune.point,
    )
