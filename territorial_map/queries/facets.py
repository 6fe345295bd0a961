"""The rows that count for the values of every filter, each without its own choice.

A row that misses one choice only still counts for that choice's own filter: so a choice never
blanks its neighbours, and one statement serves all filters.
"""

from sqlalchemy import BigInteger, cast, literal_column, select

from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import chosen_condition, place_and_text
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o

# DuckDB numbers the rows of a table in the order they were written, from 0.
POSITION = literal_column("organisations.rowid", BigInteger).label("position")


def matches(selection: Selection) -> Rows:
    """Rows ``(position, <choice>…)`` within place and text; a choice's column is 1 where missed."""
    missed = (
        cast(~chosen_condition(name, values), BigInteger).label(name)
        for name, values in selection.choices
    )
    return select(POSITION, *missed).select_from(o).where(place_and_text(selection))
