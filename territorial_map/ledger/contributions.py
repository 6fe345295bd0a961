"""Proposals and what was decided of them: rows are added, none is ever changed or removed.

A decision is the next of its proposal or is refused: its number is part of its key, so that two
reviewers who read the same state cannot both decide.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC
from itertools import islice
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    DateTime,
    Integer,
    MetaData,
    Row,
    String,
    Table,
    func,
    insert,
    select,
    true,
)
from sqlalchemy.exc import IntegrityError

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.review import ContributionDecision, Proposal
from territorial_map.domain.contributions.terms import (
    ContributionKind,
    CorrectedField,
    ReviewOutcome,
    Teller,
)
from territorial_map.domain.errors import Conflict, NotFound
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.database import Database, in_utc

_AT_ONCE = 1_000  # ids in one question to the database
_TOLD = ("kind", "organisation", "teller", "field", "value", "pooling", "until", "other")
_MORE = ("reason", "source", "value_before", "edition")
_proposals = Table(
    "proposals",
    MetaData(),
    Column("id", String, primary_key=True),
    Column("told_at", DateTime(timezone=True), nullable=False),
    *(Column(name, String, nullable=False) for name in (*_TOLD, *_MORE)),
)
_decisions = Table(
    "proposal_decisions",
    MetaData(),
    Column("proposal", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    Column("value", String, nullable=False),
    Column("sentence", String, nullable=False),
    Column("edition", String, nullable=False),
)


class ContributionBook:
    """The proposals of a ledger, whose database it shares."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, proposal: Proposal) -> bool:
        """Keep a proposal and the decisions that it comes with; False when its id is known.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
        """
        try:
            self.add_all([proposal])
        except IntegrityError:
            return False
        return True

    def add_all(self, proposals: Iterable[Proposal]) -> None:
        """Keep proposals and the decisions that they come with, all or none.

        Raises:
            Unavailable: the ledger does not answer; nothing was kept.
            IntegrityError: the id of one is known; nothing was kept.
        """
        with self._database.writing() as connection:
            for proposal in proposals:
                connection.execute(insert(_proposals).values(**_proposal_row(proposal)))
                for decision in proposal.decisions:
                    connection.execute(insert(_decisions).values(**_decision_row(decision)))

    def take_up(self, proposal: Proposal) -> bool:
        """Keep a proposal of a backup, or those of its decisions that are missing.

        False when all of it is there already: of two decisions of one number, ours stays.

        Raises:
            Unavailable: the ledger does not answer.
        """
        if self.add(proposal):
            return True
        known = len(self.proposal(proposal.id).decisions)
        missing = proposal.decisions[known:]
        for decision in missing:
            self.decide(decision)
        return bool(missing)

    def decide(self, decision: ContributionDecision) -> None:
        """Keep a decision.

        Raises:
            Conflict: somebody took a decision of this number meanwhile; nothing was kept.
            Unavailable: the ledger does not answer; nothing was kept.
        """
        try:
            with self._database.writing() as connection:
                connection.execute(insert(_decisions).values(**_decision_row(decision)))
        except IntegrityError:
            raise Conflict(
                "Une autre personne vient de décider de cette proposition : rien n’a été changé. "
                "Relisez-la."
            ) from None

    def proposal(self, identity: str) -> Proposal:
        """A proposal with its decisions.

        Raises:
            NotFound: none has this id.
            Unavailable: the ledger does not answer.
        """
        found = self._found(_proposals.c.id == identity)
        if not found:
            raise NotFound(f"Aucune proposition « {identity} ».")
        return found[0]

    def proposals(self) -> tuple[Proposal, ...]:
        """Every proposal, the oldest first.

        Raises:
            Unavailable: the ledger does not answer.
        """
        return self._found(true())

    def proposals_on(self, ids: Iterable[str]) -> tuple[Proposal, ...]:
        """The proposals on organisations, by any of their ids, the oldest first.

        Raises:
            Unavailable: the ledger does not answer.
        """
        asked = iter(dict.fromkeys(ids))
        found: dict[str, Proposal] = {}
        while some := list(islice(asked, _AT_ONCE)):
            of_them = _proposals.c.organisation.in_(some) | _proposals.c.other.in_(some)
            found |= {one.id: one for one in self._found(of_them)}
        return tuple(sorted(found.values(), key=lambda one: (one.told_at, one.id)))

    def count_unread(self) -> int:
        """How many proposals nobody has decided anything of.

        Raises:
            Unavailable: the ledger does not answer.
        """
        read = select(_decisions.c.proposal)
        asked = select(func.count()).select_from(_proposals).where(_proposals.c.id.not_in(read))
        with self._database.reading() as connection:
            return int(connection.execute(asked).scalar_one())

    def _found(self, condition: ColumnElement[bool]) -> tuple[Proposal, ...]:
        order = (_proposals.c.told_at, _proposals.c.id)
        ids = select(_proposals.c.id).where(condition)
        with self._database.reading() as connection:
            rows = connection.execute(select(_proposals).where(condition).order_by(*order))
            told = rows.fetchall()
            decided = connection.execute(
                select(_decisions)
                .where(_decisions.c.proposal.in_(ids))
                .order_by(_decisions.c.proposal, _decisions.c.number)
            ).fetchall()
        decisions: dict[str, list[ContributionDecision]] = defaultdict(list)
        for row in decided:
            decisions[row.proposal].append(_decision(row))
        return tuple(_proposal(row, decisions[row.id]) for row in told)


def _proposal_row(proposal: Proposal) -> dict[str, object]:
    said = proposal.contribution
    return {
        "id": proposal.id,
        "told_at": proposal.told_at.astimezone(UTC),
        "kind": said.kind.value,
        "organisation": said.organisation,
        "teller": said.teller.value,
        "field": said.field.value if said.field else "",
        "value": said.value,
        "pooling": said.pooling.value if said.pooling else "",
        "until": said.until,
        "other": said.other,
        "reason": said.reason,
        "source": said.source,
        "value_before": proposal.before,
        "edition": proposal.edition,
    }


def _decision_row(decision: ContributionDecision) -> dict[str, object]:
    return {
        "proposal": decision.proposal,
        "number": decision.number,
        "outcome": decision.outcome.value,
        "decided_at": decision.decided_at.astimezone(UTC),
        "value": decision.value,
        "sentence": decision.sentence,
        "edition": decision.edition,
    }


def _proposal(row: Row[Any], decisions: Iterable[ContributionDecision]) -> Proposal:
    said = Contribution(
        ContributionKind(row.kind),
        row.organisation,
        Teller(row.teller),
        CorrectedField(row.field) if row.field else None,
        row.value,
        PoolingCategory(row.pooling) if row.pooling else None,
        row.until,
        row.other,
        row.reason,
        row.source,
    )
    return Proposal(
        row.id, in_utc(row.told_at), said, row.value_before, row.edition, tuple(decisions)
    )


def _decision(row: Row[Any]) -> ContributionDecision:
    return ContributionDecision(
        row.proposal,
        row.number,
        ReviewOutcome(row.outcome),
        in_utc(row.decided_at),
        row.value,
        row.sentence,
        row.edition,
    )
