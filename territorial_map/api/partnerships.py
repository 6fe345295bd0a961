"""Partnerships over HTTP: of an organisation, of a selection, in groups; operators' dismissals."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import fresh_answer
from territorial_map.api.models.operators import (
    DismissalAsked,
    DismissalKept,
    DismissalRestored,
    Dismissals,
    dismissals_answer,
    dismissed_pair,
)
from territorial_map.api.models.partnerships import (
    OrganisationPartners,
    Partnerships,
    ProposedGroups,
    groups_answer,
    organisation_partners,
    strongest_partnerships,
)
from territorial_map.api.operators import Operators
from territorial_map.api.parameters import (
    FILTERED,
    OnePooling,
    OrganisationPath,
    Pooling,
    Radius,
    selection_of,
    whole,
)
from territorial_map.api.route import OPERATOR, refusals, router
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, Ledger, dismissal_of
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.partnerships.dismissed import (
    refused_pairs,
    strongest_without_dismissed,
    without_dismissed,
)
from territorial_map.services.partnerships.labels import labels_csv, labels_of
from territorial_map.services.partnerships.partners import (
    MOST_PARTNERS,
    MOST_STRONGEST,
    groups_in,
    groups_of,
    partners_of,
    strongest_in,
)

PartnersLimit = Annotated[
    int,
    Query(ge=1, le=MOST_PARTNERS, description="Partenaires au plus, par catégorie."),
    BeforeValidator(whole("limit", 1, MOST_PARTNERS)),
]
PairsLimit = Annotated[
    int,
    Query(ge=1, le=MOST_STRONGEST, description="Paires au plus."),
    BeforeValidator(whole("limit", 1, MOST_STRONGEST)),
]


def categories_of(values: tuple[str, ...]) -> tuple[PoolingCategory, ...]:
    """The asked categories, in their declared order; none asked means all.

    Raises:
        BadParameter: an unknown category, with the accepted ones.
    """
    for value in values:
        if value not in PoolingCategory.codes():
            raise BadParameter("pooling", value, "valeur inconnue.", PoolingCategory.codes())
    return tuple(category for category in PoolingCategory if category.value in values)


def partnership_router(directory: Directory, ledger: Ledger) -> APIRouter:
    """Partners of one, strongest pairs of a selection, groups around one."""
    routes = router("partnerships")
    _add_of_one(routes, directory, ledger)
    _add_of_selections(routes, directory, ledger)
    return routes


def _add_of_one(routes: APIRouter, directory: Directory, ledger: Ledger) -> None:

    @routes.get(
        "/organisations/{organisation_id}/partners",
        response_model=OrganisationPartners,
        responses=refusals(404, 429),
        summary="Partenariats possibles",
    )
    async def get_organisation_partners(
        organisation_id: OrganisationPath,
        pooling: Pooling = (),
        radius_km: Radius = None,
        limit: PartnersLimit = 10,
    ) -> Response:
        def made() -> Response:
            dismissals = frozenset(ledger.dismissals())
            found = partners_of(
                directory.current(),
                organisation_id,
                categories_of(pooling),
                radius_km,
                min(MOST_PARTNERS, limit + _dismissed_of(organisation_id, dismissals)),
            )
            kept = without_dismissed(found, dismissals, limit)
            return fresh_answer(organisation_partners(kept, directory.knowledge.pooling))

        return await apart(made)

    @routes.get(
        "/organisations/{organisation_id}/groups",
        response_model=ProposedGroups,
        responses=refusals(404, 429),
        summary="Groupes possibles",
    )
    async def get_organisation_groups(
        organisation_id: OrganisationPath, pooling: OnePooling, radius_km: Radius = None
    ) -> Response:
        def made() -> Response:
            category = PoolingCategory(pooling)
            refused = refused_pairs(ledger.dismissals(), category)
            found = groups_of(directory.current(), organisation_id, category, radius_km, refused)
            return fresh_answer(groups_answer(found, directory.knowledge.pooling))

        return await apart(made)


def _add_of_selections(routes: APIRouter, directory: Directory, ledger: Ledger) -> None:
    @routes.get(
        "/partnerships",
        response_model=Partnerships,
        responses=refusals(429),
        openapi_extra=FILTERED,
        summary="Paires d’une sélection",
    )
    async def list_partnerships(
        request: Request, pooling: Pooling = (), limit: PairsLimit = 50
    ) -> Response:
        def made() -> Response:
            found = strongest_in(
                directory.current(), selection_of(request), categories_of(pooling), limit
            )
            kept = strongest_without_dismissed(found, frozenset(ledger.dismissals()))
            return fresh_answer(strongest_partnerships(kept, directory.knowledge.pooling))

        return await apart(made)

    @routes.get(
        "/partnerships/groups",
        response_model=ProposedGroups,
        responses=refusals(429),
        openapi_extra=FILTERED,
        summary="Groupes d’une sélection",
    )
    async def list_groups(request: Request, pooling: OnePooling) -> Response:
        def made() -> Response:
            category = PoolingCategory(pooling)
            refused = refused_pairs(ledger.dismissals(), category)
            found = groups_in(directory.current(), selection_of(request), category, refused)
            return fresh_answer(groups_answer(found, directory.knowledge.pooling))

        return await apart(made)


def operator_router(directory: Directory, operators: Operators) -> APIRouter:
    """What operators decide for all: pairs that are not relevant, and the labels they make."""
    routes = router("operators", "/partnerships")
    ledger = operators.ledger

    @routes.get(
        "/dismissals",
        response_model=Dismissals,
        responses=refusals(401, 403),
        openapi_extra=OPERATOR,
        summary="Paires écartées par les opérateurs",
    )
    def list_dismissals() -> Response:
        labels = labels_of(ledger.decisions(), directory.current())
        return fresh_answer(dismissals_answer(labels, directory.knowledge.pooling))

    @routes.get(
        "/dismissals.csv",
        response_class=CsvResponse,
        responses=refusals(401, 403),
        openapi_extra=OPERATOR,
        summary="Les mêmes, en étiquettes (note 0)",
    )
    def download_dismissals() -> Response:
        text = labels_csv(labels_of(ledger.decisions(), directory.current()))
        headers = {
            "Content-Disposition": 'attachment; filename="paires-ecartees.csv"',
            "Cache-Control": "no-store",
        }
        return CsvResponse(text, headers=headers)

    @routes.post(
        "/dismissals",
        response_model=DismissalKept,
        responses=refusals(401, 403, 404, 413, 415),
        openapi_extra=OPERATOR,
        summary="Écarter une paire pour tous",
    )
    def dismiss_pair(body: DismissalAsked) -> Response:
        edition = directory.current()
        asked = _dismissal(body)
        one, other = (edition.organisation(any_id).id for any_id in (asked.a_id, asked.b_id))
        dismissal = dismissal_of(one, other, asked.pooling)
        told: DismissalKept = {
            "kept": ledger.dismiss(dismissal, body.reason),
            **dismissed_pair(dismissal),
        }
        return fresh_answer(told)

    @routes.delete(
        "/dismissals",
        response_model=DismissalRestored,
        responses=refusals(401, 403, 413, 415),
        openapi_extra=OPERATOR,
        summary="Reprendre une paire écartée",
    )
    def restore_pair(body: DismissalAsked) -> Response:
        dismissal = _dismissal(body)
        restored = ledger.restore(dismissal)
        told: DismissalRestored = {"restored": restored, **dismissed_pair(dismissal)}
        return fresh_answer(told)

    return routes


class CsvResponse(Response):
    """Told as CSV by the document."""

    media_type = "text/csv"


def _dismissed_of(organisation_id: str, dismissals: frozenset[Dismissal]) -> int:
    return sum(organisation_id in {d.a_id, d.b_id} for d in dismissals)


def _dismissal(body: DismissalAsked) -> Dismissal:
    return dismissal_of(body.a_id, body.b_id, PoolingCategory(body.pooling))
