"""What is drawn behind points where there is no tile: outlines and the names of towns."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from territorial_map.domain.geo import Point, Window
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries.schema import territories as t
from territorial_map.services.explore.open_edition import OpenEdition

Ring = tuple[tuple[float, float], ...]
_MARGIN = 0.08
_MIN_DEGREES = 0.12
_MESH_DEGREES = 1.6  # below, outlines of communes are drawn too
_TOWNS = 400
_SHAPE = 1.3
_MOST_OF_FRAME = 0.75
_MOST_CHOSEN = 40
_METROPOLITAN = "France métropolitaine"
METROPOLE = Window(-5.3, 41.2, 9.7, 51.2)


@dataclass(frozen=True, slots=True)
class Outline:
    """One territory's rings, as (longitude, latitude) in degrees."""

    level: TerritoryLevel
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A commune's name where it stands, the most populated first."""

    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of France to draw: the window that holds its points, and the whole around it."""

    name: str
    window: Window
    frame: Window


@dataclass(frozen=True, slots=True)
class MapBackground:
    """Frames to draw, main one first; outlines from the finest to the widest; towns to name."""

    zones: tuple[Zone, ...] = ()
    outlines: tuple[Outline, ...] = ()
    chosen: tuple[Outline, ...] = ()
    towns: tuple[Town, ...] = ()


NO_GROUND = MapBackground()


def survey(
    edition: OpenEdition, selection: Selection, points: Iterable[Point], around: Window | None
) -> MapBackground:
    """The ground of a selection's map: zones that hold its points or its chosen territories."""
    chosen = _chosen(edition, selection)
    spots = [*points, *(Point(*xy) for outline in chosen for ring in outline.rings for xy in ring)]
    if around is not None:
        spots += [Point(around.west, around.south), Point(around.east, around.north)]
    zones = _zones(edition, spots)
    outlines: list[Outline] = []
    towns: list[Town] = []
    for zone in zones:
        outlines += _outlines(edition, zone.window, zone.frame)
        towns += _towns(edition, zone.window)
    return MapBackground(zones, tuple(dict.fromkeys(outlines)), chosen, tuple(dict.fromkeys(towns)))


def rings_of(geometry: str) -> tuple[Ring, ...]:
    """The outer rings of a GeoJSON polygon or multipolygon, rounded to 0.001° (about 100 m).

    >>> rings_of('{"type":"Polygon","coordinates":[[[4,44],[6,44],[6,46],[4,44]]]}')
    (((4.0, 44.0), (6.0, 44.0), (6.0, 46.0), (4.0, 44.0)),)
    """
    shape = json.loads(geometry)
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    rings = []
    for polygon in polygons:
        ring: list[tuple[float, float]] = []
        for lon, lat, *_ in polygon[0]:
            corner = (round(float(lon), 3), round(float(lat), 3))
            if not ring or ring[-1] != corner:
                ring.append(corner)
        if len(ring) > 3:
            rings.append(tuple(ring))
    return tuple(rings)


def _chosen(edition: OpenEdition, selection: Selection) -> tuple[Outline, ...]:
    """The territories that the selection names, if they are not too many to draw."""
    wanted = [(level, code) for level in TerritoryLevel for code in selection.chosen(level.value)]
    found = []
    for level, code in wanted[:_MOST_CHOSEN]:
        if edition.gazetteer.get(level, code) is not None:
            shape = edition.territory(level, code)
            if shape.outline:
                found.append(Outline(level, shape.territory.name, rings_of(shape.outline)))
    return tuple(found)


def _zones(edition: OpenEdition, spots: list[Point]) -> tuple[Zone, ...]:
    """One zone per overseas territory that holds a spot, after metropolitan France."""
    frames = [(_METROPOLITAN, METROPOLE)]
    with edition.file.connect() as connection:
        regions = connection.execute(
            select(t.c.name, t.c.west, t.c.south, t.c.east, t.c.north)
            .where(t.c.level == TerritoryLevel.REGION.value, t.c.west.is_not(None))
            .order_by(t.c.code)
        ).all()
    frames += [
        (row.name, _widened(Window(row.west, row.south, row.east, row.north)))
        for row in regions
        if not METROPOLE.holds(Point(row.west, row.south))
    ]
    held = {name: [s for s in spots if frame.holds(s)] for name, frame in frames}
    several = sum(map(bool, held.values())) > 1
    return tuple(
        Zone(name, _shown(held[name], frame, whole=several and name != _METROPOLITAN), frame)
        for name, frame in frames
        if held[name]
    )


def _shown(spots: list[Point], frame: Window, *, whole: bool) -> Window:
    """The window of the spots; the frame itself when they spread over most of it."""
    window = _landscape(_widened(_hull(spots)))
    wide = (window.north - window.south) > _MOST_OF_FRAME * (frame.north - frame.south)
    return _landscape(frame) if whole or wide else window


def _hull(spots: list[Point]) -> Window:
    return Window(
        min(s.lon for s in spots),
        min(s.lat for s in spots),
        max(s.lon for s in spots),
        max(s.lat for s in spots),
    )


def _widened(window: Window) -> Window:
    """The window with a margin, and at least a few kilometres wide."""
    dlon = max((window.east - window.west) * _MARGIN, _MIN_DEGREES / 2)
    dlat = max((window.north - window.south) * _MARGIN, _MIN_DEGREES / 2)
    return Window(
        max(-180.0, window.west - dlon),
        max(-85.0, window.south - dlat),
        min(180.0, window.east + dlon),
        min(85.0, window.north + dlat),
    )


def _landscape(window: Window) -> Window:
    """The window widened east and west to the shape of a page's map, 1.3 times as wide as high."""
    lat = math.radians((window.south + window.north) / 2)
    lacking = _SHAPE * (window.north - window.south) / math.cos(lat) - (window.east - window.west)
    side = max(0.0, lacking / 2)
    return Window(
        max(-180.0, window.west - side), window.south, min(180.0, window.east + side), window.north
    )


def _outlines(edition: OpenEdition, window: Window, frame: Window) -> list[Outline]:
    """Départements and régions of the whole frame; near by, the communes of the window too."""
    near = max(window.east - window.west, window.north - window.south) < _MESH_DEGREES
    meshes = [(TerritoryLevel.COMMUNE, window)] if near else []
    meshes += [(TerritoryLevel.DEPARTMENT, frame), (TerritoryLevel.REGION, frame)]
    return [outline for level, within in meshes for outline in _of_level(edition, level, within)]


def _of_level(edition: OpenEdition, level: TerritoryLevel, window: Window) -> list[Outline]:
    statement = select(t.c.name, t.c.outline).where(
        t.c.level == level.value,
        t.c.outline.is_not(None),
        t.c.west <= window.east,
        t.c.east >= window.west,
        t.c.south <= window.north,
        t.c.north >= window.south,
    )
    with edition.file.connect() as connection:
        rows = connection.execute(statement.order_by(t.c.code)).all()
    return [Outline(level, row.name, rings_of(row.outline)) for row in rows]


def _towns(edition: OpenEdition, window: Window) -> list[Town]:
    statement = (
        select(t.c.name, t.c.lon, t.c.lat)
        .where(
            t.c.level == TerritoryLevel.COMMUNE.value,
            t.c.lon.between(window.west, window.east),
            t.c.lat.between(window.south, window.north),
        )
        .order_by(t.c.population.desc(), t.c.code)
        .limit(_TOWNS)
    )
    with edition.file.connect() as connection:
        return [Town(r.name, Point(r.lon, r.lat)) for r in connection.execute(statement)]
