"""Statements for features: organisations of a selection, and territories, in windows."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, and_, case, false, func, null, or_, select, true

from territorial_map.domain.geo import Window
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries.conditions import among, selection_condition, window_condition
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o
from territorial_map.queries.schema import territories as t

# The columns of a territory that say in which others it lies, by the name of their level.
PARENTS: dict[str, ColumnElement[str]] = {
    TerritoryLevel.REGION.value: t.c.region_code,
    TerritoryLevel.DEPARTMENT.value: t.c.department_code,
    TerritoryLevel.EPCI.value: t.c.epci_code,
}


def _kept(selection: Selection, windows: Sequence[Window]) -> ColumnElement[bool]:
    """A selection within any of some windows; without windows, everywhere."""
    inside = or_(*map(window_condition, windows)) if windows else true()
    return and_(selection_condition(selection), inside)


def organisation_count(selection: Selection, windows: Sequence[Window]) -> Rows:
    """How many organisations there are."""
    return select(func.count()).select_from(o).where(_kept(selection, windows))


def organisation_records(
    selection: Selection, windows: Sequence[Window], limit: int, offset: int
) -> Rows:
    """Whole records, by id, a page of them."""
    kept = select(o.c.record).where(_kept(selection, windows))
    return kept.order_by(o.c.id).limit(limit).offset(offset)


def organisation_extent() -> Rows:
    """The window of every organisation that has a point."""
    sides = (func.min(o.c.lon), func.min(o.c.lat), func.max(o.c.lon), func.max(o.c.lat))
    return select(*sides).select_from(o)


def territory_codes(
    level: TerritoryLevel, chosen: Mapping[str, Sequence[str]], windows: Sequence[Window]
) -> Rows:
    """``(code, inside, outline)`` of the territories of a level that may meet one of the windows.

    ``inside`` says that the whole territory is in a window, and its outline is then left out.
    ``chosen`` are codes of their own (``code``) or of what they lie in, by level.
    """
    within = [_inside(window) for window in windows]
    inside = or_(*within) if within else true()
    meets = or_(*map(_meets, windows)) if windows else true()
    columns = PARENTS | {"code": t.c.code}
    narrowed = [among(columns[name], values) for name, values in chosen.items()]
    return (
        select(t.c.code, inside.label("inside"), case((inside, null()), else_=t.c.outline))
        .where(t.c.level == level.value, func.coalesce(meets, false()), *narrowed)
        .order_by(t.c.code)
    )


def territory_rows(level: TerritoryLevel, codes: Sequence[str]) -> Rows:
    """Whole territories with their outline, by code."""
    return select(t).where(t.c.level == level.value, among(t.c.code, codes)).order_by(t.c.code)


def territory_extent(level: TerritoryLevel) -> Rows:
    """The window of the territories of a level that have an outline."""
    sides = (func.min(t.c.west), func.min(t.c.south), func.max(t.c.east), func.max(t.c.north))
    return select(*sides).select_from(t).where(t.c.level == level.value)


def _meets(window: Window) -> ColumnElement[bool]:
    return and_(
        t.c.west <= window.east,
        t.c.east >= window.west,
        t.c.south <= window.north,
        t.c.north >= window.south,
    )


def _inside(window: Window) -> ColumnElement[bool]:
    inside = and_(
        t.c.west >= window.west,
        t.c.east <= window.east,
        t.c.south >= window.south,
        t.c.north <= window.north,
    )
    return func.coalesce(inside, false())
