"""How much an edition knows of each kind of organisation, by territory and by source."""

from sqlalchemy import ColumnElement, func, select

from territorial_map.domain.quality import QualityCriterion
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import SizeBand
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o


def _key(level: TerritoryLevel | None) -> ColumnElement[str | None]:
    return func.any_value("") if level is None else o.c[level.value]


def known_by(
    level: TerritoryLevel | None, code: str | None = None, within: Selection | None = None
) -> Rows:
    """Per territory and kind: how many are known, and of how many each fact is.

    ``level`` is ``None`` for the whole edition; organisations without territory have a null code.
    ``code`` asks for one territory of the level alone, ``within`` for what a selection keeps.
    """
    key = _key(level)
    no_trade = func.list_contains(o.c.missing, QualityCriterion.ACTIVITY.value)
    counted = {
        "organisations": func.count(),
        "with_trade": func.count().filter(~no_trade),
        "with_phone": func.count(o.c.phone),
        "with_website": func.count(o.c.website),
        "with_naf": func.count(o.c.naf),
        "with_size": func.count().filter(o.c.size != SizeBand.UNKNOWN.value),
    }
    columns = (count.label(name) for name, count in counted.items())
    statement = select(key.label("code"), o.c.kind, *columns).select_from(o)
    return _grouped(_within(statement, level, code, within), level)


def sources_by(
    level: TerritoryLevel | None, code: str | None = None, within: Selection | None = None
) -> Rows:
    """Per territory, kind and first source: how many it tells, from its oldest vintage on."""
    name = o.c.source_name.label("source")
    statement = select(
        _key(level).label("code"),
        o.c.kind,
        name,
        func.count().label("organisations"),
        func.min(o.c.vintage).label("since"),
        func.max(o.c.vintage).label("until"),
    ).select_from(o)
    return _grouped(_within(statement, level, code, within), level, name)


def _within(
    statement: Rows, level: TerritoryLevel | None, code: str | None, within: Selection | None
) -> Rows:
    if within is not None:
        statement = statement.where(selection_condition(within))
    if level is None or code is None:
        return statement
    return statement.where(o.c[level.value] == code)


def _grouped(statement: Rows, level: TerritoryLevel | None, *others: ColumnElement[str]) -> Rows:
    keys = [o.c.kind, *others] if level is None else [o.c[level.value], o.c.kind, *others]
    return statement.group_by(*keys).order_by(*(key.asc().nulls_last() for key in keys))
