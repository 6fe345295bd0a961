"""What is said of organisations, and what becomes of it, as the API reads and tells it."""

from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, IsoDate, Named
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.lists import AskedBody, OrganisationId
from territorial_map.domain.contributions.contribution import MOST_REASON, MOST_SOURCE
from territorial_map.domain.contributions.review import MOST_SENTENCE, Proposal
from territorial_map.domain.contributions.terms import (
    ContributionKind,
    ContributionRisk,
    CorrectedField,
    ProposalState,
    ReviewOutcome,
    Teller,
)
from territorial_map.domain.contributions.values import MOST_VALUE, in_words
from territorial_map.domain.organisation import FieldFact, Organisation, SourceMention
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.contributions.history import HistoryEntry, OrganisationHistory
from territorial_map.services.contributions.reviewing import ReviewedProposal, ReviewQueue

_MOST_CODE = 40
_Kind = Annotated[
    str,
    Field(json_schema_extra={"enum": list(ContributionKind.codes())}),
    BeforeValidator(one_of("kind", ContributionKind.codes())),
]
_Outcome = Annotated[
    str,
    Field(json_schema_extra={"enum": list(ReviewOutcome.codes())}),
    BeforeValidator(one_of("outcome", ReviewOutcome.codes())),
]


class ContributionAsked(AskedBody):
    """What is said of one organisation; nothing of a person may be in it.

    ``field`` and ``value`` go with the kind ``field``; ``pooling``, ``value`` (words) and ``until``
    with a need or an offer; ``other`` with ``same`` and ``different``. ``site_bis`` stays empty:
    forms hide it from people.
    """

    organisation: OrganisationId
    kind: _Kind
    teller: Annotated[str, Field(max_length=_MOST_CODE, description="Qui le dit.")] = (
        Teller.VISITOR.value
    )
    field: Annotated[str, Field(max_length=_MOST_CODE)] = ""
    value: Annotated[str, Field(max_length=MOST_VALUE)] = ""
    pooling: Annotated[str, Field(max_length=_MOST_CODE)] = ""
    until: Annotated[str, Field(max_length=_MOST_CODE, description="AAAA-MM-JJ.")] = ""
    other: Annotated[str, Field(max_length=300)] = ""
    reason: Annotated[str, Field(max_length=MOST_REASON)] = ""
    source: Annotated[str, Field(max_length=MOST_SOURCE)] = ""
    site_bis: Annotated[str, Field(max_length=MOST_VALUE)] = ""


class DecisionAsked(AskedBody):
    """What a reviewer decides; ``seen`` is the number of decisions that they read.

    ``value`` stands for the one proposed; ``sentence`` is needed to refuse or to ask.
    """

    outcome: _Outcome
    seen: Annotated[int, Field(ge=0, le=1_000)]
    value: Annotated[str, Field(max_length=MOST_VALUE)] = ""
    sentence: Annotated[str, Field(max_length=MOST_SENTENCE)] = ""


class ContributionLine(TypedDict):
    """A contribution: codes, and the value in words."""

    id: str
    kind: ContributionKind
    kind_label: str
    risk: ContributionRisk
    state: ProposalState
    organisation: str
    teller: Teller
    field: CorrectedField | None
    value: str
    value_in_words: str
    pooling: PoolingCategory | None
    until: str | None
    other: str | None
    reason: str
    source: str
    before: str
    told_at: datetime


class ContributionKept(TypedDict):
    """What was kept, and the sentence that says what follows."""

    contribution: ContributionLine
    follows: str


class DecisionLine(TypedDict):
    """One decision."""

    number: Annotated[int, Field(ge=1)]
    outcome: ReviewOutcome
    decided_at: datetime
    value: str
    sentence: str
    edition: str


class ReviewLine(TypedDict):
    """A proposal to read: beside what the edition tells now, with what was decided before."""

    contribution: ContributionLine
    organisation: Named | None
    commune: str | None
    sources: list[str]
    other: Named | None
    now: str
    decisions: list[DecisionLine]
    can_be_undone: bool


class ReviewAnswer(TypedDict):
    """How many proposals stand where, and the first of those asked for."""

    edition: EditionId
    counts: dict[ProposalState, Count]
    proposals: list[ReviewLine]


class HistoryLine(TypedDict):
    """A contribution that was accepted; ``shown`` once an edition built since is served."""

    kind: ContributionKind
    kind_label: str
    field: CorrectedField | None
    before: str
    value: str
    evidence: str
    told_on: IsoDate
    reviewed_on: IsoDate
    shown: bool


class HistoryAnswer(TypedDict):
    """How a record came to tell what it tells: contributions, then sources, then fields."""

    edition: EditionId
    built_on: IsoDate
    organisation: Named
    waiting: Count
    contributions: list[HistoryLine]
    sources: tuple[SourceMention, ...]
    fields: tuple[FieldFact, ...]


FOLLOWS = (
    "Merci : une personne qui tient cet annuaire relit avant toute publication. Une proposition "
    "acceptée est visible à la prochaine édition."
)


def contribution_kept(proposal: Proposal) -> ContributionKept:
    """What was kept, and what follows."""
    return {"contribution": contribution_line(proposal), "follows": FOLLOWS}


def review_answer(queue: ReviewQueue, edition: str) -> ReviewAnswer:
    """The queue of reviewers."""
    return {
        "edition": edition,
        "counts": queue.counts,
        "proposals": list(map(review_line, queue.proposals)),
    }


def review_line(one: ReviewedProposal) -> ReviewLine:
    """A proposal beside what the edition tells."""
    organisation = one.organisation
    return {
        "contribution": contribution_line(one.proposal),
        "organisation": _named(organisation),
        "commune": organisation.place.commune if organisation else None,
        "sources": [f"{m.source} ({m.vintage})" for m in organisation.sources]
        if organisation
        else [],
        "other": _named(one.other),
        "now": one.now,
        "decisions": [
            {
                "number": each.number,
                "outcome": each.outcome,
                "decided_at": each.decided_at,
                "value": each.value,
                "sentence": each.sentence,
                "edition": each.edition,
            }
            for each in one.proposal.decisions
        ],
        "can_be_undone": one.can_be_undone,
    }


def history_answer(history: OrganisationHistory, edition: str, built_on: str) -> HistoryAnswer:
    """The history of an organisation."""
    organisation = history.organisation
    return {
        "edition": edition,
        "built_on": built_on,
        "organisation": {"id": organisation.id, "name": organisation.name},
        "waiting": history.waiting,
        "contributions": [_history_line(entry) for entry in history.entries],
        "sources": organisation.sources,
        "fields": organisation.field_facts,
    }


def _history_line(entry: HistoryEntry) -> HistoryLine:
    said = entry.accepted.contribution
    return {
        "kind": said.kind,
        "kind_label": said.kind.label,
        "field": said.field,
        "before": entry.before,
        "value": in_words(said.field, said.value) if said.field else said.value,
        "evidence": entry.accepted.evidence,
        "told_on": entry.accepted.told_on,
        "reviewed_on": entry.accepted.reviewed_on,
        "shown": entry.is_shown,
    }


def _named(organisation: Organisation | None) -> Named | None:
    return {"id": organisation.id, "name": organisation.name} if organisation else None


def contribution_line(proposal: Proposal) -> ContributionLine:
    """A contribution: its codes, and its value in words."""
    said = proposal.contribution
    return {
        "id": proposal.id,
        "kind": said.kind,
        "kind_label": said.kind.label,
        "risk": said.kind.risk,
        "state": proposal.state,
        "organisation": said.organisation,
        "teller": said.teller,
        "field": said.field,
        "value": said.value,
        "value_in_words": in_words(said.field, said.value) if said.field else said.value,
        "pooling": said.pooling,
        "until": said.until or None,
        "other": said.other or None,
        "reason": said.reason,
        "source": said.source,
        "before": proposal.before,
        "told_at": proposal.told_at,
    }
