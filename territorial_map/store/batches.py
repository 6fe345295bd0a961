"""Organisations ready to be written, in batches that several processes can make."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from sqlalchemy import ARRAY, Double, Integer, Table

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.coding import profile_code
from territorial_map.domain.pooling.facts import profile_of
from territorial_map.queries import schema
from territorial_map.store.records import organisation_row


@dataclass(frozen=True, slots=True)
class Batch:
    """Some organisations sorted by id: their rows, without the number of their profile.

    ``profiles`` are the codes of their profiles, row after row; ``aliases`` every id they answer
    to.
    """

    rows: pa.Table
    profiles: tuple[str, ...]
    aliases: pa.Table


def batch_of(organisations: Iterable[Organisation], built_on: str) -> Batch:
    """The batch of organisations sorted by id, in an edition built on an ISO date.

    Raises:
        ValueError: they are not sorted by id, or two share an id.
    """
    rows: list[dict[str, Any]] = []
    aliases: list[dict[str, Any]] = []
    profiles: list[str] = []
    previous = ""
    for organisation in organisations:
        if organisation.id <= previous:
            raise ValueError(f"organisations must come sorted by id: {organisation.id}")
        previous = organisation.id
        rows.append(organisation_row(organisation, built_on))
        aliases += [{"alias": s.id, "id": organisation.id} for s in organisation.sources]
        profiles.append(profile_code(profile_of(organisation)))
    return Batch(
        pa.Table.from_pylist(rows, schema=_ROWS),
        tuple(profiles),
        pa.Table.from_pylist(aliases, schema=arrow_schema(schema.aliases)),
    )


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow types of a table of an edition."""

    def kind(column_type: object) -> pa.DataType:
        if isinstance(column_type, ARRAY):
            return pa.list_(pa.string())
        if isinstance(column_type, Double):
            return pa.float64()
        return pa.int64() if isinstance(column_type, Integer) else pa.string()

    return pa.schema([(column.name, kind(column.type)) for column in table.columns])


_PROFILE = schema.organisations.c.profile.name
_ROWS = arrow_schema(schema.organisations)
_ROWS = _ROWS.remove(_ROWS.get_field_index(_PROFILE))


def with_profiles(batch: Batch, numbers: dict[str, int]) -> pa.Table:
    """The whole rows of a batch; ``numbers`` are those of the profiles met so far, and grow."""
    told = [numbers.setdefault(code, len(numbers)) for code in batch.profiles]
    rows = batch.rows.append_column(_PROFILE, pa.array(told, pa.int64()))
    return rows.select(schema.organisations.columns.keys())
