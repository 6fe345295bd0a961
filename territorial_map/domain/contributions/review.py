"""A proposal and what was decided of it: decisions are added, never changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from territorial_map.domain.contributions.contribution import Contribution, with_value
from territorial_map.domain.contributions.terms import ProposalState, ReviewOutcome
from territorial_map.domain.contributions.values import said_text
from territorial_map.domain.errors import BadParameter, Conflict

UNDO_DAYS = 7
"""Days during which a decision can be undone."""

MOST_SENTENCE = 500
_SENTENCE_NEEDED = (ReviewOutcome.REFUSED, ReviewOutcome.ASKED)


@dataclass(frozen=True, slots=True)
class ContributionDecision:
    """What was decided once: the ``number``-th decision on a proposal, from 1, in UTC.

    ``value`` stands for the one proposed where the reviewer put it right; ``sentence`` is why;
    ``edition`` is the id of the edition that was served.
    """

    proposal: str
    number: int
    outcome: ReviewOutcome
    decided_at: datetime
    value: str = ""
    sentence: str = ""
    edition: str = ""

    def __post_init__(self) -> None:
        if self.number < 1 or self.decided_at.tzinfo is None:
            raise ValueError("decisions are counted from 1, and told with their time zone")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A contribution as it was received (UTC), with the value that the page told then."""

    id: str
    told_at: datetime
    contribution: Contribution
    before: str = ""
    edition: str = ""
    decisions: tuple[ContributionDecision, ...] = ()

    @property
    def state(self) -> ProposalState:
        """Where it stands: what was decided last, and waiting again once that was undone."""
        last = self.last
        if last is None or last.outcome is ReviewOutcome.UNDONE:
            return ProposalState.WAITING
        return ProposalState(last.outcome.value)

    @property
    def last(self) -> ContributionDecision | None:
        """The last decision."""
        return self.decisions[-1] if self.decisions else None

    @property
    def settled(self) -> Contribution:
        """The contribution as it was accepted: with the reviewer's value where there is one."""
        last = self.last
        if last is None or not last.value:
            return self.contribution
        return with_value(self.contribution, last.value)

    def can_be_undone(self, now: datetime) -> bool:
        """True for a decision of the last seven days."""
        last = self.last
        if last is None or self.state.is_open:
            return False
        return now - last.decided_at <= timedelta(days=UNDO_DAYS)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer says; ``seen`` is how many decisions the proposal had when it was read."""

    outcome: ReviewOutcome
    seen: int
    value: str = ""
    sentence: str = ""


def decided(
    proposal: Proposal, verdict: Verdict, now: datetime, edition: str = ""
) -> ContributionDecision:
    """The decision that a verdict makes.

    Raises:
        Conflict: somebody decided since the proposal was read, or it is too late to undo.
        BadParameter: a refusal or a question without a sentence, or a value that cannot be taken.
    """
    if verdict.seen != len(proposal.decisions):
        raise Conflict(
            "Une autre personne a décidé de cette proposition entre-temps "
            f"({proposal.state.label.lower()}) : rien n’a été changé. Relisez-la."
        )
    if verdict.outcome is ReviewOutcome.UNDONE:
        if not proposal.can_be_undone(now):
            raise Conflict(
                f"Une décision s’annule pendant {UNDO_DAYS} jours : rien n’a été changé."
            )
    elif not proposal.state.is_open:
        raise Conflict("Cette proposition est déjà décidée : annulez d’abord la décision.")
    sentence = said_text("sentence", verdict.sentence, MOST_SENTENCE)
    if verdict.outcome in _SENTENCE_NEEDED and not sentence:
        raise BadParameter("sentence", "", "une phrase est attendue : elle dit pourquoi.")
    value = ""
    if verdict.outcome is ReviewOutcome.ACCEPTED and verdict.value.strip():
        value = with_value(proposal.contribution, verdict.value).value
    return ContributionDecision(
        proposal.id,
        len(proposal.decisions) + 1,
        verdict.outcome,
        now,
        "" if value == proposal.contribution.value else value,
        sentence,
        edition,
    )
