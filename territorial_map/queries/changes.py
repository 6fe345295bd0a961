"""Statements that compare two editions, in two steps.

First, once per pair of editions, attached under the names ``older`` and ``newer``: which
organisations changed, and how (``found``), set aside with both their states. Then, per question,
counts and lines over those alone. They agree with ``territorial_map.domain.changes``, which
defines what each change is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    MetaData,
    String,
    Table,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.sql.visitors import replacement_traverse

from territorial_map.domain.changes import COMPARED, PLACES, Nature
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.selection import Selection
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import Rows, aliases, organisations, vocabulary

OLDER, NEWER = "older", "newer"
EVENTS = frozenset((Nature.NEW, Nature.GONE, Nature.MERGED, Nature.SPLIT))
_ASIDE = MetaData()


def _attached(table: Table, side: str) -> Table:
    return table.to_metadata(MetaData(), schema=side)


def _aside(side: str) -> Table:
    return organisations.to_metadata(_ASIDE, name=f"{side}_organisations")


_before, _after = _attached(organisations, OLDER), _attached(organisations, NEWER)
_answered, _answers = _attached(aliases, OLDER), _attached(aliases, NEWER)
_older, _newer = _aside(OLDER), _aside(NEWER)

# The organisations that changed: their ids, and one flag per nature.
found = Table(
    "found",
    _ASIDE,
    Column("older_id", String),
    Column("newer_id", String),
    *(Column(nature.value, Boolean) for nature in Nature),
)
words: dict[str, Table] = {
    side: vocabulary.to_metadata(_ASIDE, name=f"{side}_vocabulary") for side in (OLDER, NEWER)
}


@dataclass(frozen=True, slots=True)
class AskedChanges:
    """A selection, its text resolved in each of the two editions; ``natures`` empty means all."""

    older: Selection
    newer: Selection
    natures: tuple[Nature, ...] = ()


def columns_read() -> frozenset[str]:
    """The columns of ``organisations`` that a comparison reads in both editions."""
    return frozenset(column.name for column in organisations.c) - {"record", "profile"}


def set_aside() -> tuple[tuple[Table, Rows], ...]:
    """The tables to make of two attached editions, in order, each with its rows."""
    kept = [column.name for column in organisations.c if column.name in columns_read()]
    states = (
        (aside, select(*(table.c[name] for name in kept)).where(table.c.id.in_(select(ids))))
        for aside, table, ids in (
            (_older, _before, found.c.older_id),
            (_newer, _after, found.c.newer_id),
        )
    )
    vocabularies = ((words[side], select(_attached(vocabulary, side))) for side in (OLDER, NEWER))
    return ((found, _found()), *states, *vocabularies)


def counts(asked: AskedChanges) -> Rows:
    """One row: how many organisations changed (``total``), then how many per nature."""
    per_nature = (func.count().filter(found.c[n.value]).label(n.value) for n in Nature)
    total = func.count().filter(_wanted(asked)).label("total")
    return select(total, *per_nature).select_from(_joined()).where(_kept(asked))


def lines(asked: AskedChanges) -> Rows:
    """The changed organisations: their ids, then what is told of them before and after.

    Sorted by what happened first, then by name.
    """
    event = case(*((found.c[n.value], literal(n.value)) for n in Nature))
    rank = case(*((found.c[n.value], literal(i)) for i, n in enumerate(Nature)))
    told = (*(c.field for c in COMPARED), "commune_name", "department_name")
    columns = (
        table.c[name].label(f"{side}_{name}")
        for side, table in ((OLDER, _older), (NEWER, _newer))
        for name in told
    )
    return (
        select(found.c.older_id, found.c.newer_id, event.label("event"), *columns)
        .select_from(_joined())
        .where(_kept(asked), _wanted(asked))
        .order_by(
            rank,
            func.coalesce(_newer.c.sort_name, _older.c.sort_name),
            func.coalesce(found.c.newer_id, found.c.older_id),
            found.c.older_id,
        )
    )


def _found() -> Rows:
    """What became of each organisation, those where nothing changed left out.

    An id that is in both editions is the same organisation; only the others are looked up among
    the ids that organisations also answer to.
    """
    changed = _field_natures()
    same = (
        select(_before.c.id.label("older_id"), _after.c.id.label("newer_id"), *_flags(changed))
        .select_from(_before.join(_after, _after.c.id == _before.c.id))
        .where(or_(*changed.values()))
    )
    lost = (
        select(_before.c.id.label("older_id"), _answers.c.id.label("newer_id"))
        .select_from(_before.outerjoin(_answers, _answers.c.alias == _before.c.id))
        .where(~exists().where(_after.c.id == _before.c.id))
        .cte("lost")
    )
    gone = lost.c.newer_id.is_(None)
    ended = {Nature.GONE: gone, Nature.MERGED: ~gone}
    come = (
        select(_answered.c.id.label("older_id"), _after.c.id.label("newer_id"))
        .select_from(_after.outerjoin(_answered, _answered.c.alias == _after.c.id))
        .where(
            ~exists().where(_before.c.id == _after.c.id),
            ~exists().where(lost.c.newer_id == _after.c.id),
        )
        .cte("come")
    )
    fresh = come.c.older_id.is_(None)
    begun = {Nature.NEW: fresh, Nature.SPLIT: ~fresh}
    parts = (same, select(lost, *_flags(ended)), select(come, *_flags(begun)))
    return select(union_all(*parts).subquery())


def _flags(conditions: Mapping[Nature, ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    return [conditions.get(n, literal(value=False)).label(n.value) for n in Nature]


def _joined() -> Any:  # noqa: ANN401 - SQLAlchemy's join type
    return found.outerjoin(_older, _older.c.id == found.c.older_id).outerjoin(
        _newer, _newer.c.id == found.c.newer_id
    )


def _kept(asked: AskedChanges) -> ColumnElement[bool]:
    """True where the selection keeps the organisation before or after."""
    if asked.newer.is_empty:
        return true()
    sides = ((asked.older, _older), (asked.newer, _newer))
    conditions = (
        and_(table.c.id.is_not(None), _on(selection_condition(selection), table))
        for selection, table in sides
    )
    return or_(*(func.coalesce(condition, false()) for condition in conditions))


def _on(condition: ColumnElement[bool], table: Table) -> ColumnElement[bool]:
    """A condition over ``organisations``, over another table of the same columns."""

    def moved(element: object, **_: object) -> Column[Any] | None:
        if isinstance(element, Column) and element.table is organisations:
            return table.c[element.name]
        return None

    replaced: ColumnElement[bool] = replacement_traverse(condition, {}, moved)
    return replaced


def _wanted(asked: AskedChanges) -> ColumnElement[bool]:
    return or_(*(found.c[n.value] for n in asked.natures)) if asked.natures else true()


def _field_natures() -> dict[Nature, ColumnElement[bool]]:
    other_name = _before.c.sort_name.is_distinct_from(_after.c.sort_name)
    rewritten = _before.c.name.is_distinct_from(_after.c.name)
    known = {p: and_(_before.c[p].is_not(None), _after.c[p].is_not(None)) for p in PLACES}
    replaced = (and_(_differs(p), known[p]) for p in PLACES)
    learned = (and_(_differs(p), ~known[p]) for p in PLACES)
    plain = (_differs(c.field) for c in COMPARED if c.field not in {"name", *PLACES})
    return {
        Nature.RENAMED: other_name,
        Nature.MOVED: or_(*replaced),
        Nature.CHANGED: or_(and_(rewritten, ~other_name), *learned, *plain),
    }


def _differs(field: str) -> ColumnElement[bool]:
    """Whether a field differs: the plain comparison first, which most rows do not pass."""
    before, after = _before.c[field], _after.c[field]
    written = before.is_distinct_from(after)
    if field == "address":
        return and_(written, _folded(before).is_distinct_from(_folded(after)))
    if field in BY_NAME and BY_NAME[field].many:
        return and_(written, func.list_sort(before).is_distinct_from(func.list_sort(after)))
    return written


def _folded(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """``domain.text.fold`` for French text, in SQL."""
    opened = func.lower(column)
    for ligature, letters in (("œ", "oe"), ("æ", "ae")):
        opened = func.replace(opened, ligature, letters)
    spaced = func.regexp_replace(func.strip_accents(opened), "[^a-z0-9]+", " ", "g")
    return func.trim(spaced)
