"""The map of one figure: the territories inside another, by class of what is known in each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.map_classes import MAPPED, class_of
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel, TerritoryShape
from territorial_map.queries.portrait import classes_in, inside_by, outlines_of
from territorial_map.queries.schema import map_classes
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.territory_rows import shape_of
from territorial_map.services.outline_paths import FittedFrame, height_of, window_around
from territorial_map.services.portrait.held import held_of
from territorial_map.services.portrait.inside import narrower_than
from territorial_map.services.portrait.place import PortraitPlace

WIDTH = 640.0
_HIGHEST = 720.0
_MARGIN = 6.0
_BETWEEN = ":"


@dataclass(frozen=True, slots=True)
class MappedFigure:
    """What a map counts: a value of a filter, or all organisations where both are blank."""

    dimension: str = ""
    value: str = ""

    @property
    def label(self) -> str:
        """Its French label, blank for all organisations."""
        return BY_NAME[self.dimension].label_of(self.value) if self.dimension else ""

    @property
    def code(self) -> str:
        """How an address says it: ``device:esat``."""
        return f"{self.dimension}{_BETWEEN}{self.value}" if self.dimension else ""

    def within(self, selection: Selection) -> Selection:
        """The organisations of a selection that it counts."""
        return selection.choosing(self.dimension, [self.value]) if self.dimension else selection


EVERYBODY = MappedFigure()


@dataclass(frozen=True, slots=True)
class MapArea:
    """A territory on the map: its path, and where its figure may stand if there is ``room``.

    ``count`` is ``None`` where no source covers the figure: unknown, not zero. ``rank`` is that of
    its class, 0 for none known; ``behind`` the selection whose list ``count`` is the length of.
    ``outline`` is what the path was drawn from, as GeoJSON.
    """

    territory: Territory
    count: int | None
    rank: int
    path: str
    middle: tuple[float, float]
    room: float
    behind: Selection
    outline: str


@dataclass(frozen=True, slots=True)
class MapClass:
    """Counts from ``least`` to ``upto`` (any more, in the last class), and how many areas here."""

    least: int
    upto: int | None
    areas: int


@dataclass(frozen=True, slots=True)
class Choropleth:
    """A map of ``WIDTH`` units by ``height``; ``zero`` and ``unknown`` count areas.

    The areas come with the most organisations first.
    """

    figure: MappedFigure
    level: TerritoryLevel
    height: float
    areas: tuple[MapArea, ...]
    classes: tuple[MapClass, ...]
    zero: int
    unknown: int


def mapped_figure(text: str) -> MappedFigure | None:
    """The figure that an address asks for: all organisations where it is blank.

    ``None`` for one that is none.
    """
    if not text:
        return EVERYBODY
    dimension, _, value = text.partition(_BETWEEN)
    if dimension not in MAPPED or not BY_NAME[dimension].accepts(value):
        return None
    return MappedFigure(dimension, value)


def choropleth_of(
    edition: OpenEdition,
    place: PortraitPlace,
    figure: MappedFigure,
    known: Mapping[str, int] | None = None,
) -> Choropleth | None:
    """The map of a figure; ``known`` are its counts by code, where they have been asked already.

    ``None`` for a commune, for an edition that was written without classes, and where
    nothing inside has an outline.
    """
    level = narrower_than(place)
    bounds = _bounds(edition, level, figure) if level is not None else None
    if level is None or bounds is None:
        return None
    counts = known or _counts(edition, figure.within(place.selection), level)
    if counts and not bounds:
        return None
    codes = {one.code for one in held_of(edition).lying_in(level, place.territory)} | set(counts)
    shapes = [shape for shape in _shapes(edition, level, codes) if shape.window is not None]
    if not shapes:
        return None
    window = window_around([shape.window for shape in shapes if shape.window is not None])
    height = height_of(window, WIDTH, _HIGHEST)
    frame = FittedFrame(window, (_MARGIN, _MARGIN, WIDTH - 2 * _MARGIN, height - 2 * _MARGIN))
    covering = _covering(edition, figure, shapes)
    areas = [
        _area(shape, frame, _told(shape.territory, counts, covering), bounds, figure, place)
        for shape in shapes
    ]
    areas.sort(key=lambda area: (-(area.count or 0), area.count is None, area.territory.name))
    return Choropleth(
        figure,
        level,
        height,
        tuple(areas),
        _classes(bounds, areas),
        sum(area.count == 0 for area in areas),
        sum(area.count is None for area in areas),
    )


def has_classes(edition: OpenEdition) -> bool:
    """Whether an edition has classes of maps: none before they were computed with it."""
    return held_of(edition).has(map_classes)


def _bounds(
    edition: OpenEdition, level: TerritoryLevel, figure: MappedFigure
) -> tuple[int, ...] | None:
    """The classes of the whole level; ``None`` in an older edition."""
    if not held_of(edition).has(map_classes):
        return None
    with edition.file.connect() as connection:
        asked = classes_in(level, figure.dimension, figure.value)
        return tuple(connection.scalars(asked))


def _counts(edition: OpenEdition, selection: Selection, level: TerritoryLevel) -> dict[str, int]:
    counts: dict[str, int] = {}
    with edition.file.connect() as connection:
        for row in connection.execute(inside_by(selection, level)):
            if row.code is not None:
                counts[row.code] = counts.get(row.code, 0) + row.organisations
    return counts


def _shapes(
    edition: OpenEdition, level: TerritoryLevel, codes: Collection[str]
) -> list[TerritoryShape]:
    with edition.file.connect() as connection:
        return [shape_of(row) for row in connection.execute(outlines_of(level, codes))]


def _covering(
    edition: OpenEdition, figure: MappedFigure, shapes: Sequence[TerritoryShape]
) -> frozenset[str]:
    """The départements where our sources know one: in those, none known is told as 0."""
    if figure.dimension:
        whole = figure.within(Selection())
        return frozenset(_counts(edition, whole, TerritoryLevel.DEPARTMENT))
    held = edition.counts(TerritoryLevel.DEPARTMENT.value)
    codes = map(_department, shapes)
    return frozenset(code for code in codes if code and held.get(code))


def _department(shape: TerritoryShape) -> str | None:
    one = shape.territory
    return one.code if one.level is TerritoryLevel.DEPARTMENT else one.department_code


def _told(territory: Territory, counts: Mapping[str, int], covering: Collection[str]) -> int | None:
    count = counts.get(territory.code, 0)
    if count or territory.level is TerritoryLevel.DEPARTMENT:
        return count or None
    return 0 if territory.department_code in covering else None


def _area(
    shape: TerritoryShape,
    frame: FittedFrame,
    count: int | None,
    bounds: Sequence[int],
    figure: MappedFigure,
    place: PortraitPlace,
) -> MapArea:
    territory, window = shape.territory, shape.window
    point = territory.point
    middle = frame.place(point.lon, point.lat) if point else (0.0, 0.0)
    room = frame.place(window.east, 0)[0] - frame.place(window.west, 0)[0] if window else 0.0
    inside = place.selection.choosing(territory.level.value, [territory.code])
    rank = class_of(count, bounds) if count else 0
    path = frame.path(shape.outline)
    behind = figure.within(inside)
    return MapArea(territory, count, rank, path, middle, room, behind, shape.outline or "")


def _classes(bounds: Sequence[int], areas: Sequence[MapArea]) -> tuple[MapClass, ...]:
    least = (1, *(bound + 1 for bound in bounds[:-1]))
    upto: tuple[int | None, ...] = (*bounds[:-1], None)
    ranks = [area.rank for area in areas]
    return tuple(
        MapClass(low, high, ranks.count(rank))
        for rank, (low, high) in enumerate(zip(least, upto, strict=True), start=1)
        if bounds
    )
