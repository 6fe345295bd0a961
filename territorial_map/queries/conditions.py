"""A selection as SQL conditions: the same filters as ``Selection.keeps``."""

import math
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    and_,
    bindparam,
    false,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.types import ARRAY, String

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.geo import EARTH_RADIUS_KM, Point, Window, window_around
from territorial_map.domain.meaning import TextMeaning, TextPart, WordSets
from territorial_map.domain.selection import Around, Selection
from territorial_map.queries.schema import aliases
from territorial_map.queries.schema import organisations as o


def has_any(column: ColumnElement[object], values: tuple[str, ...]) -> ColumnElement[bool]:
    """True where a list column shares a value with ``values``."""
    return func.list_has_any(
        column, bindparam(None, list(values), type_=ARRAY(String), unique=True)
    )


def among(column: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
    """True where a column is one of many values: one parameter, however many there are."""
    listed = bindparam(None, list(values), type_=ARRAY(String), unique=True)
    return column.in_(select(func.unnest(listed)))


def chosen_condition(name: str, values: tuple[str, ...]) -> ColumnElement[bool]:
    """True where an organisation has one of the chosen values of a dimension; never null."""
    column = o.c[name]
    if BY_NAME[name].many:
        return func.coalesce(has_any(column, values), false())
    return func.coalesce(column.in_(values), false())


def distance_column(point: Point, sites: FromClause = o) -> ColumnElement[float]:
    """Kilometres as the crow flies from a point (haversine); null without a position."""
    lon, lat = sites.c.lon, sites.c.lat
    half = func.pow(func.sin(func.radians(lat - point.lat) / 2), 2) + func.cos(
        func.radians(literal(point.lat))
    ) * func.cos(func.radians(lat)) * func.pow(func.sin(func.radians(lon - point.lon) / 2), 2)
    return 2 * EARTH_RADIUS_KM * func.asin(func.least(1.0, func.sqrt(half)))


def distance_floor(point: Point, window: Window) -> ColumnElement[float]:
    """A haversine that is never above the true one inside the window, without trigonometry."""
    a, b = floor_factors(point, window)
    lat, lon = o.c.lat - point.lat, o.c.lon - point.lon
    return a * lat * lat + b * lon * lon


def floor_factors(point: Point, window: Window) -> tuple[float, float]:
    """``(a, b)`` such that ``a * dlat ** 2 + b * dlon ** 2``, in degrees, is under the haversine.

    ``sin(x / 2)`` falls under its tangent by no more than at the window's edge, and the cosine of
    the latitude is least at its northern or southern border.
    """
    across = max(point.lon - window.west, window.east - point.lon)
    up = max(point.lat - window.south, window.north - point.lat)
    borders = (math.cos(math.radians(lat)) for lat in (window.south, window.north, point.lat))
    south, north, here = borders
    return _sine_floor(up), _sine_floor(across) * max(0.0, min(south, north)) * here


def _sine_floor(degrees: float) -> float:
    """The greatest factor with ``sin(x / 2) ** 2 >= factor * x ** 2``, x degrees up to these."""
    if degrees > 180:
        return 0.0
    if degrees == 0:
        return (math.pi / 360) ** 2
    return (math.sin(math.radians(degrees) / 2) / degrees) ** 2 * (1 - 1e-12)


def window_condition(window: Window) -> ColumnElement[bool]:
    """True inside a window, borders included; null, so not kept, without a position."""
    return and_(
        o.c.lon.between(window.west, window.east),
        o.c.lat.between(window.south, window.north),
    )


def around_condition(around: Around) -> ColumnElement[bool]:
    """True within the circle: the window first, which is cheap, then the distance."""
    return and_(
        window_condition(window_around(around.point, around.radius_km)),
        distance_column(around.point) <= around.radius_km,
    )


def text_condition(meaning: TextMeaning) -> ColumnElement[bool]:
    """True where a text keeps an organisation; a set without words means that none can."""
    asked: list[ColumnElement[bool]] = list(map(_part_condition, meaning.parts))
    if meaning.near is not None:
        asked.append(around_condition(Around(meaning.near.point, meaning.near.radius_km)))
    kept = [and_(*asked)] if asked else []
    if meaning.folded:
        kept.append(o.c.sort_name == meaning.folded)
    if meaning.by_name and all(meaning.told):
        kept.append(named_condition(meaning.told))
    return or_(false(), *kept)


def named_condition(sets: WordSets) -> ColumnElement[bool]:
    """True where a name, with its acronym, has one word of each set.

    The words of the row, which are more, are looked at first: no text is cut for most rows.
    """
    said = words_of_name()
    return and_(_says(sets), *(has_any(said, tuple(sorted(each))) for each in dict.fromkeys(sets)))


def words_of_name() -> ColumnElement[Any]:
    """The words of a name, with its acronym, as a list."""
    told = o.c.sort_name + literal(" ") + func.lower(func.coalesce(o.c.acronym, ""))
    return func.string_split(told, " ")


def _part_condition(part: TextPart) -> ColumnElement[bool]:
    ways = [chosen_condition(name, (value,)) for name, value in part.values]
    if part.alias:
        ways.append(o.c.id.in_(select(aliases.c.id).where(aliases.c.alias == part.alias)))
    if part.words and all(part.words):
        ways.append(_says(part.words))
    return or_(false(), *ways)


def _says(sets: WordSets) -> ColumnElement[bool]:
    return and_(*(has_any(o.c.words, tuple(sorted(each))) for each in dict.fromkeys(sets)))


def place_and_text(selection: Selection) -> ColumnElement[bool]:
    """Every filter that is not a choice among values."""
    conditions: list[ColumnElement[bool]] = []
    if selection.around is not None:
        conditions.append(around_condition(selection.around))
    if selection.window is not None:
        conditions.append(window_condition(selection.window))
    if selection.text:
        if selection.meaning is None:
            raise ValueError("the text of a selection must be read before it filters")
        conditions.append(text_condition(selection.meaning.plainly()))
    return and_(true(), *conditions)


def selection_condition(selection: Selection) -> ColumnElement[bool]:
    """The whole selection as one condition."""
    return and_(
        place_and_text(selection),
        *(chosen_condition(name, values) for name, values in selection.choices),
    )
