"""JSON documents: GeoJSON, uMap's own files and lists of objects as records; pages of an API."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from territorial_map.domain.errors import SourceError
from territorial_map.readers.map_files import Feature, Shapes, feature_records, shape_of_json
from territorial_map.readers.records import Record
from territorial_map.readers.upload import TableFile, opened, size_of

_MAX_SIZE = 256 * 2**20  # a parsed document takes some five times its size
_EPSG = re.compile(r"EPSG::?(\d{4,6})")
_LAYER = "calque"
_ENVELOPES = frozenset({"fields", "properties", "record", "attributes"})
_COORDINATES = frozenset({"lon", "lat", "lng", "latitude", "longitude"})
_DEEP = 3


def read_json(path: TableFile) -> Any:  # noqa: ANN401 - any JSON value
    """The document of a file.

    Raises:
        SourceError: absent, too large to be held, or not JSON.
    """
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    if size_of(path) > _MAX_SIZE:
        raise SourceError(
            f"{path.name} : ce fichier JSON dépasse {_MAX_SIZE >> 20} Mio. "
            "Découpez-le, ou donnez-le en CSV."
        )
    with opened(path) as file:
        content = file.read()
    if not content.strip():
        raise SourceError(f"{path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        by_line = _by_line(content)
        if by_line:
            return by_line
        raise SourceError(
            f"{path.name}, ligne {error.lineno} : ce n’est pas du JSON, ou il est coupé "
            f"({error.msg}). Téléchargez-le de nouveau."
        ) from error


def _by_line(content: bytes) -> list[Any] | dict[str, Any] | None:
    """One object a line (NDJSON, GeoJSON text sequences); ``None`` where it is none of them."""
    try:
        read = [
            orjson.loads(line.strip(b"\x1e \r")) for line in content.split(b"\n") if line.strip()
        ]
    except orjson.JSONDecodeError:
        return None
    if not all(isinstance(each, dict) for each in read):
        return None
    features = all(each.get("type") == "Feature" for each in read)
    return {"features": read} if features else read


def json_records(path: TableFile, shapes: Shapes) -> Iterator[Record]:
    """A header record, then one per feature or object, numbered from 2.

    GeoJSON collections and single features, uMap's files with all their layers, and lists of
    objects are read; ``shapes`` counts those that a point stands for.

    Raises:
        SourceError: another document.
    """
    document = _inside(read_json(path))
    if isinstance(document, list) and document and all(isinstance(o, Mapping) for o in document):
        return _of_objects(document)
    features = _features(document)
    if features is None:
        raise SourceError(
            f"{path.name} : ce n’est ni une collection GeoJSON (« features »), ni une entité "
            "(« Feature »), ni un fichier uMap, ni une liste d’objets."
        )
    if not features and _is_elsewhere(document):
        raise SourceError(
            f"{path.name} : les calques de cette carte sont des données distantes, qui ne sont pas "
            "dans le fichier. Exportez la carte de uMap en GeoJSON ou en CSV et recommencez."
        )
    return feature_records(features, shapes, epsg=_epsg(document))


def _inside(document: object) -> object:
    """The only list of objects that a document holds: « {"results": […]} », an API's answer."""
    if not isinstance(document, Mapping) or document.keys() & {"features", "layers", "type"}:
        return document
    lists = [
        told
        for told in document.values()
        if isinstance(told, list) and told and all(isinstance(each, Mapping) for each in told)
    ]
    return lists[0] if len(lists) == 1 else document


def _flat(told: Mapping[str, Any], before: str = "", depth: int = 0) -> dict[str, Any]:
    """The values of an object, those of objects inside it too: « siege.code_postal »."""
    found: dict[str, Any] = {}
    for key, value in told.items():
        name = f"{before}{key}"
        if not isinstance(value, Mapping) or depth == _DEEP:
            found[name] = value
        elif value.keys() & _COORDINATES and all(each in _COORDINATES for each in value):
            found |= value
        else:
            found |= _flat(value, "" if key in _ENVELOPES else f"{name}.", depth + 1)
    return found


def _of_objects(objects: Sequence[Mapping[str, Any]]) -> Iterator[Record]:
    objects = [_flat(each) for each in objects]
    columns = list(dict.fromkeys(str(key) for each in objects for key in each))
    yield 1, columns
    for number, each in enumerate(objects, 2):
        yield number, [text_of(each.get(column)) for column in columns]


def _features(document: object) -> list[Feature] | None:
    """The features of a document, with their layer where there are several."""
    if not isinstance(document, Mapping):
        return None
    if document.get("type") == "Feature" and (document.keys() & {"properties", "geometry"}):
        return [_feature(document)]
    if isinstance(document.get("features"), list):
        return [_feature(each) for each in document["features"]]
    layers = document.get("layers")
    if not isinstance(layers, list):
        return None
    told = [layer for layer in layers if isinstance(layer, Mapping)]
    return [
        _feature(each, _layer_name(layer) if len(told) > 1 else "")
        for layer in told
        for each in layer.get("features") or ()
    ]


def _is_elsewhere(document: object) -> bool:
    """True for a map of uMap whose layers are fetched from elsewhere when it is shown."""
    layers = document.get("layers") if isinstance(document, Mapping) else None
    options = (each.get("_umap_options") for each in layers or () if isinstance(each, Mapping))
    return any(isinstance(told, Mapping) and told.get("remoteData") for told in options)


def _feature(told: object, layer: str = "") -> Feature:
    if not isinstance(told, Mapping):
        return Feature({}, None)
    properties = told.get("properties")
    cells = {
        str(key): text_of(value)
        for key, value in (properties if isinstance(properties, Mapping) else {}).items()
        if not str(key).startswith("_umap")
    }
    return Feature(cells | ({_LAYER: layer} if layer else {}), shape_of_json(told.get("geometry")))


def _layer_name(layer: Mapping[str, Any]) -> str:
    options = layer.get("_umap_options") or layer.get("_storage") or {}
    return str(options.get("name", "")) if isinstance(options, Mapping) else ""


def _epsg(document: object) -> int | None:
    """The projection that a collection declares, as files before RFC 7946 do."""
    crs = document.get("crs") if isinstance(document, Mapping) else None
    found = _EPSG.search(orjson.dumps(crs).decode()) if isinstance(crs, Mapping) else None
    return int(found[1]) if found and found[1] != "4326" else None


def text_of(value: object) -> str:
    """A JSON value as a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return ";".join(text_of(item) for item in value)
    return orjson.dumps(value).decode()
