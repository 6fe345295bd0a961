"""Exports for maps, read back: GeoJSON, GeoPackage and KML."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import orjson

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.about import EDITION_HEADING, LINK_HEADING
from territorial_map.services.export.cells import Cell
from territorial_map.services.export.checking.file_content import (
    Carried,
    carried_from,
    in_every_language,
    keys_by_field,
)

_KML = "{http://www.opengis.net/kml/2.2}"


def read_geojson(path: Path) -> Carried:
    """A GeoJSON: the link and the edition stand in the member « about ».

    Raises:
        SourceError: the file is not JSON, or not an export of ours.
    """
    try:
        found = orjson.loads(path.read_bytes())
        about = found.get("about", {})
        rows = [_named(feature["properties"]) for feature in found["features"]]
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise SourceError(f"{path.name} n’est pas un GeoJSON lisible : {error}") from error
    return carried_from(path, about.get("link"), about.get("edition"), rows)


def read_geopackage(path: Path) -> Carried:
    """A GeoPackage: the link and the edition stand in the table « a_propos ».

    Raises:
        SourceError: the file is not a GeoPackage, or not an export of ours.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            about = dict(connection.execute("SELECT rubrique, valeur FROM a_propos"))
            connection.row_factory = sqlite3.Row
            rows = [_named(dict(row)) for row in connection.execute("SELECT * FROM organisations")]
    except sqlite3.Error as error:
        raise SourceError(
            f"{path.name} n’est pas un GeoPackage de cet annuaire : {error}"
        ) from error
    return carried_from(path, _of(about, LINK_HEADING), _of(about, EDITION_HEADING), rows)


def read_kml(path: Path) -> Carried:
    """A KML: the link and the edition stand in the document's extended data.

    Raises:
        SourceError: the file is not XML, or not an export of ours.
    """
    about: dict[str, str | None] = {}
    declared: dict[str, str | None] = {}
    rows: list[Mapping[str, Cell]] = []
    try:
        for _, element in ET.iterparse(path):  # noqa: S314 - expat refuses entity bombs since 2.4.1
            if element.tag == f"{_KML}Data":
                about[element.get("name", "")] = element.findtext(f"{_KML}value")
            elif element.tag == f"{_KML}SimpleField":
                declared[element.get("name", "")] = None
            elif element.tag == f"{_KML}Placemark":
                fields = element.iter(f"{_KML}SimpleData")
                told = {field.get("name", ""): field.text for field in fields}
                rows.append(_named(declared | told))
                element.clear()
    except ET.ParseError as error:
        raise SourceError(f"{path.name} n’est pas un KML lisible : {error}") from error
    return carried_from(path, about.get("link"), about.get("edition"), rows)


def _named(fields: Mapping[str, Cell]) -> dict[str, Cell]:
    keys = keys_by_field()
    return {keys[name]: value for name, value in fields.items() if name in keys}


def _of(about: Mapping[str, str], wanted: str) -> str | None:
    """What stands under a heading, in whichever language the file is."""
    return next((about[name] for name in in_every_language(wanted) if name in about), None)
