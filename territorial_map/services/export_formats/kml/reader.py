"""A KML read back."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.cells import Cell
from territorial_map.services.export_formats.read_file import NamedBy, ReadFile

_KML = "{http://www.opengis.net/kml/2.2}"


def read_kml(path: Path) -> ReadFile:
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
                rows.append(declared | told)
                element.clear()
    except ET.ParseError as error:
        raise SourceError(f"{path.name} n’est pas un KML lisible : {error}") from error
    return ReadFile(about.get("link"), about.get("edition"), rows, NamedBy.FIELD)
