"""CSV: semicolons, UTF-8 with BOM (spreadsheets), texts quoted, numbers bare."""

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from territorial_map.services.export.columns import Cell

if TYPE_CHECKING:
    from territorial_map.services.export.tables import ExportTable

_CHUNK_ROWS = 500
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutral(cell: Cell) -> Cell:
    """A text cell that no spreadsheet runs as a formula (OWASP, CSV injection); numbers as is.

    >>> neutral("=1+1"), neutral(-3.5), neutral("Régie")
    ("'=1+1", -3.5, 'Régie')
    """
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell


def csv_chunks(table: "ExportTable") -> Iterator[bytes]:
    """The table, a few hundred rows at a time; every row names its edition and the query's link."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([*table.headings, "Édition", "Requête"])
    trail = [table.about.edition.id, table.about.link]
    yield b"\xef\xbb\xbf"
    for n, row in enumerate(table.rows(), start=1):
        writer.writerow(["" if c is None else neutral(c) for c in [*row, *trail]])
        if n % _CHUNK_ROWS == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()
