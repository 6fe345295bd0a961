"""What the portrait of a territory counts beside the filters of lists: pure statements."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Select,
    column,
    func,
    literal,
    select,
    table,
    union_all,
)

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.conditions import among, selection_condition
from territorial_map.queries.schema import (
    Rows,
    alike_territories,
    commune_reach,
    map_classes,
    territories,
    territory_counts,
    territory_gaps,
    territory_reach,
    territory_traits,
    zone_communes,
)
from territorial_map.queries.schema import organisations as o


def inside_by(selection: Selection, narrower: TerritoryLevel) -> Rows:
    """Per territory of a narrower level and kind, how many organisations a selection keeps.

    Rows ``(code, kind, organisations)``; the code is null where no source tells it.
    """
    code = o.c[narrower.value]
    columns = (code.label("code"), o.c.kind, func.count().label("organisations"))
    kept = select(*columns).where(selection_condition(selection)).group_by(code, o.c.kind)
    return kept.order_by(code.asc().nulls_last(), o.c.kind)


def ordinary_by_source(selection: Selection) -> Rows:
    """Of ESS actors without any device (ordinary associations, cooperatives…): who tells them.

    Rows ``(source, organisations)``, the most telling first.
    """
    source, count = o.c.source_name.label("source"), func.count().label("organisations")
    kept = select(source, count).where(
        selection_condition(selection),
        o.c.kind == Kind.ESS_ACTOR.value,
        func.len(o.c.device) == 0,
    )
    return kept.group_by(o.c.source_name).order_by(count.desc(), o.c.source_name)


def table_names() -> Select[str]:
    """The tables that the edition has: an older one lacks some."""
    tables = table("tables", column("table_name"), schema="information_schema")
    return select(tables.c.table_name)


def first_ids(within: Selection, selections: Sequence[Selection], most: int) -> Rows:
    """The first ids of each selection by name, all of them lying ``within`` one: a single row.

    One list per selection, ``most`` ids at most; null where there is none.
    """
    by_name = func.row(o.c.sort_name, o.c.id)
    firsts = (
        func.min_by(o.c.id, by_name, most).filter(selection_condition(one)) for one in selections
    )
    return select(*firsts).where(selection_condition(within))


def stored_counts(level: TerritoryLevel, codes: Collection[str]) -> Rows:
    """What ``counts_in`` counts of kinds, devices and trades, as computed with the edition."""
    c = territory_counts
    columns = (c.c.code, c.c.dimension, c.c.value, c.c.organisations)
    return select(*columns).where(c.c.level == level.value, c.c.code.in_(codes))


def traits_in(level: TerritoryLevel, codes: Collection[str]) -> Rows:
    """What some territories of a level are like: whole rows."""
    t = territory_traits
    return select(t).where(t.c.level == level.value, t.c.code.in_(codes))


def alike_to(level: TerritoryLevel, code: str) -> Rows:
    """The territories most like one, the nearest first: rows ``(other, distance)``."""
    a = alike_territories
    kept = select(a.c.other, a.c.distance).where(a.c.level == level.value, a.c.code == code)
    return kept.order_by(a.c.rank)


def gaps_in(level: TerritoryLevel, code: str) -> Rows:
    """What a territory seems to lack, what chance explains least first: whole rows."""
    g = territory_gaps
    kept = select(g).where(g.c.level == level.value, g.c.code == code)
    return kept.order_by(g.c.beyond_chance.desc(), g.c.chance, g.c.dimension, g.c.value)


def counts_in(level: TerritoryLevel, codes: Collection[str], names: Sequence[str]) -> Rows:
    """How many organisations each territory has by value of some filters, and in all.

    Rows ``(code, dimension, value, organisations)``; the total has a blank dimension and value.
    """
    code = o.c[level.value].label("code")
    parts = [select(code, literal("").label("dimension"), literal("").label("value"))]
    parts += [select(code, literal(name), _each_value(o.c[name])) for name in names]
    every = union_all(*(part.where(code.in_(codes)) for part in parts)).subquery()
    keys = (every.c.code, every.c.dimension, every.c.value)
    return select(*keys, func.count().label("organisations")).group_by(*keys)


def classes_in(level: TerritoryLevel, dimension: str, value: str) -> Select[int]:
    """The greatest count of each class of the map of a figure, the least first."""
    m = map_classes
    kept = (m.c.level == level.value, m.c.dimension == dimension, m.c.value == value)
    return select(m.c.upto).where(*kept).order_by(m.c.rank)


def outlines_of(level: TerritoryLevel, codes: Collection[str]) -> Rows:
    """Whole rows of some territories of a level that have an outline, by code."""
    t = territories
    kept = (t.c.level == level.value, t.c.code.in_(codes), t.c.outline.is_not(None))
    return select(t).where(*kept).order_by(t.c.code)


def _each_value(column: Column[Any]) -> ColumnElement[Any]:
    return func.unnest(column) if isinstance(column.type, ARRAY) else column


def reach_in(level: TerritoryLevel, code: str) -> Rows:
    """Per target, the inhabitants of a territory and how many live within each distance.

    Rows ``(target, inhabitants, within_10, within_20, within_30)``.
    """
    r = territory_reach
    columns = (r.c.target, r.c.inhabitants, r.c.within_10, r.c.within_20, r.c.within_30)
    return select(*columns).where(r.c.level == level.value, r.c.code == code)


def nearest_to(communes: Collection[str]) -> Rows:
    """Per target and commune of a group, how far the nearest known place is; farthest first.

    Rows ``(target, commune, nearest_km, nearest_id, population)``.
    """
    n, t = commune_reach, territories
    columns = (n.c.target, n.c.commune, n.c.nearest_km, n.c.nearest_id, t.c.population)
    kept = select(*columns).join(t, t.c.code == n.c.commune)
    inside = among(n.c.commune, sorted(communes))
    return kept.where(t.c.level == TerritoryLevel.COMMUNE.value, inside).order_by(
        n.c.target, n.c.nearest_km.desc(), n.c.commune
    )


def zones_and_communes() -> Rows:
    """Every zone that a portrait may be of: rows ``(kind, code, name, commune)``."""
    z = zone_communes
    return select(z).order_by(z.c.kind, z.c.code, z.c.commune)


def nearest_in(level: TerritoryLevel, code: str, farther_km: float) -> Rows:
    """Per target and commune of a territory, how far the nearest known place is; farthest first.

    Those farther than ``farther_km`` alone, or at 0 where that is 0.

    Rows ``(target, commune, nearest_km, nearest_id, population)``.
    """
    n, t = commune_reach, territories
    columns = (n.c.target, n.c.commune, n.c.nearest_km, n.c.nearest_id, t.c.population)
    inside = t.c.code if level is TerritoryLevel.COMMUNE else t.c[f"{level.value}_code"]
    kept = select(*columns).join(t, t.c.code == n.c.commune)
    far = n.c.nearest_km > farther_km if farther_km else n.c.nearest_km >= 0
    return kept.where(t.c.level == TerritoryLevel.COMMUNE.value, inside == code, far).order_by(
        n.c.target, n.c.nearest_km.desc(), n.c.commune
    )
