"""Statements for the map: clusters of a window, and single pins."""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, func, select

from territorial_map.domain.geo import MERCATOR_BITS
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o

MAX_ZOOM = 18
CELLS_PER_TILE_BITS = 2  # a 256-pixel tile holds 4 × 4 cells of 64 pixels


def cells(selection: Selection, zoom: int) -> Rows:
    """One row per occupied cell: count, mean point, window, a lone one's facts, count per kind.

    At ``MAX_ZOOM`` and beyond, only organisations at exactly the same point share a cell. Rows come
    in no order: the reader sorts the few cells sooner than the statement.
    """
    return _cells(min(zoom, MAX_ZOOM)).where(selection_condition(selection))


@lru_cache
def _cells(zoom: int) -> Rows:
    """The statement before its selection: to compose it anew took a tenth of an answer."""
    keys: tuple[ColumnElement[Any], ...]
    if zoom >= MAX_ZOOM:
        keys = (o.c.lon, o.c.lat)
    else:
        shift = MERCATOR_BITS - zoom - CELLS_PER_TILE_BITS
        keys = (o.c.tile_x.op(">>")(shift), o.c.tile_y.op(">>")(shift))
    kinds = [func.count().filter(o.c.kind == kind.value).label(kind.value) for kind in Kind]
    return (
        select(
            func.count().label("n"),
            func.avg(o.c.lon).label("lon"),
            func.avg(o.c.lat).label("lat"),
            func.min(o.c.lon).label("west"),
            func.min(o.c.lat).label("south"),
            func.max(o.c.lon).label("east"),
            func.max(o.c.lat).label("north"),
            func.any_value(o.c.id).label("id"),
            func.any_value(o.c.kind).label("kind"),
            func.any_value(o.c.name).label("name"),
            func.any_value(o.c.located).label("located"),
            *kinds,
        )
        .where(o.c.lon.is_not(None))
        .group_by(*keys)
    )
