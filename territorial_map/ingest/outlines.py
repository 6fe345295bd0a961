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


def screen_outlines(folder: Path, level: TerritoryLevel) -> dict[str, str]:
    """The GeoJSON geometry of every territory of a level, by code, at most 5 decimals.

    Raises:
        SourceError: the layer is absent.
    """
    path = folder / _GEOJSON.get(level, "communes.parquet")
    if not path.is_file():
        raise SourceError(
            f"{path.name} : contours introuvables dans {folder}. "
            "Reprenez le dossier data/territories du projet."
        )
    if level is TerritoryLevel.COMMUNE:
        table = pq.read_table(path)
        outlines = shapely.to_geojson(shapely.from_wkb(table["geometry"].to_numpy()))
        return dict(zip(table["code"].to_pylist(), outlines.tolist(), strict=True))
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["code"]: json.dumps(feature["geometry"], separators=(",", ":"))
        for feature in features
    }
