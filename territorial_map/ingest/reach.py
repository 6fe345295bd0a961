"""Who lives near what, computed when an edition is built: the nearest known place of each kind.

Communes are their inner points, with all their inhabitants; distances are great circles, as the
crow flies. Each part of France is measured on its own map projection, so that no overseas commune
is measured across an ocean by a projection that does not hold there.
"""

from collections.abc import Iterator

import duckdb
import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from sqlalchemy import Table

from territorial_map.domain.geo import EARTH_RADIUS_KM
from territorial_map.domain.reach import REACH_KM, ReachTarget
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.queries import schema
from territorial_map.store.parquet_parts import arrow_schema

# Legal projections (décret 2000-1276, EPSG codes); the Antilles share one, their neighbours too.
_OVERSEAS = {
    "971": 5490,
    "972": 5490,
    "977": 5490,
    "978": 5490,
    "973": 2972,
    "974": 2975,
    "975": 4467,
    "976": 4471,
}
_MAINLAND = 2154
_LEVELS = {"region": "region_code", "department": "department_code", "epci": "epci_code"}

_COMMUNES = """
SELECT code, lon, lat, coalesce(population, 0) AS people, department_code, region_code, epci_code
FROM territories WHERE level = 'commune' AND lon IS NOT NULL ORDER BY code
"""
_SITES = """
SELECT id, lon, lat, kind, device, department AS department_code
FROM organisations
WHERE lon IS NOT NULL AND (list_has_any(device, $devices) OR kind IN (SELECT unnest($kinds)))
ORDER BY id
"""
_DEVICES = {
    ReachTarget.SHELTERED: (Device.ESAT, Device.EA, Device.EATT),
    ReachTarget.INSERTION: tuple(device for device in Device if device.is_siae),
}
_KINDS = {ReachTarget.SPACE: Kind.COOPERATION_SPACE, ReachTarget.PTCE: Kind.PTCE}


def survey_reach(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Table, pa.Table]]:
    """The tables ``commune_reach`` and ``territory_reach`` of the edition being written."""
    communes = connection.execute(_COMMUNES).df()
    asked = {
        "devices": [device.value for held in _DEVICES.values() for device in held],
        "kinds": [kind.value for kind in _KINDS.values()],
    }
    sites = connection.execute(_SITES, asked).df()
    there, placed = _by_zone(communes), _by_zone(sites)
    near = [
        _nearest(zone, placed[number], target)
        for number, zone in there.items()
        if number in placed
        for target in ReachTarget
        if _chosen(placed[number], target).any()
    ]
    if not near:
        return
    told = pd.concat(near).sort_values(["target", "commune"])
    for table, frame in (
        (schema.commune_reach, told),
        (schema.territory_reach, _by_territory(communes, told)),
    ):
        yield table, pa.Table.from_pandas(frame, arrow_schema(table), preserve_index=False)


def _chosen(sites: pd.DataFrame, target: ReachTarget) -> "pd.Series[bool]":
    """Which sites are of a kind that is looked for."""
    if target in _KINDS:
        return sites["kind"] == _KINDS[target].value
    wanted = frozenset(device.value for device in _DEVICES[target])
    return sites["device"].map(lambda held: not wanted.isdisjoint(held)).astype(bool)


def _by_zone(rows: pd.DataFrame) -> dict[int, gpd.GeoDataFrame]:
    """Rows as points, each part of France in its own projection."""
    zones = rows["department_code"].map(_OVERSEAS).fillna(_MAINLAND).astype(int)
    points = gpd.points_from_xy(rows["lon"], rows["lat"], crs=4326)
    placed = gpd.GeoDataFrame(rows, geometry=points)
    return {
        int(number): placed[zones == number].to_crs(int(number)) for number in sorted(set(zones))
    }


def _nearest(
    communes: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, target: ReachTarget
) -> pd.DataFrame:
    """For each commune the nearest site of one kind, and how far it is."""
    left = communes[["code", "lon", "lat", "geometry"]]
    right = sites.loc[_chosen(sites, target), ["id", "lon", "lat", "geometry"]]
    paired = left.sjoin_nearest(right, lsuffix="here", rsuffix="there")
    found = pd.DataFrame(paired.drop(columns="geometry"))
    found = found.sort_values(["code", "id"]).drop_duplicates("code")
    return pd.DataFrame(
        {
            "commune": found["code"].to_numpy(),
            "target": target.value,
            "nearest_km": _kilometres(found),
            "nearest_id": found["id"].to_numpy(),
        }
    )


def _kilometres(pairs: pd.DataFrame) -> NDArray[np.float64]:
    """Great circles between two columns of points: ``domain.geo.distance_km``, all at once."""
    lon, lat, other_lon, other_lat = (
        np.radians(pairs[name].to_numpy(dtype=float))
        for name in ("lon_here", "lat_here", "lon_there", "lat_there")
    )
    half = (
        np.sin((other_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    )
    kilometres: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))
    return kilometres


def _by_territory(communes: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """How many people live within each distance, for every wider territory.

    A territory in whose part of France no place of a kind is known has no row: unknown, not zero.
    """
    people = communes[["code", "people", *_LEVELS.values()]].merge(
        pd.DataFrame({"target": ReachTarget.codes()}), how="cross"
    )
    told = people.merge(
        found, how="left", left_on=["code", "target"], right_on=["commune", "target"]
    )
    within = [f"within_{km}" for km in REACH_KM]
    for km, name in zip(REACH_KM, within, strict=True):
        told[name] = told["people"].where(told["nearest_km"] <= km, 0)
    summed = []
    for level, parent in _LEVELS.items():
        groups = told.groupby([parent, "target"])
        sums = groups[["people", *within]].sum()[groups["nearest_km"].count() > 0].reset_index()
        named = sums.rename(columns={parent: "code", "people": "inhabitants"})
        summed.append(named.assign(level=level))
    return pd.concat(summed)
