"""Rebuild the territory layers of this folder from the national layers of a COG.

Usage: python data/territories/build.py FOLDER_OF_NATIONAL_LAYERS

The folder holds ``regions_2026.parquet``, ``departements_2026.parquet``, ``epci_2026.parquet`` and
``communes_2026.parquet`` (GeoParquet, WGS 84), as SOURCE.md says how to make them. Every figure
that SOURCE.md lists under "Checks" is asserted here, so that a wrong layer is never written.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import shapely

from territorial_map.places.vintages import stamped

OUT = Path(__file__).parent
VINTAGE = "2026"

# Metric coordinate reference system of each zone (EPSG): simplification is in metres.
ZONE_CRS = {"FR": 2154, "971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}

COUNTS = {"regions": 18, "departments": 101, "epci": 1253, "communes": 34875}

NATIONAL = {
    "regions": "regions",
    "departments": "departements",
    "epci": "epci",
    "communes": "communes",
}

ENGLISH = {
    "nom": "name",
    "region": "region_code",
    "departement": "department_code",
    "epci": "epci_code",
    "chef_lieu": "seat_code",
    "codes_postaux": "postcodes",
    "anciens_codes": "former_codes",
    "type": "epci_type",
    "nb_communes": "commune_count",
}

COLUMNS = {
    "regions": ["code", "name", "seat_code", "population", "area_km2", "lon", "lat"],
    "departments": [
        "code", "name", "region_code", "seat_code", "population", "area_km2", "lon", "lat",
    ],
    "epci": ["code", "name", "epci_type", "commune_count", "population", "area_km2", "lon", "lat"],
    "communes": [
        "code", "name", "department_code", "region_code", "epci_code", "population", "area_km2",
        "lon", "lat", "postcodes", "former_codes", "siren",
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Screen:
    """How coarse a screen layer is: tolerance and smallest islet in mainland France.

    ``tolerance_m`` is the square root of the area that simplification may drop at a vertex
    (Visvalingam-Whyatt); both figures are smaller overseas, where the map is seen closer.
    """

    key: str
    tolerance_m: float
    islet_km2: float
    decimals: int


SCREENS = {
    "departments": Screen("department_code", 700, 1.0, 4),
    "epci": Screen("epci_code", 900, 0.5, 4),
    "communes": Screen("code", 150, 0.0, 5),
}


def national_layer(folder: Path, level: str) -> gpd.GeoDataFrame:
    """One national layer with the column names of this folder, sorted by code."""
    layer = gpd.read_parquet(folder / f"{NATIONAL[level]}_{VINTAGE}.parquet")
    layer = layer.rename(columns=ENGLISH).sort_values("code", ignore_index=True)
    if len(layer) != COUNTS[level] or not layer.code.is_unique:
        raise SystemExit(f"{level}: {len(layer)} rows, {COUNTS[level]} distinct codes expected")
    return layer[[*COLUMNS[level], "geometry"]]


def zone_of(commune_code: str) -> str:
    """The zone of a commune: mainland France with Corsica, or an overseas département."""
    return commune_code[:3] if commune_code.startswith("97") else "FR"


def rounded(geometries: np.ndarray, decimals: int) -> np.ndarray:
    """The same geometries with rounded degrees: shared vertices stay shared."""
    result: np.ndarray = shapely.transform(geometries, lambda degrees: np.round(degrees, decimals))
    return result


def to_metres(layer: gpd.GeoDataFrame, zone: str) -> np.ndarray:
    """The geometries of a zone in its metric system, on a centimetre grid."""
    metres = layer.to_crs(ZONE_CRS[zone]).geometry.to_numpy()
    result: np.ndarray = shapely.transform(metres, lambda xy: np.round(xy, 2))
    return result


def to_degrees(geometries: np.ndarray, zone: str, decimals: int) -> np.ndarray:
    """Geometries of a zone back in WGS 84, rounded."""
    degrees = gpd.GeoSeries(geometries, crs=ZONE_CRS[zone]).to_crs(4326).to_numpy()
    return rounded(degrees, decimals)


def without_islets(coverage: np.ndarray, smallest_m2: float) -> np.ndarray:
    """Drop small parts that touch no other territory; the largest part always stays.

    A part that touches a neighbour is kept whatever its size: dropping it would leave a gap.
    """
    parts, owner = shapely.get_parts(coverage, return_index=True)
    area = shapely.area(parts)
    largest = area == pd.Series(area).groupby(owner).transform("max").to_numpy()
    left, right = shapely.STRtree(parts).query(parts, predicate="intersects")
    touches = np.zeros(len(parts), dtype=bool)
    touches[left[left != right]] = True
    keep = largest | touches | (area >= smallest_m2)
    grouped = pd.Series(parts[keep]).groupby(owner[keep])
    return np.array(
        [
            group.iloc[0] if len(group) == 1 else shapely.multipolygons(group.to_numpy())
            for _, group in grouped
        ],
        dtype=object,
    )


def screen_layer(communes: gpd.GeoDataFrame, screen: Screen) -> gpd.GeoDataFrame:
    """Communes dissolved by ``screen.key`` and simplified together, zone by zone."""
    zones = communes.code.map(zone_of)
    layers = []
    for zone in ZONE_CRS:
        here = communes[(zones == zone) & communes[screen.key].notna()]
        metres = pd.Series(to_metres(here, zone)).groupby(here[screen.key].to_numpy())
        dissolved = metres.agg(lambda parts: shapely.coverage_union_all(parts.to_numpy()))
        scale = 1.0 if zone == "FR" else 0.5
        coverage = shapely.coverage_simplify(dissolved.to_numpy(), screen.tolerance_m * scale)
        coverage = without_islets(coverage, screen.islet_km2 * 1e6 * scale**2)
        degrees = to_degrees(coverage, zone, screen.decimals)
        check_coverage(degrees, f"{screen.key} {zone}")
        layers.append(gpd.GeoDataFrame({"code": dissolved.index}, geometry=degrees, crs=4326))
    return pd.concat(layers).sort_values("code", ignore_index=True)


def check_coverage(geometries: np.ndarray, what: str) -> None:
    """Stop unless neighbours share their borders exactly and every polygon is valid."""
    invalid = int((~shapely.is_valid(geometries)).sum())
    if invalid or shapely.is_empty(geometries).any():
        raise SystemExit(f"{what}: {invalid} invalid or empty polygons")
    if not shapely.coverage_is_valid(geometries):
        bad = shapely.get_num_coordinates(shapely.coverage_invalid_edges(geometries)) > 0
        raise SystemExit(f"{what}: gaps or overlaps around {int(bad.sum())} territories")


def dissolved(layer: gpd.GeoDataFrame, parents: pd.Series) -> gpd.GeoDataFrame:
    """The parents of a screen layer, made of the very borders of their children."""
    grouped = pd.Series(layer.geometry.to_numpy()).groupby(layer.code.map(parents).to_numpy())
    union = grouped.agg(lambda parts: shapely.coverage_union_all(parts.to_numpy()))
    return gpd.GeoDataFrame({"code": union.index}, geometry=union.to_numpy(), crs=4326)


def write_geojson(layer: gpd.GeoDataFrame, names: gpd.GeoDataFrame, path: Path) -> None:
    """Write a screen layer as compact GeoJSON: ``code``, ``name`` and the outline."""
    name = names.set_index("code").name
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {"code": code, "name": name[code]},
            "geometry": json.loads(outline),
        }
        for code, outline in zip(layer.code, shapely.to_geojson(layer.geometry), strict=True)
    ]
    text = json.dumps(
        {"type": "FeatureCollection", "features": features},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    path.write_text(text + "\n", encoding="utf-8")


def check_levels(layers: dict[str, gpd.GeoDataFrame]) -> None:
    """Stop unless every level adds up to the communes, in people and in square kilometres."""
    communes = layers["communes"]
    for level, key in (
        ("regions", "region_code"),
        ("departments", "department_code"),
        ("epci", "epci_code"),
    ):
        parents = layers[level].set_index("code")
        sums = communes.groupby(key)[["population", "area_km2"]].sum().reindex(parents.index)
        if not (sums.population == parents.population).all():
            raise SystemExit(f"{level}: population is not that of the communes")
        if not np.allclose(sums.area_km2, parents.area_km2, rtol=1e-3):
            raise SystemExit(f"{level}: area is not that of the communes")


def stamp(path: Path) -> None:
    """Compress a layer, which says what year of the COG it is of."""
    told = stamped(pq.read_table(path), VINTAGE)
    pq.write_table(told, path, compression="zstd", compression_level=19)


def main(folder: Path) -> None:
    """Read the national layers, write the full layers then those of the screen."""
    layers = {level: national_layer(folder, level) for level in COUNTS}
    check_levels(layers)
    for level, layer in layers.items():
        layer.to_parquet(OUT / f"{level}.parquet", index=False)
        stamp(OUT / f"{level}.parquet")
    (OUT / "screen").mkdir(exist_ok=True)
    communes = layers["communes"]
    screens = {level: screen_layer(communes, screen) for level, screen in SCREENS.items()}
    screens["regions"] = dissolved(
        screens["departments"], layers["departments"].set_index("code").region_code
    )
    for level in ("regions", "departments", "epci"):
        if len(screens[level]) != COUNTS[level]:
            raise SystemExit(f"screen {level}: {len(screens[level])} territories")
        write_geojson(screens[level], layers[level], OUT / "screen" / f"{level}.geojson")
    screens["communes"].to_parquet(OUT / "screen" / "communes.parquet", index=False)
    stamp(OUT / "screen" / "communes.parquet")
    for path in sorted(OUT.rglob("*")):
        if path.suffix in {".parquet", ".geojson"}:
            print(f"{path.relative_to(OUT)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
