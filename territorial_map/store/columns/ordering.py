"""A page of a selection in the order asked for: as ``queries.lists.page_ids`` sorts it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler

from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order
from territorial_map.domain.meaning import TextMeaning
from territorial_map.domain.selection import Selection
from territorial_map.queries.lists import IN_REGION
from territorial_map.store.columns.distances import CLOSE_KM
from territorial_map.store.columns.edition_columns import EditionColumns
from territorial_map.store.columns.postings import Mask

Positions = NDArray[Any]


def page_rows(
    columns: EditionColumns, selection: Selection, order: Order, limit: int, offset: int = 0
) -> list[int]:
    """The positions of a slice of a resolved selection's list."""
    kept, most = columns.kept(selection), offset + limit
    if order is Order.RELEVANCE:
        return _relevant(columns, selection, kept, most)[offset:]
    if order is Order.DISTANCE and selection.circle is not None:
        return _nearest(columns, selection.circle.point, np.flatnonzero(kept), most)[offset:]
    fixed = order.value if order is not Order.DISTANCE else Order.NAME.value
    if np.count_nonzero(kept) * 8 > columns.size:  # most are: they are met in their order
        along = columns.arrays[f"along.{fixed}"]
        told: list[int] = along[_first_kept(kept, along, most)][offset:].tolist()
        return told
    return _least(np.flatnonzero(kept), columns.arrays[f"rank.{fixed}"], most)[offset:]


def nearest_rows(columns: EditionColumns, point: Point, kept: Mask, most: int) -> list[int]:
    """The kept rows with a position that are nearest to a point; of one distance, by id."""
    rows = np.flatnonzero(kept & columns.located)
    return _nearest(columns, point, rows, most, by_name=False)


def _first_kept(kept: Mask, along: Positions, most: int) -> Positions:
    """Where in an order the first kept rows are."""
    found: list[Positions] = []
    missing, step = most, 4096
    for start in range(0, len(along), step):
        here = np.flatnonzero(kept[along[start : start + step]])[:missing] + start
        found.append(here)
        missing -= len(here)
        if not missing:
            break
    return np.concatenate([np.empty(0, dtype=np.int64), *found])


def _least(rows: Positions, rank: Positions, most: int) -> list[int]:
    """The rows of the least ranks, in order."""
    ranks = rank[rows]
    if most < len(rows):
        chosen = np.argpartition(ranks, most)[:most]
        rows, ranks = rows[chosen], ranks[chosen]
    told: list[int] = rows[np.argsort(ranks)].tolist()
    return told


def _nearest(
    columns: EditionColumns, point: Point, rows: Positions, most: int, *, by_name: bool = True
) -> list[int]:
    """The rows nearest to a point, those without a position last."""
    away = np.nan_to_num(columns.distances(point, rows), nan=np.inf)
    if most < len(rows):
        edge = np.partition(away, most)[most]
        rows = rows[away <= edge + CLOSE_KM]
    rank = columns.arrays["rank.name"]
    exact = ((columns.distance(point, row), row) for row in rows.tolist())
    placed = [
        (np.inf if d is None else d, int(rank[row]) if by_name else row, row) for d, row in exact
    ]
    return [row for *_, row in sorted(placed)[:most]]


def _relevant(columns: EditionColumns, selection: Selection, kept: Mask, most: int) -> list[int]:
    """Who answers the text first, then the nearest, or the completest of each région in turn."""
    meaning = selection.meaning
    asked = meaning is not None and bool(meaning.folded)
    if selection.circle is not None:
        point = selection.circle.point
        if meaning is None or not asked:
            return _nearest(columns, point, np.flatnonzero(kept), most)
        rows = np.flatnonzero(kept)
        away = np.nan_to_num(columns.distances(point, rows), nan=np.inf)
        keys: tuple[Positions, ...] = (away, columns.arrays["rank.name"][rows])
    else:
        rows, turn, region = _in_turn(columns, kept, None if asked else most)
        keys = (turn, region)
    if meaning is not None and asked:
        keys = (*_answering(columns, meaning, rows), *keys)
    told: list[int] = rows[np.lexsort(keys[::-1])[:most]].tolist()
    return told


def _in_turn(
    columns: EditionColumns, kept: Mask, most: int | None
) -> tuple[Positions, Positions, Positions]:
    """Kept rows, the turn of each in its région from 0, and the number of its région.

    With ``most``, only rows among which the first so many are.
    """
    along = columns.arrays[f"along.{IN_REGION}"]
    rows = along[kept[along]]
    region = columns.combinations["region"].first_of("region", rows)
    sizes = np.bincount(region)
    starts = np.cumsum(sizes) - sizes
    turn = np.arange(len(rows)) - starts[region]
    if most is not None:
        early = turn < _turns(sizes, most)
        return rows[early], turn[early], region[early]
    return rows, turn, region


def _turns(sizes: Positions, most: int) -> int:
    """How many turns give so many rows."""
    low, high = 0, int(sizes.max(initial=0))
    while low < high:
        middle = (low + high) // 2
        if int(np.minimum(sizes, middle).sum()) < most:
            low = middle + 1
        else:
            high = middle
    return low


def _answering(
    columns: EditionColumns, meaning: TextMeaning, rows: Positions
) -> tuple[Positions, ...]:
    """Ranks of the names that the text is, or that say its words, the likest first."""
    very = columns.of_name(meaning.folded)[rows]
    if not (meaning.names_first and all(meaning.told)):
        return (np.where(very, 0, 1),)
    said = columns.named(meaning.told)[rows]
    alike = np.zeros(len(rows))
    for at in np.flatnonzero(said):
        name = columns.names.at(int(rows[at]))
        alike[at] = JaroWinkler.similarity(name, meaning.folded)
    return (np.where(very, 0, np.where(said, 1, 2)), -alike)
