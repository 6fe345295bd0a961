"""What goes between the two processes: JSON alone, in both directions, never code."""

from collections.abc import Collection
from typing import Any

import orjson

from territorial_map.domain.cells import Doubt
from territorial_map.domain.errors import BadParameter, SourceError, SourceTooLarge, UserError
from territorial_map.domain.matching.terms import Why
from territorial_map.readers.understood import ColumnDoubts, DoubtExample
from territorial_map.services.matching.list_files import GivenList, ListLine

_MOST_TEXT = 1_000  # characters of a cell that matching reads


def told_list(given: GivenList, kept: Collection[str] = ()) -> bytes:
    """A list reduced to the cells that matching reads, and those of the columns ``kept``."""
    doubts = given.doubts
    places = [n for n, column in enumerate(given.columns) if column in kept]
    return orjson.dumps(
        {
            "columns": given.columns,
            "understood": given.understood,
            "sheet": given.sheet,
            "sheets": given.sheets,
            "persons": given.persons,
            "unknown": given.unknown,
            "notes": given.notes,
            "contacts": [doubts.emails, doubts.mobiles],
            "doubts": [
                [column, doubt.value, count, list(map(tuple, doubts.examples[column, doubt]))]
                for (column, doubt), count in doubts.counts.items()
            ],
            "kept": places,
            "lines": [
                [
                    line.line,
                    line.apart and line.apart.value,
                    _cut(given.cells(line)),
                    [line.cells[n][:_MOST_TEXT] if n < len(line.cells) else "" for n in places],
                ]
                for line in given.lines
            ],
        }
    )


def _cut(cells: dict[str, str]) -> dict[str, str]:
    return {field: cell[:_MOST_TEXT] for field, cell in cells.items() if cell}


def list_told(content: bytes) -> GivenList:
    """The list that ``told_list`` tells; its lines have no cells but those by field, and kept."""
    told = orjson.loads(content)
    doubts = ColumnDoubts(emails=told["contacts"][0], mobiles=told["contacts"][1])
    for column, code, count, examples in told["doubts"]:
        doubts.counts[column, Doubt(code)] = count
        doubts.examples[column, Doubt(code)] = [DoubtExample(*each) for each in examples]
    lines, places = told["lines"], told["kept"]
    width = max(places, default=-1) + 1

    def cells(kept: list[str]) -> tuple[str, ...]:
        by_place = dict(zip(places, kept, strict=True))
        return tuple(by_place.get(n, "") for n in range(width))

    return GivenList(
        tuple(told["columns"]),
        told["understood"],
        tuple(ListLine(n, cells(kept), apart and Why(apart)) for n, apart, _, kept in lines),
        told["sheet"],
        tuple(told["sheets"]),
        persons=tuple(told["persons"]),
        unknown=tuple(told["unknown"]),
        doubts=doubts,
        notes=tuple(told["notes"]),
        by_field=tuple(by_field for _, _, by_field, _ in lines),
    )


def told_error(error: UserError) -> dict[str, Any]:
    """A mistake, to be raised again on the other side."""
    if isinstance(error, BadParameter):
        parts = (error.parameter, error.value[:400], error.problem, error.allowed)
        return {"kind": "parameter", "told": parts}
    kind = "large" if isinstance(error, SourceTooLarge) else "source"
    return {"kind": kind, "told": [str(error)]}


def error_told(told: dict[str, Any]) -> UserError:
    """The mistake that ``told_error`` tells."""
    parts = told["told"]
    if told["kind"] == "parameter":
        return BadParameter(*parts)
    return SourceTooLarge(parts[0]) if told["kind"] == "large" else SourceError(parts[0])
