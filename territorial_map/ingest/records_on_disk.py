"""Where a build keeps what memory need not hold: records in files, what is compared in DuckDB.

A passing folder beside the editions, removed whatever happens. ``line`` has one narrow row per
organisation and says where its record and its row lie; ``record`` is the table of the linkage.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

import duckdb
import pyarrow as pa

from territorial_map.domain.link_basis import like_key
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.facts import trades_of
from territorial_map.ingest.duplicates import create_record_table
from territorial_map.ingest.status import told_by_naf
from territorial_map.store.databases import database
from territorial_map.store.records import organisation_of
from territorial_map.store.rows import StoredRow, stored_row
from territorial_map.store.temporary_folders import passing_folder

_MEMORY = "384MB"
# Rows of one insertion: a row group of DuckDB's, that goes to the file at once. In one transaction
# of many insertions, DuckDB would hold every Arrow table to its end.
_AT_ONCE = 122_880
_BUFFER = 2**17  # bytes written at once
_RUN = 512  # records read at once: a megabyte
_TEXT = pa.string()


class Spot(NamedTuple):
    """Where a record lies: its file, where it begins there, its bytes, and those with its row."""

    part: int
    start: int
    length: int
    whole: int


LINE = pa.schema(
    [
        ("position", pa.int64()),
        ("id", _TEXT),
        ("file", _TEXT),
        ("siren", _TEXT),
        ("manager_id", _TEXT),
        ("legal_form", _TEXT),
        ("legal_family", _TEXT),
        ("kind", _TEXT),
        ("has_trade", pa.bool_()),
        ("naf_trades", _TEXT),
        ("alike", _TEXT),
        ("lon", pa.float64()),
        ("lat", pa.float64()),
        ("vintage", _TEXT),
        ("licence", _TEXT),
        *((name, pa.int64()) for name in Spot._fields),
    ]
)
LineRow = tuple[object, ...]


@dataclass(slots=True)
class Records:
    """Records in files of a folder, one file per process that writes; behind each lies its row.

    ``built_on`` is the ISO date on which the quality of a row is measured.
    """

    folder: Path
    built_on: str
    _writing: BinaryIO | None = None
    _reading: dict[int, BinaryIO] = field(default_factory=dict)

    def write(self, organisations: Iterable[Organisation]) -> list[Spot]:
        """Add records; where each lies. They can be read from any process afterwards."""
        part = os.getpid()
        if self._writing is None:
            self._writing = self._path(part).open("ab", _BUFFER)
        start = self._writing.tell()
        spots: list[Spot] = []
        for organisation in organisations:
            row = stored_row(organisation, self.built_on)
            packed, length = row.packed(), len(row.record)
            self._writing.write(row.record + packed)
            spots.append(Spot(part, start, length, length + len(packed)))
            start += spots[-1].whole
        self._writing.flush()
        return spots

    def read(self, spot: Spot) -> Organisation:
        """The organisation of a record."""
        return organisation_of(self._bytes(spot.part, spot.start, spot.length))

    def rows(self, spots: Iterable[Spot]) -> Iterator[StoredRow]:
        """The rows of records, in their order; those that lie one behind the other at once."""
        for run in _runs(spots):
            both = self._bytes(run[0].part, run[0].start, sum(spot.whole for spot in run))
            at = 0
            for spot in run:
                cut, end = at + spot.length, at + spot.whole
                yield StoredRow.unpacked(both[cut:end], both[at:cut])
                at = end

    def apart(self) -> "Records":
        """The same, for another process: it opens the files for itself."""
        return Records(self.folder, self.built_on)

    def _bytes(self, part: int, start: int, length: int) -> bytes:
        if part not in self._reading:
            self._reading[part] = self._path(part).open("rb")
        return os.pread(self._reading[part].fileno(), length, start)

    def close(self) -> None:
        """Close every file."""
        for file in (self._writing, *self._reading.values()):
            if file is not None:
                file.close()

    def _path(self, part: int) -> Path:
        return self.folder / f"records-{part}"


def _runs(spots: Iterable[Spot]) -> Iterator[list[Spot]]:
    """Spots in their order, those that lie one behind the other in one file together."""
    run: list[Spot] = []
    for spot in spots:
        follows = run and spot.part == run[-1].part and spot.start == run[-1].start + run[-1].whole
        if run and not (follows and len(run) < _RUN):
            yield run
            run = []
        run.append(spot)
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class RecordsOnDisk:
    """The passing folder of one build."""

    connection: duckdb.DuckDBPyConnection
    records: Records
    _waiting: dict[str, list[pa.Table]] = field(default_factory=dict)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """What is added inside is all there afterwards."""
        yield
        for table in list(self._waiting):
            self._insert(table)

    def add(self, table: str, rows: pa.Table) -> None:
        """Add rows to a table, while it is being filled; they go in many at a time."""
        waiting = self._waiting.setdefault(table, [])
        waiting.append(rows)
        if sum(one.num_rows for one in waiting) >= _AT_ONCE:
            self._insert(table)

    def _insert(self, table: str) -> None:
        self.connection.register(
            "added", pa.concat_tables(self._waiting.pop(table)).combine_chunks()
        )
        self.connection.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM added')  # noqa: S608 - a name of ours
        self.connection.unregister("added")

    def change(self, changed: Iterable[tuple[int, Organisation]]) -> None:
        """Put other records in the place of those at some positions."""
        pairs = list(changed)
        spots = self.records.write(organisation for _, organisation in pairs)
        rows = [
            line_row(position, "", organisation, spot)
            for (position, organisation), spot in zip(pairs, spots, strict=True)
        ]
        self.connection.register("other", lines_table(rows))
        self.connection.execute(_CHANGE)
        self.connection.unregister("other")


_CHANGE = """
UPDATE line SET siren = other.siren, legal_form = other.legal_form,
    legal_family = other.legal_family, kind = other.kind,
    has_trade = other.has_trade, naf_trades = other.naf_trades, alike = other.alike,
    lon = other.lon, lat = other.lat, part = other.part, start = other.start, length = other.length,
    whole = other.whole
FROM other WHERE line.position = other.position
"""


def line_row(position: int, file: str, organisation: Organisation, spot: Spot) -> LineRow:
    """The narrow row of an organisation, in the order of ``LINE``."""
    o, point = organisation, organisation.place.point
    return (
        position,
        o.id,
        file,
        o.siren,
        o.manager_id,
        o.status.legal_form.value,
        o.status.legal_family.value,
        o.kind.value,
        bool(trades_of(o)),
        ",".join(sorted(told_by_naf(o))),
        like_key(o),
        point.lon if point else None,
        point.lat if point else None,
        o.source.vintage,
        o.source.licence,
        *spot,
    )


def lines_table(rows: list[LineRow]) -> pa.Table:
    """Narrow rows as an Arrow table."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(LINE)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, LINE, strict=True)], schema=LINE)


@contextmanager
def records_on_disk(beside: Path, built_on: str) -> Iterator[RecordsOnDisk]:
    """A passing folder inside a folder, which may be absent; nothing of it is left.

    ``built_on`` is the ISO date of the edition.
    """
    with passing_folder(beside) as folder:
        limits = {"memory_limit": _MEMORY, "temp_directory": str(folder / "spilled")}
        with (
            closing(Records(folder, built_on)) as records,
            database(str(folder / "lines.duckdb"), **limits) as connection,
        ):
            create_record_table(connection)
            connection.register("lines", LINE.empty_table())
            connection.execute("CREATE TABLE line AS FROM lines")
            connection.unregister("lines")
            yield RecordsOnDisk(connection, records)
