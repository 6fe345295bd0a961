"""The records of the default sources as the linkage meets them, before anything is merged."""

from collections.abc import Callable, Iterator

from benchmarks.known import KNOWLEDGE
from territorial_map.domain.organisation import Organisation
from territorial_map.ingest.duplicates import Record
from territorial_map.ingest.facts_tables import organisation_of
from territorial_map.ingest.journal import Journal
from territorial_map.ingest.names import place_names
from territorial_map.ingest.poles import member_of, pole_of
from territorial_map.ingest.row_context import Reading
from territorial_map.ingest.status import share_legal_persons, share_managers
from territorial_map.ingest.tables import TABLES, SourceTable, TableShape
from territorial_map.ingest.territories import load_territories
from territorial_map.readers import Row, read_table
from territorial_map.settings import data_folder


def default_records() -> list[Record]:
    """Every record of the tables of the project, in the order of trust."""
    found = list(_read())
    completed = share_legal_persons(share_managers([row for _, row in found]))
    return [Record(table, row) for (table, _), row in zip(found, completed, strict=True)]


def row_reader(table: SourceTable) -> Callable[[Row], Organisation | None]:
    """What reads a row of a table of organisations, as a build does."""
    reading = _readings()(table)
    seen: set[str] = set()
    return lambda row: organisation_of(row, reading, seen)


def _readings() -> Callable[[SourceTable], Reading]:
    territories = load_territories(data_folder("data") / "territories")
    levels = (territories.communes, territories.departments, territories.regions)
    names = place_names(place.name for level in levels for place in level.values())
    return lambda table: Reading(table, territories, Journal(), names, KNOWLEDGE.trades)


def _read() -> Iterator[tuple[SourceTable, Organisation]]:
    sources, reading_of = data_folder("data") / "sources", _readings()
    seen: set[str] = set()
    poles: dict[str, Organisation] = {}
    for table in TABLES:
        if table.shape.completes:
            continue  # facts on organisations of the other tables
        reading = reading_of(table)
        for row in read_table(sources / table.file, required=table.columns).rows:
            if table.shape is TableShape.ORGANISATIONS:
                found = organisation_of(row, reading, seen)
            elif table.shape is TableShape.POLES:
                found = pole_of(row, reading, seen)
            else:
                found = member_of(row, reading, seen, poles)
            if found is not None:
                yield table, found
                if table.shape is TableShape.POLES:
                    poles[found.id] = found
