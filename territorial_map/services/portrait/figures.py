"""The figures of a portrait: how many of each thing, there and in the wider territories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.listing import FacetValue
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.place import PortraitPlace, selection_of

# Fewer organisations than these make no rate: one more or one less would change everything.
LEAST_FOR_A_RATE = 5
_PEOPLE = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """How many organisations are known somewhere, and how many for 10,000 inhabitants.

    ``count`` is ``None`` where no source covers the thing counted: unknown, not zero. ``rate`` is
    ``None`` without a count or a population, and under ``LEAST_FOR_A_RATE`` organisations.
    """

    count: int | None
    rate: float | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One thing counted (a value of a filter): here, then in each wider territory and the country.

    ``dimension`` and ``value`` are the filter whose list each count is the length of.
    """

    dimension: str
    value: str
    label: str
    here: Figure
    beside: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Counts:
    """The counts of one territory, by filter and value, and its inhabitants."""

    total: int
    by_value: Mapping[str, Mapping[str, int]]
    people: int | None

    def of(self, dimension: str, value: str) -> int:
        return self.by_value[dimension].get(value, 0)


@dataclass(frozen=True, slots=True)
class PortraitFigures:
    """Every row of a portrait; ``trade_unknown`` counts those whose trade no source tells."""

    total: FigureRow
    kinds: tuple[FigureRow, ...]
    devices: tuple[FigureRow, ...]
    trades: tuple[FigureRow, ...]
    trade_unknown: FigureRow


def figures_of(edition: OpenEdition, place: PortraitPlace) -> PortraitFigures:
    """The figures of a territory, of its département, its région and the country.

    A kind or device is covered somewhere when our sources know one there, or else in the
    département that holds it; where they know none in the whole département, nothing is known.
    """
    counts = [_counts_in(edition, one) for one in (place.territory, *place.wider)]
    total, facets = edition.facets(Selection())
    counts.append(_Counts(total, _by_value(facets), place.everyone or None))
    covering = _covering(place, counts)
    rows = _Rows(counts, covering)
    return PortraitFigures(
        total=rows.total(),
        kinds=rows.of("kind", facets["kind"]),
        devices=rows.of("device", (one for one in facets["device"] if one.count)),
        trades=rows.of("sector", (one for one in facets["sector"] if one.value != UNKNOWN)),
        trade_unknown=rows.of("sector", (o for o in facets["sector"] if o.value == UNKNOWN))[0],
    )


def _counts_in(edition: OpenEdition, territory: Territory) -> _Counts:
    total, facets = edition.facets(selection_of(territory))
    return _Counts(total, _by_value(facets), territory.population)


def _by_value(facets: Mapping[str, Sequence[FacetValue]]) -> dict[str, dict[str, int]]:
    names = ("kind", "device", "sector")
    return {name: {one.value: one.count for one in facets[name]} for name in names}


def _covering(place: PortraitPlace, counts: Sequence[_Counts]) -> _Counts:
    """Where a known organisation says that its kind is covered here: the département, else here."""
    for territory, counted in zip((place.territory, *place.wider), counts, strict=False):
        if territory.level is TerritoryLevel.DEPARTMENT:
            return counted
    return counts[0]


class _Rows:
    """Makes rows of counts, those of the territory first and of the country last."""

    def __init__(self, counts: Sequence[_Counts], covering: _Counts) -> None:
        self._counts = counts
        self._covering = covering

    def total(self) -> FigureRow:
        """All organisations together."""
        known = bool(self._covering.total)
        here, *beside = (
            _figure(one.total if one.total or (known and not rank) else None, one.people)
            for rank, one in enumerate(self._counts)
        )
        return FigureRow("", "", "", here, tuple(beside))

    def of(self, dimension: str, values: Iterable[FacetValue]) -> tuple[FigureRow, ...]:
        """One row per value."""
        return tuple(self._row(dimension, one) for one in values)

    def _row(self, dimension: str, value: FacetValue) -> FigureRow:
        covered = bool(self._covering.of(dimension, value.value))
        found = []
        for rank, one in enumerate(self._counts):
            count = one.of(dimension, value.value)
            told = count if count or (covered and not rank) else None
            found.append(_figure(told, one.people))
        return FigureRow(dimension, value.value, value.name, found[0], tuple(found[1:]))


def _figure(count: int | None, people: int | None) -> Figure:
    if count is None or not people or count < LEAST_FOR_A_RATE:
        return Figure(count, None)
    return Figure(count, count * _PEOPLE / people)
