"""What reviewers read and decide: each proposal beside what the edition tells now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from territorial_map.domain.contributions.review import Proposal, Verdict, decided
from territorial_map.domain.contributions.terms import ContributionRisk, ProposalState
from territorial_map.domain.errors import NotFound
from territorial_map.domain.organisation import Organisation
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.services.contributions.told import told_before
from territorial_map.services.explore.open_edition import OpenEdition

MOST_SHOWN = 200
_RISKS = tuple(ContributionRisk)


@dataclass(frozen=True, slots=True)
class ReviewedProposal:
    """A proposal, its organisations as the edition has them, and what it tells now.

    ``organisation`` and ``other`` are ``None`` where the edition has them no more.
    """

    proposal: Proposal
    organisation: Organisation | None
    other: Organisation | None
    now: str
    can_be_undone: bool


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """How many proposals stand where, and the first of those asked for."""

    counts: dict[ProposalState, int]
    proposals: tuple[ReviewedProposal, ...]


def review_queue(
    book: ContributionBook, edition: OpenEdition, state: ProposalState, now: datetime
) -> ReviewQueue:
    """The proposals of a state: open ones the riskiest first then the oldest, others the latest.

    Raises:
        Unavailable: the ledger does not answer.
    """
    everything = book.proposals()
    counts = {each: sum(p.state is each for p in everything) for each in ProposalState}
    asked = [proposal for proposal in everything if proposal.state is state]
    if state.is_open:
        asked.sort(key=lambda p: (-_RISKS.index(p.contribution.kind.risk), p.told_at, p.id))
    else:
        asked.sort(key=lambda p: p.last.decided_at if p.last else p.told_at, reverse=True)
    return ReviewQueue(counts, _beside(asked[:MOST_SHOWN], edition, now))


def decide_proposal(
    book: ContributionBook, edition: OpenEdition, identity: str, verdict: Verdict, now: datetime
) -> ReviewedProposal:
    """Keep what a reviewer decides; the proposal as it stands then.

    Raises:
        NotFound: no such proposal.
        Conflict: somebody decided meanwhile, or it is too late to undo; nothing was kept.
        BadParameter: the decision lacks its sentence, or its value cannot be taken.
        Unavailable: the ledger does not answer.
    """
    book.decide(decided(book.proposal(identity), verdict, now, edition.edition.id))
    return _beside([book.proposal(identity)], edition, now)[0]


def _beside(
    proposals: Iterable[Proposal], edition: OpenEdition, now: datetime
) -> tuple[ReviewedProposal, ...]:
    return tuple(_reviewed(proposal, edition, now) for proposal in proposals)


def _reviewed(proposal: Proposal, edition: OpenEdition, now: datetime) -> ReviewedProposal:
    said = proposal.contribution
    organisation = _found(edition, said.organisation)
    return ReviewedProposal(
        proposal,
        organisation,
        _found(edition, said.other) if said.other else None,
        told_before(organisation, said) if organisation else "",
        proposal.can_be_undone(now),
    )


def _found(edition: OpenEdition, identity: str) -> Organisation | None:
    try:
        return edition.organisation(identity)
    except NotFound:
        return None
