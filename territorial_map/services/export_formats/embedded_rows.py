"""The rows of a document, carried inside it for machines: what ``verify`` reads back."""

from collections.abc import Iterable
from typing import Any

import orjson

from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Cell, Column

MARK = b'{"territorial_map_list":1,'
NAMESPACE = "urn:territorial-map:list:1"


def trace_of(about: About, columns: Iterable[Column], rows: Iterable[Iterable[Cell]]) -> bytes:
    """One JSON object: the « À propos », the keys of the columns and the cells of each line."""
    body = {
        "territorial_map_list": 1,
        "about": about.as_json(),
        "columns": [column.key for column in columns],
        "rows": [list(row) for row in rows],
    }
    return orjson.dumps(body)


def parse_trace(content: bytes) -> dict[str, Any] | None:
    """The object of a trace, or ``None`` when the bytes are something else."""
    if not content.startswith(MARK):
        return None
    try:
        found: dict[str, Any] = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    return found
