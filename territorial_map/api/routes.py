"""The addresses of API version 1."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from territorial_map.api import shapes
from territorial_map.api.answers import answer
from territorial_map.api.requests import FILTERED, choice, selection_of, whole
from territorial_map.domain.listing import Order
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.directory import Directory
from territorial_map.services.explore.addresses import Geocoder
from territorial_map.services.explore.sheets import sheet_of

MAX_LIMIT = 500
MAX_ZOOM = 22
MAX_SUGGESTIONS = 50


def explore_router(directory: Directory) -> APIRouter:
    """Lists, map, counts and sheets."""
    router = APIRouter(tags=["Annuaire"])

    @router.get("/organisations", openapi_extra=FILTERED, summary="Liste paginée")
    def organisations(
        request: Request,
        limit: Annotated[str, Query()] = "50",
        offset: Annotated[str, Query()] = "0",
        order: Annotated[str, Query()] = "",
    ) -> Response:
        edition = directory.current()
        selection = selection_of(request, "limit", "offset", "order")
        sorting = order or ("distance" if selection.around else "name")
        page = edition.page(
            selection,
            Order(choice("order", sorting, Order.codes())),
            whole("limit", limit, 1, MAX_LIMIT),
            whole("offset", offset, 0, 10**9),
        )
        return answer(request, edition.edition.id, shapes.page_json(page, edition.edition))

    @router.get("/organisations/{organisation_id}", summary="Fiche complète")
    def organisation(request: Request, organisation_id: str) -> Response:
        edition = directory.current()
        sheet = sheet_of(edition, organisation_id)
        return answer(request, edition.edition.id, shapes.sheet_json(sheet, edition.edition))

    @router.get("/map", openapi_extra=FILTERED, summary="Regroupements et points (GeoJSON)")
    def map_view(request: Request, zoom: Annotated[str, Query()] = "6") -> Response:
        edition = directory.current()
        selection = selection_of(request, "zoom")
        view = edition.map_view(selection, whole("zoom", zoom, 0, MAX_ZOOM))
        return answer(request, edition.edition.id, shapes.map_json(view, edition.edition))

    @router.get("/facets", openapi_extra=FILTERED, summary="Effectifs par valeur de filtre")
    def facets(request: Request) -> Response:
        edition = directory.current()
        total, values = edition.facets(selection_of(request))
        return answer(
            request, edition.edition.id, shapes.facets_json(total, values, edition.edition)
        )

    return router


def territory_router(directory: Directory, geocoder: Geocoder) -> APIRouter:
    """Territories: suggestions, one of them, and outlines for the screen."""
    router = APIRouter(tags=["Territoires"])

    @router.get("/territories", summary="Territoires par nom, code ou code postal")
    def territories(
        request: Request,
        q: Annotated[str, Query()] = "",
        limit: Annotated[str, Query()] = "10",
    ) -> Response:
        edition = directory.current()
        most = whole("limit", limit, 1, MAX_SUGGESTIONS)
        found = edition.gazetteer.find(q, most)
        items = [shapes.place_name_json(place) for place in found]
        items += [shapes.address_json(a) for a in geocoder.find(q, most - len(items))]
        return answer(request, edition.edition.id, {"items": items})

    @router.get("/territories/{level}/{code}", summary="Un territoire et son contour")
    def territory(request: Request, level: str, code: str) -> Response:
        edition = directory.current()
        chosen = TerritoryLevel(choice("level", level, TerritoryLevel.codes()))
        shape = edition.territory(chosen, code)
        return answer(request, edition.edition.id, shapes.territory_json(shape))

    @router.get("/outlines/{level}", summary="Contours d’un niveau (GeoJSON)")
    def outlines(request: Request, level: str) -> Response:
        edition = directory.current()
        drawn = (TerritoryLevel.REGION, TerritoryLevel.DEPARTMENT)
        chosen = TerritoryLevel(choice("level", level, tuple(x.value for x in drawn)))
        collection = shapes.outlines_json(edition.outlines(chosen))
        return answer(request, edition.edition.id, collection)

    return router


def service_router(directory: Directory) -> APIRouter:
    """The edition and the health of the service."""
    router = APIRouter(tags=["Éditions et exports"])

    @router.get("/editions/current", summary="Édition servie et son rapport")
    def current(request: Request) -> Response:
        edition = directory.current().edition
        return answer(request, edition.id, shapes.edition_json(edition))

    @router.get("/health", summary="État du service")
    def health(request: Request) -> Response:
        edition = directory.current().edition
        return answer(request, edition.id, {"status": "ok", "edition": edition.id})

    return router
