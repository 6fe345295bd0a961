"""Running an importer: every row checked, stamped with its source, and counted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.companies import refused_sirens
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import website_of, without_personal
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer
from territorial_map.ingest.sources.list_versions import Replaced
from territorial_map.ingest.sources.problems import LeftOut, Rejected
from territorial_map.ingest.sources.table_row import OrganisationCells, in_order
from territorial_map.ingest.status.natural_persons import is_natural_person, told_as_a_person
from territorial_map.ingest.tables import IMPORTED_COLUMNS

_DATED_NAME = re.compile(r"(?<!\d)(20\d\d)[-_]?([01]\d)[-_]?([0-3]\d)(?!\d)")


@dataclass(slots=True)
class ImportReport:
    """What an import read and made of it; ``coverage`` counts the filled cells of each field.

    ``replaced`` is the version of a list that this one takes the place of.
    """

    about: SourceAbout
    files: tuple[Path, ...]
    vintage: str
    intake: Intake
    coverage: Counter[str] = field(default_factory=Counter)
    by_category: Counter[str] = field(default_factory=Counter)
    replaced: Replaced | None = None


def vintage_of(importer: Importer, files: Sequence[Path], choices: Choices) -> str:
    """The date of the extract: as given, else as the file tells, else as its name does; or blank.

    Raises:
        SourceError: the date given is no date.
    """
    if choices.as_of:
        try:
            return date.fromisoformat(choices.as_of).isoformat()
        except ValueError as error:
            raise SourceError(
                f"La date « {choices.as_of} » n’existe pas : écrivez-la AAAA-MM-JJ."
            ) from error
    told = [importer.vintage(path) or _date_in_name(path) for path in files]
    return max(told, default="")


def _date_in_name(path: Path) -> str:
    found = _DATED_NAME.search(path.name)
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def accepted_rows(
    importer: Importer, choices: Choices, report: ImportReport
) -> Iterator[tuple[str, ...]]:
    """The rows of an import that come in, complete, in the order of ``IMPORTED_COLUMNS``.

    The others are in the journal.

    Raises:
        SourceError: a file that cannot be read as what it claims to be.
    """
    intake = report.intake
    seen: set[str] = set()
    refused = refused_sirens(choices.beside)
    for line, cells in importer.rows(report.files, choices, intake):
        if not cells.name:
            intake.reject(Rejected.NO_NAME, line, "name", cells.id)
        elif not cells.id:
            intake.reject(Rejected.NO_ID, line, "id", cells.name)
        elif cells.id in seen:
            intake.reject(Rejected.ALREADY_READ, line, "id", cells.id)
        elif is_natural_person(cells.legal_category) or cells.siren in refused:
            intake.leave_out(LeftOut.SOLE_TRADER, line)
        elif not cells.legal_category and told_as_a_person(cells.name, cells.category):
            intake.leave_out(LeftOut.MAYBE_NATURAL_PERSON, line)
        else:
            seen.add(cells.id)
            yield _counted(cells, line, report)


def _counted(cells: OrganisationCells, line: int, report: ImportReport) -> tuple[str, ...]:
    """A whole row, without e-mail addresses nor mobile numbers, stamped with its source."""
    intake, about = report.intake, report.about
    intake.kept += 1
    row = list(in_order(cells))
    for place in _TEXTS:
        if row[place]:
            row[place] = without_personal(row[place], intake, line, titled=place != _ADDRESS)
    if cells.website:
        row[_WEBSITE] = website_of(cells.website, intake, line)
    row[_SOURCE] = about.title
    row[_VINTAGE] = cells.vintage or report.vintage
    row[_LICENCE] = about.licence
    report.coverage.update(compress(IMPORTED_COLUMNS, row))
    report.by_category[cells.category] += 1
    return tuple(row)


_ADDRESS, _WEBSITE, _SOURCE, _VINTAGE, _LICENCE = map(
    IMPORTED_COLUMNS.index, ("address", "website", "source", "vintage", "licence")
)
_TEXTS = tuple(
    map(
        IMPORTED_COLUMNS.index,
        ("name", "acronym", "address", "commune", "sectors", "headcount_band", "source_ref"),
    )
)
