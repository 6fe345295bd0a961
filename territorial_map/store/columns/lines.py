"""List lines, packed some together: one is read by unpacking its few neighbours."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from types import SimpleNamespace
from typing import Any

import orjson

from territorial_map.queries.columns import LINE_COLUMNS
from territorial_map.store.columns.texts import Arrays, PackedTexts, packed_bytes

_TOGETHER = 16
_EFFORT = 4
_END = b"\n"
_LINES = "lines"

_NAMES = tuple(column.name for column in LINE_COLUMNS)


class Lines:
    """The list line of each organisation, but for its point."""

    __slots__ = ("_blocks",)

    def __init__(self, arrays: Arrays) -> None:
        self._blocks = PackedTexts(arrays, _LINES)

    def row_at(self, position: int, **more: float | None) -> SimpleNamespace:
        """The line of the organisation at a position, as a row of ``queries.lists`` tells it.

        ``more`` are the columns that the line has not.
        """
        block, rank = divmod(position, _TOGETHER)
        line = zlib.decompress(self._blocks.bytes_at(block)).split(_END)[rank]
        told: list[Any] = orjson.loads(line)
        return SimpleNamespace(**dict(zip(_NAMES, told, strict=True)), **more)


def lines_of(lines: Iterable[str]) -> Arrays:
    """The arrays of lines, one JSON array each."""
    remaining = iter(lines)
    groups = iter(lambda: list(islice(remaining, _TOGETHER)), [])
    return packed_bytes(_LINES, list(_blocks(groups)))


def _blocks(groups: Iterable[list[str]]) -> Iterator[bytes]:
    for group in groups:
        yield zlib.compress(_END.join(line.encode() for line in group), _EFFORT)
