"""Folding the records of every table: merged when sure, marked when unsure, else kept apart."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from territorial_map.domain.duplicate_verdicts import DuplicateDecision
from territorial_map.domain.organisation import Organisation
from territorial_map.ingest.duplicates.linkage import Linked, link
from territorial_map.ingest.duplicates.merge import merged
from territorial_map.ingest.duplicates.record_table import create_record_table, fill, record_rows
from territorial_map.ingest.tables import SourceTable
from territorial_map.store.databases import database


@dataclass(frozen=True, slots=True)
class Record:
    """An organisation as one row of one table tells it."""

    table: SourceTable
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class Folded:
    """Organisations sorted by id, and how many rows of each file were merged into another's."""

    organisations: tuple[Organisation, ...]
    merged: dict[str, int]
    perhaps: tuple[tuple[str, str], ...]


def fold_duplicates(
    records: Iterable[Record], decisions: Collection[DuplicateDecision] = ()
) -> Folded:
    """Fold records held in memory, given in the order of trust of their tables.

    Two ids of one register are never merged; ``decisions`` are what people said of pairs.
    """
    records = list(records)
    linked = linked_records(records, decisions)
    rows = {record.organisation.id: record.organisation for record in records}
    counted: Counter[str] = Counter()
    files = {record.organisation.id: record.table.file for record in records}
    for group in linked.groups:
        whole = rows[group.ids[0]]
        for identity, rule in zip(group.ids[1:], group.rules, strict=True):
            whole = merged(whole, rows.pop(identity), rule)
            counted[files[identity]] += 1
        rows[whole.id] = whole
    pairs = tuple(sorted((doubt.one, doubt.other) for doubt in linked.doubts))
    return Folded(_marked(rows, pairs), dict(counted), pairs)


def linked_records(
    records: Iterable[Record], decisions: Collection[DuplicateDecision] = ()
) -> Linked:
    """The links among records held in memory."""
    with database() as connection:
        create_record_table(connection)
        fill(connection, record_rows((r.table, r.organisation) for r in records))
        return link(connection, decisions)


def _marked(
    rows: dict[str, Organisation], pairs: Iterable[tuple[str, str]]
) -> tuple[Organisation, ...]:
    doubts: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        doubts[one].add(other)
        doubts[other].add(one)
    return tuple(
        replace(row, perhaps_same=tuple(sorted(doubts[identity]))) if identity in doubts else row
        for identity, row in sorted(rows.items())
    )
