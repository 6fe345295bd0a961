"""What territories seem to lack beside those most like them, computed when an edition is built.

Under the hypothesis that a thing is as frequent here as in the alike territories where a source
covers it, and given how many there are in all, the number here follows a binomial law: the exact
test of two Poisson rates (Przyborowski and Wilenski, 1940). The lower tails of a territory are then
held to one rate of false discoveries (Benjamini and Hochberg, 1995). Frequency is for so many
inhabitants; of a trade, for so many organisations whose trade is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from scipy import stats
from scipy.spatial import KDTree
from sqlalchemy import Table

from territorial_map.domain.alike import ALIKE
from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.gaps import (
    COMPARED_DEVICES,
    COMPARED_KINDS,
    EXPECTED_SHARE,
    FALSE_GAPS,
    LEAST_COMPARED,
    MOST_HAVE,
)
from territorial_map.domain.geo import EARTH_RADIUS_KM
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries import schema
from territorial_map.store.parquet_parts import arrow_schema

Numbers = NDArray[np.float64]
_HALF = 0.5
_REGISTERED = {"devices": [one.value for one in COMPARED_DEVICES], "unknown": UNKNOWN}

_COMPARED = """
CREATE OR REPLACE TEMP TABLE compared_things AS
WITH held AS (
    SELECT id, lon, lat, region, department, epci, commune, unnest(device) AS value,
    'device' AS dimension FROM organisations
    UNION ALL
    SELECT id, lon, lat, region, department, epci, commune, kind, 'kind' FROM organisations
    UNION ALL
    SELECT id, lon, lat, region, department, epci, commune, unnest(sector), 'sector'
    FROM organisations WHERE list_has_any(device, $devices)
)
SELECT * FROM held
WHERE (dimension = 'device' AND value IN (SELECT unnest($devices)))
OR (dimension = 'kind' AND value IN (SELECT unnest($kinds)))
OR (dimension = 'sector' AND value <> $unknown)
"""
_WITH_TRADE = """
SELECT {level} AS code, count(*) AS organisations FROM organisations
WHERE list_has_any(device, $devices) AND NOT list_contains(sector, $unknown)
AND {level} IS NOT NULL GROUP BY 1
"""
_COUNTED = """
SELECT {level} AS code, dimension || ':' || value AS thing, count(*) AS organisations
FROM compared_things WHERE {level} IS NOT NULL GROUP BY ALL
"""
_PEERS = """
SELECT code, other FROM alike_rows WHERE level = $level AND rank <= $most ORDER BY code, rank
"""
_PLACES = """
SELECT code, lon, lat, coalesce(population, 0) AS people,
coalesce(department_code, CASE WHEN level = 'department' THEN code END) AS holding
FROM territories WHERE level = $level ORDER BY code
"""


@dataclass(frozen=True)
class BesideAlike:
    """Territories (rows) and things (columns) of a level: what is here, and in those alike.

    ``share`` is the part of the whole exposure that is here; ``compared`` how many alike
    territories are covered, ``having`` how many of them have the thing. ``share`` is NaN where
    nothing can be said.
    """

    codes: NDArray[np.object_]
    things: NDArray[np.object_]
    here: Numbers
    others: Numbers
    share: Numbers
    compared: Numbers
    having: Numbers

    @property
    def expected(self) -> Numbers:
        """How many there would be here at the rate of the others."""
        made: Numbers = self.others * self.share / (1 - self.share)
        return made


def chances(here: Numbers, others: Numbers, share: Numbers) -> Numbers:
    """The chance of so few here, or fewer, were the rates the same; NaN where nothing is known."""
    tails: Numbers = stats.binom.cdf(here, here + others, share)
    return np.where(np.isnan(share), np.nan, tails)


def adjusted(tails: Numbers) -> Numbers:
    """The same, held to one rate of false discoveries in each row."""
    told = np.full_like(tails, np.nan)
    for row, values in enumerate(tails):
        known = ~np.isnan(values)
        if known.any():
            told[row, known] = stats.false_discovery_control(values[known])
    return told


def survey_gaps(
    connection: duckdb.DuckDBPyConnection, alike: pa.Table
) -> Iterator[tuple[Table, pa.Table]]:
    """The table ``territory_gaps`` of the edition being written, from the rows of those alike."""
    connection.register("alike_rows", alike)
    levels: list[pd.DataFrame] = []
    for level in TerritoryLevel:
        compared = compared_at(connection, level)
        if compared is not None:
            levels.append(_gaps(connection, level, compared))
    connection.unregister("alike_rows")
    connection.execute("DROP TABLE IF EXISTS compared_things")
    if levels:
        table = schema.territory_gaps
        columns = arrow_schema(table)
        found = [each for each in levels if not each.empty]
        rows = columns.empty_table()
        if found:
            rows = pa.Table.from_pandas(pd.concat(found), columns, preserve_index=False)
        yield table, rows


def compared_at(connection: duckdb.DuckDBPyConnection, level: TerritoryLevel) -> BesideAlike | None:
    """What is compared at a level; ``None`` where no territory has alike ones.

    ``alike_rows`` is what the connection knows them by.
    """
    peers = connection.execute(_PEERS, {"level": level.value, "most": ALIKE}).df()
    _set_aside(connection)
    counts = _counts(connection, level)
    if peers.empty or counts.empty:
        return None
    places = connection.execute(_PLACES, {"level": level.value}).df().set_index("code")
    known = counts.reindex(places.index, fill_value=0)
    covered = _covered(connection, level, places, known)
    exposure = _exposure(connection, level, places, known.columns)
    told = peers.merge(pd.DataFrame({"other": places.index, "row": range(len(places))}))
    groups = told.groupby("code", sort=True)["row"]
    codes = np.array([code for code in groups.groups if code in places.index], dtype=object)
    here = places.index.get_indexer(pd.Index(codes))
    rows = [groups.get_group(code).to_numpy() for code in codes]
    return _beside(codes, here, rows, (known, covered, exposure))


def _beside(
    codes: NDArray[np.object_],
    here: NDArray[np.intp],
    rows: list[NDArray[np.intp]],
    tables: tuple[pd.DataFrame, Numbers, Numbers],
) -> BesideAlike:
    """Each territory beside those alike: ``rows`` are theirs, ``here`` its own."""
    known, covered, exposure = tables
    counts = known.to_numpy(dtype=float)
    theirs = np.array([(covered[row] * exposure[row]).sum(axis=0) for row in rows])
    compared = np.array([covered[row].sum(axis=0) for row in rows])
    own = exposure[here]
    sayable = (compared >= LEAST_COMPARED) & (covered[here] > 0) & (own > 0) & (theirs > 0)
    share = np.divide(own, own + theirs, out=np.full_like(own, np.nan), where=sayable)
    return BesideAlike(
        codes,
        known.columns.to_numpy(),
        counts[here],
        np.array([(covered[row] * counts[row]).sum(axis=0) for row in rows]),
        share,
        compared,
        np.array([(covered[row] * (counts[row] > 0)).sum(axis=0) for row in rows]),
    )


def _set_aside(connection: duckdb.DuckDBPyConnection) -> None:
    kinds = [one.value for one in COMPARED_KINDS]
    connection.execute(_COMPARED, {"kinds": kinds, **_REGISTERED})


def _counts(connection: duckdb.DuckDBPyConnection, level: TerritoryLevel) -> pd.DataFrame:
    rows = connection.execute(_COUNTED.format(level=level.value)).df()
    return rows.pivot_table(
        index="code", columns="thing", values="organisations", aggfunc="sum", fill_value=0
    )


def _covered(
    connection: duckdb.DuckDBPyConnection,
    level: TerritoryLevel,
    places: pd.DataFrame,
    known: pd.DataFrame,
) -> Numbers:
    """1 where our sources know one there or in the département that holds it, else 0."""
    there = known.to_numpy() > 0
    if level is TerritoryLevel.REGION:
        return there.astype(float)
    around = _counts(connection, TerritoryLevel.DEPARTMENT).reindex(columns=known.columns)
    holding = around.reindex(places["holding"]).to_numpy() > 0
    return np.asarray(there | holding, dtype=float)


def _exposure(
    connection: duckdb.DuckDBPyConnection,
    level: TerritoryLevel,
    places: pd.DataFrame,
    things: pd.Index,
) -> Numbers:
    """Inhabitants; for a trade, the organisations whose trade is known."""
    rows = connection.execute(_WITH_TRADE.format(level=level.value), _REGISTERED).df()
    traded = rows.set_index("code")["organisations"].reindex(places.index, fill_value=0)
    people = places["people"].to_numpy(dtype=float)[:, None]
    trades = np.array([thing.startswith("sector:") for thing in things])
    return np.where(trades, traded.to_numpy(dtype=float)[:, None], people)


def _gaps(
    connection: duckdb.DuckDBPyConnection, level: TerritoryLevel, told: BesideAlike
) -> pd.DataFrame:
    """One row per thing that most alike territories have, and that is absent or rare here."""
    tails = chances(told.here, told.others, told.share)
    sure = adjusted(tails)
    expected = told.expected
    most = told.having >= MOST_HAVE * np.maximum(told.compared, 1)
    rare = ~np.isnan(told.share) & most & (told.here <= _HALF * expected)
    kept = rare & ((sure <= FALSE_GAPS) | (told.here == 0))
    rows, columns = np.nonzero(kept)
    if not rows.size:
        return pd.DataFrame()
    things = pd.Series(told.things[columns]).str.partition(":")
    made = pd.DataFrame(
        {
            "level": level.value,
            "code": told.codes[rows],
            "dimension": things[0],
            "value": things[2],
            "known": told.here[kept].astype(int),
            "compared": told.compared[kept].astype(int),
            "present": told.having[kept].astype(int),
            "expected": expected[kept],
            "low": stats.poisson.ppf((1 - EXPECTED_SHARE) / 2, expected[kept]).astype(int),
            "high": stats.poisson.ppf((1 + EXPECTED_SHARE) / 2, expected[kept]).astype(int),
            "chance": tails[kept],
            "beyond_chance": sure[kept] <= FALSE_GAPS,
        }
    )
    return _with_nearest(connection, level, made)


def _with_nearest(
    connection: duckdb.DuckDBPyConnection, level: TerritoryLevel, gaps: pd.DataFrame
) -> pd.DataFrame:
    """The nearest of each thing outside the territory, from its inner point."""
    sites = connection.execute(
        f"SELECT dimension, value, id, lon, lat, {level.value} AS code FROM compared_things "  # noqa: S608 - a level of ours
        "WHERE lon IS NOT NULL ORDER BY id"
    ).df()
    places = connection.execute(_PLACES, {"level": level.value}).df().set_index("code")
    gaps["nearest_id"], gaps["nearest_km"] = None, np.nan
    there = dict(list(sites.groupby(["dimension", "value"])))
    for thing, rows in gaps.groupby(["dimension", "value"]).groups.items():
        if thing in there:
            points = places.loc[gaps.loc[rows, "code"], ["lon", "lat"]]
            found = list(_outside(points, there[thing].reset_index(drop=True)))
            gaps.loc[rows, "nearest_id"] = [one for one, _ in found]
            gaps.loc[rows, "nearest_km"] = [km for _, km in found]
    return gaps


def _outside(points: pd.DataFrame, sites: pd.DataFrame) -> Iterator[tuple[str | None, float]]:
    tree = KDTree(_on_sphere(sites))
    codes = sites["code"].to_numpy()
    inside = sites["code"].value_counts()
    for code, spot in zip(points.index, _on_sphere(points), strict=True):
        most = min(len(sites), int(inside.get(code, 0)) + 1)
        if np.isnan(spot).any():
            yield None, float("nan")
            continue
        chords, rows = tree.query(spot, k=[*range(1, most + 1)])
        outside = [(c, r) for c, r in zip(chords, rows, strict=True) if codes[r] != code]
        if not outside:
            yield None, float("nan")
            continue
        chord, row = outside[0]
        yield sites["id"].iloc[row], 2 * EARTH_RADIUS_KM * float(np.arcsin(min(chord / 2, 1)))


def _on_sphere(rows: pd.DataFrame) -> Numbers:
    """Points of the unit sphere."""
    lon, lat = (np.radians(rows[name].to_numpy(dtype=float)) for name in ("lon", "lat"))
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
