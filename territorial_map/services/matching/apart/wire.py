"""What goes between the two processes: JSON alone, in both directions, never code."""

from typing import Any

import orjson

from territorial_map.domain.cells import Doubt
from territorial_map.domain.errors import BadParameter, SourceError, SourceTooLarge, UserError
from territorial_map.domain.matching.terms import Why
from territorial_map.readers.understood import ColumnDoubts, DoubtExample
from territorial_map.services.matching.list_files import GivenList, ListLine

_MOST_TEXT = 1_000  # characters of a cell that matching reads


def told_list(given: GivenList) -> bytes:
    """A list reduced to the cells that matching reads."""
    doubts = given.doubts
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
            "lines": [
                [line.line, line.apart and line.apart.value, _cut(given.cells(line))]
                for line in given.lines
            ],
        }
    )


def _cut(cells: dict[str, str]) -> dict[str, str]:
    return {field: cell[:_MOST_TEXT] for field, cell in cells.items() if cell}


def list_told(content: bytes) -> GivenList:
    """The list that ``told_list`` tells; its lines have no cells but those by field."""
    told = orjson.loads(content)
    doubts = ColumnDoubts(emails=told["contacts"][0], mobiles=told["contacts"][1])
    for column, code, count, examples in told["doubts"]:
        doubts.counts[column, Doubt(code)] = count
        doubts.examples[column, Doubt(code)] = [DoubtExample(*each) for each in examples]
    lines = told["lines"]
    return GivenList(
        tuple(told["columns"]),
        told["understood"],
        tuple(ListLine(number, (), apart and Why(apart)) for number, apart, _ in lines),
        told["sheet"],
        tuple(told["sheets"]),
        persons=tuple(told["persons"]),
        unknown=tuple(told["unknown"]),
        doubts=doubts,
        notes=tuple(told["notes"]),
        by_field=tuple(cells for _, _, cells in lines),
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
