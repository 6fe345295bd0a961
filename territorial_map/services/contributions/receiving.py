"""A contribution comes in: checked, set against the edition that is served, kept once."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from territorial_map.domain.contributions.contribution import Contribution, read_contribution
from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.errors import BadParameter, Unavailable
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.services.contributions.told import is_told_already, told_before
from territorial_map.services.explore.open_edition import OpenEdition

MOST_WAITING = 5_000
"""Proposals that nobody has read: beyond, none is taken until some are."""

MOST_WAITING_OF_LISTS = MOST_WAITING // 2
"""The same for whole lists: what is said one by one has room beside them."""

TRAP = "site_bis"
"""A field that people do not see: whoever fills it is a machine, told the same and not kept."""


class AlreadyTold(BadParameter):
    """What is said is what the edition tells."""


def receive(
    said: Mapping[str, str], edition: OpenEdition, book: ContributionBook, now: datetime
) -> Proposal:
    """Read and keep what somebody says.

    Raises:
        BadParameter: what is said cannot be taken, or the edition tells it already.
        NotFound: no organisation answers to an id.
        Unavailable: the ledger does not answer, or too many wait to be read; nothing was kept.
    """
    return keep(prepared(said, edition, now), book, trapped=bool(said.get(TRAP)))


def prepared(said: Mapping[str, str], edition: OpenEdition, now: datetime) -> Proposal:
    """What somebody says, beside what the edition tells: ready to be kept.

    Raises:
        BadParameter: what is said cannot be taken; ``AlreadyTold`` where the edition tells it.
        NotFound: no organisation answers to an id.
    """
    contribution = read_contribution(said, now.date())
    organisation = edition.organisation(contribution.organisation)
    contribution = replace(contribution, organisation=organisation.id)
    if contribution.other:
        contribution = replace(contribution, other=edition.organisation(contribution.other).id)
        if contribution.other == organisation.id:
            raise BadParameter("other", "", "c’est déjà une seule et même fiche.")
    if is_told_already(organisation, contribution):
        raise AlreadyTold("value", "", "la fiche dit déjà cela.")
    return Proposal(
        secrets.token_hex(8),
        now,
        contribution,
        told_before(organisation, contribution),
        edition.edition.id,
    )


def keep(proposal: Proposal, book: ContributionBook, *, trapped: bool = False) -> Proposal:
    """Keep a proposal; the same thing said twice while it waits is one.

    What was ``trapped`` is answered as if it were kept.

    Raises:
        Unavailable: the ledger does not answer, or too many wait to be read; nothing was kept.
    """
    if trapped:
        return proposal
    waiting = _waiting(proposal.contribution, book)
    if waiting is not None:
        return waiting
    if book.count_unread() >= MOST_WAITING:
        raise _too_many()
    book.add(proposal)
    return proposal


def keep_all(
    proposals: Iterable[Proposal], book: ContributionBook, most: int = MOST_WAITING_OF_LISTS
) -> int:
    """Keep all that a list says, or nothing of it; how many were not waiting already.

    Raises:
        Unavailable: the ledger does not answer, or more than ``most`` would wait to be read.
    """
    told = {proposal.contribution: proposal for proposal in proposals}
    ids = sorted({said.organisation for said in told})
    waiting = {one.contribution for one in book.proposals_on(ids) if one.state.is_open}
    fresh = [proposal for said, proposal in told.items() if said not in waiting]
    if fresh and book.count_unread() + len(fresh) > most:
        raise _too_many()
    book.add_all(fresh)
    return len(fresh)


def _too_many() -> Unavailable:
    return Unavailable(
        "Trop de propositions attendent d’être relues : rien n’a été gardé. Réessayez dans "
        "quelques jours.",
        86_400,
    )


def _waiting(contribution: Contribution, book: ContributionBook) -> Proposal | None:
    """The open proposal that says the same."""
    for known in book.proposals_on([contribution.organisation]):
        if known.state.is_open and known.contribution == contribution:
            return known
    return None
