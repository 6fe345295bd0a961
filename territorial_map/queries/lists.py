"""Statements for lists, exports and single records."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Double, asc, case, func, literal, null, select, type_coerce

from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import (
    among,
    distance_column,
    named_condition,
    selection_condition,
)
from territorial_map.queries.facets import POSITION
from territorial_map.queries.schema import Rows, aliases
from territorial_map.queries.schema import organisations as o

LISTED_COLUMNS: tuple[ColumnElement[Any], ...] = tuple(
    column
    for column in o.c
    if column.name not in {"words", "record", "tile_x", "tile_y", "practice"}
)


def _distance(selection: Selection) -> ColumnElement[Any]:
    if selection.circle is None:
        return type_coerce(null(), Double).label("distance_km")
    return distance_column(selection.circle.point).label("distance_km")


def _sorting(
    selection: Selection, order: Order, *, in_turn: bool = True
) -> tuple[ColumnElement[Any], ...]:
    by_name = (asc(o.c.sort_name), asc(o.c.id))
    nearest = () if selection.circle is None else (distance_column(selection.circle.point).asc(),)
    if order is Order.RELEVANCE:
        useful = nearest or (_in_turn() if in_turn else (_begins_with_digit(),))
        return (*_answering(selection), *useful, *by_name)
    if order is Order.DISTANCE and selection.circle is not None:
        return (*nearest, *by_name)
    if order is Order.TERRITORY:
        place = (o.c.region_name, o.c.department_name, o.c.commune_name)
        return (*(asc(column).nulls_last() for column in place), *by_name)
    if order is Order.VINTAGE:
        return (o.c.vintage.desc(), *by_name)
    return by_name


def _begins_with_digit() -> ColumnElement[Any]:
    return case((o.c.sort_name < "a", 1), else_=0).asc()


def _in_turn() -> tuple[ColumnElement[Any], ...]:
    """The most complete sheet of each région, then the second of each; digits after letters."""
    turn = func.row_number().over(partition_by=o.c.region, order_by=_completest())
    return (turn.asc(), asc(o.c.region).nulls_last())


def _completest() -> tuple[ColumnElement[Any], ...]:
    return (_begins_with_digit(), o.c.criteria_met.desc(), asc(o.c.sort_name), asc(o.c.id))


IN_REGION = "in_region"


def ranks() -> Rows:
    """Of each organisation, by position, its place from 0 in the orders that no question changes.

    Columns are named like the orders; ``IN_REGION`` has régions by code, in each the most complete
    sheets first: what takes them in turn.
    """
    everyone = Selection()
    kinds = (Order.NAME, Order.TERRITORY, Order.VINTAGE)
    fixed = {kind.value: _sorting(everyone, kind) for kind in kinds}
    fixed[IN_REGION] = (asc(o.c.region).nulls_last(), *_completest())
    places = [(func.row_number().over(order_by=by) - 1).label(name) for name, by in fixed.items()]
    return select(*places).select_from(o).order_by(POSITION)


def _answering(selection: Selection) -> tuple[ColumnElement[Any], ...]:
    """The names that the text is, then those that say all its words, the likest first.

    Without words of its own (« esat valence »), only the very name comes first.
    """
    meaning = selection.meaning
    if meaning is None or not meaning.folded:
        return ()
    alike = func.jaro_winkler_similarity(o.c.sort_name, meaning.folded)
    if not (meaning.names_first and all(meaning.told)):
        return (case((o.c.sort_name == meaning.folded, 0), else_=1).asc(),)
    said = named_condition(meaning.told)
    rank = case((o.c.sort_name == meaning.folded, 0), (said, 1), else_=2)
    return (rank.asc(), case((said, alike), else_=0.0).desc())


def listed(selection: Selection, order: Order) -> Rows:
    """Every organisation of the selection, as list lines, sorted."""
    return (
        select(*LISTED_COLUMNS, _distance(selection))
        .where(selection_condition(selection))
        .order_by(*_sorting(selection, order))
    )


def page_ids(selection: Selection, order: Order, limit: int, offset: int = 0) -> Rows:
    """The ids of a slice of the same list: sorting whole lines costs five times as much."""
    sorting = _sorting(selection, order)
    kept = select(o.c.id).where(selection_condition(selection))
    return kept.order_by(*sorting).limit(limit).offset(offset)


def lines(selection: Selection, ids: Sequence[str]) -> Rows:
    """List lines by their own ids, as the selection tells them, in no order."""
    return select(*LISTED_COLUMNS, _distance(selection)).where(among(o.c.id, ids))


def nearest_of(selection: Selection, point: Point, limit: int) -> Rows:
    """The organisations of a selection that are nearest to a point, as list lines."""
    distance = distance_column(point).label("distance_km")
    return (
        select(*LISTED_COLUMNS, distance)
        .where(o.c.lon.is_not(None), selection_condition(selection))
        .order_by(asc("distance_km"), o.c.id)
        .limit(limit)
    )


def listed_by_person(selection: Selection, order: Order) -> Rows:
    """The same lines, the sites of one legal person next to each other, its first site first."""
    return listed_together(selection, order, o.c.person_key)


def listed_together(
    selection: Selection,
    order: Order,
    key: ColumnElement[Any],
    *,
    first: tuple[ColumnElement[Any], ...] = (),
    kept: tuple[ColumnElement[bool], ...] = (),
) -> Rows:
    """Lines that fulfil ``kept`` too; those of one ``key`` stand together, where the first stands.

    They are sorted by ``first``, then in the order.
    """
    sorting = (*first, *_sorting(selection, order, in_turn=False))
    rank = func.row_number().over(order_by=sorting).label("rank")
    ranked = (
        select(*LISTED_COLUMNS, _distance(selection), rank, key.label("together"))
        .where(selection_condition(selection), *kept)
        .subquery()
    )
    place = func.min(ranked.c.rank).over(partition_by=ranked.c.together).label("place")
    outer = select(*ranked.c, place).subquery()
    own = {"rank", "together", "place"}
    return select(*(c for c in outer.c if c.name not in own)).order_by(outer.c.place, outer.c.rank)


def totals(selection: Selection) -> Rows:
    """How many organisations the selection keeps, and how many of them lack a position."""
    return (
        select(func.count(), func.count().filter(o.c.lon.is_(None)))
        .select_from(o)
        .where(selection_condition(selection))
    )


def record(any_id: str) -> Rows:
    """The whole record of the organisation that answers to an id."""
    return select(o.c.record).join(aliases, aliases.c.id == o.c.id).where(aliases.c.alias == any_id)


def own_ids(ids: Sequence[str]) -> Rows:
    """``(alias, id)`` of the organisations that answer to ids, their own or merged ones."""
    return select(aliases.c.alias, aliases.c.id).where(among(aliases.c.alias, ids))


def records(ids: Sequence[str]) -> Rows:
    """Whole records by their own ids."""
    return select(o.c.record).where(among(o.c.id, ids)).order_by(o.c.id)


def all_records(selection: Selection) -> Rows:
    """Whole records of a selection, by id."""
    return select(o.c.record).where(selection_condition(selection)).order_by(o.c.id)


def nearest(point: Point, excluded_person: str, limit: int) -> Rows:
    """The organisations nearest to a point that are not sites of the given legal person."""
    distance = distance_column(point).label("distance_km")
    return (
        select(*LISTED_COLUMNS, distance)
        .where(o.c.lon.is_not(None), o.c.person_key != literal(excluded_person))
        .order_by(asc("distance_km"), o.c.id)
        .limit(limit)
    )


def listed_ids(ids: Sequence[str]) -> Rows:
    """List lines of organisations by their own ids, by name."""
    return (
        select(*LISTED_COLUMNS, type_coerce(null(), Double).label("distance_km"))
        .where(among(o.c.id, ids))
        .order_by(o.c.sort_name, o.c.id)
    )


def listed_persons(person_keys: Sequence[str]) -> Rows:
    """List lines of every site of some legal persons, by name."""
    return (
        select(*LISTED_COLUMNS, type_coerce(null(), Double).label("distance_km"))
        .where(among(o.c.person_key, person_keys))
        .order_by(o.c.sort_name, o.c.id)
    )
