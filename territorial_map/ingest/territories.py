"""The territories of the COG 2026, for looking places up and for drawing them.

Boundaries stay packed until a commune is used; loading takes well under a second per level.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from territorial_map.domain.city_labels import city_key, loose_city_key
from territorial_map.domain.errors import SourceError
from territorial_map.domain.geo import KM_PER_DEGREE_LAT, Point, Window
from territorial_map.domain.territory import (
    COLLECTIVITIES,
    Territory,
    TerritoryLevel,
    TerritoryShape,
    commune_of_arrondissement,
)
from territorial_map.domain.text import fold
from territorial_map.ingest.outlines import screen_outlines

_FILES = {
    TerritoryLevel.REGION: "regions",
    TerritoryLevel.DEPARTMENT: "departments",
    TerritoryLevel.EPCI: "epci",
    TerritoryLevel.COMMUNE: "communes",
}

Codes = tuple[str, ...]


class TerritoryReference:
    """Every territory by code, communes by their other names, and boundaries on demand.

    ``regions``, ``departments``, ``epci`` and ``communes`` map a current code to its territory.
    An EPCI is given the département and région where most of its inhabitants live.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tables = {level: _read(folder / f"{name}.parquet") for level, name in _FILES.items()}
        self.communes = self._level(TerritoryLevel.COMMUNE)
        self.regions = self._level(TerritoryLevel.REGION)
        self.departments = self._level(TerritoryLevel.DEPARTMENT)
        self.epci = self._level(TerritoryLevel.EPCI, _main_parents(self.communes.values()))
        self._row = {code: row for row, code in enumerate(self.communes)}
        self._polygons: dict[str, shapely.Geometry] = {}

    def commune(self, code: str) -> Territory | None:
        """The commune of a current code, a former one, or that of a municipal arrondissement."""
        current = commune_of_arrondissement(code)
        return self.communes.get(current) or self.communes.get(self._former.get(current, ""))

    def region_named(self, name: str) -> Territory | None:
        """The région of that name, whatever its case and accents."""
        return self._regions_by_name.get(fold(name))

    def communes_of_postcode(self, postcode: str) -> Codes:
        """Codes of the communes that La Poste serves under a postcode (never a CEDEX one)."""
        return self._by_postcode.get(postcode, ())

    def communes_labelled(self, label: str, *, loosely: bool = False) -> Codes:
        """Codes of the communes of that name in the whole country; see ``city_key``.

        ``loosely`` leaves articles and small prepositions out of the comparison.
        """
        key = city_key(label)
        if loosely:
            return self._by_loose_key.get(loose_city_key(key), ())
        return self._by_key.get(key, ())

    def key_of(self, code: str) -> str:
        """The folded name of a commune, by its current code."""
        return self._key[code]

    def communes_of_department(self, code: str) -> Codes:
        """Codes of the communes of a département."""
        return self._by_department.get(code, ())

    def distance_km(self, code: str, point: Point) -> float:
        """Distance from a point to a commune, 0 inside it; ``code`` is a current one.

        Measured on a plane tangent at the point: exact to some metres within 10 km.
        """
        polygon = self._polygon(code)
        if shapely.intersects_xy(polygon, point.lon, point.lat):
            return 0.0
        scale = np.array([KM_PER_DEGREE_LAT * math.cos(math.radians(point.lat)), KM_PER_DEGREE_LAT])
        origin = np.array([point.lon, point.lat])
        plane = shapely.transform(polygon, lambda degrees: (degrees - origin) * scale)
        return float(shapely.distance(plane, shapely.Point(0, 0)))

    def shapes(self) -> tuple[TerritoryShape, ...]:
        """Every territory with its window and outline, widest level first, by code.

        The collectivities without a polygon here come as départements, by name alone.
        """
        shapes: list[TerritoryShape] = []
        for level, territories in (
            (TerritoryLevel.REGION, self.regions),
            (TerritoryLevel.DEPARTMENT, self.departments),
            (TerritoryLevel.EPCI, self.epci),
            (TerritoryLevel.COMMUNE, self.communes),
        ):
            boundaries = shapely.from_wkb(self._tables[level]["geometry"].to_numpy())
            bounds = shapely.bounds(boundaries).tolist()
            outlines = screen_outlines(self.folder / "screen", level)
            shapes += [
                TerritoryShape(territory, Window(*window), outlines[code])
                for (code, territory), window in zip(territories.items(), bounds, strict=True)
            ]
        without_polygon = [
            TerritoryShape(Territory(TerritoryLevel.DEPARTMENT, code, name))
            for code, name in COLLECTIVITIES.items()
        ]
        return (*shapes, *without_polygon)

    def _level(
        self, level: TerritoryLevel, parents: Mapping[str, Territory] | None = None
    ) -> dict[str, Territory]:
        table = self._tables[level]
        kept = [name for name in table.column_names if name != "geometry"]
        return {
            row["code"]: _territory(level, row, (parents or {}).get(row["code"]))
            for row in table.select(kept).to_pylist()
        }

    def _polygon(self, code: str) -> shapely.Geometry:
        if code not in self._polygons:
            packed = self._tables[TerritoryLevel.COMMUNE]["geometry"][self._row[code]]
            polygon = shapely.from_wkb(packed.as_py())
            shapely.prepare(polygon)
            self._polygons[code] = polygon
        return self._polygons[code]

    @cached_property
    def _former(self) -> dict[str, str]:
        return {
            former: commune.code
            for commune in self.communes.values()
            for former in commune.former_codes
        }

    @cached_property
    def _regions_by_name(self) -> dict[str, Territory]:
        return {fold(region.name): region for region in self.regions.values()}

    @cached_property
    def _by_postcode(self) -> dict[str, Codes]:
        return _index((p, c.code) for c in self.communes.values() for p in c.postcodes)

    @cached_property
    def _by_department(self) -> dict[str, Codes]:
        return _index((c.department_code or "", c.code) for c in self.communes.values())

    @cached_property
    def _key(self) -> dict[str, str]:
        return {code: city_key(commune.name) for code, commune in self.communes.items()}

    @cached_property
    def _by_key(self) -> dict[str, Codes]:
        return _index((key, code) for code, key in self._key.items())

    @cached_property
    def _by_loose_key(self) -> dict[str, Codes]:
        return _index((loose_city_key(key), code) for code, key in self._key.items())


def load_territories(folder: Path) -> TerritoryReference:
    """Load the layers of ``data/territories``.

    Raises:
        SourceError: a layer is absent or is not what SOURCE.md describes.
    """
    return TerritoryReference(folder)


def _read(path: Path) -> pa.Table:
    if not path.is_file():
        raise SourceError(
            f"{path.name} : couche de territoires introuvable dans {path.parent}. "
            "Reprenez le dossier data/territories du projet."
        )
    try:
        return pq.read_table(path)
    except pa.ArrowException as error:
        raise SourceError(
            f"{path.name} : couche de territoires illisible ({error}). "
            "Reprenez le dossier data/territories du projet."
        ) from error


def _territory(
    level: TerritoryLevel, row: Mapping[str, Any], parent: Territory | None
) -> Territory:
    """One territory from its row; ``parent`` tells where a territory without parent codes lies."""
    return Territory(
        level,
        row["code"],
        row["name"],
        Point(row["lon"], row["lat"]),
        row["population"],
        row.get("region_code") or (parent.region_code if parent else None),
        row.get("department_code") or (parent.department_code if parent else None),
        row.get("epci_code"),
        tuple(row.get("postcodes") or ()),
        tuple(row.get("former_codes") or ()),
    )


def _main_parents(communes: Iterable[Territory]) -> dict[str, Territory]:
    """For each EPCI, a commune of the département where most of its inhabitants live."""
    people: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    example: dict[str, Territory] = {}
    for commune in communes:
        if commune.epci_code and commune.department_code:
            people[commune.epci_code][commune.department_code] += commune.population or 0
            example.setdefault(commune.department_code, commune)
    return {
        epci: example[max(sorted(departments), key=departments.__getitem__)]
        for epci, departments in people.items()
    }


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, Codes]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, code in pairs:
        found[key].append(code)
    return {key: tuple(codes) for key, codes in found.items()}
