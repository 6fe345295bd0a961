"""Who is around a point: legal persons, each once, nearest first."""

from collections.abc import Sequence

from sqlalchemy import asc, func, not_, or_, select, true

from territorial_map.domain.selection import Around, Selection
from territorial_map.queries.conditions import (
    among,
    around_condition,
    distance_column,
    selection_condition,
)
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o


def persons_within(
    selections: tuple[Selection, ...], circle: Around, excluded: Sequence[str], limit: int
) -> Rows:
    """Rows ``(name, located, distance_km, total)``: the nearest site of each person kept.

    A person is kept by any one of the selections. ``total`` counts all of them in the circle,
    beyond ``limit``. ``excluded`` persons are not.
    """
    distance = distance_column(circle.point)
    nearest_first = func.row(distance, o.c.id)
    persons = (
        select(
            func.arg_min(o.c.name, nearest_first).label("name"),
            func.arg_min(o.c.located, nearest_first).label("located"),
            func.min(distance).label("distance_km"),
        )
        .where(
            around_condition(circle),
            not_(among(o.c.person_key, excluded)) if excluded else true(),
            or_(*map(selection_condition, selections)),
        )
        .group_by(o.c.person_key)
        .subquery()
    )
    return (
        select(*persons.c, func.count().over().label("total"))
        .order_by(asc(persons.c.distance_km), persons.c.name)
        .limit(limit)
    )
