"""Partnerships over HTTP: of an organisation, of a selection, in groups; operators' dismissals."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import fresh_answer, pages_around, parameters_of
from territorial_map.api.exports import file_answers
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.leads import (
    OrganisationPartners,
    PageAsked,
    Partnerships,
    organisation_partners,
    territory_partnerships,
)
from territorial_map.api.models.operators import (
    DismissalAsked,
    DismissalKept,
    DismissalRestored,
    Dismissals,
    dismissals_answer,
    dismissed_pair,
)
from territorial_map.api.models.partnerships import ProposedGroups, groups_answer
from territorial_map.api.operators import Operators
from territorial_map.api.parameters import (
    EDITION,
    FILTERS,
    KEPT,
    LANG,
    OnePooling,
    OrganisationPath,
    PageNumber,
    Pooling,
    Radius,
    documented,
    selection_of,
    whole,
)
from territorial_map.api.route import OPERATOR, refusals, router
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language.languages import Language
from territorial_map.domain.selection import DEFAULT_RADIUS_KM, Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, Ledger, dismissal_of
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.partner_lists.files import FILES
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import (
    MOST_LISTED,
    PER_PAGE,
    PartnersAsked,
    kept_from_query,
)
from territorial_map.services.partner_lists.territory_leads import TerritoryAsked, leads_within
from territorial_map.services.partnerships.dismissed import refused_pairs
from territorial_map.services.partnerships.labels import labels_csv, labels_of
from territorial_map.services.partnerships.partners import (
    MOST_PARTNERS,
    MOST_STRONGEST,
    groups_in,
    groups_of,
)
from territorial_map.services.texts import Texts, language_of

PartnersLimit = Annotated[
    int,
    Query(ge=1, le=MOST_PARTNERS, description="Partenaires par page."),
    BeforeValidator(whole("limit", 1, MOST_PARTNERS)),
]
NetworkFile = Annotated[
    str,
    Path(description="Format du fichier.", json_schema_extra={"enum": list(FILES)}),
    BeforeValidator(one_of("extension", tuple(FILES))),
]
PairsLimit = Annotated[
    int,
    Query(ge=1, le=MOST_STRONGEST, description="Pistes par page."),
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


def leads_answer(
    request: Request,
    directory: Directory,
    ledger: Ledger,
    selection: Selection,
    categories: tuple[PoolingCategory, ...],
    at: PageAsked,
) -> Response:
    """A page of the leads of a selection, kept as the request asks."""
    kept = replace(kept_from_query(parameters_of(request)), kinds=())
    asked = TerritoryAsked(selection, categories, kept)
    found = leads_within(directory.current(), asked, ledger.said())
    body = territory_partnerships(found, directory.knowledge.pooling, at)
    return fresh_answer(body, pages_around(request, at.page, body["pages"]))


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
        openapi_extra=documented(*KEPT),
        summary="Partenariats possibles",
    )
    async def get_organisation_partners(
        request: Request,
        organisation_id: OrganisationPath,
        pooling: Pooling = (),
        radius_km: Radius = None,
        limit: PartnersLimit = PER_PAGE,
        page: PageNumber = 1,
    ) -> Response:
        def made() -> Response:
            edition = directory.current()
            asked = PartnersAsked(
                organisation_id,
                radius_km=radius_km or DEFAULT_RADIUS_KM,
                own_reach=radius_km is None,
                pooling=categories_of(pooling),
                limit=MOST_LISTED,
                kept=kept_from_query(parameters_of(request)),
            )
            found = find_leads(edition, asked, ledger.said())
            at = PageAsked(page, limit)
            ids = tuple(lead.main.b.id for lead in found.leads[at.of(found.leads)])
            listed = {item.id: item for item in edition.listed_by_ids(ids)}
            body = organisation_partners(found, listed, directory.knowledge.pooling, at)
            return fresh_answer(body, pages_around(request, page, body["pages"]))

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
            refused = refused_pairs(ledger.said(), category)
            found = groups_of(directory.current(), organisation_id, category, radius_km, refused)
            return fresh_answer(groups_answer(found, directory.knowledge.pooling))

        return await apart(made)


def _shown_how(extension: str) -> str:
    return "inline" if extension in {"svg", "png"} else "attachment"


def _add_of_selections(routes: APIRouter, directory: Directory, ledger: Ledger) -> None:
    @routes.get(
        "/partnerships",
        response_model=Partnerships,
        responses=refusals(429),
        openapi_extra=documented(*FILTERS, *KEPT[1:], EDITION),
        summary="Pistes d’une sélection",
    )
    async def list_partnerships(
        request: Request,
        pooling: Pooling = (),
        limit: PairsLimit = PER_PAGE,
        page: PageNumber = 1,
    ) -> Response:
        def made() -> Response:
            at = PageAsked(page, limit)
            return leads_answer(
                request, directory, ledger, selection_of(request), categories_of(pooling), at
            )

        return await apart(made)

    @routes.get(
        "/partnerships/network.{extension}",
        response_class=Response,
        responses=file_answers(tuple(media_type for media_type, _ in FILES.values()))
        | refusals(404, 429),
        openapi_extra=documented(*FILTERS, *KEPT[1:], LANG, EDITION),
        summary="Réseau d’une sélection (CSV, XLSX, GraphML, SVG, PNG)",
    )
    async def get_network(
        request: Request, extension: NetworkFile, pooling: Pooling = ()
    ) -> Response:
        def made() -> Response:
            media_type, make = FILES[extension]
            kept = replace(kept_from_query(parameters_of(request)), kinds=())
            asked = TerritoryAsked(selection_of(request), categories_of(pooling), kept)
            found = leads_within(directory.current(), asked, ledger.said())
            t = Texts(language_of(request.query_params.get("lang", Language.FRENCH.value)))
            name = f"pistes-de-cooperation.{extension}"
            headers = {
                "Cache-Control": "no-store",
                "Content-Disposition": f'{_shown_how(extension)}; filename="{name}"',
            }
            body = make(found, t("Pistes de coopération"), t)
            return Response(body, media_type=media_type, headers=headers)

        return await apart(made)

    @routes.get(
        "/partnerships/groups",
        response_model=ProposedGroups,
        responses=refusals(429),
        openapi_extra=documented(*FILTERS, EDITION),
        summary="Groupes d’une sélection",
    )
    async def list_groups(request: Request, pooling: OnePooling) -> Response:
        def made() -> Response:
            category = PoolingCategory(pooling)
            refused = refused_pairs(ledger.said(), category)
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


def _dismissal(body: DismissalAsked) -> Dismissal:
    return dismissal_of(body.a_id, body.b_id, PoolingCategory(body.pooling))
