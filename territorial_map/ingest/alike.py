"""The territories most like each one, computed when an edition is built.

Six traits weigh the same: inhabitants (logarithm), and the shares of inhabitants by density, type
of rurality, centrality, massif and attraction area. The distance of a trait is Euclidean, divided
by its root mean square over all pairs of the level; two territories are as far apart as the root
mean square over the traits known of both. An unknown trait (rurality overseas) says nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from scipy.spatial.distance import cdist
from sqlalchemy import Table

from territorial_map.domain.alike import KEPT_ALIKE, LEAST_PEOPLE, PlaceTrait
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.places.zonings import FOLDER
from territorial_map.queries import schema
from territorial_map.store.parquet_parts import arrow_schema

TRAITS_FILE = "traits.parquet"
DENSITY_FILE = f"{FOLDER}/density.parquet"

Numbers = NDArray[np.float64]
_SHARED: tuple[PlaceTrait, ...] = tuple(
    trait for trait in PlaceTrait if trait is not PlaceTrait.POPULATION
)
_KNOWN = 0.5  # of the inhabitants: with less, the trait of a territory is unknown
_ROWS = 500  # compared at once
_DIGITS = 6  # distances that differ by less are equal, on any machine

_COMMUNES = """
SELECT code, coalesce(population, 0) AS people, region_code, department_code, epci_code
FROM territories WHERE level = 'commune' ORDER BY code
"""


@dataclass(frozen=True)
class _LevelShares:
    """The territories of a level in the order of their codes.

    ``shares`` has one row per territory and one column per class of each trait; a row of NaN where
    the trait is unknown.
    """

    codes: NDArray[np.object_]
    people: Numbers
    shares: Mapping[PlaceTrait, pd.DataFrame]

    def blocks(self) -> list[Numbers]:
        """What is compared: one array per trait."""
        logarithm = np.log10(self.people)[:, None]
        return [logarithm, *(share.to_numpy(dtype=float) for share in self.shares.values())]


def survey_alike(
    connection: duckdb.DuckDBPyConnection, reference: Path
) -> Iterator[tuple[Table, pa.Table]]:
    """The tables ``territory_traits`` and ``alike_territories`` of the edition being written.

    Nothing where the folder of territories has no traits.
    """
    communes = _communes(connection, reference)
    if communes is None:
        return
    levels = {level: _level(communes, level) for level in TerritoryLevel}
    told = [_traits(level, one) for level, one in levels.items() if len(one.codes)]
    near = [_alike(level, one) for level, one in levels.items() if len(one.codes) > 1]
    for table, frames in ((schema.territory_traits, told), (schema.alike_territories, near)):
        if frames:
            rows = pd.concat(frames)
            yield table, pa.Table.from_pandas(rows, arrow_schema(table), preserve_index=False)


def _communes(connection: duckdb.DuckDBPyConnection, reference: Path) -> pd.DataFrame | None:
    """Each commune with its class of every trait; ``None`` without a file that tells them."""
    traits, density = reference / TRAITS_FILE, reference / DENSITY_FILE
    if not (traits.is_file() and density.is_file()):
        return None
    told = pd.read_parquet(traits)
    levels = pd.read_parquet(density, columns=["commune", "code"])
    levels = levels.rename(columns={"code": PlaceTrait.DENSITY.value}).drop_duplicates("commune")
    told = told.merge(levels, how="outer", on="commune").rename(columns={"commune": "code"})
    communes = connection.execute(_COMMUNES).df()
    return communes.merge(told, how="left", on="code")


def _level(communes: pd.DataFrame, level: TerritoryLevel) -> _LevelShares:
    key = "code" if level is TerritoryLevel.COMMUNE else f"{level.value}_code"
    people = communes.groupby(key)["people"].sum().sort_index()
    people = people[people >= LEAST_PEOPLE.get(level, 1)]
    shares = {trait: _shares(communes, key, trait, people) for trait in _SHARED}
    return _LevelShares(people.index.to_numpy(), people.to_numpy(dtype=float), shares)


def _shares(communes: pd.DataFrame, key: str, trait: PlaceTrait, people: pd.Series) -> pd.DataFrame:
    """Shares of the inhabitants whose class is known; NaN where that is less than ``_KNOWN``."""
    counted = communes.pivot_table(
        index=key, columns=trait.value, values="people", aggfunc="sum", fill_value=0
    ).reindex(people.index, fill_value=0)
    known = counted.sum(axis=1)
    return counted.div(known, axis=0)[known >= _KNOWN * people].reindex(people.index)


def _traits(level: TerritoryLevel, told: _LevelShares) -> pd.DataFrame:
    """Of each trait, the class of most inhabitants."""
    rows = pd.DataFrame({"level": level.value, "code": told.codes})
    for trait, shares in told.shares.items():
        known = shares.dropna()
        rows[trait.value] = known.idxmax(axis=1).reindex(told.codes).to_numpy()
        rows[f"{trait.value}_share"] = known.max(axis=1).reindex(told.codes).to_numpy()
    return rows.astype({trait.value: "object" for trait in told.shares})


def _alike(level: TerritoryLevel, told: _LevelShares) -> pd.DataFrame:
    """The nearest of each territory, by distance then code."""
    blocks = [block for block in told.blocks() if _scale(block) > 0]
    kept = min(KEPT_ALIKE, len(told.codes) - 1)
    found = []
    for start in range(0, len(told.codes), _ROWS):
        rows = np.arange(start, min(start + _ROWS, len(told.codes)))
        apart = np.round(_distances(blocks, rows), _DIGITS)
        apart[np.arange(len(rows)), rows] = np.inf
        nearest = np.argsort(apart, axis=1, kind="stable")[:, :kept]
        found.append(
            pd.DataFrame(
                {
                    "level": level.value,
                    "code": np.repeat(told.codes[rows], kept),
                    "rank": np.tile(np.arange(1, kept + 1), len(rows)),
                    "other": told.codes[nearest.ravel()],
                    "distance": np.take_along_axis(apart, nearest, axis=1).ravel(),
                }
            )
        )
    return pd.concat(found)


def _scale(block: Numbers) -> float:
    """The root mean square of the distances between two territories whose trait is known."""
    known = block[~np.isnan(block).any(axis=1)]
    return float(np.sqrt(2 * known.var(axis=0).sum())) if len(known) else 0.0


def _distances(blocks: list[Numbers], rows: NDArray[np.intp]) -> Numbers:
    """From some territories to all: the root mean square over the traits known of both."""
    total = np.zeros((len(rows), len(blocks[0])))
    counted = np.zeros_like(total)
    for block in blocks:
        squares = cdist(block[rows], block, "sqeuclidean") / _scale(block) ** 2
        known = ~np.isnan(squares)
        total += np.where(known, squares, 0.0)
        counted += known
    apart: Numbers = np.sqrt(total / np.maximum(counted, 1))
    return apart
