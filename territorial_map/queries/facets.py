"""One statement that counts the values of every filter, each without its own choice."""

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Select,
    cast,
    func,
    literal,
    select,
    union_all,
)

from territorial_map.domain.dimensions import BY_NAME, FACETED
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import chosen_condition, place_and_text
from territorial_map.queries.schema import organisations as o


def facet_counts(selection: Selection) -> CompoundSelect[str, str, int]:
    """Rows ``(dimension, value, count)``; the dimension ``total`` counts the selection itself.

    A row that fails one choice only still counts for that choice's own filter: so a choice never
    blanks its neighbours, in one pass over the table.
    """
    missed = {
        name: cast(~chosen_condition(name, values), Integer).label(f"missed_{name}")
        for name, values in selection.choices
    }
    columns = [o.c[name] for name in FACETED]
    base = select(*columns, *missed.values()).where(place_and_text(selection)).cte("base")
    all_missed = sum((base.c[f"missed_{name}"] for name in missed), literal(0))

    def counts(name: str) -> Select[str, str, int]:
        own = base.c[f"missed_{name}"] if name in missed else literal(0)
        value = func.unnest(base.c[name]) if BY_NAME[name].many else base.c[name]
        inner = select(value.label("value")).where(all_missed - own == 0).subquery()
        return (
            select(literal(name).label("dimension"), inner.c.value, func.count().label("n"))
            .where(inner.c.value.is_not(None))
            .group_by(inner.c.value)
        )

    total = (
        select(literal("total"), literal(""), func.count()).select_from(base).where(all_missed == 0)
    )
    return union_all(total, *(counts(name) for name in FACETED))
