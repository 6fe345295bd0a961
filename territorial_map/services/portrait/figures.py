"""The figures of a portrait: how many of each thing, there and in the wider territories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.listing import FacetValue
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.alike import AlikeTerritories
from territorial_map.services.portrait.beside import (
    COUNTED,
    LEAST_FOR_A_RATE,
    PEOPLE,
    AlikeCounts,
    AlikeFigure,
)
from territorial_map.services.portrait.place import PortraitPlace, selection_of

__all__ = ["LEAST_FOR_A_RATE", "Figure", "FigureRow", "PortraitFigures", "figures_of"]


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

    ``dimension`` and ``value`` are the filter whose list each count is the length of. ``alike`` is
    ``None`` where there are no alike territories to read it beside.
    """

    dimension: str
    value: str
    label: str
    here: Figure
    beside: tuple[Figure, ...]
    alike: AlikeFigure | None = None


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


def figures_of(
    edition: OpenEdition, place: PortraitPlace, alike: AlikeTerritories | None = None
) -> PortraitFigures:
    """The figures of a territory, of its département, its région, the country and those alike.

    A kind or device is covered somewhere when our sources know one there, or else in the
    département that holds it; where they know none in the whole département, nothing is known.
    Communes of several départements are covered where each of these is.
    """
    counts = [_counts_in(edition, one) for one in (place.territory, *place.wider)]
    total, facets = edition.facets(Selection())
    counts.append(_Counts(total, _by_value(facets), place.everyone or None))
    covering = _covering(edition, place, counts)
    others = AlikeCounts(edition, alike) if alike and alike.territories else None
    rows = _Rows(counts, covering, others)
    return PortraitFigures(
        total=rows.total(),
        kinds=rows.of("kind", facets["kind"]),
        devices=rows.of("device", (one for one in facets["device"] if one.count)),
        trades=rows.of("sector", (one for one in facets["sector"] if one.value != UNKNOWN)),
        trade_unknown=rows.of("sector", (o for o in facets["sector"] if o.value == UNKNOWN))[0],
    )


def _counts_in(edition: OpenEdition, territory: AnyTerritory) -> _Counts:
    total, facets = edition.facets(selection_of(territory))
    return _Counts(total, _by_value(facets), territory.population)


def _by_value(facets: Mapping[str, Sequence[FacetValue]]) -> dict[str, dict[str, int]]:
    return {name: {one.value: one.count for one in facets[name]} for name in COUNTED}


def _covering(edition: OpenEdition, place: PortraitPlace, counts: Sequence[_Counts]) -> _Counts:
    """Where a known organisation says that its kind is covered here: the département, else here.

    Of communes in several départements, the least of these: each must know one.
    """
    if isinstance(place.territory, CommuneGroup):
        return _least(edition, place.territory)
    for territory, counted in zip((place.territory, *place.wider), counts, strict=False):
        if territory.level is TerritoryLevel.DEPARTMENT:
            return counted
    return counts[0]


def _least(edition: OpenEdition, group: CommuneGroup) -> _Counts:
    """Of each value the least that one of the départements of a group has."""
    level = TerritoryLevel.DEPARTMENT.value
    codes = sorted({one.department_code for one in group.communes if one.department_code})
    totals, found = [], []
    for code in codes:
        total, facets = edition.facets(Selection.of({level: [code]}))
        totals.append(total)
        found.append(_by_value(facets))
    least = {
        name: {
            value: min(one[name].get(value, 0) for one in found)
            for value in {value for one in found for value in one[name]}
        }
        for name in COUNTED
    }
    return _Counts(min(totals, default=0), least, group.population)


class _Rows:
    """Makes rows of counts, those of the territory first and of the country last."""

    def __init__(
        self, counts: Sequence[_Counts], covering: _Counts, alike: AlikeCounts | None
    ) -> None:
        self._counts = counts
        self._covering = covering
        self._alike = alike

    def total(self) -> FigureRow:
        """All organisations together."""
        known = bool(self._covering.total)
        here, *beside = (
            _figure(one.total if one.total or (known and not rank) else None, one.people)
            for rank, one in enumerate(self._counts)
        )
        return FigureRow("", "", "", here, tuple(beside), self._beside("", "", here))

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
        here, *beside = found
        alike = self._beside(dimension, value.value, here)
        return FigureRow(dimension, value.value, value.name, here, tuple(beside), alike)

    def _beside(self, dimension: str, value: str, here: Figure) -> AlikeFigure | None:
        if self._alike is None:
            return None
        return self._alike.figure(dimension, value, here.count, self._counts[0].people)


def _figure(count: int | None, people: int | None) -> Figure:
    if count is None or not people or count < LEAST_FOR_A_RATE:
        return Figure(count, None)
    return Figure(count, count * PEOPLE / people)
