"""What the portrait of a territory counts beside the filters of lists: pure statements."""

from sqlalchemy import func, select

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import Rows
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
