"""From source tables to organisations: read, check, locate, judge, fold, report."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.errors import SourceError
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.territory import TerritoryShape
from territorial_map.domain.verdicts import Decision
from territorial_map.ingest.duplicates import Folded, Record, fold_duplicates
from territorial_map.ingest.facts_tables import organisation_of
from territorial_map.ingest.imported import tables_of
from territorial_map.ingest.journal import Journal, RemarkCode
from territorial_map.ingest.names import PlaceNames, place_names
from territorial_map.ingest.poles import member_of, pole_of, with_coordinators
from territorial_map.ingest.progress import Progress, silent
from territorial_map.ingest.reading import Reading
from territorial_map.ingest.status import share_legal_persons, share_managers
from territorial_map.ingest.tables import TABLES, SourceTable, TableShape
from territorial_map.ingest.territories import TerritoryReference, load_territories
from territorial_map.readers import Row, read_table
from territorial_map.store.verdicts import VERDICTS_FILE, read_decisions

_EVERY = 250  # rows between two tellings of the progress


@dataclass(frozen=True, slots=True)
class Assembled:
    """What an edition is written from: organisations sorted by id, shapes, and the report."""

    organisations: tuple[Organisation, ...]
    shapes: tuple[TerritoryShape, ...]
    report: EditionReport


@dataclass(frozen=True, slots=True)
class _ReadTable:
    """A table read whole: its rows in number, and the organisations they gave."""

    table: SourceTable
    rows: int
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The organisations of a folder of tables, sorted by id, and the report of their reading."""

    organisations: tuple[Organisation, ...]
    report: EditionReport


def assemble(sources: Path, reference: Path, *, progress: Progress = silent) -> Assembled:
    """Build the directory from a folder of tables and the folder of territories.

    Raises:
        SourceError: see ``gather``; or a layer of territories is absent.
    """
    present_tables(sources)
    progress("Territoires", 0, 1)
    territories = load_territories(reference)
    progress("Territoires", 1, 1)
    gathered = gather(sources, territories, progress=progress)
    return Assembled(gathered.organisations, territories.shapes(), gathered.report)


def gather(
    sources: Path, territories: TerritoryReference, *, progress: Progress = silent
) -> Gathered:
    """Read the tables of a folder and make the organisations they name.

    The tables it knows are in ``TABLES``, and imported ones beside their sidecar; one that is
    absent is skipped with a remark. The same files give the same organisations in the same order.

    Raises:
        SourceError: no known table in the folder, or one that cannot be read as what it is; or a
            file of verdicts on duplicates that cannot be followed.
    """
    present = present_tables(sources)
    journal = Journal()
    for table in tables_of(sources):
        if table not in present:
            journal.note(RemarkCode.TABLE_ABSENT, table.file)
    read = list(_read_all(sources, present, territories, journal, progress))
    progress("Rapprochements", 0, 1)
    folded = _folded(read, journal, read_decisions(sources / VERDICTS_FILE))
    progress("Rapprochements", 1, 1)
    report = EditionReport(
        sources=tuple(_count(table, folded, journal) for table in read),
        rejections=tuple(journal.rejections),
        remarks=journal.remarks(),
    )
    return Gathered(folded.organisations, report)


def present_tables(sources: Path) -> tuple[SourceTable, ...]:
    """The known tables that a folder holds, in the order of their trust.

    Raises:
        SourceError: it holds none.
    """
    present = tuple(table for table in tables_of(sources) if (sources / table.file).is_file())
    if not present:
        known = ", ".join(table.file for table in TABLES)
        raise SourceError(
            f"Aucune table connue dans le dossier « {sources} ». Tables attendues : {known}."
        )
    return present


def _read_all(
    sources: Path,
    present: Iterable[SourceTable],
    territories: TerritoryReference,
    journal: Journal,
    progress: Progress,
) -> Iterator[_ReadTable]:
    seen: set[str] = set()
    names = _names_of(territories)
    poles: dict[str, Organisation] = {}
    for table in present:
        rows = list(read_table(sources / table.file, required=table.columns).rows)
        reading = Reading(table, territories, journal, names)
        found: list[Organisation] = []
        for done, row in enumerate(rows):
            if done % _EVERY == 0:
                progress(f"Lecture : {table.file}", done, len(rows))
            organisation = _organisation(row, reading, seen, poles)
            if organisation is not None:
                found.append(organisation)
        progress(f"Lecture : {table.file}", len(rows), len(rows))
        if table.shape is TableShape.POLES:
            poles |= {pole.id: pole for pole in found}
        yield _ReadTable(table, len(rows), tuple(found))


def _names_of(territories: TerritoryReference) -> PlaceNames:
    """Every name that can stand inside an organisation's: communes, départements, régions."""
    levels = (territories.communes, territories.departments, territories.regions)
    return place_names(territory.name for level in levels for territory in level.values())


def _organisation(
    row: Row, reading: Reading, seen: set[str], poles: dict[str, Organisation]
) -> Organisation | None:
    if reading.table.shape is TableShape.ORGANISATIONS:
        return organisation_of(row, reading, seen)
    if reading.table.shape is TableShape.POLES:
        return pole_of(row, reading, seen)
    return member_of(row, reading, seen, poles)


def _folded(read: list[_ReadTable], journal: Journal, decisions: Collection[Decision]) -> Folded:
    """Legal persons completed, duplicates folded, coordinators tied."""
    tables = [table.table for table in read for _ in table.organisations]
    rows = [organisation for table in read for organisation in table.organisations]
    completed = share_legal_persons(share_managers(rows))
    for before, after in zip(rows, completed, strict=True):
        if before.siren != after.siren:
            journal.note(RemarkCode.SIREN_SHARED, after.id)
        if before.status is not after.status:
            journal.note(RemarkCode.FORM_SHARED, after.id)
    records = [Record(table, row) for table, row in zip(tables, completed, strict=True)]
    folded = fold_duplicates(records, decisions)
    for one, other in folded.perhaps:
        journal.note(RemarkCode.PERHAPS_SAME, f"{one} / {other}")
    return Folded(tuple(with_coordinators(folded.organisations)), folded.merged, folded.perhaps)


def _count(read: _ReadTable, folded: Folded, journal: Journal) -> SourceCount:
    merged = folded.merged.get(read.table.file, 0)
    mentions = [organisation.source for organisation in read.organisations]
    return SourceCount(
        file=read.table.file,
        name=read.table.name,
        vintage=_span({mention.vintage for mention in mentions}) or read.table.vintage,
        licence=" ; ".join(sorted({mention.licence for mention in mentions})),
        read=read.rows,
        kept=len(read.organisations) - merged,
        merged=merged,
        rejected=journal.rejected(read.table.file),
    )


def _span(vintages: set[str]) -> str:
    """From the oldest vintage to the newest."""
    told = sorted(vintage for vintage in vintages if vintage)
    return "" if not told else told[0] if len(told) == 1 else f"{told[0]} à {told[-1]}"
