"""First pass of a build: every row read, checked, located and judged by itself, then put down.

What a row gives depends on the row alone, so that chunks of rows can be read by several processes;
ids met twice and the order of everything are settled here, in the order of the rows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

import pyarrow as pa

from territorial_map.domain.edition import Rejection
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.trades import Trades
from territorial_map.ingest.chunk_workers import chunk_workers
from territorial_map.ingest.duplicates import record_row
from territorial_map.ingest.duplicates.record_table import RecordRow, records_table
from territorial_map.ingest.facts_tables import already_read, organisation_of
from territorial_map.ingest.facts_tables.places import place_cells
from territorial_map.ingest.journal import ChunkJournal, Entries, Journal
from territorial_map.ingest.names import PlaceNames, place_names
from territorial_map.ingest.point_joins import join_points
from territorial_map.ingest.poles import member_of, pole_of
from territorial_map.ingest.progress import Progress
from territorial_map.ingest.records_on_disk import Records, RecordsOnDisk, line_row, lines_table
from territorial_map.ingest.row_context import Reading
from territorial_map.ingest.tables import SourceTable, TableShape
from territorial_map.ingest.territories import TerritoryReference, load_territories
from territorial_map.readers import Row, read_table

_CHUNK = 2_000

Make = Callable[[Row], Organisation | None]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of a table, as (line, cells); ``first`` is the position of the first in the build."""

    table: SourceTable
    rank: int
    first: int
    columns: tuple[str, ...]
    rows: tuple[tuple[int, list[str]], ...]


@dataclass(frozen=True, slots=True)
class ReadChunk:
    """What the rows of a chunk gave, by their rank in it.

    ``told`` are their lines and ids as written, ``kept`` the ranks of the rows that gave an
    organisation, ``entries`` what they left in the journal; the tables have one row per
    organisation.
    """

    told: tuple[tuple[int, str], ...]
    kept: tuple[int, ...]
    entries: Entries
    lines: pa.Table
    records: pa.Table


@dataclass(slots=True)
class ReadTable:
    """A table read to its end: its rows, and what came in of them."""

    table: SourceTable
    rows: int = 0
    accepted: int = 0
    vintages: set[str] = field(default_factory=set)
    licences: set[str] = field(default_factory=set)


class ReadingPass:
    """Reads tables into a build, in the order of trust."""

    def __init__(
        self,
        sources: Path,
        territories: TerritoryReference,
        trades: Trades,
        journal: Journal,
        on_disk: RecordsOnDisk,
        gone: Mapping[str, str] | None = None,
    ) -> None:
        """Begin; ``gone`` says why records of some ids and SIRETs (``siret:…``) are left out."""
        self._sources = sources
        self._territories = territories
        self._trades = trades
        self._journal = journal
        self._on_disk = on_disk
        self._gone = gone or {}
        self._seen: set[str] = set()
        self._poles: dict[str, Organisation] = {}
        self._position = 0

    def read(
        self, tables: Iterable[SourceTable], processes: int, progress: Progress
    ) -> list[ReadTable]:
        """Read tables one after the other.

        Raises:
            SourceError: a table that cannot be read as what it is.
        """
        prepare = partial(reader, self._territories, self._trades, self._on_disk.records)
        if processes > 1:
            records = self._on_disk.records.apart()
            prepare = partial(_reader_apart, self._territories.folder, self._trades, records)
        with chunk_workers(prepare, processes) as run, self._on_disk.filling():
            return [self._read(table, rank, run, progress) for rank, table in enumerate(tables)]

    def _read(
        self,
        table: SourceTable,
        rank: int,
        run: Callable[[Iterable[Chunk]], Iterator[ReadChunk]],
        progress: Progress,
    ) -> ReadTable:
        path = self._sources / table.file
        step, total = f"Lecture : {table.file}", _lines(path)
        chunks = self._chunks(path, table, rank)
        begun, read = self._position, ReadTable(table)
        answers = (
            run(chunks) if table.shape is TableShape.ORGANISATIONS else map(self._here, chunks)
        )
        progress(step, 0, total)
        done = 0
        for chunk in answers:
            self._take(chunk, read)
            done += len(chunk.told)
            progress(step, min(done, total), total)
        read.rows = self._position - begun
        progress(step, read.rows, read.rows)
        return read

    def _chunks(self, path: Path, table: SourceTable, rank: int) -> Iterator[Chunk]:
        content = read_table(path, required=table.columns)
        while rows := tuple(islice(content.records, _CHUNK)):
            yield Chunk(table, rank, self._position, content.columns, rows)
            self._position += len(rows)

    def _here(self, chunk: Chunk) -> ReadChunk:
        """Read PTCEs and their members, who depend on the rows before them."""
        journal = ChunkJournal()
        names = _names_of(self._territories)
        reading = Reading(chunk.table, self._territories, journal, names, self._trades)

        def make(row: Row) -> Organisation | None:
            if chunk.table.shape is TableShape.MEMBERS:
                return member_of(row, reading, self._seen, self._poles)
            pole = pole_of(row, reading, self._seen)
            if pole is not None:
                self._poles[pole.id] = pole
            return pole

        return read_chunk(chunk, make, journal, self._on_disk.records)

    def _take(self, chunk: ReadChunk, read: ReadTable) -> None:
        """Put the rows of a chunk down, but those whose id was met before."""
        ids = {chunk.told[rank][1] for rank in chunk.kept}
        again: set[int] = set()
        if read.table.shape is TableShape.ORGANISATIONS:
            if self._seen.isdisjoint(identity for _, identity in chunk.told):
                self._seen |= ids
            else:
                again = self._met_before(chunk)
        self._note(chunk, again, read.table)
        gone = self._leave_out(chunk, again, read.table)
        lines, records = chunk.lines, chunk.records
        if again or gone:
            out = again | gone
            mask = pa.array([rank not in out for rank in chunk.kept], pa.bool_())
            lines, records = lines.filter(mask), records.filter(mask)
        self._on_disk.add("line", lines)
        self._on_disk.add("record", records)
        read.accepted += lines.num_rows
        read.vintages |= set(lines["vintage"].unique().to_pylist())
        read.licences |= set(lines["licence"].unique().to_pylist())

    def _leave_out(self, chunk: ReadChunk, again: set[int], table: SourceTable) -> set[int]:
        """The ranks of rows that must not be in the directory, told without what they hold."""
        if not self._gone:
            return set()
        found: set[int] = set()
        ids, sirets = chunk.lines["id"].to_pylist(), chunk.records["siret"].to_pylist()
        for rank, identity, siret in zip(chunk.kept, ids, sirets, strict=True):
            reason = self._gone.get(identity) or self._gone.get(f"siret:{siret}")
            if reason is not None and rank not in again:
                found.add(rank)
                line = chunk.told[rank][0]
                told = Rejection(table.file, line, "id", "(non reproduit)", reason)
                self._journal.add_rejection(told)
        return found

    def _note(self, chunk: ReadChunk, again: set[int], table: SourceTable) -> None:
        """Write down what the rows of a chunk left, in their order, and those met ``again``."""
        rejections = chunk.entries.rejections
        for rank in sorted(again | rejections.keys()):
            if rank in again:
                line, identity = chunk.told[rank]
                reason = already_read(identity)
                self._journal.add_rejection(Rejection(table.file, line, "id", identity, reason))
            else:
                for rejection in rejections[rank]:
                    self._journal.add_rejection(rejection)
        for (code, sentence), told in chunk.entries.notes.items():
            examples = [example for rank, example in told if rank not in again]
            if examples:
                self._journal.add_notes(code, sentence, examples)

    def _met_before(self, chunk: ReadChunk) -> set[int]:
        """The ranks of rows whose id another row has; the ids of the others are now met."""
        kept, again = set(chunk.kept), set()
        for rank, (_, identity) in enumerate(chunk.told):
            if identity.strip() and identity in self._seen:
                again.add(rank)
            elif rank in kept:
                self._seen.add(identity)
        return again


def reader(
    territories: TerritoryReference, trades: Trades, records: Records
) -> Callable[[Chunk], ReadChunk]:
    """What reads a chunk of organisations."""
    names = _names_of(territories)
    journal = ChunkJournal()

    def read(chunk: Chunk) -> ReadChunk:
        rows = (Row(line, dict(zip(chunk.columns, row, strict=True))) for line, row in chunk.rows)
        join_points(map(place_cells, rows), territories.reader.boundaries)
        reading = Reading(chunk.table, territories, journal, names, trades)
        seen: set[str] = set()
        return read_chunk(chunk, lambda row: organisation_of(row, reading, seen), journal, records)

    return read


def _reader_apart(
    territories: Path, trades: Trades, records: Records
) -> Callable[[Chunk], ReadChunk]:
    """The same, in a process of its own."""
    return reader(load_territories(territories), trades, records)


def read_chunk(chunk: Chunk, make: Make, journal: ChunkJournal, records: Records) -> ReadChunk:
    """Make the organisations of a chunk and put their records down; ``journal`` is left empty."""
    found: list[tuple[int, Organisation]] = []
    for rank, (line, cells) in enumerate(chunk.rows):
        journal.rank = rank
        organisation = make(Row(line, dict(zip(chunk.columns, cells, strict=True))))
        if organisation is not None:
            found.append((rank, organisation))
    spots = records.write(organisation for _, organisation in found)
    placed = [(chunk.first + rank, organisation) for rank, organisation in found]
    compared: list[RecordRow] = [
        record_row(position, chunk.rank, chunk.table, organisation)
        for position, organisation in placed
    ]
    lines = [
        line_row(position, chunk.table.file, organisation, spot)
        for (position, organisation), spot in zip(placed, spots, strict=True)
    ]
    number = chunk.columns.index("id") if "id" in chunk.columns else None
    told = ((line, "" if number is None else cells[number]) for line, cells in chunk.rows)
    return ReadChunk(
        tuple(told),
        tuple(rank for rank, _ in found),
        journal.take(),
        lines_table(lines),
        records_table(compared),
    )


def _names_of(territories: TerritoryReference) -> PlaceNames:
    """Every name that can stand inside an organisation's: communes, départements, régions."""
    levels = (territories.communes, territories.departments, territories.regions)
    return place_names(territory.name for level in levels for territory in level.values())


def _lines(path: Path) -> int:
    """About how many rows a file has: its lines but the first; for the progress alone."""
    with path.open("rb") as file:
        return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(2**20), b"")) - 1)
