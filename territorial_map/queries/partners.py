"""Statements for partnerships: who is in reach, by profile, and the nearest of each profile.

Within one profile a score depends on distance alone and never rises with it, so the nearest of a
profile bounds the whole profile: nothing here repeats the arithmetic of a score.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.types import ARRAY, String

from territorial_map.domain.geo import Point
from territorial_map.domain.selection import Around, Selection
from territorial_map.queries.conditions import (
    around_condition,
    distance_column,
    selection_condition,
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
    """What is not to be proposed: one's own sites and doubles, manager and PTCEs."""

    person_key: str
    ids: tuple[str, ...]
    manager_id: str | None = None
    ptce_ids: tuple[str, ...] = ()


def all_profiles() -> Rows:
    """Every profile of the edition with its code."""
    return select(p.c.profile, p.c.code)


def profiles_in_reach(point: Point, radius_km: float, tied: Tied) -> Rows:
    """Rows ``(profile, person_key, distance_km)``: the nearest of each profile in the circle."""
    distance = distance_column(point)
    nearest = func.row(distance, o.c.id)
    return (
        select(
            o.c.profile,
            func.arg_min(o.c.person_key, nearest).label("person_key"),
            func.min(distance).label("distance_km"),
        )
        .where(around_condition(Around(point, radius_km)), _free(tied))
        .group_by(o.c.profile)
    )


def nearest_of_profiles(
    point: Point, radius_km: float, tied: Tied, profiles: Sequence[int], limit: int
) -> Rows:
    """Rows ``(profile, person_key, id, distance_km)``: each profile's ``limit`` nearest persons.

    A person with several sites of one profile comes once, by its nearest.
    """
    distance = distance_column(point)
    sites = (
        select(
            o.c.profile,
            o.c.person_key,
            func.arg_min(o.c.id, func.row(distance, o.c.id)).label("id"),
            func.min(distance).label("distance_km"),
        )
        .where(
            around_condition(Around(point, radius_km)),
            _free(tied),
            o.c.profile.in_(profiles),
        )
        .group_by(o.c.profile, o.c.person_key)
        .subquery()
    )
    rank = func.row_number().over(
        partition_by=sites.c.profile, order_by=(sites.c.distance_km, sites.c.id)
    )
    ranked = select(*sites.c, rank.label("rank")).subquery()
    return select(*(c for c in ranked.c if c.name != "rank")).where(ranked.c.rank <= limit)


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
    return and_(o.c.person_key != tied.person_key, o.c.id.not_in(tied.ids), ~_cooperates(tied))


def _cooperates(tied: Tied) -> ColumnElement[bool]:
    """True for the same manager or PTCE, and for the PTCE itself; never null."""
    poles = bindparam(None, list(tied.ptce_ids), type_=ARRAY(String), unique=True)
    ways = [o.c.id.in_(tied.ptce_ids), func.list_has_any(o.c.member_of, poles)]
    if tied.manager_id is not None:
        ways.append(func.coalesce(o.c.manager == tied.manager_id, False))
    return or_(*ways)
