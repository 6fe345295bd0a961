"""How complete the records of an edition are, counted per source or per département."""

from sqlalchemy import ColumnElement, func, select

from territorial_map.domain.quality import QualityCriterion, QualityLevel
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o

GROUPS = {"source": o.c.source_name, "department": o.c.department_name}


def quality_by(group: str | None) -> Rows:
    """Per group: how many records, their mean score, each level, what each criterion misses.

    ``group`` is a name of ``GROUPS``, or ``None`` for the edition as one.
    """
    key: ColumnElement[str | None] = func.any_value("") if group is None else GROUPS[group]
    levels = (
        func.count().filter(o.c.quality == level.value).label(level.value) for level in QualityLevel
    )
    missing = (
        func.count().filter(func.list_contains(o.c.missing, c.value)).label(f"missing_{c.value}")
        for c in QualityCriterion
    )
    score = func.avg(o.c.criteria_met / func.nullif(o.c.criteria_applied, 0)).label("score")
    statement = select(
        key.label("name"), func.count().label("organisations"), score, *levels, *missing
    ).select_from(o)
    return statement if group is None else statement.group_by(key).order_by(key.nulls_last())
