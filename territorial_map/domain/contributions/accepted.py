"""What was accepted, as a source of editions: each with who said it, when, and when it was read."""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.contributions.terms import ProposalState, Teller
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import long_date

SOURCES = {
    Teller.ORGANISATION: "Déclaration de l’organisation",
    Teller.PARTNER: "Signalement d’une organisation qui travaille avec elle",
    Teller.VISITOR: "Signalement d’une visiteuse ou d’un visiteur",
}
"""The source that each of those who speak is, in an edition."""

_SAID = {
    Teller.ORGANISATION: "déclaré au nom de l’organisation",
    Teller.PARTNER: "signalé par une organisation qui travaille avec elle",
    Teller.VISITOR: "signalé par une visiteuse ou un visiteur",
}


@dataclass(frozen=True, slots=True)
class AcceptedContribution:
    """A contribution as it was accepted; ``told_on`` and ``reviewed_on`` are ISO days.

    ``before`` is what the page told then: for one that takes the page away, every id that it
    answered to, and its SIRET as ``siret:…``, apart by spaces.
    """

    proposal: str
    contribution: Contribution
    told_on: str
    reviewed_on: str
    before: str = ""

    @property
    def identities(self) -> tuple[str, ...]:
        """Every id that the organisation answered to when this was said."""
        said = self.contribution
        told = self.before.split() if said.kind.takes_away else ()
        return tuple(dict.fromkeys((said.organisation, *told)))

    @property
    def source(self) -> str:
        """The name of its source."""
        return SOURCES[self.contribution.teller]

    @property
    def evidence(self) -> str:
        """Who said it, when, and when it was read, in French.

        >>> from territorial_map.domain.contributions.terms import ContributionKind
        >>> said = Contribution(ContributionKind.CONFIRMATION, "synthetic:1")
        >>> AcceptedContribution("p1", said, "2026-11-28", "2026-11-29").evidence
        'signalé par une visiteuse ou un visiteur le 28 novembre 2026, relu le 29 novembre 2026'
        """
        said = _SAID[self.contribution.teller]
        told, read = (long_date(day, Language.FRENCH) for day in (self.told_on, self.reviewed_on))
        return f"{said} le {told}, relu le {read}"


def accepted_among(proposals: Iterable[Proposal]) -> tuple[AcceptedContribution, ...]:
    """Those that stand accepted, the one read first first: of two on one field, the last counts."""
    read = sorted(
        (proposal.last.decided_at, proposal.told_at, proposal.id, proposal)
        for proposal in proposals
        if proposal.last is not None and proposal.state is ProposalState.ACCEPTED
    )
    return tuple(
        AcceptedContribution(
            proposal.id,
            proposal.settled,
            proposal.told_at.date().isoformat(),
            decided_at.date().isoformat(),
            proposal.before,
        )
        for decided_at, _, _, proposal in read
    )
