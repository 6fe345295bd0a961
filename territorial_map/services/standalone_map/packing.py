"""The lines of the map's list, packed: each text once, whatever the number of lines that say it."""

from collections.abc import Sequence
from typing import Any

import orjson

from territorial_map.domain.symbols import Symbols
from territorial_map.services.export.cells import Cell, Column, Slot
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.texts import Texts

_ALWAYS = ("name", "id", "kind", "distance_km")
_NEVER = ("lat", "lon")  # the marks have them


def packed_list(table: ExportTable, lines: Sequence[ExportLine], drawn: dict[str, Any]) -> str:
    """One JSON object, safe inside a ``script`` element: « À propos », columns, lines and marks.

    ``marks`` has per line ``[kind, lon, lat, precise]``; ``values`` has per column the texts that
    its cells point to by number; columns without an entry there hold their cells as they are.
    """
    places = [n for n, column in enumerate(table.columns) if _kept(column)]
    columns = [table.columns[n] for n in places]
    cells = [[line.cells[n] for n in places] for line in lines]
    values: dict[str, list[str]] = {}
    for at, column in enumerate(columns):
        shared = _shared([row[at] for row in cells])
        if shared:
            values[column.key] = list(shared)
            for row in cells:
                text = row[at]
                row[at] = shared[text] if isinstance(text, str) else None
    told = [] if table.index_of("nearness") is None else ["distance_km"]  # a sentence says it
    body = {
        "territorial_map_list": 1,
        "about": table.about.as_json(),
        "columns": [column.key for column in columns],
        "headings": [column.heading for column in columns],
        "values": values,
        "rows": cells,
        "marks": [_mark(line) for line in lines],
        "map": drawn
        | {"kinds": _kinds(table.symbols, table.about.t), "quiet": ["name", "id", *told]},
    }
    return orjson.dumps(body).decode().replace("<", "\\u003c")


def unpacked(found: dict[str, Any]) -> dict[str, Any]:
    """The columns and rows of a packed list, as they were; positions back in their columns."""
    texts = [found["values"].get(key) for key in found["columns"]]
    rows = [
        [
            shared[cell] if shared is not None and cell is not None else cell
            for shared, cell in zip(texts, row, strict=True)
        ]
        for row in found["rows"]
    ]
    rows = [[*row, lat, lon] for row, (_, lon, lat, _) in zip(rows, found["marks"], strict=True)]
    return {"about": found["about"], "columns": [*found["columns"], "lat", "lon"], "rows": rows}


def _kept(column: Column) -> bool:
    return column.key in _ALWAYS or (column.slot is not Slot.NONE and column.key not in _NEVER)


def _shared(cells: list[Cell]) -> dict[str, int]:
    """The texts of a column by number when they repeat enough to be worth it, else nothing."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    distinct = dict.fromkeys(texts)
    only_texts = all(isinstance(cell, str) or cell is None for cell in cells)
    if not only_texts or len(distinct) * 2 > len(texts):
        return {}
    return {text: n for n, text in enumerate(distinct)}


def _mark(line: ExportLine) -> list[Any]:
    point = line.point
    kind = line.kind.value if line.kind else None
    return [kind, point.lon if point else None, point.lat if point else None, line.precise]


def _kinds(symbols: Symbols, t: Texts) -> dict[str, dict[str, str]]:
    return {
        kind.value: {
            "label": t.label(kind.label),
            "symbol": symbol.drawing,
            "hollow": symbol.hollow,
        }
        for kind, symbol in symbols.items()
    }
