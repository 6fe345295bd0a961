"""A CSV read back."""

import csv
import io
import sys
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.readers.layout import detect_encoding, detect_separator
from territorial_map.readers.text_file import without_marks
from territorial_map.services.export_formats.read_file import (
    NOTHING,
    ReadFile,
    of_trailed_rows,
)

_SAMPLE = 65_536


def read_csv(path: Path) -> ReadFile:
    """A CSV: the link and the edition stand on every row; a spreadsheet may have saved it.

    Raises:
        SourceError: the file is not an export of ours, or has no line to tell its query.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    content = path.read_bytes()
    encoding = detect_encoding(content[:_SAMPLE])
    text = without_marks(content.decode(encoding, errors="replace"))
    separator = detect_separator(text[:_SAMPLE].rpartition("\n")[0] or text)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    found = of_trailed_rows(rows, other_encoding=not encoding.startswith("utf"))
    if found is not NOTHING and not found.rows:
        raise SourceError(f"{path.name} n’a aucune ligne : un CSV vide ne dit pas sa requête.")
    return found
