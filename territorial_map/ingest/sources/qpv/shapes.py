"""Rows with their shape in WGS 84, from map files of any kind and from CSV."""

import json
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from pyogrio.errors import DataSourceError
from shapely.geometry import shape as shape_of

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.readers import Row, open_table

_MOST_BYTES = 256 * 2**20
_SHAPES = ("geo_shape", "geo shape", "geometry", "wkt", "the_geom", "geom")
_WGS_84 = 4326


@dataclass(frozen=True, slots=True)
class ShapedRow:
    """Cells by folded column name, and the shape (shapely's), ``None`` without one."""

    cells: Mapping[str, str]
    shape: Any


def shaped_rows(path: Path) -> Iterator[ShapedRow]:
    """The rows of a file of shapes.

    Raises:
        SourceError: absent, too large, unreadable, or in a projection that it does not tell.
    """
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    if path.stat().st_size > _MOST_BYTES:
        raise SourceError(
            f"{path.name} : plus de {_MOST_BYTES >> 20} Mio. Donnez le fichier des quartiers seuls."
        )
    return _of_table(path) if path.suffix.lower() == ".csv" else _of_map(path)


def _of_map(path: Path) -> Iterator[ShapedRow]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # GDAL says of odd files what the refusal says too
            layer = gpd.read_file(path)
    except (DataSourceError, ValueError, RuntimeError, OSError) as error:
        raise SourceError(
            f"{path.name} : carte illisible ({str(error).splitlines()[0]}). "
            "Téléchargez-la de nouveau."
        ) from error
    if not isinstance(layer, gpd.GeoDataFrame) or layer.empty:
        raise SourceError(f"{path.name} : aucune entité dans ce fichier.")
    if layer.crs is None:
        raise SourceError(
            f"{path.name} : la projection n’est pas dite (le fichier .prj manque-t-il ?). Prenez "
            "la version en WGS 84."
        )
    degrees = layer.to_crs(_WGS_84)
    columns = [column for column in layer.columns if column != layer.geometry.name]
    keys = [fold(str(column)).replace(" ", "_") for column in columns]
    for values, shape in zip(layer[columns].itertuples(index=False), degrees.geometry, strict=True):
        yield ShapedRow(dict(zip(keys, map(_text, values), strict=True)), shape)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _of_table(path: Path) -> Iterator[ShapedRow]:
    with open_table(path) as table:
        keys = {column: fold(column).replace(" ", "_") for column in table.columns}
        for row in table.rows:
            if isinstance(row, Row):
                cells = {keys[column]: cell for column, cell in row.values.items()}
                told = next((cells[name] for name in _SHAPES if cells.get(name)), "")
                yield ShapedRow(cells, _shape(told))


def _shape(told: str) -> Any:  # noqa: ANN401 - untyped library
    """The shape of a cell in GeoJSON or WKT; ``None`` where it is neither."""
    try:
        if told.startswith("{"):
            return shape_of(json.loads(told))
        return shapely.from_wkt(told) if told else None
    except (shapely.errors.ShapelyError, ValueError, TypeError, KeyError, AttributeError):
        return None
