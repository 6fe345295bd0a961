"""Columns of an edition held in memory as small integers, for counting many filters at once.

An edition never changes: its values are numbered when it opens, then a count is one
``numpy.bincount`` over the rows kept. Position i is the i-th row of ``organisations``.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, select

from territorial_map.queries.facets import POSITION
from territorial_map.queries.schema import Rows
from territorial_map.queries.schema import organisations as o

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 50_000


@dataclass(frozen=True, slots=True)
class CodedColumn:
    """The values of one filter: ``codes`` row after row, ``lengths`` of them in each row (n,)."""

    values: tuple[str, ...]
    codes: NDArray[np.unsignedinteger]
    lengths: NDArray[np.unsignedinteger]

    def counts(self, kept: NDArray[np.bool_]) -> dict[str, int]:
        """How many of the kept rows (n,) have each value; values that none has are left out."""
        told = self.codes[np.repeat(kept, self.lengths)]
        counted = np.bincount(told, minlength=len(self.values)).tolist()
        return {value: n for value, n in zip(self.values, counted, strict=True) if n}


@dataclass(slots=True)
class _Coding:
    """One column while it is read."""

    index: dict[str, int] = field(default_factory=dict)
    codes: list[NDArray[np.uint32]] = field(default_factory=list)
    lengths: list[NDArray[np.uint16]] = field(default_factory=list)

    def add(self, column: "pa.Array") -> None:
        import pyarrow as pa  # noqa: PLC0415 - large to load, for counts and profiles only
        import pyarrow.compute as pc  # noqa: PLC0415 - the same

        if pa.types.is_list(column.type):
            lengths = pc.fill_null(pc.list_value_length(column), 0)
            told = pc.list_flatten(column)
        else:
            lengths, told = column.is_valid(), column.drop_null()
        coded = told.dictionary_encode()
        known = (self.index.setdefault(v, len(self.index)) for v in coded.dictionary.to_pylist())
        renumbered = np.fromiter(known, dtype=np.uint32)
        self.codes.append(renumbered[coded.indices.to_numpy(zero_copy_only=False)])
        self.lengths.append(lengths.to_numpy(zero_copy_only=False).astype(np.uint16))

    def column(self) -> CodedColumn:
        smallest = np.min_scalar_type(max(0, len(self.index) - 1))
        empty = np.empty(0, dtype=np.uint16)
        return CodedColumn(
            tuple(self.index),
            np.concatenate([empty, *self.codes]).astype(smallest),
            np.concatenate([empty, *self.lengths]),
        )


def coded_columns(
    connection: Connection, told: Mapping[str, ColumnElement[Any]]
) -> dict[str, CodedColumn]:
    """What is told of each organisation under some names, each read once, in bounded memory."""
    codings = {name: _Coding() for name in told}
    for batch in _batches(connection, select(*told.values()).select_from(o).order_by(POSITION)):
        for name, column in zip(told, batch.columns, strict=True):
            codings[name].add(column)
    return {name: coding.column() for name, coding in codings.items()}


def arrays_of(connection: Connection, statement: Rows) -> dict[str, NDArray[Any]]:
    """Columns of numbers of a statement's rows, by name."""
    table = connection.execute(statement).cursor.to_arrow_reader(_BATCH).read_all()
    return {name: table[name].to_numpy() for name in table.column_names}


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """Every organisation by its position: ``ids`` (n,), rising, and its person's number (n,)."""

    ids: "pa.StringArray"
    persons: NDArray[np.integer]

    def position_of(self, own_id: str) -> int | None:
        """Where an organisation is, by its own id; ``None`` when the edition has none."""
        at = bisect_left(range(len(self.ids)), own_id, key=lambda n: str(self.ids[n]))
        return at if at < len(self.ids) and str(self.ids[at]) == own_id else None

    def ids_at(self, positions: list[int]) -> list[str]:
        """The ids at some positions."""
        import pyarrow as pa  # noqa: PLC0415 - as above

        return [str(one) for one in self.ids.take(pa.array(positions, pa.int64()))]

    def of_person_at(self, position: int) -> NDArray[np.integer]:
        """The positions of every site of one's legal person, its own included."""
        return np.flatnonzero(self.persons == self.persons[position])


def numbered(connection: Connection, statement: Rows) -> Numbered:
    """The rows ``(id, person)`` of a statement, ids rising."""
    import pyarrow as pa  # noqa: PLC0415 - as above

    table = connection.execute(statement).cursor.to_arrow_reader(_BATCH).read_all()
    ids, persons = (
        pa.concat_arrays(column.chunks or [pa.array([], pa.string())]) for column in table.columns
    )
    return Numbered(ids, persons.dictionary_encode().indices.to_numpy())


def _batches(connection: Connection, statement: Rows) -> Iterator["pa.RecordBatch"]:
    """The rows of a statement as Arrow batches: a tenth of the time of Python's tuples."""
    reader = connection.execute(statement).cursor.to_arrow_reader(_BATCH)
    yield from reader
