"""Statements for partnerships: who is in reach, by profile, and the nearest of each profile.

Within one profile a score depends on distance alone and never rises with it, so the nearest of a
profile bounds the whole profile: nothing here repeats the arithmetic of a score.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Subquery,
    and_,
    bindparam,
    false,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.types import ARRAY, Double, Integer, String

from territorial_map.domain.geo import Point, window_around
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import (
    distance_column,
    distance_floor,
    kilometres_of,
    selection_condition,
    window_condition,
)
from territorial_map.queries.schema import Rows, territories
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
)


@dataclass(frozen=True, slots=True)
class Tied:
    """What is not to be proposed: one's own sites and doubles, manager and PTCEs.

    ``among`` is a resolved selection; who is not in it is not proposed either.
    """

    person_key: str
    ids: tuple[str, ...]
    manager_id: str | None = None
    ptce_ids: tuple[str, ...] = ()
    among: Selection = field(default_factory=Selection)


def all_profiles() -> Rows:
    """Every profile of the edition with its code."""
    return select(p.c.profile, p.c.code)


def profiles_in_reach(point: Point, radius_km: float, tied: Tied) -> Rows:
    """Rows ``(profile, person_key, distance_km, least_km)``: a near site of each profile.

    It is the nearest, or close to it: every site of the profile in the circle is at ``least_km``
    or more. The whole circle is read without trigonometry, by ``distance_floor``.
    """
    window = window_around(point, radius_km)
    floor = distance_floor(point, window)
    row: ColumnElement[int] = literal_column("organisations.rowid")
    nearest = (
        select(o.c.profile, func.arg_min(row, floor).label("site"), func.min(floor).label("floor"))
        .where(window_condition(window), _free(tied))
        .group_by(o.c.profile)
        .subquery()
    )
    least = kilometres_of(nearest.c.floor)
    return (
        select(nearest.c.profile, o.c.person_key, distance_column(point), least)
        .join_from(nearest, o, row == nearest.c.site)
        .where(least <= radius_km)
    )


def nearest_of_profiles(
    point: Point, tied: Tied, farthest_km: Mapping[int, float], limit: int
) -> Rows:
    """Rows ``(profile, person_key, id, distance_km)``: each profile's ``limit`` nearest persons.

    ``farthest_km`` names the profiles, each with the distance beyond which nobody is looked for.
    A person with several sites of one profile comes once, by its nearest.
    """
    sites = _sites(point, tied, farthest_km)
    persons = (
        select(
            sites.c.profile,
            sites.c.person_key,
            func.arg_min(sites.c.id, func.row(sites.c.distance_km, sites.c.id)).label("id"),
            func.min(sites.c.distance_km).label("distance_km"),
        )
        .where(sites.c.distance_km <= sites.c.farthest_km)
        .group_by(sites.c.profile, sites.c.person_key)
        .subquery()
    )
    rank = func.row_number().over(
        partition_by=persons.c.profile, order_by=(persons.c.distance_km, persons.c.id)
    )
    ranked = select(*persons.c, rank.label("rank")).subquery()
    return select(*(c for c in ranked.c if c.name != "rank")).where(ranked.c.rank <= limit)


def persons_of_profiles(point: Point, tied: Tied, farthest_km: Mapping[int, float]) -> Rows:
    """One number: how many legal persons have a site of a named profile, near enough."""
    sites = _sites(point, tied, farthest_km)
    return select(func.count(sites.c.person_key.distinct())).where(
        sites.c.distance_km <= sites.c.farthest_km
    )


def _sites(point: Point, tied: Tied, farthest_km: Mapping[int, float]) -> Subquery:
    asked = select(
        func.unnest(_array(list(farthest_km), Integer)).label("profile"),
        func.unnest(_array(list(farthest_km.values()), Double)).label("farthest_km"),
    ).subquery()
    return (
        select(
            o.c.profile,
            o.c.person_key,
            o.c.id,
            distance_column(point).label("distance_km"),
            asked.c.farthest_km,
        )
        .join(asked, asked.c.profile == o.c.profile)
        .where(window_condition(window_around(point, max(farthest_km.values()))), _free(tied))
        .subquery()
    )


def _array(
    values: list[int] | list[float], of: type[Integer | Double[float]]
) -> BindParameter[Any]:
    return bindparam(None, values, type_=ARRAY(of), unique=True)


def facts_of_ids(ids: Sequence[str]) -> Rows:
    """What scoring reads of some organisations, by id."""
    return select(*FACTS_COLUMNS).where(o.c.id.in_(ids))


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


def records_with_doubts() -> Rows:
    """Whole records that may be the same body as another: few, read once per edition."""
    return select(o.c.record).where(o.c.record.contains('"perhaps_same":["'))


def windows_of_communes() -> Rows:
    """Rows ``(code, west, south, east, north)`` of every commune."""
    t = territories.c
    return select(t.code, t.west, t.south, t.east, t.north).where(
        t.level == "commune", t.west.is_not(None)
    )


def _free(tied: Tied) -> ColumnElement[bool]:
    return and_(
        o.c.person_key != tied.person_key,
        o.c.id.not_in(tied.ids),
        ~_cooperates(tied),
        selection_condition(tied.among),
    )


def _cooperates(tied: Tied) -> ColumnElement[bool]:
    """True for the same manager or PTCE, and for the PTCE itself; never null."""
    ways: list[ColumnElement[bool]] = [false()]
    if tied.ptce_ids:
        poles = bindparam(None, list(tied.ptce_ids), type_=ARRAY(String), unique=True)
        ways += [o.c.id.in_(tied.ptce_ids), func.list_has_any(o.c.member_of, poles)]
    if tied.manager_id is not None:
        ways.append(func.coalesce(o.c.manager == tied.manager_id, False))
    return or_(*ways)
