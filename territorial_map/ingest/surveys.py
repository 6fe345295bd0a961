"""What is computed from an edition once it lies in its file, all of it in one pass."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
from sqlalchemy import Table

from territorial_map.ingest.alike import survey_alike
from territorial_map.ingest.counts import survey_counts
from territorial_map.ingest.gaps import survey_gaps
from territorial_map.ingest.reach import survey_reach
from territorial_map.ingest.zones import survey_zones
from territorial_map.ingest.zoning_outlines import survey_zoning_outlines
from territorial_map.queries import schema
from territorial_map.store.writer import Survey


def survey_of(reference: Path) -> Survey:
    """Reach, counts, zones with their outlines, those alike, gaps.

    ``reference`` is the folder of territories.
    """

    def survey(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Table, pa.Table]]:
        yield from survey_reach(connection)
        yield from survey_counts(connection)
        yield from survey_zones(connection, reference)
        yield from survey_zoning_outlines(connection, reference)
        for table, rows in survey_alike(connection, reference):
            yield table, rows
            if table is schema.alike_territories:
                yield from survey_gaps(connection, rows)

    return survey
