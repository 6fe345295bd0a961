"""The territories of a COG, for placing rows in them and for drawing them.

Boundaries stay packed until a point asks for them; loading takes well under a second per level.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import shapely

from territorial_map.domain.errors import SourceError
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.territory import (
    COLLECTIVITIES,
    Territory,
    TerritoryLevel,
    TerritoryShape,
)
from territorial_map.ingest.outlines import SCREEN, screen_outlines
from territorial_map.places import Boundaries, PlaceReader
from territorial_map.places.vintages import vintage_told
from territorial_map.places.zonings import Zonings

_FILES = {
    TerritoryLevel.REGION: "regions",
    TerritoryLevel.DEPARTMENT: "departments",
    TerritoryLevel.EPCI: "epci",
    TerritoryLevel.COMMUNE: "communes",
}


class TerritoryReference:
    """Every territory by code, and what reads places in them.

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

    @cached_property
    def reader(self) -> PlaceReader:
        """What reads the places of rows within these territories."""
        levels = (self.regions, self.departments, self.epci, self.communes)
        territories = (territory for level in levels for territory in level.values())
        every = self._tables[TerritoryLevel.COMMUNE]
        communes = every.filter(pc.is_valid(every["geometry"]))
        packed = communes["code"].to_pylist(), communes["geometry"].to_numpy()
        return PlaceReader(territories, self.folder, Boundaries(lambda: packed))

    @cached_property
    def cog(self) -> str:
        """The year of the COG that the communes are of."""
        return vintage_told(self.folder / f"{_FILES[TerritoryLevel.COMMUNE]}.parquet")[:4]

    @cached_property
    def zonings(self) -> Zonings:
        """The zonings that were imported into the folder, none where it has none."""
        return Zonings.of_folder(self.folder)

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
            packed = self._tables[level]["geometry"].to_numpy(zero_copy_only=False)
            bounds = shapely.bounds(shapely.from_wkb(packed)).tolist()
            outlines = screen_outlines(self.folder / SCREEN, level)
            shapes += [
                TerritoryShape(territory, Window(*window), outlines[code])
                if territory.point
                else TerritoryShape(territory)
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
        Point(row["lon"], row["lat"]) if row["lon"] is not None else None,
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
