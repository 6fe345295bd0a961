"""Statements for partnerships: the nearest sites of a circle, and the sites of named profiles.

Within one profile a score depends on distance alone and never rises with it, so a distance bounds
what a profile may still bring: nothing here repeats the arithmetic of a score. Sites are told by
their position in the table: numbers are read sooner than ids.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    false,
    func,
    not_,
    or_,
    select,
)
from sqlalchemy.types import ARRAY, Double, Integer, String

from territorial_map.domain.geo import EARTH_RADIUS_KM, Point, window_around
from territorial_map.domain.pooling.same_group import GroupSigns
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import (
    distance_column,
    distance_floor,
    selection_condition,
    window_condition,
)
from territorial_map.queries.facets import POSITION
from territorial_map.queries.schema import Rows, territories, vocabulary
from territorial_map.queries.schema import organisations as o
from territorial_map.queries.schema import profiles as p

FACTS_COLUMNS = (
    o.c.id,
    o.c.name,
    o.c.person_key,
    o.c.profile,
    o.c.lon,
    o.c.lat,
    o.c.located,
    o.c.commune,
    o.c.epci,
    o.c.epci_name,
    o.c.department,
    o.c.manager,
    o.c.member_of,
    o.c.phone,
    o.c.website,
    o.c.address,
    o.c.commune_name,
    o.c.department_name,
    o.c.needs,
    o.c.offers,
)


@dataclass(frozen=True, slots=True)
class Tied:
    """What is not to be proposed: one's own sites and doubles, manager and PTCEs."""

    person_key: str
    ids: tuple[str, ...]
    manager_id: str | None = None
    ptce_ids: tuple[str, ...] = ()


def all_profiles() -> Rows:
    """Every profile of the edition with its code."""
    return select(p.c.profile, p.c.code)


def sites_of_edition() -> Rows:
    """Rows ``(id, person_key)`` of every organisation, in the order of their positions."""
    return select(o.c.id, o.c.person_key).order_by(POSITION)


@dataclass(frozen=True, slots=True)
class Circle:
    """Where sites are read: a centre, kilometres, and a resolved selection that keeps them.

    ``phone`` keeps those whose phone is known, or unknown; ``None`` keeps everyone.
    """

    point: Point
    radius_km: float
    among: Selection = field(default_factory=Selection)
    phone: bool | None = None

    @property
    def floor(self) -> ColumnElement[float]:
        """The haversine's floor, the same for every statement about the circle."""
        return distance_floor(self.point, window_around(self.point, self.radius_km))

    def within(self, radius_km: float) -> ColumnElement[bool]:
        """True in the window of a circle within this one, for who is in the selection."""
        window = window_around(self.point, min(radius_km, self.radius_km))
        kept = [window_condition(window), selection_condition(self.among)]
        if self.phone is not None:
            known = func.coalesce(o.c.phone, "") != ""
            kept.append(known if self.phone else not_(known))
        return and_(*kept)


def nearest_sites(circle: Circle, limit: int) -> Rows:
    """Rows ``(position, profile, distance_km, floor)``: the ``limit`` nearest sites by floor.

    Any other site of the circle has the last one's floor or more. The whole circle is read
    without trigonometry, by ``distance_floor``.
    """
    floor = circle.floor.label("floor")
    nearest = (
        select(POSITION, o.c.profile, o.c.lon, o.c.lat, floor)
        .where(circle.within(circle.radius_km))
        .order_by(floor)
        .limit(limit)
        .subquery()
    )
    distance = distance_column(circle.point, nearest).label("distance_km")
    return select(nearest.c.position, nearest.c.profile, distance, nearest.c.floor)


def sites_of_profiles(
    circle: Circle, farthest_km: Mapping[int, float], from_floor: float = 0.0
) -> Rows:
    """Rows ``(position, profile, distance_km)``: the sites of named profiles, near enough.

    ``farthest_km`` names the profiles, each with the distance beyond which nobody is looked for;
    a site a little beyond may come too. ``from_floor`` leaves out what is nearer.
    """
    asked = select(
        func.unnest(_array(list(farthest_km), Integer)).label("profile"),
        func.unnest(_array(list(map(_haversine, farthest_km.values())), Double)).label("farthest"),
    ).subquery()
    return (
        select(POSITION, o.c.profile, distance_column(circle.point).label("distance_km"))
        .join(asked, asked.c.profile == o.c.profile)
        .where(
            circle.within(max(farthest_km.values())),
            circle.floor <= asked.c.farthest,
            circle.floor >= from_floor,
        )
    )


def _haversine(distance_km: float) -> float:
    """The haversine of a distance, a rounding above rather than below."""
    return math.sin(min(distance_km / EARTH_RADIUS_KM, math.pi) / 2) ** 2 * (1 + 1e-9)


def _array(
    values: list[int] | list[float], of: type[Integer | Double[float]]
) -> BindParameter[Any]:
    return bindparam(None, values, type_=ARRAY(of), unique=True)


def cooperating_positions(tied: Tied) -> Rows:
    """Rows ``(position)`` of those who already cooperate: same PTCE or same manager."""
    return select(POSITION).select_from(o).where(_cooperates(tied))


def facts_of_ids(ids: Sequence[str]) -> Rows:
    """What scoring reads of some organisations, by id."""
    return select(*FACTS_COLUMNS).where(o.c.id.in_(ids))


def other_sites(circle: Circle, persons: Mapping[str, str]) -> Rows:
    """What scoring reads of the sites of a circle that some persons have beside known ones.

    ``persons`` tells the person's key of each known site's id.
    """
    return (
        select(*FACTS_COLUMNS)
        .where(
            o.c.person_key.in_(sorted(set(persons.values()))),
            o.c.id.not_in(list(persons)),
            circle.within(circle.radius_km),
        )
        .order_by(o.c.id)
    )


def facts_of_selection(selection: Selection, limit: int) -> Rows:
    """What scoring reads of the located organisations of a selection, by id."""
    return (
        select(*FACTS_COLUMNS)
        .where(selection_condition(selection), o.c.lon.is_not(None))
        .order_by(o.c.id)
        .limit(limit)
    )


def cooperating(tied: Tied, limit: int) -> Rows:
    """What scoring reads of those who already cooperate: same PTCE or same manager."""
    return (
        select(*FACTS_COLUMNS)
        .where(o.c.person_key != tied.person_key, o.c.id.not_in(tied.ids), _cooperates(tied))
        .order_by(o.c.sort_name, o.c.id)
        .limit(limit)
    )


def words_in_more_than(most: int) -> Rows:
    """Rows ``(word, organisations)`` of the words that more organisations have."""
    v = vocabulary.c
    return select(v.word, v.organisations).where(v.organisations > most)


def names_of_wide_territories() -> Rows:
    """The names of every région, département and EPCI."""
    t = territories.c
    return select(t.name).where(t.level.in_(("region", "department", "epci")))


def perhaps_of_group(signs: GroupSigns, point: Point | None) -> Rows:
    """What scoring reads of those who may be of one group: everyone who is, and others.

    They share a phone, or a word of their names, near enough. ``same_group.shared_group`` decides.
    """
    words = {*signs.telling, *signs.proper, *signs.houses}
    named = func.list_has_any(o.c.words, _texts(words)) if words else false()
    near: list[ColumnElement[bool]] = [false()]
    if signs.department_code is not None:
        near.append(o.c.department == signs.department_code)
    if point is not None:
        near.append(window_condition(window_around(point, signs.rules.far_km)))
    ways = [and_(or_(*near), named)]
    if signs.phone is not None:
        ways.append(o.c.phone == signs.phone)
    return select(*FACTS_COLUMNS).where(func.coalesce(or_(*ways), False)).order_by(o.c.id)


def _texts(values: Iterable[str]) -> BindParameter[Any]:
    return bindparam(None, sorted(values), type_=ARRAY(String), unique=True)


def records_with_doubts() -> Rows:
    """Whole records that may be the same body as another: few, read once per edition."""
    return select(o.c.record).where(o.c.record.contains('"perhaps_same":["'))


def windows_of_communes() -> Rows:
    """Rows ``(code, west, south, east, north)`` of every commune."""
    t = territories.c
    return select(t.code, t.west, t.south, t.east, t.north).where(
        t.level == "commune", t.west.is_not(None)
    )


def _cooperates(tied: Tied) -> ColumnElement[bool]:
    """True for the same manager or PTCE, and for the PTCE itself; never null."""
    ways: list[ColumnElement[bool]] = [false()]
    if tied.ptce_ids:
        poles = _texts(tied.ptce_ids)
        ways += [o.c.id.in_(tied.ptce_ids), func.list_has_any(o.c.member_of, poles)]
    if tied.manager_id is not None:
        ways.append(func.coalesce(o.c.manager == tied.manager_id, False))
    return or_(*ways)
