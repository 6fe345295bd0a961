"""Decisions on a proposal: added one by one, never on what was not read, undone within a week."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.review import Proposal, Verdict, decided
from territorial_map.domain.contributions.terms import (
    ContributionKind,
    CorrectedField,
    ProposalState,
    ReviewOutcome,
)
from territorial_map.domain.errors import BadParameter, Conflict

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
PHONE = Contribution(
    ContributionKind.FIELD, "synthetic:1", field=CorrectedField.PHONE, value="04 75 00 00 01"
)
PROPOSAL = Proposal("p1", NOW, PHONE)


def after(proposal: Proposal, verdict: Verdict, now: datetime = NOW) -> Proposal:
    decision = decided(proposal, verdict, now)
    return replace(proposal, decisions=(*proposal.decisions, decision))


def verdict(outcome: ReviewOutcome, seen: int, value: str = "") -> Verdict:
    return Verdict(outcome, seen, value, "Le numéro est celui du siège.")


def test_a_proposal_is_accepted_with_the_reviewer_s_value() -> None:
    accepted = after(PROPOSAL, verdict(ReviewOutcome.ACCEPTED, 0, "04.75.00.00.02"))

    assert accepted.state is ProposalState.ACCEPTED
    assert accepted.settled.value == "04 75 00 00 02"
    assert accepted.contribution.value == "04 75 00 00 01"


@pytest.mark.parametrize("outcome", [ReviewOutcome.REFUSED, ReviewOutcome.ASKED])
def test_a_refusal_and_a_question_say_why(outcome: ReviewOutcome) -> None:
    with pytest.raises(BadParameter, match="une phrase"):
        decided(PROPOSAL, Verdict(outcome, 0), NOW)


def test_who_read_an_older_state_is_told_so() -> None:
    refused = after(PROPOSAL, verdict(ReviewOutcome.REFUSED, 0))

    with pytest.raises(Conflict, match="Une autre personne a décidé"):
        decided(refused, verdict(ReviewOutcome.ACCEPTED, 0), NOW)


def test_a_decision_is_undone_before_another_is_taken() -> None:
    refused = after(PROPOSAL, verdict(ReviewOutcome.REFUSED, 0))

    with pytest.raises(Conflict, match="annulez d’abord"):
        decided(refused, verdict(ReviewOutcome.ACCEPTED, 1), NOW)
    undone = after(refused, Verdict(ReviewOutcome.UNDONE, 1))
    assert undone.state is ProposalState.WAITING
    assert after(undone, verdict(ReviewOutcome.ACCEPTED, 2)).state is ProposalState.ACCEPTED


def test_a_decision_is_undone_within_seven_days() -> None:
    accepted = after(PROPOSAL, Verdict(ReviewOutcome.ACCEPTED, 0))
    in_time, too_late = NOW + timedelta(days=7), NOW + timedelta(days=7.01)

    assert after(accepted, Verdict(ReviewOutcome.UNDONE, 1), in_time).state.is_open
    assert [accepted.can_be_undone(then) for then in (in_time, too_late)] == [True, False]
    with pytest.raises(Conflict, match="7 jours"):
        decided(accepted, Verdict(ReviewOutcome.UNDONE, 1), too_late)


def test_what_waits_has_nothing_to_undo() -> None:
    with pytest.raises(Conflict):
        decided(PROPOSAL, Verdict(ReviewOutcome.UNDONE, 0), NOW)


@given(st.lists(st.sampled_from(list(ReviewOutcome)), min_size=1, max_size=12))
def test_decisions_are_numbered_and_the_last_one_tells_the_state(
    outcomes: list[ReviewOutcome],
) -> None:
    assert outcomes
    proposal = PROPOSAL
    for outcome in outcomes:
        try:
            proposal = after(proposal, verdict(outcome, len(proposal.decisions)))
        except Conflict:
            assert outcome is ReviewOutcome.UNDONE or not proposal.state.is_open
    assert [d.number for d in proposal.decisions] == list(range(1, len(proposal.decisions) + 1))
    if proposal.last is not None and proposal.last.outcome is not ReviewOutcome.UNDONE:
        assert proposal.state.value == proposal.last.outcome.value
