"""What becomes of what people say of a selection: how much, how soon, and what is confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.contributions.terms import ContributionKind, ProposalState
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.services.explore.open_edition import OpenEdition

_DAY_S = 86_400
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class SaidOf:
    """A proposal, and its organisation as the edition has it."""

    proposal: Proposal
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class ContributionFigures:
    """``received`` proposals, of which ``accepted`` stand so and ``waiting`` are to be read.

    ``median_days`` is the time from a proposal to its first decision, ``None`` while nothing was
    decided; ``confirmed`` organisations of ``total`` were said to be right in ``year`` (UTC), and
    that was accepted.
    """

    received: int
    accepted: int
    waiting: int
    median_days: float | None
    confirmed: int
    total: int
    year: int


def said_of(
    book: ContributionBook, edition: OpenEdition, selection: Selection
) -> tuple[SaidOf, ...]:
    """What was said of the organisations of a selection that the edition has, the oldest first.

    Raises:
        Unavailable: the ledger does not answer.
        BadParameter: the selection chooses zones of a layer that the edition has not.
    """
    asked, built_on = edition.resolve(selection), edition.edition.built_on
    proposals = book.proposals()
    told = list(dict.fromkeys(one.contribution.organisation for one in proposals))
    own: dict[str, str] = {}
    kept: dict[str, Organisation] = {}
    for start in range(0, len(told), _AT_ONCE):
        own |= edition.own_ids(tuple(told[start : start + _AT_ONCE]))
    ids = list(dict.fromkeys(own.values()))
    for start in range(0, len(ids), _AT_ONCE):
        for record in edition.records(tuple(ids[start : start + _AT_ONCE])):
            if asked.keeps(record, built_on):
                kept[record.id] = record
    return tuple(
        SaidOf(one, kept[own[one.contribution.organisation]])
        for one in proposals
        if own.get(one.contribution.organisation) in kept
    )


def contribution_figures(
    book: ContributionBook, edition: OpenEdition, selection: Selection, now: datetime
) -> ContributionFigures:
    """The figures of a selection.

    Raises:
        Unavailable: the ledger does not answer.
        BadParameter: the selection chooses zones of a layer that the edition has not.
    """
    said = said_of(book, edition, selection)
    states = [one.proposal.state for one in said]
    return ContributionFigures(
        len(said),
        states.count(ProposalState.ACCEPTED),
        sum(state.is_open for state in states),
        _median_days(one.proposal for one in said),
        len({one.organisation.id for one in said if _is_confirmed(one.proposal, now.year)}),
        edition.totals(edition.resolve(selection))[0],
        now.year,
    )


def _median_days(proposals: Iterable[Proposal]) -> float | None:
    delays = [
        (one.decisions[0].decided_at - one.told_at).total_seconds() / _DAY_S
        for one in proposals
        if one.decisions
    ]
    return round(median(delays), 1) if delays else None


def _is_confirmed(proposal: Proposal, year: int) -> bool:
    confirms = proposal.contribution.kind is ContributionKind.CONFIRMATION
    accepted = proposal.state is ProposalState.ACCEPTED
    return confirms and accepted and proposal.told_at.year == year
