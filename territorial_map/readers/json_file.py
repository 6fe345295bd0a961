"""JSON documents: GeoJSON collections as records, and pages of an API as objects."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from territorial_map.domain.errors import SourceError
from territorial_map.readers.records import Record

_MAX_SIZE = 256 * 2**20  # a parsed document takes some five times its size


def read_json(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """The document of a file.

    Raises:
        SourceError: absent, too large to be held, or not JSON.
    """
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    if path.stat().st_size > _MAX_SIZE:
        raise SourceError(
            f"{path.name} : ce fichier JSON dépasse {_MAX_SIZE >> 20} Mio. "
            "Découpez-le, ou donnez-le en CSV."
        )
    content = path.read_bytes()
    if not content.strip():
        raise SourceError(f"{path.name} : le fichier est vide. Téléchargez-le de nouveau.")
    try:
        return orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise SourceError(
            f"{path.name}, ligne {error.lineno} : ce n’est pas du JSON, ou il est coupé "
            f"({error.msg}). Téléchargez-le de nouveau."
        ) from error


def geojson_records(path: Path) -> Iterator[Record]:
    """A header record, then one per feature, numbered from 2: properties, longitude, latitude.

    Features that are not points leave both blank: their place is not one point.

    Raises:
        SourceError: not a collection of features.
    """
    document = read_json(path)
    features = document.get("features") if isinstance(document, Mapping) else None
    if not isinstance(features, list):
        raise SourceError(f"{path.name} : ce n’est pas une collection GeoJSON (« features »).")
    named = [f.get("properties") or {} for f in features if isinstance(f, Mapping)]
    columns = list(dict.fromkeys(key for properties in named for key in properties))
    taken = {column.lower() for column in columns}
    point = [name for name in ("longitude", "latitude") if name not in taken]
    if len(point) < 2:  # the file repeats its point among the properties
        point = []
    yield 1, [*columns, *point]
    for number, feature in enumerate(features, 2):
        properties = feature.get("properties") or {} if isinstance(feature, Mapping) else {}
        cells = [_text_of(properties.get(column)) for column in columns]
        yield number, cells + (_coordinates(feature) if point else [])


def _coordinates(feature: object) -> list[str]:
    geometry = feature.get("geometry") if isinstance(feature, Mapping) else None
    if not isinstance(geometry, Mapping) or geometry.get("type") != "Point":
        return ["", ""]
    given = geometry.get("coordinates")
    if not isinstance(given, list) or len(given) < 2:
        return ["", ""]
    return [_text_of(given[0]), _text_of(given[1])]


def _text_of(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return ";".join(_text_of(item) for item in value)
    return orjson.dumps(value).decode()
