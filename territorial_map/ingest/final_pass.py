"""Last pass of a build: every organisation with what follows from all of them, in parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

import pyarrow as pa

from territorial_map.domain.geo import Point
from territorial_map.domain.link_basis import Like, LinkBasis, Surveyed, Tagging
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.ingest.chunk_workers import chunk_workers
from territorial_map.ingest.progress import Progress, silent
from territorial_map.ingest.records_on_disk import Records, RecordsOnDisk, Spot
from territorial_map.store.parquet_parts import ROW_GROUP, ParquetPart, write_part
from territorial_map.store.rows import NumberedRow, Practices
from territorial_map.store.writer import code_of

_PART = ROW_GROUP
# Points held as such, some more than there are communes: many organisations share one.
_point = lru_cache(maxsize=40_000)(Point)

# Every organisation in the order of its id, with the number of its likes and of its person's sites.
_FINAL = """
CREATE TABLE final AS
SELECT line.id, line.part, line.start, line.length, line.whole, line.siren, line.lon, line.lat,
    alike.number AS alike, coalesce(person.sites, 1) AS sites
FROM line
JOIN (
    SELECT alike, row_number() OVER (ORDER BY min(id)) - 1 AS number FROM line GROUP BY alike
) alike USING (alike)
LEFT JOIN (SELECT siren, count(*) AS sites FROM line WHERE siren <> '' GROUP BY siren) person
    USING (siren)
ORDER BY line.id
"""
_LIKES = """
SELECT DISTINCT ON (alike) part, start, length, whole FROM final ORDER BY alike, id
"""
_ROWS = """
SELECT id, siren, lon, lat, alike, sites, part, start, length, whole FROM final ORDER BY id
"""
_STANDING = ("id", "siren", "lon", "lat", "alike", "sites")

# Where a record lies (the fields of a spot), the ids that may be the same, the rank of its tags,
# and the number of its profile.
_Line = tuple[int, int, int, int, tuple[str, ...], int, int]


@dataclass(frozen=True, slots=True)
class _Task:
    """Organisations to finish, and the tags that they share."""

    number: int
    lines: tuple[_Line, ...]
    tags: tuple[tuple[PracticeTag, ...], ...]


class FinalPass:
    """Finishes the organisations of a build; ``doubts`` are the ids that may be the same, by id.

    ``profiles`` are the numbers of the codes of their profiles, in the order of ids.
    """

    def __init__(
        self, on_disk: RecordsOnDisk, doubts: Mapping[str, tuple[str, ...]], tagging: Tagging | None
    ) -> None:
        self._on_disk = on_disk
        self._doubts = doubts
        self._tagging = tagging
        on_disk.connection.execute(_FINAL)
        (self._total,) = on_disk.connection.execute("SELECT count(*) FROM final").fetchone() or (0,)
        found = on_disk.connection.execute(_LIKES).fetchall()
        self._likes = [Like(on_disk.records.read(Spot(*spot))) for spot in found]
        self.profiles: dict[str, int] = {}
        self._numbers = [
            self.profiles.setdefault(
                code_of(like.organisation, on_disk.records.built_on), len(self.profiles)
            )
            for like in self._likes
        ]

    def organisations(self) -> Iterator[Organisation]:
        """Every organisation, by id, one at a time."""
        for task in self._tasks(self._survey(silent)):
            for *spot, perhaps, rank, _ in task.lines:
                organisation = self._on_disk.records.read(Spot(*spot))
                yield replace(organisation, perhaps_same=perhaps, practices=task.tags[rank])

    def parts(self, processes: int, progress: Progress) -> Iterator[ParquetPart]:
        """Every organisation, by id, in parts to be written; they go with the folder."""
        records = self._on_disk.records
        prepare = partial(_finisher, records.apart() if processes > 1 else records)
        done = 0
        with chunk_workers(prepare, processes) as run:
            # Processes start while the practices are surveyed.
            for part in run(self._tasks(self._survey(progress))):
                yield part
                done += part.count
                progress("Écriture", done, self._total)

    def _survey(self, progress: Progress) -> Surveyed | None:
        if self._tagging is None:
            return None
        return self._tagging.survey(self._told("Bonnes pratiques", progress))

    def _told(self, step: str, progress: Progress) -> Iterator[LinkBasis]:
        done = 0
        for columns in self._columns(_STANDING):
            yield from self._standings(columns)
            done += len(columns["id"])
            progress(step, done, self._total)

    def _tasks(self, directory: Surveyed | None) -> Iterator[_Task]:
        for number, columns in enumerate(self._columns((*_STANDING, *Spot._fields))):
            shared: list[tuple[PracticeTag, ...]] = []
            ranks: dict[int, int] = {}  # by identity: to compare tags costs more than to send some
            rank_of: list[int] = []
            for standing in self._standings(columns):
                tags = directory.tags(standing) if directory is not None else ()
                rank = ranks.setdefault(id(tags), len(shared))
                if rank == len(shared):
                    shared.append(tags)
                rank_of.append(rank)
            lines = zip(
                *(columns[name] for name in Spot._fields),
                [self._doubts.get(identity, ()) for identity in columns["id"]],
                rank_of,
                [self._numbers[alike] for alike in columns["alike"]],
                strict=True,
            )
            yield _Task(number, tuple(lines), tuple(shared))

    def _standings(self, columns: dict[str, list[Any]]) -> Iterator[LinkBasis]:
        for identity, siren, lon, lat, alike, sites in zip(
            *(columns[name] for name in _STANDING), strict=True
        ):
            person = f"siren:{siren}" if siren else identity
            point = None if lon is None else _point(lon, lat)
            yield LinkBasis(self._likes[alike], person, sites, point)

    def _columns(self, names: Sequence[str]) -> Iterator[dict[str, list[Any]]]:
        """The values of some columns in the order of ids, ``_PART`` organisations at a time."""
        with closing(self._on_disk.connection.cursor()) as cursor:
            for table in _of_length(_PART, cursor.execute(_ROWS).to_arrow_reader(_PART)):
                yield {name: table[name].to_pylist() for name in names}


def _of_length(length: int, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The same rows, so many at a time; the last ones may be fewer."""
    waiting: list[pa.Table] = []
    for batch in batches:
        waiting.append(pa.Table.from_batches([batch]))
        while sum(table.num_rows for table in waiting) >= length:
            whole = pa.concat_tables(waiting)
            yield whole.slice(0, length)
            waiting = [whole.slice(length)]
    if any(table.num_rows for table in waiting):
        yield pa.concat_tables(waiting)


def _finisher(records: Records) -> Callable[[_Task], ParquetPart]:
    def finish(task: _Task) -> ParquetPart:
        return write_part(records.folder, f"{task.number:06}", _rows(task, records))

    return finish


def _rows(task: _Task, records: Records) -> Iterator[NumberedRow]:
    """The rows of a task, with what follows from the others."""
    practices = [Practices.of(tags) for tags in task.tags]
    rows = records.rows(Spot(*line[:4]) for line in task.lines)
    for row, (*_, perhaps, rank, number) in zip(rows, task.lines, strict=True):
        yield row.completed(perhaps, practices[rank]), number
