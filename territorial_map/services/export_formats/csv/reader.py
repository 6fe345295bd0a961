"""A CSV read back."""

import csv
import io
import sys
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.readers.layout import detect_encoding, detect_separator
from territorial_map.services.export.about import EDITION_HEADING, LINK_HEADING
from territorial_map.services.export.cells import plain
from territorial_map.services.export_formats.read_file import NOTHING, NamedBy, ReadFile, place_of

_SAMPLE = 65_536


def read_csv(path: Path) -> ReadFile:
    """A CSV: the link and the edition stand on every row; a spreadsheet may have saved it.

    Raises:
        SourceError: the file is not an export of ours, or has no line to tell its query.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    content = path.read_bytes()
    encoding = detect_encoding(content[:_SAMPLE])
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    separator = detect_separator(text[:_SAMPLE].rpartition("\n")[0] or text)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    heading = rows[0] if rows else []
    link, edition = (place_of(heading, one) for one in (LINK_HEADING, EDITION_HEADING))
    if link is None or edition is None:
        return NOTHING
    if len(rows) == 1:
        raise SourceError(f"{path.name} n’a aucune ligne : un CSV vide ne dit pas sa requête.")
    lines = [dict(zip(heading, row, strict=False)) for row in rows[1:]]
    foreign = not encoding.startswith("utf")
    return ReadFile(plain(rows[1][link]), rows[1][edition], lines, NamedBy.HEADING, foreign)
