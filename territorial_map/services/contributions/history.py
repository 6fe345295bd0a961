"""The history of an organisation: what was accepted of it, and where each field comes from."""

from dataclasses import dataclass

from territorial_map.domain.contributions.accepted import AcceptedContribution, accepted_among
from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.organisation import Organisation
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.services.explore.open_edition import OpenEdition


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A contribution that was accepted, the value before it, and whether an edition shows it.

    ``is_shown`` is false until an edition is built after the decision.
    """

    accepted: AcceptedContribution
    before: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class OrganisationHistory:
    """What is known of how a page came to tell what it tells, the latest first."""

    organisation: Organisation
    entries: tuple[HistoryEntry, ...]
    waiting: int


def history_of(
    any_id: str, edition: OpenEdition, book: ContributionBook | None
) -> OrganisationHistory:
    """The history of an organisation; without a book, what its sources alone tell.

    Raises:
        NotFound: no organisation answers to the id.
        Unavailable: the ledger does not answer.
    """
    organisation = edition.organisation(any_id)
    if book is None:
        return OrganisationHistory(organisation, (), 0)
    proposals = book.proposals_on(mention.id for mention in organisation.sources)
    by_id = {proposal.id: proposal for proposal in proposals}
    entries = tuple(
        HistoryEntry(
            accepted,
            by_id[accepted.proposal].before,
            _is_shown(by_id[accepted.proposal], edition),
        )
        for accepted in reversed(accepted_among(proposals))
    )
    return OrganisationHistory(organisation, entries, sum(p.state.is_open for p in proposals))


def _is_shown(proposal: Proposal, edition: OpenEdition) -> bool:
    """True once another edition is served than the one under which it was accepted."""
    last = proposal.last
    return last is not None and last.edition != edition.edition.id
