"""From source tables to organisations: read, check, locate, judge, fold, report.

Streams: see ``docs/adr`` on the two passes of a build.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.contributions.accepted import AcceptedContribution
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.errors import SourceError
from territorial_map.domain.geo import Point
from territorial_map.domain.licences import licence_in_words
from territorial_map.domain.link_basis import Tagging
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.territory import TerritoryShape
from territorial_map.domain.trades import Trades
from territorial_map.ingest.companies import COMPANIES_FILE, read_companies
from territorial_map.ingest.contribution_pass import add_contributions, forget_poles
from territorial_map.ingest.contributions import gone_ids, pair_decisions
from territorial_map.ingest.cross_references import (
    Settled,
    add_company_answers,
    add_declared,
    add_page_trades,
    settle,
)
from territorial_map.ingest.declared import DeclaredRow, read_declared
from territorial_map.ingest.final_pass import FinalPass
from territorial_map.ingest.imported_tables import tables_of
from territorial_map.ingest.journal import Journal, RemarkCode
from territorial_map.ingest.page_trades import PageTrade, by_organisation, read_page_trades
from territorial_map.ingest.progress import Progress, silent
from territorial_map.ingest.reading_pass import ReadingPass, ReadTable
from territorial_map.ingest.records_on_disk import RecordsOnDisk, records_on_disk
from territorial_map.ingest.tables import TABLES, SourceTable, TableShape, table_named
from territorial_map.ingest.territories import TerritoryReference, load_territories
from territorial_map.readers import Row
from territorial_map.store.accepted_contributions import CONTRIBUTIONS_FILE, read_accepted
from territorial_map.store.duplicate_verdicts import VERDICTS_FILE, read_decisions


@dataclass(frozen=True, slots=True)
class Assembled:
    """What an edition is written from: organisations sorted by id, shapes, and the report."""

    organisations: tuple[Organisation, ...]
    shapes: tuple[TerritoryShape, ...]
    report: EditionReport


@dataclass(frozen=True, slots=True)
class Gathered:
    """The organisations of a folder of tables, sorted by id, and the report of their reading."""

    organisations: tuple[Organisation, ...]
    report: EditionReport


@dataclass(frozen=True, slots=True)
class Draft:
    """Organisations on disk, read and settled, to be finished; and the report of their reading."""

    on_disk: RecordsOnDisk
    doubts: dict[str, tuple[str, ...]]
    report: EditionReport

    def final_pass(self, tagging: Tagging | None = None) -> FinalPass:
        """The pass that finishes them."""
        return FinalPass(self.on_disk, self.doubts, tagging)


def assemble(
    sources: Path, reference: Path, trades: Trades, *, progress: Progress = silent
) -> Assembled:
    """The whole directory in memory, from a folder of tables and the folder of territories.

    Raises:
        SourceError: see ``drafted``; or a layer of territories is absent.
    """
    territories = load_territories(reference)
    gathered = gather(sources, territories, trades, progress=progress)
    return Assembled(gathered.organisations, territories.shapes(), gathered.report)


def gather(
    sources: Path, territories: TerritoryReference, trades: Trades, *, progress: Progress = silent
) -> Gathered:
    """The organisations of a folder of tables, in memory.

    Raises:
        SourceError: see ``drafted``.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        drafted(sources, territories, trades, Path(folder), progress=progress) as draft,
    ):
        return Gathered(tuple(draft.final_pass().organisations()), draft.report)


@contextmanager
def drafted(
    sources: Path,
    territories: TerritoryReference,
    trades: Trades,
    beside: Path,
    *,
    built_on: str = "",
    processes: int = 1,
    progress: Progress = silent,
) -> Iterator[Draft]:
    """Read the tables of a folder and settle what their organisations owe to one another.

    The tables it knows are in ``TABLES``, and imported ones beside their sidecar; one that is
    absent is skipped with a remark. The same files give the same organisations in the same order,
    whatever the number of ``processes``. ``trades`` tell their sectors. ``built_on`` is the ISO
    date of the edition: only the stored rows, which say how fresh they are, depend on it. What
    memory need not hold lies in a passing folder inside ``beside``, which is gone afterwards.

    Raises:
        SourceError: no known table in the folder, or one that cannot be read as what it is; or a
            file of verdicts on duplicates, or of answers on companies, that cannot be followed.
    """
    present = present_tables(sources)
    accepted = read_accepted(sources / CONTRIBUTIONS_FILE)
    decisions = pair_decisions(accepted, read_decisions(sources / VERDICTS_FILE))
    answers = read_companies(sources / COMPANIES_FILE)
    journal = Journal()
    for table in tables_of(sources):
        if table not in present and not table.optional:
            journal.note(RemarkCode.TABLE_ABSENT, table.file)
    with records_on_disk(beside, built_on) as passing:
        facts = [table for table in present if table.shape.completes]
        rows = [table for table in present if table not in facts]
        gone = gone_ids(accepted)
        reading = ReadingPass(sources, territories, trades, journal, passing, gone)
        read = reading.read(rows, processes, progress)
        progress("Rapprochements", 0, 1)
        forget_poles(passing, gone)
        settled = settle(passing, journal, decisions)
        told = [table for table in facts if table.shape is not TableShape.CONTRIBUTIONS]
        read += [_read_facts(sources, table, passing, settled, journal) for table in told]
        add_company_answers(passing, answers)
        if CONTRIBUTIONS_FILE in {table.file for table in facts}:
            read.append(_follow_contributions(accepted, passing, settled, journal, territories))
        progress("Rapprochements", 1, 1)
        yield Draft(passing, settled.doubts, _report(read, settled, journal, territories))


def _read_facts(
    sources: Path,
    table: SourceTable,
    on_disk: RecordsOnDisk,
    settled: Settled,
    journal: Journal,
) -> ReadTable:
    """Read a table of facts and give them to their organisations; a row given counts as merged."""
    path = sources / table.file
    told: Sequence[PageTrade | DeclaredRow]
    if table.shape is TableShape.DECLARED:
        count, declared = read_declared(path, table, journal)
        told, unknown = declared, add_declared(on_disk, declared, settled.kept_ids)
    else:
        count, trades = read_page_trades(path, table, journal)
        told, unknown = trades, add_page_trades(on_disk, by_organisation(trades))
    for fact in told:
        if fact.organisation in unknown:
            reason = "Aucune organisation des autres tables n’a cet identifiant."
            journal.reject(table.file, fact.row, "id", reason)
    given = sum(fact.organisation not in unknown for fact in told)
    settled.merged[table.file] = given
    licences = {licence_in_words(table.licence)}
    return ReadTable(table, rows=count, accepted=given, licences=licences)


def _follow_contributions(
    accepted: tuple[AcceptedContribution, ...],
    on_disk: RecordsOnDisk,
    settled: Settled,
    journal: Journal,
    territories: TerritoryReference,
) -> ReadTable:
    """Give organisations what was accepted of them, last of all; what takes a page away is done."""

    def centre(code: str) -> Point | None:
        commune = territories.communes.get(code)
        return commune.point if commune is not None else None

    table = table_named(CONTRIBUTIONS_FILE)
    standing = [one for one in accepted if not one.contribution.kind.takes_away]
    unknown = add_contributions(on_disk, standing, settled.kept_ids, centre)
    lost = 0
    for line, one in enumerate(accepted, start=2):
        identity = one.contribution.organisation
        if identity in unknown and not one.contribution.kind.takes_away:
            lost += 1
            reason = "Aucune organisation des autres tables n’a cet identifiant."
            journal.reject(
                table.file, Row(line, {"organisation": identity}), "organisation", reason
            )
    given = len(accepted) - lost
    settled.merged[table.file] = given
    days = {one.told_on for one in accepted}
    return ReadTable(table, len(accepted), given, days, {licence_in_words(table.licence)})


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


def _report(
    read: list[ReadTable], settled: Settled, journal: Journal, territories: TerritoryReference
) -> EditionReport:
    return EditionReport(
        sources=tuple(_count(table, settled, journal) for table in read),
        rejections=tuple(journal.rejections),
        remarks=journal.remarks(),
        layers=territories.zonings.told(),
        cog=territories.cog,
    )


def _count(read: ReadTable, settled: Settled, journal: Journal) -> SourceCount:
    merged = settled.merged.get(read.table.file, 0)
    return SourceCount(
        file=read.table.file,
        name=read.table.name,
        vintage=_span(read.vintages) or read.table.vintage,
        licence=" ; ".join(sorted(read.licences)),
        read=read.rows,
        kept=read.accepted - merged,
        merged=merged,
        rejected=journal.rejected(read.table.file),
    )


def _span(vintages: set[str]) -> str:
    """From the oldest vintage to the newest."""
    told = sorted(vintage for vintage in vintages if vintage)
    return "" if not told else told[0] if len(told) == 1 else f"{told[0]} à {told[-1]}"
