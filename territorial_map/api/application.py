"""The FastAPI application that carries the API, and under it the pages."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from anyio import to_thread
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from territorial_map.api.answers import error_answer, problem_answer
from territorial_map.api.changes import change_router
from territorial_map.api.contribution_figures import contribution_figures_router
from territorial_map.api.contribution_lists import contribution_list_router
from territorial_map.api.contributions import contribution_router, review_router
from territorial_map.api.costs import AddressLimits, BodyLimits, Costs
from territorial_map.api.coverage import coverage_router
from territorial_map.api.docs_page import docs_page
from territorial_map.api.document import document_of, methods_at, methods_by_path
from territorial_map.api.duplicates import duplicates_router
from territorial_map.api.exports import Exports, export_router
from territorial_map.api.gate import Gate
from territorial_map.api.group_words import group_word_router
from territorial_map.api.head_requests import HeadRequests
from territorial_map.api.health import health_router
from territorial_map.api.lists import list_router
from territorial_map.api.matching import match_router
from territorial_map.api.mending import PLACES
from territorial_map.api.mistakes import first_mistake, in_french
from territorial_map.api.models.problem import problem
from territorial_map.api.ogc.routes import add_ogc_strangers, features_router
from territorial_map.api.open_data import add_open_data
from territorial_map.api.operators import Operators
from territorial_map.api.other_sites import OwnSiteWrites, PublicReading
from territorial_map.api.partnerships import operator_router, partnership_router
from territorial_map.api.portraits import portrait_router
from territorial_map.api.practices import practice_router
from territorial_map.api.ptce import ptce_router
from territorial_map.api.remembered import RememberedAnswers
from territorial_map.api.route import (
    ADMIT,
    DOCUMENTED,
    EDITION,
    REMEMBERED,
    parameters_by_operation,
)
from territorial_map.api.routes import explore_router, service_router, territory_router
from territorial_map.api.territory_notes import territory_note_router
from territorial_map.api.zonings import zoning_router
from territorial_map.domain.errors import NotFound, Unavailable, UserError
from territorial_map.domain.machine_faults import is_of_machine
from territorial_map.services.directory import Directory
from territorial_map.services.explore.addresses import Geocoder, NoGeocoder
from territorial_map.services.site import Site

BASE = "/api/v1"
_MOST_SHOWN = 100
_LOG = logging.getLogger(__name__)
_NO_ROOM = (
    "Le service ne peut pas écrire ce fichier pour le moment : réessayez plus tard. "
    "Les listes et la carte restent consultables."
)
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
_DESCRIPTION = (
    "Organisations de l’ESS, PTCE, travail protégé et adapté, lieux de coopération et partenaires "
    "territoriaux, par territoire. Les mêmes filtres valent partout ; un paramètre inconnu est "
    "une erreur, jamais ignoré."
)


def create_server(
    site: Site,
    operators: Operators,
    geocoder: Geocoder | None = None,
    gate: Gate | None = None,
) -> FastAPI:
    """The server with the API, its errors and its documentation; pages are added by the web."""
    server = FastAPI(
        title="Carte et annuaire de la coopération territoriale — API",
        description=_DESCRIPTION,
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{BASE}/openapi.json",
        license_info={"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"},
        generate_unique_id_function=lambda route: route.name,
        strict_content_type=False,
        lifespan=_alive(site.directory),
    )
    limits, directory = gate or Gate(), site.directory
    server.add_middleware(HeadRequests)
    server.add_middleware(BodyLimits)
    server.add_middleware(Costs, gate=limits)
    server.add_middleware(AddressLimits)
    server.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    server.add_middleware(OwnSiteWrites, public_url=site.public_url)
    server.add_middleware(PublicReading)
    for router in (
        explore_router(directory),
        list_router(directory),
        match_router(directory, limits),
        territory_router(directory, geocoder or NoGeocoder()),
        zoning_router(directory),
        portrait_router(directory, site.ledger),
        territory_note_router(site),
        coverage_router(directory),
        service_router(directory),
        health_router(site),
        export_router(Exports(directory, site.ledger, site.public_url, limits)),
        practice_router(directory, site.knowledge.practices),
        ptce_router(directory, site.knowledge.law, site.public_url),
        operator_router(directory, operators),
        group_word_router(directory, operators),
        partnership_router(directory, site.ledger),
        duplicates_router(directory, operators),
        contribution_router(site),
        contribution_list_router(site, limits),
        contribution_figures_router(site),
        review_router(site),
        change_router(directory, site.public_url, limits),
    ):
        server.include_router(router, prefix=BASE)
    server.include_router(features_router(site, lambda: document_of(server)))
    setattr(server.state, DOCUMENTED, parameters_by_operation(document_of(server)))
    setattr(server.state, ADMIT, operators.admit)
    asks_elsewhere = not isinstance(geocoder or NoGeocoder(), NoGeocoder)
    never = frozenset({"search_territories"} if asks_elsewhere else ())
    setattr(server.state, REMEMBERED, RememberedAnswers(never))
    setattr(server.state, EDITION, lambda: directory.current().edition.id)
    setattr(server.state, PLACES, lambda: directory.current().places)
    server.openapi = lambda: document_of(server)  # type: ignore[method-assign]  # FastAPI's own way
    _add_docs(server)
    add_ogc_strangers(server)
    add_open_data(server, site, limits)
    _add_errors(server)
    return server


def _alive(directory: Directory) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def alive(_: FastAPI) -> AsyncIterator[None]:
        directory.begin()
        try:
            yield
        finally:
            await to_thread.run_sync(directory.end)

    return alive


def _add_docs(server: FastAPI) -> None:
    @server.get(f"{BASE}/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(docs_page(server.openapi()))

    methods = methods_by_path(server.openapi())

    @server.api_route(f"{BASE}/{{rest:path}}", methods=list(_METHODS), include_in_schema=False)
    def nothing_here(request: Request, rest: str) -> Response:
        allowed = methods_at(request.url.path, methods)
        if allowed and request.method not in allowed:
            raise HTTPException(405, headers={"Allow": ", ".join(allowed)})
        raise NotFound(f"Aucune adresse « {BASE}/{rest[:_MOST_SHOWN]} ». Voir {BASE}/docs.")


def _no_room(_: Request, error: Exception) -> Response:
    if not isinstance(error, OSError) or not is_of_machine(error):
        raise error
    _LOG.error("the machine refuses to read or write", exc_info=error)
    return error_answer(Unavailable(_NO_ROOM))


def _add_errors(server: FastAPI) -> None:
    def user_error(_: Request, error: Exception) -> Response:
        if not isinstance(error, UserError):
            raise error
        return error_answer(error)

    def invalid(_: Request, error: Exception) -> Response:
        if not isinstance(error, RequestValidationError):
            raise error
        return error_answer(first_mistake(error.errors()))

    def http_error(_: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        told = problem(error.status_code, in_french(error))
        return problem_answer(told, error.headers)

    server.add_exception_handler(OSError, _no_room)
    server.add_exception_handler(UserError, user_error)
    server.add_exception_handler(RequestValidationError, invalid)
    server.add_exception_handler(HTTPException, http_error)
