"""A CSV read back."""

import csv
import sys
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.about import EDITION_HEADING, LINK_HEADING
from territorial_map.services.export.cells import plain
from territorial_map.services.export_formats.read_file import NOTHING, NamedBy, ReadFile, place_of


def read_csv(path: Path) -> ReadFile:
    """A CSV: the link and the edition stand on every row.

    Raises:
        SourceError: the file is not an export of ours, or has no line to tell its query.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.reader(handle, delimiter=";"))
    heading = rows[0] if rows else []
    link, edition = (place_of(heading, one) for one in (LINK_HEADING, EDITION_HEADING))
    if link is None or edition is None:
        return NOTHING
    if len(rows) == 1:
        raise SourceError(f"{path.name} n’a aucune ligne : un CSV vide ne dit pas sa requête.")
    lines = [dict(zip(heading, row, strict=False)) for row in rows[1:]]
    return ReadFile(plain(rows[1][link]), rows[1][edition], lines, NamedBy.HEADING)
