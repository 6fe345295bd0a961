"""Last pass of a build: every organisation with what follows from all of them, in batches."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.standing import Like, Standing, Tagging
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.ingest.crew import crew
from territorial_map.ingest.progress import Progress
from territorial_map.ingest.spill import Records, Spill, Spot
from territorial_map.store.batches import Batch, batch_of
from territorial_map.store.rows import Practices

_BATCH = 2_048  # ten of them fill a row group of the edition

# Every organisation in the order of its id, with the number of its likes and of its person's sites.
_FINAL = """
CREATE TABLE final AS
SELECT line.id, line.part, line.start, line.length, line.whole, line.siren, line.lon, line.lat,
    alike.number AS alike, coalesce(person.sites, 1) AS sites
FROM line
JOIN (SELECT alike, row_number() OVER (ORDER BY alike) AS number FROM line GROUP BY alike) alike
    USING (alike)
LEFT JOIN (SELECT siren, count(*) AS sites FROM line WHERE siren <> '' GROUP BY siren) person
    USING (siren)
ORDER BY line.id
"""
_LIKES = """
SELECT DISTINCT ON (alike) alike, part, start, length, whole FROM final ORDER BY alike, id
"""
_ROWS = (
    "SELECT id, part, start, length, whole, siren, lon, lat, alike, sites FROM final ORDER BY id"
)

# Where a record lies (the fields of a spot), the ids that may be the same, and a rank of tags.
_Line = tuple[int, int, int, int, tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class _Task:
    """Organisations to finish, and the tags that they share."""

    lines: tuple[_Line, ...]
    tags: tuple[tuple[PracticeTag, ...], ...]


class FinalPass:
    """Finishes the organisations of a spill; ``doubts`` are the ids that may be the same, by id."""

    def __init__(
        self, spill: Spill, doubts: Mapping[str, tuple[str, ...]], tagging: Tagging | None
    ) -> None:
        self._spill = spill
        self._doubts = doubts
        self._tagging = tagging
        spill.connection.execute(_FINAL)
        (self._total,) = spill.connection.execute("SELECT count(*) FROM final").fetchone() or (0,)

    def organisations(self) -> Iterator[Organisation]:
        """Every organisation, by id, one at a time."""
        for task in self._tasks():
            for *spot, perhaps, rank in task.lines:
                organisation = self._spill.records.read(Spot(*spot))
                yield replace(organisation, perhaps_same=perhaps, practices=task.tags[rank])

    def batches(self, processes: int, progress: Progress) -> Iterator[Batch]:
        """Every organisation, by id, in batches to be written."""
        self._survey(progress)
        records = self._spill.records
        prepare = partial(_batcher, records.apart() if processes > 1 else records)
        done = 0
        with crew(prepare, processes) as run:
            for batch in run(self._tasks()):
                yield batch
                done += batch.rows.num_rows
                progress("Écriture", done, self._total)

    def _survey(self, progress: Progress) -> None:
        if self._tagging is not None:
            self._tagging.survey(self._told("Bonnes pratiques", progress))

    def _told(self, step: str, progress: Progress) -> Iterator[Standing]:
        done = 0
        for rows, standings in self._read():
            yield from standings
            done += len(rows)
            progress(step, done, self._total)

    def _tasks(self) -> Iterator[_Task]:
        for rows, standings in self._read():
            shared: list[tuple[PracticeTag, ...]] = []
            ranks: dict[int, int] = {}  # by identity: to compare tags costs more than to send some
            lines: list[_Line] = []
            for row, standing in zip(rows, standings, strict=True):
                tags = self._tagging.tags(standing) if self._tagging is not None else ()
                rank = ranks.setdefault(id(tags), len(shared))
                if rank == len(shared):
                    shared.append(tags)
                lines.append((*row[1:5], self._doubts.get(row[0], ()), rank))
            yield _Task(tuple(lines), tuple(shared))

    def _read(self) -> Iterator[tuple[list[tuple[Any, ...]], list[Standing]]]:
        with closing(self._spill.connection.cursor()) as cursor:
            likes = {
                number: Like(self._spill.records.read(Spot(*spot)))
                for number, *spot in cursor.execute(_LIKES).fetchall()
            }
            cursor.execute(_ROWS)
            while rows := cursor.fetchmany(_BATCH):
                yield rows, [_standing(row, likes) for row in rows]


def _standing(row: tuple[Any, ...], likes: Mapping[int, Like]) -> Standing:
    identity, *_, siren, lon, lat, alike, sites = row
    point = None if lon is None else Point(lon, lat)
    return Standing(likes[alike], f"siren:{siren}" if siren else identity, sites, point)


def _batcher(records: Records) -> Callable[[_Task], Batch]:
    def finish(task: _Task) -> Batch:
        practices = [Practices.of(tags) for tags in task.tags]
        return batch_of(
            records.row(Spot(*spot)).completed(perhaps, practices[rank])
            for *spot, perhaps, rank in task.lines
        )

    return finish
