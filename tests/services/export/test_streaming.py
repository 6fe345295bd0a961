"""CSV, GeoJSON and XLSX go out while they are read: never the whole list in memory."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format

ROWS = 20_000


class Counted:
    """The first line of a table, many times, counting how many were asked for."""

    def __init__(self, table: ExportTable) -> None:
        self.line = next(table.lines())
        self.read = 0

    def __call__(self) -> Iterator[ExportLine]:
        for _ in range(ROWS):
            self.read += 1
            yield self.line


@pytest.mark.parametrize("chosen", [FORMATS["csv"], FORMATS["geojson"], FORMATS["xlsx"]])
def test_bytes_leave_long_before_the_last_row_is_read(table: ExportTable, chosen: Format) -> None:
    counted = Counted(table)
    long = replace(table, read=counted, about=replace(table.about, rows=ROWS, total=ROWS))
    read_at_chunk = [counted.read for chunk in chosen.chunks(long) if chunk]

    assert read_at_chunk[0] <= 1_000
    assert counted.read == ROWS
    steps = [b - a for a, b in pairwise(read_at_chunk)]
    assert max(steps) <= ROWS / 2


@pytest.mark.parametrize("chosen", FORMATS.values(), ids=FORMATS.keys())
def test_an_abandoned_export_leaves_nothing_behind(
    table: ExportTable, chosen: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    chunks = chosen.chunks(table)
    next(chunks)
    chunks.close()  # type: ignore[attr-defined] # every writer is a generator

    assert list(tmp_path.iterdir()) == []
