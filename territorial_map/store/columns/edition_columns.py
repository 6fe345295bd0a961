"""The columns of an edition: whom a selection keeps, and how many have each value.

``Selection.keeps`` and the statements of ``queries`` define; what is answered here is the same.
"""

from collections.abc import Iterable
from functools import reduce
from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray

from territorial_map.domain.dimensions import FACETED
from territorial_map.domain.geo import Point, Window, window_around
from territorial_map.domain.meaning import TextMeaning, TextPart, WordSets
from territorial_map.domain.selection import Around, Selection
from territorial_map.queries.columns import COMBINED, NAME_WORDS, SEPARATOR, WORDS, listed_apart
from territorial_map.store.columns.array_names import IDS, NAMES, PINS
from territorial_map.store.columns.combinations import Combinations
from territorial_map.store.columns.distances import CLOSE_KM, exactly, kilometres
from territorial_map.store.columns.lines import Lines
from territorial_map.store.columns.postings import Mask, Postings
from territorial_map.store.columns.texts import Arrays, PackedTexts

Counts = dict[str, dict[str, int]]


class EditionColumns:
    """Arrays of an edition, in memory or mapped from its folder; threads may share them.

    Organisations are told by their position in the edition, in masks (n,) and in rows (m,).
    """

    def __init__(self, arrays: Arrays) -> None:
        """Those that ``made_columns`` gives."""
        self.arrays = arrays
        self.lon: NDArray[np.float64] = arrays["lon"]
        self.lat: NDArray[np.float64] = arrays["lat"]
        self.size = len(self.lon)
        self.located: Mask = ~np.isnan(self.lon)
        self.lines = Lines(arrays)
        self.names, self._pins = PackedTexts(arrays, NAMES), PackedTexts(arrays, PINS)
        groups = {g: Combinations(arrays, g, names) for g, names in COMBINED.items()}
        self._groups = tuple(groups.values())
        self.combinations = {n: groups[g] for g, names in COMBINED.items() for n in names}
        apart = (*listed_apart(), IDS)
        self._postings = {name: Postings(arrays, name, self.size) for name in apart}
        self.words = self._postings[WORDS].values

    def kept(self, selection: Selection) -> Mask:
        """Whom a selection keeps, its text read before."""
        return _all_of(self._place_and_text(selection), *self._chosen(selection).values())

    def totals(self, selection: Selection) -> tuple[int, int]:
        """How many the selection keeps, and how many of them lack a position."""
        kept = self.kept(selection)
        total = int(np.count_nonzero(kept))
        return total, total - int(np.count_nonzero(kept & self.located))

    def counts(self, selection: Selection, within: Mask | None = None) -> tuple[int, Counts]:
        """The total, and per counted filter its values, each without that filter's own choice.

        Only those of ``within`` are counted, where it is given.
        """
        around = self._place_and_text(selection)
        if within is not None:
            around = around & within
        chosen = self._chosen(selection)
        whole = _all_of(around, *chosen.values())
        once = {id(group): group.counted(whole) for group in self._groups}
        found: Counts = {}
        for name in FACETED:
            combinations = self.combinations[name]
            counted = once[id(combinations)]
            if name in chosen:
                others = (mask for other, mask in chosen.items() if other != name)
                counted = combinations.counted(_all_of(around, *others))
            found[name] = combinations.counts(name, counted)
        return int(np.count_nonzero(whole)), found

    def having_any(self, name: str, values: Iterable[str]) -> Mask:
        """Who has one of the values of a filter at least."""
        combinations = self.combinations.get(name)
        if combinations is not None:
            return combinations.having_any(name, values)
        return self._postings[name].having_any(values)

    def value_of(self, name: str, row: int) -> str | None:
        """The value that a row has of a filter where one is the most."""
        return self.combinations[name].value_of(name, row)

    def within(self, window: Window) -> Mask:
        """Who stands in a window, borders included."""
        inside: Mask = (self.lon >= window.west) & (self.lon <= window.east)
        inside &= self.lat >= window.south
        inside &= self.lat <= window.north
        return inside

    def around(self, circle: Around) -> Mask:
        """Who stands within a circle: the window first, then the distance."""
        kept = self.within(window_around(circle.point, circle.radius_km))
        rows = np.flatnonzero(kept)
        beyond = self.distances(circle.point, rows) - circle.radius_km
        kept[rows] = beyond <= 0
        for row in rows[np.abs(beyond) <= CLOSE_KM]:  # on the very edge
            kept[row] = self._exactly(circle.point, row) <= circle.radius_km
        return kept

    def distances(self, point: Point, rows: NDArray[np.integer]) -> NDArray[np.float64]:
        """Kilometres from a point to some rows (m,), none where a row has no position."""
        return kilometres(point, self.lon[rows], self.lat[rows])

    def distance(self, point: Point, row: int) -> float | None:
        """Kilometres from a point to one row, as SQL gives them."""
        if not self.located[row]:
            return None
        return self._exactly(point, row)

    def _exactly(self, point: Point, row: int) -> float:
        return exactly(point, float(self.lon[row]), float(self.lat[row]))

    def line_at(self, row: int, point: Point | None) -> SimpleNamespace:
        """The list line of a row, as statements give it, with its distance from a point."""
        placed = bool(self.located[row])
        return self.lines.row_at(
            row,
            lon=float(self.lon[row]) if placed else None,
            lat=float(self.lat[row]) if placed else None,
            distance_km=None if point is None else self.distance(point, row),
        )

    def pin_at(self, row: int) -> tuple[str, str]:
        """The id and name of a row."""
        own, _, name = self._pins.at(row).partition(SEPARATOR)
        return own, name

    def saying(self, sets: WordSets) -> Mask:
        """Who says one word of each set, in a name, a commune or a device."""
        return self._saying(WORDS, sets)

    def named(self, sets: WordSets) -> Mask:
        """Whose name, with its acronym, has one word of each set."""
        return self._saying(NAME_WORDS, sets) & self.saying(sets)

    def of_name(self, folded: str) -> Mask:
        """Who has that very name, as lists sort it."""
        along = self.arrays["along.name"]
        sought = folded.encode(errors="surrogatepass")
        first = _first(sought, along, self.names)
        kept = self._nobody()
        for row in along[first:]:
            if self.names.bytes_at(row) != sought:
                break
            kept[row] = True
        return kept

    def _saying(self, where: str, sets: WordSets) -> Mask:
        each = (self._postings[where].having_any(one) for one in dict.fromkeys(sets))
        return _all_of(np.ones(self.size, dtype=bool), *each)

    def _nobody(self) -> Mask:
        return np.zeros(self.size, dtype=bool)

    def _chosen(self, selection: Selection) -> dict[str, Mask]:
        return {name: self.having_any(name, values) for name, values in selection.choices}

    def _place_and_text(self, selection: Selection) -> Mask:
        kept: Mask = np.ones(self.size, dtype=bool)
        if selection.around is not None:
            kept &= self.around(selection.around)
        if selection.window is not None:
            kept &= self.within(selection.window)
        if selection.text:
            if selection.meaning is None:
                raise ValueError("the text of a selection must be read before it filters")
            kept &= self.meant(selection.meaning.plainly())
        return kept

    def meant(self, meaning: TextMeaning) -> Mask:
        """Whom a text keeps; a set without words means that none can."""
        kept = self._nobody()
        if meaning.parts or meaning.near is not None:
            parts = [self._told(part) for part in meaning.parts]
            if meaning.near is not None:
                parts.append(self.around(Around(meaning.near.point, meaning.near.radius_km)))
            kept |= _all_of(*parts)
        if meaning.folded:
            kept |= self.of_name(meaning.folded)
        if meaning.by_name and all(meaning.told):
            kept |= self.named(meaning.told)
        return kept

    def _told(self, part: TextPart) -> Mask:
        kept = self._nobody()
        for name, value in part.values:
            kept |= self.having_any(name, (value,))
        if part.alias:
            kept |= self._postings[IDS].having_any((part.alias,))
        if part.words and all(part.words):
            kept |= self.saying(part.words)
        return kept


def _all_of(*masks: Mask) -> Mask:
    return reduce(np.logical_and, masks)


def _first(sought: bytes, along: NDArray[np.integer], names: PackedTexts) -> int:
    """Where the first name that is not before another stands among the sorted ones."""
    low, high = 0, len(along)
    while low < high:
        middle = (low + high) // 2
        if names.bytes_at(along[middle]) < sought:
            low = middle + 1
        else:
            high = middle
    return low
