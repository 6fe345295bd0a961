"""Territories made of whole communes that are none of the four levels: zones, and groups named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.term import Term
from territorial_map.domain.territory import Territory
from territorial_map.domain.zoning_terms import ZoningKind

MOST_GROUPED = 200
_BETWEEN = ","


class GroupLevel(Term):
    """What gathers communes beside the four levels; a group is one that somebody named."""

    EMPLOYMENT_ZONE = ZoningKind.EMPLOYMENT_ZONE.value, ZoningKind.EMPLOYMENT_ZONE.label
    LIVING_AREA = ZoningKind.LIVING_AREA.value, ZoningKind.LIVING_AREA.label
    GROUP = "group", "Groupe de communes"


ZONES = (GroupLevel.EMPLOYMENT_ZONE, GroupLevel.LIVING_AREA)


@dataclass(frozen=True, slots=True)
class CommuneGroup:
    """Communes, at least one, that a zone or somebody gathers; the most inhabitants first.

    The ``code`` of a group that somebody named is that of its communes, joined.
    """

    level: GroupLevel
    code: str
    name: str
    communes: tuple[Territory, ...]

    def __post_init__(self) -> None:
        if not self.communes:
            raise ValueError("a group of communes has one at least")

    @property
    def population(self) -> int | None:
        """Inhabitants of all of them; ``None`` where those of one are not known."""
        known = [one.population for one in self.communes if one.population is not None]
        return sum(known) if len(known) == len(self.communes) else None

    @property
    def point(self) -> Point | None:
        """That of the commune with the most inhabitants."""
        return self.communes[0].point

    @property
    def department_code(self) -> str | None:
        """The département where most of its inhabitants live."""
        return _most((one.department_code, one.population) for one in self.communes)

    @property
    def region_code(self) -> str | None:
        """The région where most of its inhabitants live."""
        return _most((one.region_code, one.population) for one in self.communes)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its communes."""
        return frozenset(one.code for one in self.communes)


# What a portrait may be of.
AnyTerritory: TypeAlias = Territory | CommuneGroup


def _most(told: Iterable[tuple[str | None, int | None]]) -> str | None:
    people: Counter[str] = Counter()
    for code, population in told:
        if code is not None:
            people[code] += population or 0
    return min(people, key=lambda code: (-people[code], code), default=None)


def group_of(
    level: GroupLevel, communes: Iterable[Territory], name: str, code: str = ""
) -> CommuneGroup:
    """A group of communes, each once; without a code, that of its communes.

    Raises:
        BadParameter: there is none, or more than ``MOST_GROUPED`` in a group that somebody named.
    """
    kept = {one.code: one for one in communes}
    if not kept:
        raise BadParameter("communes", "", "aucune commune.")
    if level is GroupLevel.GROUP and len(kept) > MOST_GROUPED:
        raise BadParameter("communes", str(len(kept)), f"{MOST_GROUPED} communes au plus.")
    told = code or _BETWEEN.join(sorted(kept))
    ordered = sorted(kept.values(), key=lambda one: (-(one.population or 0), one.code))
    return CommuneGroup(level, told, name, tuple(ordered))


def group_codes(text: str) -> tuple[str, ...]:
    """The codes of a text, whatever stands between them, each once.

    >>> group_codes("26362, 2a004;26281 26362")
    ('26362', '2A004', '26281')
    """
    for mark in ";\n\t\r ":
        text = text.replace(mark, _BETWEEN)
    return tuple(dict.fromkeys(part.upper() for part in text.split(_BETWEEN) if part))
