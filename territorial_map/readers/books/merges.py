"""Merged cells of a sheet: what the first one says holds for those below it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAIL = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']"
    rb"([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})[\"']"
)
_END = b"sheetData>"
_MOST = 50_000  # areas that are filled; a sheet with more is no list


class MergedArea(NamedTuple):
    """Cells merged downwards: their column and rows, from 1."""

    column: int
    top: int
    bottom: int


class Merges:
    """Areas of several rows, by column; ``fill`` is told every row in order."""

    def __init__(self, areas: list[MergedArea]) -> None:
        self._waiting = sorted(areas, key=lambda area: area.top, reverse=True)
        self._open: list[tuple[MergedArea, str]] = []

    def fill(self, number: int, cells: dict[int, str]) -> None:
        """Write in a filled row what merged cells above say; remember what begins here."""
        while self._waiting and self._waiting[-1].top <= number:
            area = self._waiting.pop()
            if area.top == number and area.column in cells:
                self._open.append((area, cells[area.column]))
        if not self._open:
            return
        self._open = [each for each in self._open if each[0].bottom >= number]
        for area, text in self._open:
            if area.top < number:
                cells.setdefault(area.column, text)


def merges_in(pieces: Iterator[bytes]) -> Merges:
    """The merged areas of a sheet that span rows: they stand after its cells."""
    tail, inside = b"", False
    areas: list[MergedArea] = []
    for piece in pieces:
        tail += piece
        if not inside and (at := tail.rfind(_END)) >= 0:
            inside, tail = True, tail[at:]
        if inside:
            areas += _areas(tail)
        tail = tail[-200:] if not inside else tail[tail.rfind(b"<") :]
        if len(areas) > _MOST:
            return Merges([])
    return Merges(areas)


def _areas(xml: bytes) -> list[MergedArea]:
    found = []
    for left, top, _, bottom in _TAIL.findall(xml):
        if int(bottom) > int(top):
            column = 0
            for letter in left.upper():
                column = column * 26 + letter - 64
            found.append(MergedArea(column, int(top), int(bottom)))
    return found
