"""What the lists kept in a browser ask: facts by ids, and the ids of a selection.

The lists themselves, with notes and statuses, never come here.
"""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import answer, fresh_answer
from territorial_map.api.models.lists import (
    FollowedLines,
    LinesAsked,
    SelectionIds,
    followed_lines,
    selection_ids,
)
from territorial_map.api.parameters import FILTERED, SortOrder, selection_of, whole
from territorial_map.api.route import kept_answers, refusals, router
from territorial_map.domain.listing import Order, usual_order
from territorial_map.services.directory import Directory
from territorial_map.services.explore.kept_organisations import MOST_LINES, first_lines, followed

Limit = Annotated[
    int,
    Query(ge=1, le=MOST_LINES, description=f"Combien d’identifiants, {MOST_LINES} au plus."),
    BeforeValidator(whole("limit", 1, MOST_LINES)),
]


def list_router(directory: Directory) -> APIRouter:
    """Facts of the organisations of a list, and the first ids of a selection."""
    routes = router("lists")

    @routes.post(
        "/lists/lines",
        response_model=FollowedLines,
        responses=refusals(413, 415),
        summary="Faits d’organisations, par identifiants",
    )
    def follow_lines(body: LinesAsked) -> Response:
        edition = directory.current()
        return fresh_answer(followed_lines(followed(edition, body.ids), edition.edition))

    @routes.get(
        "/lists/selection",
        response_model=SelectionIds,
        responses=kept_answers(),
        openapi_extra=FILTERED,
        summary="Identifiants et noms des premières organisations d’une sélection",
    )
    def list_selection_ids(
        request: Request, limit: Limit = MOST_LINES, order: SortOrder = ""
    ) -> Response:
        edition = directory.current()
        selection = selection_of(request)
        sorting = Order(order) if order else usual_order(selection)
        total, items = first_lines(edition, selection, sorting, limit)
        return answer(request, edition.edition.id, selection_ids(total, items, edition.edition))

    return routes
