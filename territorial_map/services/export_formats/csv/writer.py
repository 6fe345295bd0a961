"""CSV: semicolons, UTF-8 with BOM (spreadsheets), texts quoted, numbers bare."""

import csv
import io
from collections.abc import Iterator

from territorial_map.services.export.about import EDITION_HEADING, LINK_HEADING, NOTES_HEADING
from territorial_map.services.export.cells import Cell, neutral
from territorial_map.services.export.table import ExportTable

_CHUNK_ROWS = 500
TRAIL_HEADINGS = (
    EDITION_HEADING,
    "Empreinte de l’édition",
    "Requête",
    LINK_HEADING,
    "Lignes de la requête",
    NOTES_HEADING,
)


def csv_chunks(table: ExportTable) -> Iterator[bytes]:
    """The table, a few hundred rows at a time.

    Every row ends with its edition, the query, its link, and what must be known of the licences:
    a CSV has no other place for them, and rows cut out of the file still say where they come from.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([*table.headings, *map(table.about.t.label, TRAIL_HEADINGS)])
    about = table.about
    trail: list[Cell] = [
        about.edition.id,
        about.edition.content_hash,
        neutral(about.query),
        neutral(about.link),
        about.rows,
        neutral(" ".join(about.notes)),
    ]
    yield b"\xef\xbb\xbf" + _taken(buffer)
    for n, row in enumerate(table.rows(), start=1):
        writer.writerow([*("" if c is None else neutral(c) for c in row), *trail])
        if n % _CHUNK_ROWS == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()
