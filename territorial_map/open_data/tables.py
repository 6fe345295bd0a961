"""The organisations as CSV, GeoParquet and GeoPackage: the same columns, the same cells."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import geopandas
import pandas as pd
import pyogrio

from territorial_map.domain.organisation import Organisation
from territorial_map.services.export.cells import neutral
from territorial_map.services.open_data.columns import COLUMNS, DataType, Value, values_of
from territorial_map.services.open_data.descriptor import SEPARATOR

CRS = "OGC:CRS84"
LAYER = "organisations"
_NUMBERS = tuple(column.key for column in COLUMNS if column.holds is DataType.NUMBER)
_TEXTS = tuple(column.key for column in COLUMNS if column.holds is not DataType.NUMBER)


def frame_of(rows: Iterable[Organisation]) -> geopandas.GeoDataFrame:
    """One line per organisation, by id; a list as one text, nothing as nothing.

    Columns are those of ``COLUMNS`` in their order, then ``geometry`` (points in CRS84, degrees).
    """
    told = [{key: _cell(value) for key, value in values_of(one).items()} for one in rows]
    frame = pd.DataFrame(told, columns=[column.key for column in COLUMNS])
    frame = frame.astype(dict.fromkeys(_TEXTS, "string") | dict.fromkeys(_NUMBERS, "float64"))
    points = geopandas.points_from_xy(frame["longitude"], frame["latitude"], crs=CRS)
    placed = geopandas.GeoSeries(points, index=frame.index, crs=CRS)
    return geopandas.GeoDataFrame(frame, geometry=placed.where(frame["longitude"].notna(), None))


def write_csv(frame: geopandas.GeoDataFrame, path: Path) -> None:
    """CSV of RFC 4180, UTF-8; texts that a spreadsheet would run are made harmless."""
    columns = [column.key for column in COLUMNS]
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(columns)
        for row in frame[columns].itertuples(index=False):
            writer.writerow(["" if pd.isna(cell) else neutral(cell) for cell in row])


def write_parquet(frame: geopandas.GeoDataFrame, path: Path) -> None:
    """GeoParquet 1.1, packed by zstandard."""
    frame.to_parquet(path, index=False, compression="zstd", schema_version="1.1.0")


def write_geopackage(frame: geopandas.GeoDataFrame, path: Path, about: Mapping[str, str]) -> None:
    """GeoPackage: a layer of points in WGS 84, and what the file says of itself."""
    layer = frame.to_crs("EPSG:4326").set_geometry("geometry")
    described = {"layer_options": {"DESCRIPTION": about["description"]}}
    pyogrio.write_dataframe(
        layer,
        path,
        layer=LAYER,
        driver="GPKG",
        geometry_type="Point",
        metadata=dict(about),
        **described,
    )


def _cell(value: Value) -> str | float | None:
    return SEPARATOR.join(value) if isinstance(value, tuple) else value


def write_texts(fields: Sequence[str], rows: Iterable[Mapping[str, str]], path: Path) -> None:
    """A CSV of texts, by their fields; those that a spreadsheet would run are made harmless."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(fields)
        writer.writerows([neutral(row[field]) for field in fields] for row in rows)
