"""What the portrait of a territory counts beside the filters of lists: pure statements."""

from sqlalchemy import Select, column, func, select, table

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import Rows, commune_reach, territories, territory_reach
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


def tables_of_reach() -> Select[int]:
    """How many of the tables of reach the edition has: none before it was written with them."""
    tables = table("tables", column("table_name"), schema="information_schema")
    named = [commune_reach.name, territory_reach.name]
    return select(func.count()).select_from(tables).where(tables.c.table_name.in_(named))


def reach_in(level: TerritoryLevel, code: str) -> Rows:
    """Per target, the inhabitants of a territory and how many live within each distance.

    Rows ``(target, inhabitants, within_10, within_20, within_30)``.
    """
    r = territory_reach
    columns = (r.c.target, r.c.inhabitants, r.c.within_10, r.c.within_20, r.c.within_30)
    return select(*columns).where(r.c.level == level.value, r.c.code == code)


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
