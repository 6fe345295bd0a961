"""Files of maps as tables: KML, GPX and GeoPackage by pyogrio; what is no point takes one.

The point that stands for a line or a surface lies on it (shapely's point on surface); how many
shapes were so placed is counted, to be said.
"""

import io
import math
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from territorial_map.domain.errors import SourceError
from territorial_map.readers.records import Record
from territorial_map.readers.upload import TableFile, opened

MAPS = (".kml", ".kmz", ".gpx", ".gpkg")
_POINT = ("longitude", "latitude")
_OTHERWISE = frozenset({"lat", "lon", "lng", "latitude", "longitude", "geo_point_2d"})
_COUCHE = "couche"
_MOST_LAYERS = 50
_SHOWN = 5  # lines of features without a position
_MOST_INFLATED = 64 * 2**20
# Of a GPX: its places, else its tracks; never the points that tracks are made of.
_OF_GPX = (("waypoints",), ("tracks", "routes"))
# What drivers add to every feature and nobody typed.
_OF_DRIVERS = frozenset(
    {"timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility"}
    | {"drawOrder", "icon", "snippet", "ele", "time", "magvar", "geoidheight", "src", "sym", "fix"}
    | {"sat", "hdop", "vdop", "pdop", "ageofdgpsdata", "dgpsid", "link1_type", "link2_type"}
)


@dataclass(slots=True)
class Shapes:
    """Features read: how many a point on their shape places, how many have no position.

    ``unplaced`` are the lines of the first of these.
    """

    on_surface: int = 0
    without_place: int = 0
    unplaced: list[int] = field(default_factory=list)

    def leave_unplaced(self, line: int) -> None:
        """Count a feature that has no position, or none that can be read."""
        self.without_place += 1
        if len(self.unplaced) < _SHOWN:
            self.unplaced.append(line)


class Feature(NamedTuple):
    """A feature: its cells by column, and its shape (shapely's), ``None`` without one."""

    cells: Mapping[str, str]
    shape: Any


def shape_of_json(geometry: object) -> Any:  # noqa: ANN401 - untyped library
    """The shape of a GeoJSON geometry; ``None`` where it cannot be one."""
    if not isinstance(geometry, Mapping) or geometry.get("coordinates") == []:
        return None
    if geometry.get("type") == "Point":
        return _point_of_json(geometry.get("coordinates"))
    from shapely.errors import ShapelyError  # noqa: PLC0415 - slow to load, for maps only
    from shapely.geometry import shape  # noqa: PLC0415 - the same

    try:
        return shape(dict(geometry))
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None


def _point_of_json(told: object) -> Any:  # noqa: ANN401 - untyped library
    """A point whose numbers may be written as text."""
    from shapely.geometry import Point  # noqa: PLC0415 - slow to load, for maps only

    if not isinstance(told, Sequence) or isinstance(told, str) or len(told) < 2:
        return None
    try:
        x, y = (float(str(each).replace(",", ".")) for each in told[:2])
    except ValueError:
        return None
    return Point(x, y) if math.isfinite(x) and math.isfinite(y) else None


def feature_records(
    features: Sequence[Feature], shapes: Shapes, *, epsg: int | None = None
) -> Iterator[Record]:
    """A header record, then one per feature, numbered from 2: its cells, longitude, latitude.

    ``epsg`` is the projection of the shapes where it is not degrees (WGS 84).
    """
    columns = list(dict.fromkeys(key for feature in features for key in feature.cells))
    taken = {column.lower() for column in columns}
    point = [name for name in _POINT if name not in taken]
    if all(feature.shape is None for feature in features) and taken & _OTHERWISE:
        point = []  # the properties alone tell where
    if len(point) < len(_POINT):  # the file repeats its point among the properties
        point = []
    to_degrees = _degrees_from(epsg)
    yield 1, [*columns, *point]
    for number, feature in enumerate(features, 2):
        cells = [feature.cells.get(column, "") for column in columns]
        placed = _coordinates(feature.shape, shapes, to_degrees) if point else []
        if point and not placed:
            shapes.leave_unplaced(number)
        yield number, [*cells, *(placed or [""] * len(point))]


def _degrees_from(epsg: int | None) -> Any:  # noqa: ANN401 - untyped library
    if epsg is None:
        return None
    from pyproj import Transformer  # noqa: PLC0415 - slow to load, for maps only
    from pyproj.exceptions import CRSError  # noqa: PLC0415 - the same

    try:
        return Transformer.from_crs(epsg, 4326, always_xy=True).transform
    except CRSError:
        return None


def _coordinates(shape: Any, shapes: Shapes, to_degrees: Any) -> list[str]:  # noqa: ANN401 - untyped library
    """A longitude and a latitude, nothing where there is none to be read."""
    if shape is None or shape.is_empty:
        return []
    point = shape
    if shape.geom_type != "Point":
        point = shape.point_on_surface()
        shapes.on_surface += 1
    x, y = point.x, point.y
    if to_degrees is not None:
        x, y = to_degrees(x, y)
    if not (math.isfinite(x) and math.isfinite(y)):
        return []
    return [f"{x:.7f}".rstrip("0").rstrip("."), f"{y:.7f}".rstrip("0").rstrip(".")]


def map_records(path: TableFile, shapes: Shapes) -> Iterator[Record]:
    """The features of all layers of a KML, GPX or GeoPackage, as ``feature_records`` gives them.

    Raises:
        SourceError: absent, or not what its extension says.
    """
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    with opened(path) as file:
        content = file.read()
    if path.suffix.lower() == ".kmz":
        content = _kml_of(path.name, content)
    return feature_records(_features(path.name, content), shapes)


def _kml_of(name: str, content: bytes) -> bytes:
    """The KML inside a KMZ, within bounds.

    Raises:
        SourceError: no archive, no KML in it, or one that swells beyond what is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = [each for each in archive.infolist() if each.filename.lower().endswith(".kml")]
            if not inside or inside[0].file_size > _MOST_INFLATED:
                raise SourceError(
                    f"{name} : pas de carte KML lisible dans cette archive, ou elle est démesurée. "
                    "Exportez la carte de nouveau, en KML."
                )
            return archive.read(inside[0])
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise SourceError(
            f"{name} : archive KMZ abîmée ou protégée. Exportez la carte de nouveau, en KML."
        ) from error


def _features(name: str, content: bytes) -> list[Feature]:
    from pyogrio.errors import DataLayerError, DataSourceError  # noqa: PLC0415 - slow to load
    from pyogrio.raw import read as read_layer  # noqa: PLC0415 - the same

    found: list[Feature] = []
    try:
        with warnings.catch_warnings(action="ignore", category=RuntimeWarning):  # of no extension
            layers = _layers(content)
            for number, layer in layers.items():
                meta, _, geometry, values = read_layer(content, layer=number)
                told = layer if len(layers) > 1 else ""
                found += _of_layer(meta, geometry, values, told)
    except (DataSourceError, DataLayerError, ValueError) as error:
        raise SourceError(
            f"{name} : ce fichier de carte ne peut pas être lu, il est abîmé ou coupé. Exportez-le "
            "de nouveau, en GeoJSON ou en CSV."
        ) from error
    return found


def _layers(content: bytes) -> dict[int, str]:
    """The layers that hold features, by their rank; of a GPX, its waypoints before all."""
    from pyogrio import list_layers, read_info  # noqa: PLC0415 - slow to load

    named = enumerate(str(row[0]) for row in list_layers(content)[:_MOST_LAYERS])
    filled = {
        number: name
        for number, name in named
        if read_info(content, layer=number, force_feature_count=True)["features"]
    }
    kinds = ({n: name for n, name in filled.items() if name in kind} for kind in _OF_GPX)
    return next(filter(None, kinds), filled)


def _of_layer(
    meta: Mapping[str, Any],
    geometry: Any,  # noqa: ANN401 - untyped library
    values: Sequence[Any],
    layer: str,
) -> Iterator[Feature]:
    import shapely  # noqa: PLC0415 - slow to load, for maps only

    kept = [n for n, field in enumerate(meta["fields"]) if field not in _OF_DRIVERS]
    names = [str(meta["fields"][n]) for n in kept]
    whole = shapely.from_wkb(geometry, on_invalid="ignore") if geometry is not None else None
    shapes = _in_degrees(whole, meta.get("crs"))
    for place in range(len(values[0]) if values else len(shapes)):
        cells = {name: _text(values[n][place]) for name, n in zip(names, kept, strict=True)}
        shape = None if shapes is None else shapes[place]
        yield Feature(cells | ({_COUCHE: layer} if layer else {}), shape)


def _in_degrees(shapes: Any, crs: object) -> Any:  # noqa: ANN401 - untyped library
    import shapely  # noqa: PLC0415 - slow to load, for maps only
    from pyproj import CRS, Transformer  # noqa: PLC0415 - the same

    if shapes is None or not crs or CRS.from_user_input(crs).is_geographic:
        return shapes
    change = Transformer.from_crs(CRS.from_user_input(crs), 4326, always_xy=True)
    return shapely.transform(shapes, change.transform, interleaved=False)


def _text(value: object) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    return "" if text in {"NaT", "nan", "None"} else text
