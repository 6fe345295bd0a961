"""Two statements that count the values of every filter, each without its own choice.

A row that fails one choice only still counts for that choice's own filter: so a choice never
blanks its neighbours, in one pass over the table.
"""

from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    cast,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.types import NullType

from territorial_map.domain.dimensions import BY_NAME, FACETED
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import chosen_condition, place_and_text
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o

SCALARS = tuple(name for name in FACETED if not BY_NAME[name].many)
LISTS = tuple(name for name in FACETED if BY_NAME[name].many)


def scalar_counts(selection: Selection) -> Rows:
    """One row: ``total``, then per filter with one value its histogram, from value to count."""
    base = _base(selection, SCALARS)

    def counts(name: str) -> ColumnElement[Any]:
        histogram = func.histogram(base.c[name], type_=NullType())
        return histogram.filter(_fits(base, selection, name)).label(name)

    total = func.count().filter(_fits(base, selection)).label("total")
    return select(total, *(counts(name) for name in SCALARS)).select_from(base)


def list_counts(selection: Selection) -> CompoundSelect[str, str, int]:
    """Rows ``(dimension, value, count)`` of the filters with several values."""
    base = _base(selection, LISTS)

    def counts(name: str) -> Select[str, str, int]:
        value = func.unnest(base.c[name]).label("value")
        inner = select(value).where(_fits(base, selection, name)).subquery()
        return select(literal(name), inner.c.value, func.count()).group_by(inner.c.value)

    return union_all(*map(counts, LISTS))


def _base(selection: Selection, names: tuple[str, ...]) -> CTE:
    missed = (
        cast(~chosen_condition(name, values), Integer).label(f"missed_{name}")
        for name, values in selection.choices
    )
    columns = (o.c[name] for name in names)
    return select(*columns, *missed).where(place_and_text(selection)).cte("base")


def _fits(base: CTE, selection: Selection, own: str = "") -> ColumnElement[bool]:
    """True where a row has every chosen value, its own filter's aside."""
    missed = (base.c[f"missed_{name}"] for name, _ in selection.choices if name != own)
    return sum(missed, literal(0)) == 0
