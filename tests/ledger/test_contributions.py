"""Proposals outlive their process, in SQLite and PostgreSQL; two reviewers never both decide."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.review import (
    ContributionDecision,
    Proposal,
    Verdict,
    decided,
)
from territorial_map.domain.contributions.terms import (
    ContributionKind,
    CorrectedField,
    ProposalState,
    ReviewOutcome,
    Teller,
)
from territorial_map.domain.errors import Conflict, NotFound, Unavailable
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.contributions.receiving import keep_all
from tests.postgresql import cluster

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
PHONE = Contribution(
    ContributionKind.FIELD,
    "synthetic:1",
    Teller.ORGANISATION,
    CorrectedField.PHONE,
    "04 75 00 00 01",
    reason="le numéro a changé",
    source="https://exemple.fr",
)
NEED = Contribution(
    ContributionKind.NEED,
    "synthetic:2",
    value="un local de stockage",
    pooling=PoolingCategory.PREMISES_AND_LAND,
    until="2027-01-31",
)
PROPOSALS = (
    Proposal("p1", NOW, PHONE, "04 75 00 00 00", "2026-11-28-synthetic"),
    Proposal("p2", NOW, NEED),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("ledger")
    if request.param == "sqlite":
        yield f"sqlite:///{folder / 'ledger.sqlite'}"
        return
    with cluster(folder) as made:
        yield made.address


@pytest.fixture
def opened(address: str) -> Iterator[Callable[[], Ledger]]:
    """What opens the ledger of an address once more; all are closed at the end."""
    ledgers: list[Ledger] = []

    def one_more() -> Ledger:
        ledgers.append(Ledger(address))
        return ledgers[-1]

    yield one_more
    for ledger in ledgers:
        ledger.close()


def test_proposals_and_decisions_are_found_as_they_were_kept(opened: Callable[[], Ledger]) -> None:
    ledger = opened()
    kept = [ledger.contributions.add(proposal) for proposal in PROPOSALS]
    again = ledger.contributions.add(PROPOSALS[0])
    decision = decided(PROPOSALS[0], Verdict(ReviewOutcome.ACCEPTED, 0), NOW, "an edition")
    ledger.contributions.decide(decision)
    reopened = opened().contributions

    assert (kept, again) == ([True, True], False)
    assert reopened.count_unread() == 1
    first, second = reopened.proposals()
    assert (first.contribution, first.before, first.told_at) == (PHONE, "04 75 00 00 00", NOW)
    assert first.decisions == (decision,)
    assert second == PROPOSALS[1]
    assert reopened.proposals_on(["synthetic:2", "synthetic:9"]) == (second,)
    assert reopened.proposal("p1").state is ProposalState.ACCEPTED
    with pytest.raises(NotFound):
        reopened.proposal("p9")


def test_a_whole_list_is_kept_or_nothing_of_it(opened: Callable[[], Ledger]) -> None:
    book = opened().contributions
    book.add_all(PROPOSALS[:1])
    with pytest.raises(IntegrityError):
        book.add_all([replace(PROPOSALS[1], id="p3"), PROPOSALS[0]])
    before = book.proposals()
    kept = keep_all([replace(PROPOSALS[0], id="p4"), PROPOSALS[1]], book)

    assert before == PROPOSALS[:1]
    assert kept == 1
    assert book.proposals() == PROPOSALS
    with pytest.raises(Unavailable):
        keep_all([replace(PROPOSALS[1], contribution=replace(NEED, value="un garage"))], book, 2)
    assert book.proposals() == PROPOSALS


def test_of_two_reviewers_at_once_one_decides_and_the_other_is_told(
    opened: Callable[[], Ledger],
) -> None:
    ledgers = [opened() for _ in range(4)]
    ledgers[0].contributions.add(PROPOSALS[0])
    begin = threading.Barrier(len(ledgers))
    told: list[str] = []

    def decide(ledger: Ledger) -> None:
        decision = decided(PROPOSALS[0], Verdict(ReviewOutcome.ACCEPTED, 0), NOW)
        begin.wait()
        try:
            ledger.contributions.decide(decision)
            told.append("kept")
        except Conflict as error:
            told.append(str(error))

    threads = [threading.Thread(target=decide, args=(ledger,)) for ledger in ledgers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert told.count("kept") == 1
    assert len(told) == len(ledgers)
    assert all("Relisez-la" in word for word in told if word != "kept")


def test_what_was_accepted_outlives_a_process_that_is_killed(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    ledger = Ledger(address)
    ledger.contributions.add(PROPOSALS[0])
    program = (
        "import os, signal, sys; from datetime import UTC, datetime;"
        "from territorial_map.domain.contributions.review import Verdict, decided;"
        "from territorial_map.domain.contributions.terms import ReviewOutcome;"
        "from territorial_map.ledger.dismissals import Ledger;"
        "book = Ledger(sys.argv[1]).contributions; verdict = Verdict(ReviewOutcome.ACCEPTED, 0);"
        "book.decide(decided(book.proposal('p1'), verdict, datetime.now(tz=UTC)));"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )

    killed = subprocess.run([sys.executable, "-c", program, address], check=False)  # noqa: S603 - our own command

    found = ledger.contributions.proposal("p1")
    ledger.close()
    assert killed.returncode == -9
    assert found.state is ProposalState.ACCEPTED


def test_a_backup_brings_back_the_decisions_that_are_missing(opened: Callable[[], Ledger]) -> None:
    book = opened().contributions
    decision = ContributionDecision("p1", 1, ReviewOutcome.ACCEPTED, NOW)
    whole = Proposal("p1", NOW, PHONE, decisions=(decision,))
    book.add(Proposal("p1", NOW, PHONE))

    assert book.take_up(whole)
    assert not book.take_up(whole)
    assert book.proposal("p1").decisions == (decision,)


def test_any_number_of_organisations_is_asked_for_each_proposal_once_the_oldest_first(
    opened: Callable[[], Ledger],
) -> None:
    book = opened().contributions
    same = Contribution(
        ContributionKind.SAME, "synthetic:0", Teller.PARTNER, other="synthetic:20000"
    )
    late = replace(PHONE, organisation="synthetic:1")
    book.add_all([Proposal("b", NOW + timedelta(1), late), Proposal("a", NOW, same)])

    found = book.proposals_on(f"synthetic:{n}" for n in range(20_001))

    assert [one.id for one in found] == ["a", "b"]
