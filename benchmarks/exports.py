"""Exports of many rows: first byte, rate and peak memory, beside pandas and geopandas.

The rows are synthetic: lines of the default edition, repeated under other ids to the number asked
for (``python -m benchmarks.exports 1500000``; 100,000 by default). Each writer runs in a process
of its own, so that its peak memory is its own; the usual way gets the same columns and rows as a
ready DataFrame, and its time does not count the making of it.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import pandas as pd

from benchmarks.known import KNOWLEDGE
from benchmarks.measure import peak_memory
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.directory import Directory
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.verification.comparison import verify
from territorial_map.services.verification.exported_files import read_export
from territorial_map.settings import settings

DEFAULT_ROWS = 100_000
SAMPLE = 2_000
OURS = ("csv", "geojson", "xlsx", "ods", "gpkg", "kml", "vcf")
USUAL = {"csv": "to_csv", "xlsx": "to_excel", "geojson": "to_file", "gpkg": "to_file"}
USUAL_MOST = 300_000  # past it the frame alone fills the memory of a small machine


def long_table(editions: Path, rows: int) -> ExportTable:
    """The default edition's first lines, repeated under other ids, as a table of ``rows``."""
    edition = Directory(editions, KNOWLEDGE).current()
    table = export_table(edition, Selection.of({}), Order.NAME, RowsPer.SITE, "https://x.example")
    sample = list(islice(table.lines(), SAMPLE))
    identity = table.index_of("id") or 0

    def read() -> Iterator[ExportLine]:
        for n, line in enumerate(islice(cycle(sample), rows)):
            cells = line.cells
            renamed = (*cells[:identity], f"synthetic:{n}", *cells[identity + 1 :])
            yield replace(line, cells=renamed)

    return replace(table, read=read, about=replace(table.about, rows=rows, total=rows))


def ours(editions: Path, extension: str, rows: int) -> dict[str, float]:
    """Write to a file that is thrown away; seconds to the first byte and to the last."""
    table = long_table(editions, rows)
    start = time.perf_counter()
    first, size = 0.0, 0
    for chunk in FORMATS[extension].chunks(table):
        first = first or time.perf_counter() - start
        size += len(chunk)
    return {"first": first, "seconds": time.perf_counter() - start, "size": size}


def usual(editions: Path, extension: str, rows: int) -> dict[str, float]:
    """The same by pandas or geopandas, from a frame at hand to a file on disk."""
    table = long_table(editions, rows)
    frame = pd.DataFrame(table.rows(), columns=[column.field for column in table.columns])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"usual.{extension}"
        if USUAL[extension] == "to_file":
            import geopandas as gpd  # noqa: PLC0415 - only this writer pays for it

            points = gpd.points_from_xy(frame.longitude, frame.latitude)
            writer = gpd.GeoDataFrame(frame, geometry=points, crs=4326).to_file
        elif extension == "xlsx":
            writer = frame.to_excel
        else:
            writer = frame.to_csv
        start = time.perf_counter()
        writer(path)
        seconds = time.perf_counter() - start
        return {"first": seconds, "seconds": seconds, "size": path.stat().st_size}


def in_its_process(way: str, editions: Path, extension: str, rows: int) -> None:
    """One line of the table, measured in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        command = ["-m", "benchmarks.exports", way, str(editions), extension, str(rows), str(told)]
        _, peak, code = peak_memory(command)
        assert code == 0, f"{way} {extension} failed"
        found = json.loads(told.read_text())
    rate = rows / found["seconds"]
    times = f"first byte {found['first']:7.2f} s   whole {found['seconds']:7.1f} s"
    sizes = f"{found['size'] / 2**20:8,.1f} MiB   peak {peak:7,.0f} MiB"
    print(f"  {way:6} {extension:8} {rows:9,} rows   {times}   {rate:9,.0f} rows/s   {sizes}")


def documents(editions: Path) -> None:
    """PDF, DOCX and the map: time and size of real lists, at the limits of their formats."""
    edition = Directory(editions, KNOWLEDGE).current()
    everything = Selection.of({})
    for extension, rows in (("pdf", 2_000), ("docx", 2_000), ("html", 5_000)):
        table = export_table(edition, everything, Order.NAME, RowsPer.SITE, "https://x.example")
        lines = list(islice(table.lines(), rows))
        cut = replace(table, read=partial(iter, lines), about=replace(table.about, rows=rows))
        start = time.perf_counter()
        size = sum(map(len, FORMATS[extension].chunks(cut)))
        seconds = time.perf_counter() - start
        print(f"  {extension:6} {rows:,} rows: {seconds:.1f} s, {size / 1e6:.2f} MB")


def verifying(editions: Path) -> None:
    """How long a whole edition takes to verify, from its CSV."""
    edition = Directory(editions, KNOWLEDGE).current()
    table = export_table(edition, Selection.of({}), Order.NAME, RowsPer.SITE, "https://x.example")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tout.csv"
        path.write_bytes(b"".join(FORMATS["csv"].chunks(table)))
        start = time.perf_counter()
        found = verify(read_export(path), edition)
    assert found.identical, "a file of the current edition changed"
    print(f"  verify {found.lines_then:,} rows of CSV: {time.perf_counter() - start:.1f} s")


def run(editions: Path, rows: int = DEFAULT_ROWS) -> None:
    """Print the table."""
    print(
        f"Exports of {rows:,} rows (targets: first byte ≤ 1 s for csv, geojson, xlsx; map ≤ 3 MB)"
    )
    for extension in OURS:
        in_its_process("ours", editions, extension, rows)
        if extension in USUAL:
            in_its_process("usual", editions, extension, min(rows, USUAL_MOST))
    documents(editions)
    verifying(editions)


def main(arguments: list[str]) -> None:
    """All of it, or one writer whose figures go to a file."""
    if len(arguments) < 2:
        run(settings().editions, int(arguments[0]) if arguments else DEFAULT_ROWS)
        return
    way, editions, extension, rows, told = arguments
    measure = {"ours": ours, "usual": usual}[way]
    Path(told).write_text(json.dumps(measure(Path(editions), extension, int(rows))))


if __name__ == "__main__":
    main(sys.argv[1:])
