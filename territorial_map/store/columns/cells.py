"""The cells of a map, grouped in arrays: the rows that ``queries.maps`` gives."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.geo import MERCATOR_BITS
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TRADE, TradeQuestion
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.maps import CELLS_PER_TILE_BITS, MAX_ZOOM, MOST_CELLS
from territorial_map.store.columns.edition_columns import EditionColumns
from territorial_map.store.columns.postings import Mask

Positions = NDArray[Any]
CellRow = tuple[Any, ...]
_SPARSE = 16  # keys with more room between them are sorted, not counted


def drawn_cells(columns: EditionColumns, selection: Selection, zoom: int) -> list[CellRow]:
    """The rows of ``queries.maps.cells`` or, where a trade is asked for, ``cells_of_trade``.

    They are of the deepest zoom, the one asked for at most, that gives no more than ``MOST_CELLS``.
    """
    kept, to_call = _kept_and_to_call(columns, selection)
    rows = np.flatnonzero(kept & columns.located)
    zoom = min(zoom, MAX_ZOOM)
    keys = _cell_keys(columns, rows, zoom)
    while zoom and len(_numbered(keys)[1]) > MOST_CELLS:
        zoom -= 1
        keys = _tile_keys(columns, rows, zoom)
    return _grouped(columns, rows, keys, to_call)


def drawn_territories(
    columns: EditionColumns, selection: Selection, level: TerritoryLevel, zoom: int
) -> list[CellRow]:
    """The rows of ``queries.maps.territories``."""
    kept, to_call = _kept_and_to_call(columns, replace(selection, window=None))
    rows = np.flatnonzero(kept & columns.located)
    combinations = columns.combinations[level.value]
    codes = [*combinations.values_of(level.value), ""]
    code = combinations.first_of(level.value, rows)
    nowhere = code == len(codes) - 1
    keys = np.where(nowhere, _tile_keys(columns, rows, zoom) + len(codes), code)
    inside = np.ones(len(rows), dtype=bool)
    if selection.window is not None:
        inside = columns.within(selection.window)[rows]
    seen = np.isin(keys, keys[inside])
    rows, keys, inside, code = rows[seen], keys[seen], inside[seen], code[seen]
    group, first = _numbered(keys)
    calls = to_call[rows]
    here = np.bincount(group[inside & ~calls], minlength=len(first))
    here_to_call = np.bincount(group[inside & calls], minlength=len(first))
    drawn = _grouped(columns, rows, keys, to_call)
    told = zip(drawn, code[first], here.tolist(), here_to_call.tolist(), strict=True)
    return [(*row, codes[which], near, silent) for row, which, near, silent in told]


def _kept_and_to_call(columns: EditionColumns, selection: Selection) -> tuple[Mask, Mask]:
    """Whom a map draws, and those of them whose trade is asked for and not recorded."""
    question = TradeQuestion.of(selection)
    if question is None:
        return columns.kept(selection), np.zeros(columns.size, dtype=bool)
    known, to_call = known_or_to_call(columns, question)
    return columns.kept(question.whole) & (known | to_call), to_call


def known_or_to_call(columns: EditionColumns, question: TradeQuestion) -> tuple[Mask, Mask]:
    """Who has the trade asked for, and who of the others has none recorded."""
    known = columns.kept(question.told)
    return known, columns.having_any(TRADE, (UNKNOWN,)) & ~known


def _cell_keys(columns: EditionColumns, rows: Positions, zoom: int) -> NDArray[np.int64]:
    """A number per row: rows of one cell have the same."""
    if zoom < MAX_ZOOM:
        return _tile_keys(columns, rows, zoom)
    lon = np.unique(columns.lon[rows], return_inverse=True)[1]
    lat = np.unique(columns.lat[rows], return_inverse=True)[1]
    return lon.astype(np.int64) * (len(rows) + 1) + lat


def _tile_keys(columns: EditionColumns, rows: Positions, zoom: int) -> NDArray[np.int64]:
    shift = max(0, MERCATOR_BITS - zoom - CELLS_PER_TILE_BITS)
    x = columns.arrays["tile_x"][rows].astype(np.int64) >> shift
    y = columns.arrays["tile_y"][rows].astype(np.int64) >> shift
    if not len(rows):
        return x
    x, y = x - x.min(), y - y.min()
    told: NDArray[np.int64] = x * (y.max() + 1) + y
    return told


def _numbered(keys: NDArray[np.integer]) -> tuple[NDArray[np.integer], Positions]:
    """The number of each row's group, in the order of keys, and the first row of each group."""
    least, most = (int(keys.min()), int(keys.max())) if len(keys) else (0, 0)
    if most - least > _SPARSE * (len(keys) + _SPARSE):
        _, first, group = np.unique(keys, return_index=True, return_inverse=True)
        return group, first
    keys = keys - least
    seen = np.zeros(most - least + 1, dtype=bool)
    seen[keys] = True
    group = (np.cumsum(seen) - 1)[keys]
    first = np.zeros(int(np.count_nonzero(seen)) if len(keys) else 0, dtype=np.int64)
    first[group[::-1]] = np.arange(len(keys))[::-1]  # the last that is put there is the first
    return group, first


def _grouped(
    columns: EditionColumns, rows: Positions, keys: NDArray[np.integer], to_call: Mask
) -> list[CellRow]:
    if not len(rows):
        return []
    group, first = _numbered(keys)
    smallest = np.min_scalar_type(len(first))
    along = np.argsort(group.astype(smallest), kind="stable")
    lon, lat = columns.lon[rows][along], columns.lat[rows][along]
    n = np.bincount(group)
    starts = np.cumsum(n) - n
    calls = to_call[rows]
    told = (
        n,
        np.add.reduceat(lon, starts) / n,
        np.add.reduceat(lat, starts) / n,
        *(np.minimum.reduceat(axis, starts) for axis in (lon, lat)),
        *(np.maximum.reduceat(axis, starts) for axis in (lon, lat)),
        np.bincount(group[calls], minlength=len(n)),
        *_by_kind(columns, rows[~calls], group[~calls], len(n)),
    )
    listed = zip(*(each.tolist() for each in told), rows[first].tolist(), strict=True)
    return [(*row[:7], *_alone(columns, row[0], row[-1]), *row[7:-1]) for row in listed]


def _alone(columns: EditionColumns, n: int, row: int) -> tuple[Any, ...]:
    """Id, kind, name and position of one that is alone in its cell; of several none is read."""
    if n > 1:
        return (None,) * 4
    own, name = columns.pin_at(row)
    return own, columns.value_of("kind", row), name, columns.value_of("located", row)


def _by_kind(
    columns: EditionColumns, rows: Positions, group: NDArray[np.integer], groups: int
) -> list[NDArray[np.integer]]:
    """How many of each kind each group has, in the order of ``Kind``."""
    combinations = columns.combinations["kind"]
    number = {value: n for n, value in enumerate(combinations.values_of("kind"))}
    kinds = combinations.first_of("kind", rows)
    width = len(number) + 1
    counted = np.bincount(group * width + kinds, minlength=groups * width).reshape(groups, width)
    return [counted[:, number.get(kind.value, width - 1)] for kind in Kind]
