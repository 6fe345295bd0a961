"""Statements for the columns that stand beside an edition: what is told of each organisation.

Every statement but that of ids gives one row per organisation, by position.
"""

from typing import Any

from sqlalchemy import ColumnElement, func, literal, select

from territorial_map.domain.dimensions import BY_NAME, DIMENSIONS, FACETED
from territorial_map.queries.conditions import words_of_name
from territorial_map.queries.facets import POSITION
from territorial_map.queries.lists import LISTED_COLUMNS
from territorial_map.queries.schema import Rows, aliases
from territorial_map.queries.schema import organisations as o

SEPARATOR = "\x1f"
"""What parts the values of a filter in a text: no value has it."""

PLACE, FACTS = "place", "facts"
_OF_PLACE = ("region", "department", "epci", "commune", "density", "programme")
COMBINED: dict[str, tuple[str, ...]] = {
    PLACE: (*_OF_PLACE, "employment_zone", "living_area"),
    FACTS: tuple(d for d in FACETED if d not in {*_OF_PLACE, "employment_zone", "living_area"}),
}
"""Filters whose values come together again and again: those of places, and those of facts."""

WORDS, NAME_WORDS = "words", "name_words"
LINE_COLUMNS: tuple[ColumnElement[Any], ...] = tuple(
    column for column in LISTED_COLUMNS if column.name not in {"lon", "lat"}
)


def numbers() -> Rows:
    """Where each organisation stands, what draws it, and its région."""
    columns = (o.c.lon, o.c.lat, o.c.tile_x, o.c.tile_y)
    return select(*columns).order_by(POSITION)


def names() -> Rows:
    """Each name as lists sort it."""
    return select(o.c.sort_name).order_by(POSITION)


def pins() -> Rows:
    """Each id and name, parted."""
    return select(o.c.id + literal(SEPARATOR) + o.c.name).order_by(POSITION)


def lines() -> Rows:
    """Each list line but its point, as a JSON array in the order of ``LINE_COLUMNS``."""
    return select(func.json_array(*LINE_COLUMNS).label("line")).order_by(POSITION)


def combined() -> dict[str, ColumnElement[Any]]:
    """The values of each combined filter as one text, empty where there is none."""
    return {name: _as_text(name) for names in COMBINED.values() for name in names}


def listed_apart() -> dict[str, ColumnElement[Any]]:
    """The values of every other filter, the words of a record, and those of a name."""
    together = {name for names in COMBINED.values() for name in names}
    apart = {d.name: o.c[d.name] for d in DIMENSIONS if d.name not in together}
    return apart | {WORDS: o.c.words, NAME_WORDS: words_of_name()}


def answering_ids() -> Rows:
    """``(alias, position)`` of every id that an organisation answers to, by alias."""
    joined = select(aliases.c.alias, POSITION).join(o, aliases.c.id == o.c.id)
    return joined.order_by(aliases.c.alias)


def _as_text(name: str) -> ColumnElement[Any]:
    column = o.c[name]
    if BY_NAME[name].many:
        return func.coalesce(func.array_to_string(column, literal(SEPARATOR)), "")
    return func.coalesce(column, "")
