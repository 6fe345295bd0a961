"""Columns beside an edition against the statements that define them, in the same run.

    python -m benchmarks columns              the default edition
    python -m benchmarks.columns FOLDER       the current edition of another folder

Every question is asked of both in turn, in process, with parameters that differ each time, so that
no answer is remembered. Windows, words and territories are drawn from the edition itself.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import select

from benchmarks.known import KNOWLEDGE
from benchmarks.measure import ratio, timed
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.queries.schema import organisations as o
from territorial_map.services.explore.column_answers import ColumnAnswers
from territorial_map.services.explore.map_rows import map_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.statement_answers import StatementAnswers
from territorial_map.settings import settings
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id

Answers = ColumnAnswers | StatementAnswers
Ask = Callable[[Answers, int], object]
_DRAWN = 1_000
_CALLS = 20


def questions(edition: OpenEdition) -> dict[str, Ask]:
    """What visitors ask, by name."""
    chance = random.Random(3)
    columns = (o.c.lon, o.c.lat, o.c.department, o.c.sort_name)
    with edition.file.connect() as connection:
        asked = select(*columns).where(o.c.lon.is_not(None)).order_by(o.c.id)
        drawn = connection.execute(asked).fetchall()
    some = [chance.choice(drawn) for _ in range(_DRAWN)]
    points = [Point(row.lon, row.lat) for row in some]
    departments = [row.department for row in some]
    words = [" ".join(row.sort_name.split()[2:4:2]) for row in some]

    def window(i: int, half: float) -> Window:
        at = points[i]
        return Window(at.lon - half, at.lat - half, at.lon + half, at.lat + half)

    def drawn_map(answers: Answers, selection: Selection, zoom: int) -> object:
        return map_of(selection, zoom, None, edition.gazetteer, answers)

    def page(answers: Answers, selection: Selection, order: Order) -> object:
        resolved = edition.resolve(selection)
        return answers.totals(resolved), answers.lines(resolved, order, 50)

    sectors = ["unknown", "health", "culture_media"]
    return {
        "map, a window": lambda a, i: drawn_map(a, Selection(window=window(i, 1.5)), 9),
        "map, France": lambda a, i: drawn_map(a, Selection(window=_france(i)), 6),
        "map, France, two filters": lambda a, i: drawn_map(
            a, Selection.of({"kind": ["ess_actor"], "sector": sectors}, window=_france(i)), 6
        ),
        "counts, a département and a sector": lambda a, i: a.counts(
            Selection.of({"department": [departments[i]], "sector": sectors})
        ),
        "counts, France, one kind": lambda a, i: a.counts(
            Selection.of({"kind": ["ess_actor"]}, window=_france(i))
        ),
        "list, a département by name": lambda a, i: page(
            a, Selection.of({"department": [departments[i]]}), Order.NAME
        ),
        "list, France, by relevance": lambda a, i: page(
            a, Selection.of({"kind": ["ess_actor"]}, window=_france(i)), Order.RELEVANCE
        ),
        "list, 30 km around": lambda a, i: page(
            a, Selection(around=Around(points[i], 30)), Order.DISTANCE
        ),
        "search, two words": lambda a, i: page(a, Selection.of({}, text=words[i]), Order.RELEVANCE),
        "nearest of a sheet": lambda a, i: a.nearest(points[i], "nobody", 8),
    }


def _france(i: int) -> Window:
    return Window(-5.5 + i * 1e-4, 41.2, 9.8, 51.3)


def run(editions: Path) -> None:
    """Print every figure."""
    file = EditionFile(editions, current_id(editions) or "")
    beside = file.columns()
    if beside is None:
        beside = file.make_columns()
    if beside is None:
        raise SystemExit(f"no columns can be made in {editions}")
    start = time.perf_counter()
    file.columns()
    opened = (time.perf_counter() - start) * 1000
    edition = OpenEdition(file, KNOWLEDGE)
    load = os.getloadavg()[0]
    print(f"{beside.size:,} organisations, {os.cpu_count()} cores, load {load:.1f}")
    print(f"  columns mapped in {opened:.0f} ms")
    columns, statements = ColumnAnswers(beside), StatementAnswers(file)
    for name, ask in questions(edition).items():
        ours = timed(partial(ask, columns), _CALLS, 2)
        usual = timed(partial(ask, statements), _CALLS, 2)
        print(f"  {name:36} columns {ours}   SQL {usual}   {ratio(usual, ours)}")


if __name__ == "__main__":
    run(Path(sys.argv[1]) if len(sys.argv) > 1 else settings().editions)
