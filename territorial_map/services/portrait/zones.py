"""Zones and groups of communes of an edition, by the codes that addresses and paths say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from threading import Lock
from weakref import WeakKeyDictionary

from territorial_map.domain.commune_groups import (
    AnyTerritory,
    CommuneGroup,
    GroupLevel,
    group_codes,
    group_of,
)
from territorial_map.domain.errors import NotFound
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.queries.portrait import zones_and_communes
from territorial_map.queries.schema import zone_communes
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of

PORTRAIT_LEVELS: tuple[str, ...] = (*TerritoryLevel.codes(), *GroupLevel.codes())
_Zones = dict[tuple[GroupLevel, str], CommuneGroup]
_zones: WeakKeyDictionary[OpenEdition, _Zones] = WeakKeyDictionary()
_communes: WeakKeyDictionary[OpenEdition, dict[str, tuple[CommuneGroup, ...]]] = WeakKeyDictionary()
_lock = Lock()
ZONE_KINDS = (GroupLevel.EMPLOYMENT_ZONE, GroupLevel.LIVING_AREA)
_SEARCHED = 50
_OF = r" (?:(?:de|d|du|des|of) )?(.+)"
_SAID = {
    GroupLevel.EMPLOYMENT_ZONE: re.compile(
        rf"(?:zones? d ?emplois?|employment (?:zone|area)s?){_OF}"
    ),
    GroupLevel.LIVING_AREA: re.compile(rf"(?:bassins? de vie|living areas?){_OF}"),
}
_ARTICLE = re.compile(r"^(?:la|le|les|l) ")
_IN_ZONES = (TerritoryLevel.COMMUNE, TerritoryLevel.EPCI)


def portrayed(edition: OpenEdition, level: str, code: str, name: str = "") -> AnyTerritory:
    """The territory, zone or group of a level and code; ``name`` is that of a group.

    Raises:
        BadParameter: a group of too many communes.
        NotFound: the code is none of the level's in the edition.
    """
    if level in TerritoryLevel.codes():
        return edition.territory(TerritoryLevel(level), code).territory
    if level == GroupLevel.GROUP.value:
        return named_group(edition, code, name)
    return zone_at(edition, GroupLevel(level), code)


def zone_at(edition: OpenEdition, level: GroupLevel, code: str) -> CommuneGroup:
    """A zone with its communes.

    Raises:
        NotFound: none has that code, or the edition was written without the communes of zones.
    """
    found = zones_of(edition).get((level, code.strip().upper()))
    if found is None:
        told = f"Aucun territoire «\u00a0{code[:60]}\u00a0» au niveau «\u00a0{level.label}\u00a0»"
        raise NotFound(f"{told} dans l’édition {edition.edition.id}.")
    return found


def named_group(edition: OpenEdition, codes: str, name: str = "") -> CommuneGroup:
    """The group of some communes, under the name that somebody gave it.

    Raises:
        BadParameter: there are too many.
        NotFound: there is no code, or one is none of the edition's communes.
    """
    if not group_codes(codes):
        raise NotFound("Ce groupe n’a aucune commune.")
    found = []
    for code in group_codes(codes):
        commune = edition.gazetteer.get(TerritoryLevel.COMMUNE, code)
        if commune is None:
            raise NotFound(f"Aucune commune n’a le code «\u00a0{code[:60]}\u00a0».")
        found.append(commune)
    return group_of(GroupLevel.GROUP, found, name.strip() or usual_name(found))


def usual_name(communes: list[Territory]) -> str:
    """What a group is called that nobody named: its first commune, and how many others."""
    if not communes:
        return GroupLevel.GROUP.label
    first = max(communes, key=lambda one: (one.population or 0, one.code))
    others = len({one.code for one in communes}) - 1
    return first.name if not others else f"{first.name} + {others}"


def zones_of(edition: OpenEdition) -> _Zones:
    """Every zone that a portrait may be of; none of an older edition."""
    with _lock:
        found = _zones.get(edition)
        if found is None:
            found = _zones[edition] = dict(_read(edition))
    return found


def zones_around(edition: OpenEdition, territory: AnyTerritory) -> tuple[CommuneGroup, ...]:
    """The zone of each kind that holds most inhabitants of a commune or of an EPCI.

    None for a wider territory, a group, or where no zone is known.
    """
    if territory.level not in _IN_ZONES:
        return ()
    inside: Sequence[AnyTerritory] = (territory,)
    if territory.level is TerritoryLevel.EPCI:
        inside = held_of(edition).lying_in(TerritoryLevel.COMMUNE, territory)
    people: Counter[tuple[GroupLevel, str]] = Counter()
    for commune in inside:
        for zone in _of_communes(edition).get(commune.code, ()):
            people[zone.level, zone.code] += 1 + (commune.population or 0)
    found = []
    for kind in ZONE_KINDS:
        codes = [(n, code) for (level, code), n in people.items() if level is kind]
        if codes:
            found.append(zones_of(edition)[kind, max(codes)[1]])
    return tuple(found)


def zones_named(edition: OpenEdition, text: str, most: int) -> tuple[CommuneGroup, ...]:
    """The zones whose name is a text, then begins so, then holds it; by name, ``most`` at most."""
    wanted = fold(text)
    if not wanted:
        return ()
    found = []
    for zone in zones_of(edition).values():
        name = fold(zone.name)
        if wanted in name:
            rank = (name != wanted, not name.startswith(wanted), name, zone.level.value, zone.code)
            found.append((rank, zone))
    return tuple(zone for _, zone in sorted(found, key=lambda pair: pair[0])[:most])


def zones_meant(edition: OpenEdition, text: str, most: int) -> tuple[CommuneGroup, ...]:
    """The zones that a question may mean: of the kind it begins with, « zone d’emploi de Valence ».

    Where it tells no kind, those whose name is or begins with the whole text.
    """
    kind, name = zone_asked(text)
    if kind is None:
        named = zones_named(edition, text, _SEARCHED)
        return tuple(one for one in named if fold(one.name).startswith(fold(text)))[:most]
    for wanted in (name, _ARTICLE.sub("", name)):
        found = [one for one in zones_named(edition, wanted, _SEARCHED) if one.level is kind]
        if found:
            return tuple(found[:most])
    return ()


def zone_asked(text: str) -> tuple[GroupLevel | None, str]:
    """The kind of zone that a question begins with, and the rest of it, folded.

    >>> zone_asked("Zone d’emploi de Valence"), zone_asked("valence")[0] is None
    ((<GroupLevel.EMPLOYMENT_ZONE: 'employment_zone'>, 'valence'), True)
    >>> zone_asked("bassin de vie d’Annonay")
    (<GroupLevel.LIVING_AREA: 'living_area'>, 'annonay')
    """
    for kind, said in _SAID.items():
        found = said.fullmatch(fold(text))
        if found:
            return kind, found[1]
    return None, fold(text)


def _of_communes(edition: OpenEdition) -> dict[str, tuple[CommuneGroup, ...]]:
    """The zones of each commune, by its code."""
    every = zones_of(edition)
    with _lock:
        found = _communes.get(edition)
        if found is None:
            told: defaultdict[str, list[CommuneGroup]] = defaultdict(list)
            for zone in every.values():
                for commune in zone.communes:
                    told[commune.code].append(zone)
            found = _communes[edition] = {code: tuple(zones) for code, zones in told.items()}
    return found


def inhabited_zones(edition: OpenEdition) -> Iterator[CommuneGroup]:
    """The zones that hold at least one organisation."""
    for (level, code), zone in zones_of(edition).items():
        if edition.counts(level.value).get(code):
            yield zone


def _read(edition: OpenEdition) -> Iterator[tuple[tuple[GroupLevel, str], CommuneGroup]]:
    if not held_of(edition).has(zone_communes):
        return
    communes: defaultdict[tuple[str, str, str], list[Territory]] = defaultdict(list)
    with edition.file.connect() as connection:
        for row in connection.execute(zones_and_communes()).fetchall():
            commune = edition.gazetteer.get(TerritoryLevel.COMMUNE, row.commune)
            if commune is not None:
                communes[row.kind, row.code, row.name].append(commune)
    for (kind, code, name), found in communes.items():
        level = GroupLevel(kind)
        yield (level, code), group_of(level, found, name, code)
