"""Contributions over HTTP: sent by anyone where the host opens them, reviewed by operators."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import fresh_answer
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.contributions import (
    ContributionAsked,
    ContributionKept,
    DecisionAsked,
    HistoryAnswer,
    ReviewAnswer,
    ReviewLine,
    contribution_kept,
    history_answer,
    review_answer,
    review_line,
)
from territorial_map.api.parameters import OrganisationPath
from territorial_map.api.route import OPERATOR, refusals, router
from territorial_map.domain.contributions.review import Verdict
from territorial_map.domain.contributions.terms import ProposalState, ReviewOutcome
from territorial_map.domain.errors import Forbidden
from territorial_map.services.contributions.history import history_of
from territorial_map.services.contributions.receiving import receive
from territorial_map.services.contributions.reviewing import decide_proposal, review_queue
from territorial_map.services.site import Site

CLOSED = (
    "Cet annuaire ne prend pas de contributions (réglage TERRITORIAL_MAP_CONTRIBUTIONS). Écrivez à "
    "qui le tient : la page « Mentions légales » dit comment."
)
State = Annotated[
    str,
    Query(json_schema_extra={"enum": list(ProposalState.codes())}, description="Où elles en sont."),
    BeforeValidator(one_of("state", ProposalState.codes())),
]
ProposalPath = Annotated[
    str, Path(min_length=1, max_length=40, description="L’identifiant d’une proposition.")
]


def contribution_router(site: Site) -> APIRouter:
    """What visitors send, and what is told of it on an organisation."""
    routes = router("contributions")

    @routes.post(
        "/contributions",
        response_model=ContributionKept,
        responses=refusals(403, 404, 413, 415, 429),
        summary="Corriger, compléter, confirmer ou déclarer",
    )
    def send_contribution(body: ContributionAsked) -> Response:
        if not site.contributing:
            raise Forbidden(CLOSED)
        edition, book = site.directory.current(), site.ledger.contributions
        kept = receive(body.model_dump(), edition, book, _now())
        return fresh_answer(contribution_kept(kept))

    @routes.get(
        "/organisations/{organisation_id}/history",
        response_model=HistoryAnswer,
        responses=refusals(404),
        summary="Historique d’une fiche",
    )
    def get_organisation_history(organisation_id: OrganisationPath) -> Response:
        edition = site.directory.current()
        book = site.ledger.contributions if site.contributing else None
        found = history_of(organisation_id, edition, book)
        told = history_answer(found, edition.edition.id, edition.edition.built_on)
        return fresh_answer(told)

    return routes


def review_router(site: Site) -> APIRouter:
    """What operators read and decide."""
    routes = router("operators", "/review")

    @routes.get(
        "",
        response_model=ReviewAnswer,
        responses=refusals(401, 403),
        openapi_extra=OPERATOR,
        summary="Propositions à relire, à côté de ce que dit l’édition",
    )
    def list_contributions(state: State = ProposalState.WAITING.value) -> Response:
        edition = site.directory.current()
        queue = review_queue(site.ledger.contributions, edition, ProposalState(state), _now())
        return fresh_answer(review_answer(queue, edition.edition.id))

    @routes.post(
        "/{proposal_id}/decisions",
        response_model=ReviewLine,
        responses=refusals(401, 403, 404, 409, 413, 415),
        openapi_extra=OPERATOR,
        summary="Accepter, changer, refuser, demander, annuler",
    )
    def decide_contribution(proposal_id: ProposalPath, body: DecisionAsked) -> Response:
        verdict = Verdict(ReviewOutcome(body.outcome), body.seen, body.value, body.sentence)
        edition, book = site.directory.current(), site.ledger.contributions
        return fresh_answer(
            review_line(decide_proposal(book, edition, proposal_id, verdict, _now()))
        )

    return routes


def _now() -> datetime:
    return datetime.now(tz=UTC)
