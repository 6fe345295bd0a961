"""A map page read back: the list beside its map."""

import re
from pathlib import Path

import orjson

from territorial_map.domain.errors import SourceError
from territorial_map.services.export_formats.read_file import ReadFile, traced
from territorial_map.services.standalone_map.packing import unpacked


def read_page(path: Path) -> ReadFile:
    """A map page: the list beside its map.

    Raises:
        SourceError: the page holds no list of ours.
    """
    text = path.read_text(encoding="utf-8", errors="replace")
    found = re.search(r'<script type="application/json" id="liste">(.*?)</script>', text)
    try:
        packed = orjson.loads(found[1]) if found else None
        return traced(unpacked(packed) if packed else None)
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise SourceError(f"{path.name} : la liste de la page est abîmée ({error}).") from error
