"""Statements for the map: clusters of a window, and single pins."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, literal, not_, or_, select, true

from territorial_map.domain.geo import MERCATOR_BITS
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TradeQuestion
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.conditions import selection_condition, window_condition
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o
from territorial_map.queries.trades import known_or_to_call

MAX_ZOOM = 18
CELLS_PER_TILE_BITS = 2  # a 256-pixel tile holds 4 × 4 cells of 64 pixels
MOST_CELLS = 200
"""Cells that a map shows at most: cells are doubled until there are no more (60 kB of GeoJSON)."""


def cells(selection: Selection, zoom: int) -> Rows:
    """One row per occupied cell: count, mean point, window, a lone one's facts, count per kind.

    None is to be called. At ``MAX_ZOOM`` and beyond, only organisations at exactly the same point
    share a cell. Rows come in no order: the reader sorts the few cells sooner than the statement.
    """
    return _cells(min(zoom, MAX_ZOOM)).where(selection_condition(selection))


def cells_of_trade(question: TradeQuestion, zoom: int) -> Rows:
    """The same of a question that asks for a trade, with those whose trade is not recorded.

    The count is of both; ``to_call`` says how many are not recorded, kinds are those of the known.
    """
    known, to_call = known_or_to_call(question)
    kinds = [
        func.count().filter(and_(o.c.kind == kind.value, known)).label(kind.value) for kind in Kind
    ]
    counts = (func.count().filter(to_call).label("to_call"), *kinds)
    kept = and_(selection_condition(question.whole), or_(known, to_call))
    return _grouped(min(zoom, MAX_ZOOM), counts).where(kept)


def territories(selection: Selection, level: TerritoryLevel, zoom: int) -> Rows:
    """The same by territory of a level: one row for all of each that the window touches.

    The window chooses territories, the counts are of whole ones; ``here`` counts those inside it,
    ``code`` is the territory's. What lies in none of them is in cells, with an empty code.
    """
    window = selection.window
    whole = replace(selection, window=None)
    question = TradeQuestion.of(whole)
    if question is None:
        to_call: ColumnElement[bool] = false()
        kept = selection_condition(whole)
    else:
        known, to_call = known_or_to_call(question)
        kept = and_(selection_condition(question.whole), or_(known, to_call))
    inside = true() if window is None else window_condition(window)
    kinds = [
        func.count().filter(and_(o.c.kind == kind.value, not_(to_call))).label(kind.value)
        for kind in Kind
    ]
    code = func.coalesce(o.c[level.value], "")
    shift = MERCATOR_BITS - zoom - CELLS_PER_TILE_BITS
    nowhere = (case((code == "", o.c[axis].op(">>")(shift))) for axis in ("tile_x", "tile_y"))
    counts = (func.count().filter(to_call).label("to_call"), *kinds)
    here = func.count().filter(and_(inside, not_(to_call))).label("here")
    here_to_call = func.count().filter(and_(inside, to_call)).label("here_to_call")
    more = (code.label("code"), here, here_to_call)
    return (
        _counted((*counts, *more))
        .where(kept)
        .group_by(code, *nowhere)
        .having(func.count().filter(inside) > 0)
    )


@lru_cache
def _cells(zoom: int) -> Rows:
    """The statement before its selection: to compose it anew took a tenth of an answer."""
    kinds = [func.count().filter(o.c.kind == kind.value).label(kind.value) for kind in Kind]
    return _grouped(zoom, (literal(0).label("to_call"), *kinds))


def _grouped(zoom: int, counts: tuple[ColumnElement[int], ...]) -> Rows:
    keys: tuple[ColumnElement[Any], ...]
    if zoom >= MAX_ZOOM:
        keys = (o.c.lon, o.c.lat)
    else:
        shift = MERCATOR_BITS - zoom - CELLS_PER_TILE_BITS
        keys = (o.c.tile_x.op(">>")(shift), o.c.tile_y.op(">>")(shift))
    return _counted(counts).group_by(*keys)


def _counted(counts: tuple[ColumnElement[Any], ...]) -> Rows:
    """What is told of each group, before it is grouped."""
    return select(
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
        *counts,
    ).where(o.c.lon.is_not(None))
