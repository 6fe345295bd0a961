"""The outlines of zones for the screen, dissolved from those of their communes.

Outlines of communes share their borders exactly, so that a zone is the union of a coverage. What
holds much of the country (density, programmes) is cut by département; other zones are whole, and
found from each département that they reach.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pyarrow as pa
import shapely
from sqlalchemy import Table

from territorial_map.domain.zoning_terms import CUT_BY_DEPARTMENT, Density, ZoningKind
from territorial_map.ingest.outlines import SCREEN, commune_outlines
from territorial_map.places.zonings import FOLDER, ZoningArea, ZoningLayer
from territorial_map.queries import schema
from territorial_map.store.parquet_parts import arrow_schema

_COMMUNES = """
SELECT code, department_code FROM territories
WHERE level = 'commune' AND department_code IS NOT NULL ORDER BY code
"""


@dataclass(frozen=True, slots=True)
class _Commune:
    department: str
    outline: shapely.Geometry


@dataclass(frozen=True, slots=True)
class _ZonePart:
    """A zone, or what of it lies in a département."""

    zone: ZoningArea
    departments: tuple[str, ...]
    outline: shapely.Geometry


def survey_zoning_outlines(
    connection: duckdb.DuckDBPyConnection, reference: Path
) -> Iterator[tuple[Table, pa.Table]]:
    """The table ``zoning_outlines``; ``reference`` is the folder of territories.

    Rows of the zonings that are there alone: of another kind nothing can be drawn.
    """
    outlines = commune_outlines(reference / SCREEN)
    communes = {
        code: _Commune(department, outlines[code])
        for code, department in connection.execute(_COMMUNES).fetchall()
        if code in outlines
    }
    rows: list[dict[str, Any]] = []
    for kind in ZoningKind:
        path = reference / FOLDER / f"{kind.value}.parquet"
        if path.is_file():
            rows += _rows(kind, list(_parts(ZoningLayer.read(path), communes)))
    table = schema.zoning_outlines
    yield table, pa.Table.from_pylist(rows, arrow_schema(table))


def _parts(layer: ZoningLayer, communes: Mapping[str, _Commune]) -> Iterator[_ZonePart]:
    """What is drawn of each zone, by its code; nothing of one that has no outline."""
    zones = sorted(layer.zones, key=lambda zone: zone.code)
    if layer.kind is ZoningKind.QPV:
        yield from _bounded(zones, list(communes.values()))
        return
    for zone in zones:
        held = [communes[code] for code in zone.communes if code in communes]
        for departments, inside in _together(held, cut=layer.kind in CUT_BY_DEPARTMENT):
            outline = shapely.coverage_union_all([one.outline for one in inside])
            yield _ZonePart(zone, departments, outline)


def _bounded(zones: Sequence[ZoningArea], communes: Sequence[_Commune]) -> Iterator[_ZonePart]:
    """Zones that have boundaries of their own, with the départements of the communes they meet."""
    tree = shapely.STRtree([one.outline for one in communes])
    for zone in zones:
        if zone.geometry is not None:
            outline = shapely.from_wkb(zone.geometry)
            met = tree.query(outline, predicate="intersects").tolist()
            there = tuple(sorted({communes[number].department for number in met}))
            yield _ZonePart(zone, there, outline)


def _together(
    communes: Sequence[_Commune], *, cut: bool
) -> Iterator[tuple[tuple[str, ...], Sequence[_Commune]]]:
    """Communes with the départements that they reach: all of them, or one département at a time."""
    found: defaultdict[str, list[_Commune]] = defaultdict(list)
    for one in communes:
        found[one.department].append(one)
    if cut:
        for department in sorted(found):
            yield (department,), found[department]
    elif found:
        yield tuple(sorted(found)), communes


def _rows(kind: ZoningKind, parts: Sequence[_ZonePart]) -> Iterator[dict[str, Any]]:
    outlines = shapely.to_geojson([part.outline for part in parts]).tolist() if parts else []
    spots = shapely.point_on_surface([part.outline for part in parts])
    told = zip(parts, _styles(kind, parts), spots, outlines, strict=True)
    for part, style, spot, outline in told:
        yield {
            "kind": kind.value,
            "code": part.zone.code,
            "name": part.zone.name,
            "departments": list(part.departments),
            "style": style,
            "lon": round(spot.x, 5),
            "lat": round(spot.y, 5),
            "outline": outline,
        }


def _styles(kind: ZoningKind, parts: Sequence[_ZonePart]) -> list[int]:
    """How each is drawn, from 0: levels in their order; else zones that touch differ."""
    if kind is ZoningKind.DENSITY:
        levels = {code: level for level, code in enumerate(Density.codes())}
        return [levels.get(part.zone.code, 0) for part in parts]
    if kind in CUT_BY_DEPARTMENT:
        return [0] * len(parts)
    touching: nx.Graph[int] = nx.Graph()
    touching.add_nodes_from(range(len(parts)))
    if parts:
        tree = shapely.STRtree([part.outline for part in parts])
        pairs = tree.query([part.outline for part in parts], predicate="intersects")
        touching.add_edges_from((a, b) for a, b in pairs.T.tolist() if a < b)
    found = nx.greedy_color(touching, strategy="smallest_last")
    return [found[n] for n in range(len(parts))]
