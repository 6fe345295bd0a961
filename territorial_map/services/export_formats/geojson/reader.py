"""A GeoJSON read back."""

from pathlib import Path

import orjson

from territorial_map.domain.errors import SourceError
from territorial_map.services.export_formats.read_file import NamedBy, ReadFile


def read_geojson(path: Path) -> ReadFile:
    """A GeoJSON: the link and the edition stand in the member « about ».

    Raises:
        SourceError: the file is not JSON, or not an export of ours.
    """
    try:
        found = orjson.loads(path.read_bytes())
        about = found.get("about", {})
        rows = [dict(feature["properties"]) for feature in found["features"]]
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise SourceError(f"{path.name} n’est pas un GeoJSON lisible : {error}") from error
    return ReadFile(about.get("link"), about.get("edition"), rows, NamedBy.FIELD)
