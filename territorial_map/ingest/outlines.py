"""Simplified outlines of the territories, as GeoJSON text."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import shapely

from territorial_map.domain.errors import SourceError
from territorial_map.domain.territory import TerritoryLevel

_GEOJSON = {
    TerritoryLevel.REGION: "regions.geojson",
    TerritoryLevel.DEPARTMENT: "departments.geojson",
    TerritoryLevel.EPCI: "epci.geojson",
}


SCREEN = "screen"
"""The folder of simplified outlines, inside that of territories."""
_COMMUNES = "communes.parquet"


def commune_outlines(folder: Path) -> dict[str, shapely.Geometry]:
    """The outline of every commune, by code: together they share their borders exactly.

    Raises:
        SourceError: the layer is absent.
    """
    table = pq.read_table(_there(folder, _COMMUNES))
    outlines = shapely.from_wkb(table["geometry"].to_numpy())
    return dict(zip(table["code"].to_pylist(), outlines.tolist(), strict=True))


def screen_outlines(folder: Path, level: TerritoryLevel) -> dict[str, str]:
    """The GeoJSON geometry of every territory of a level, by code, at most 5 decimals.

    Raises:
        SourceError: the layer is absent.
    """
    if level is TerritoryLevel.COMMUNE:
        shapes = commune_outlines(folder)
        written = shapely.to_geojson(list(shapes.values())).tolist()
        return dict(zip(shapes, written, strict=True))
    path = _there(folder, _GEOJSON[level])
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["code"]: json.dumps(feature["geometry"], separators=(",", ":"))
        for feature in features
    }


def _there(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise SourceError(
            f"{name} : contours introuvables dans {folder}. "
            "Reprenez le dossier data/territories du projet."
        )
    return path
