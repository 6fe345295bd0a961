"""Completing legal persons of an edition, the least known first, within a number of questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import LegalForm, SizeBand
from territorial_map.ingest.companies import (
    COMPANIES_FILE,
    CompanyAnswer,
    CompanyState,
    read_companies,
    write_companies,
)
from territorial_map.ingest.progress import Progress, silent
from territorial_map.refresh.companies import Companies

FRESH_DAYS = 90
_KEPT_EVERY = 50
_MOST_FAULTS = 3


@dataclass(frozen=True, slots=True)
class EnrichReport:
    """What a run asked; ``stopped`` is why it ended before its limit, blank where it did not."""

    asked: int
    open: int
    closed: int
    unknown: int
    refused: int
    failed: int
    fresh: int
    waiting: int
    stopped: str = ""


def sirens_to_ask(
    organisations: Iterable[Organisation], answers: dict[str, CompanyAnswer], today: date
) -> tuple[list[str], int]:
    """The legal persons to ask, those with most unknown first; and how many answers are fresh.

    What counts as unknown: legal form, NAF code, size. Public bodies are not asked: their number
    tells what they are.
    """
    unknown: dict[str, int] = {}
    for row in organisations:
        if row.siren and not row.is_public:
            missing = (
                (row.status.legal_form is LegalForm.UNKNOWN)
                + (row.naf is None)
                + (row.size is SizeBand.UNKNOWN)
            )
            unknown[row.siren] = max(unknown.get(row.siren, 0), missing)
    old = (today - timedelta(days=FRESH_DAYS)).isoformat()
    fresh = {s for s in unknown if s in answers and answers[s].asked_on >= old}
    wanted = [siren for siren, missing in unknown.items() if missing and siren not in fresh]
    return sorted(wanted, key=lambda siren: (-unknown[siren], siren)), len(fresh)


def enrich(
    organisations: Iterable[Organisation],
    folder: Path,
    companies: Companies,
    limit: int,
    progress: Progress = silent,
) -> EnrichReport:
    """Ask of ``limit`` legal persons at most, and keep the answers in the folder of tables.

    Answers are written down now and then: a run that is interrupted loses a few questions. Three
    faults in a row end it.

    Raises:
        SourceError: the answers kept cannot be read.
    """
    path = folder / COMPANIES_FILE
    answers = read_companies(path)
    wanted, fresh = sirens_to_ask(organisations, answers, companies.today)
    told: list[CompanyState] = []
    failed, stopped = 0, ""
    try:
        for fault, answer in _asked(wanted[:limit], companies):
            failed += bool(fault)
            stopped = fault if fault.startswith(_ENDED) else stopped
            if answer is not None:
                answers[answer.siren] = answer
                told.append(answer.state)
                progress("Annuaire des entreprises", len(told), min(limit, len(wanted)))
                if len(told) % _KEPT_EVERY == 0:
                    write_companies(path, answers)
    finally:
        if told:
            write_companies(path, answers)
    return EnrichReport(
        asked=len(told) + failed,
        open=told.count(CompanyState.OPEN),
        closed=told.count(CompanyState.CLOSED),
        unknown=told.count(CompanyState.UNKNOWN),
        refused=told.count(CompanyState.REFUSED),
        failed=failed,
        fresh=fresh,
        waiting=max(0, len(wanted) - len(told)),
        stopped=stopped.removeprefix(_ENDED),
    )


_ENDED = "!"


def _asked(
    sirens: Iterable[str], companies: Companies
) -> Iterator[tuple[str, CompanyAnswer | None]]:
    """Each answer, or the fault in its place; the third in a row is marked and is the last."""
    in_a_row = 0
    for siren in sirens:
        try:
            answer = companies.ask(siren)
        except SourceError as error:
            in_a_row += 1
            if in_a_row == _MOST_FAULTS:
                yield f"{_ENDED}{error}", None
                return
            yield str(error), None
        else:
            in_a_row = 0
            yield "", answer
