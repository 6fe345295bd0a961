"""Statements for the map of the site: every organisation by id, in slices."""

from sqlalchemy import func, select

from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o


def names(limit: int, offset: int) -> Rows:
    """Ids and names, by id: a slice of all."""
    return select(o.c.id, o.c.name).order_by(o.c.id).limit(limit).offset(offset)


def how_many() -> Rows:
    """How many organisations the edition holds."""
    return select(func.count()).select_from(o)


def codes(level: str) -> Rows:
    """The codes of a level's territories that hold an organisation."""
    column = o.c[level]
    return select(column).where(column.is_not(None)).distinct().order_by(column)
