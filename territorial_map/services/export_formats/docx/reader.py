"""A DOCX read back: the list that it carries inside."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from territorial_map.domain.errors import SourceError
from territorial_map.services.export_formats.embedded_rows import NAMESPACE, parse_trace
from territorial_map.services.export_formats.read_file import NOTHING, ReadFile, traced


def read_docx(path: Path) -> ReadFile:
    """A DOCX: its custom XML part.

    Raises:
        SourceError: the file is not a DOCX, or carries no list of ours.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if re.fullmatch(r"customXml/item\d+\.xml", name):
                    root = ET.fromstring(archive.read(name))  # noqa: S314 - expat refuses entity bombs since 2.4.1
                    if root.tag == f"{{{NAMESPACE}}}list":
                        return traced(parse_trace((root.text or "").encode()))
    except (zipfile.BadZipFile, ET.ParseError) as error:
        raise SourceError(f"{path.name} n’est pas un DOCX lisible : {error}") from error
    return NOTHING
