"""One statement that counts the values of every filter, each without its own choice."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, cast, func, literal, select
from sqlalchemy.types import NullType

from territorial_map.domain.dimensions import FACETED
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import chosen_condition, place_and_text
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o


def facet_counts(selection: Selection) -> Rows:
    """One row: ``total``, then per filter its histogram, a map from value to count.

    A row that fails one choice only still counts for that choice's own filter: so a choice never
    blanks its neighbours, in one pass over the table. The histogram of a filter with several
    values is over lists of values.
    """
    missed = {
        name: cast(~chosen_condition(name, values), Integer).label(f"missed_{name}")
        for name, values in selection.choices
    }
    columns = [o.c[name] for name in FACETED]
    base = select(*columns, *missed.values()).where(place_and_text(selection)).cte("base")
    all_missed = sum((base.c[f"missed_{name}"] for name in missed), literal(0))

    def counts(name: str) -> ColumnElement[Any]:
        own = base.c[f"missed_{name}"] if name in missed else literal(0)
        histogram = func.histogram(base.c[name], type_=NullType())
        return histogram.filter(all_missed - own == 0).label(name)

    total = func.count().filter(all_missed == 0).label("total")
    return select(total, *(counts(name) for name in FACETED)).select_from(base)
