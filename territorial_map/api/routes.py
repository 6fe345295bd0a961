"""Lists, map, sheets, territories and the edition: what everyone reads first."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BeforeValidator

from territorial_map.api.answers import GEOJSON, answer, page_links
from territorial_map.api.grouped import By, Group
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.drawn import MapFeatures, map_features
from territorial_map.api.models.editions import EditionAnswer, edition_answer
from territorial_map.api.models.facets import Facets, facets_of
from territorial_map.api.models.listing import (
    OrganisationPage,
    organisation_page,
)
from territorial_map.api.models.sheets import OrganisationSheet, organisation_sheet
from territorial_map.api.models.territories import (
    Outlines,
    Suggestions,
    TerritoryAnswer,
    address_suggestion,
    outlines_answer,
    suggestion,
    territory_answer,
)
from territorial_map.api.models.understanding import understood_of
from territorial_map.api.parameters import (
    FILTERED,
    MOST_SUGGESTIONS,
    PINNED,
    Offset,
    OrganisationPath,
    PlaceText,
    SortOrder,
    Zoom,
    selection_of,
    whole,
)
from territorial_map.api.route import kept_answers, router
from territorial_map.domain.listing import Order, level_drawn, usual_order
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.trade_question import TradeGroup
from territorial_map.services.directory import Directory
from territorial_map.services.explore.addresses import Geocoder
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.sheets import sheet_of
from territorial_map.services.explore.trade_counts import (
    facets_with_unknown,
    trade_counts,
)
from territorial_map.services.explore.trade_groups import page_to_call

MAX_LIMIT = 500
DRAWN = (TerritoryLevel.REGION.value, TerritoryLevel.DEPARTMENT.value)
Limit = Annotated[
    int,
    Query(ge=1, le=MAX_LIMIT, description=f"Lignes par page, {MAX_LIMIT} au plus."),
    BeforeValidator(whole("limit", 1, MAX_LIMIT)),
]
FewPlaces = Annotated[
    int,
    Query(ge=1, le=MOST_SUGGESTIONS, description=f"{MOST_SUGGESTIONS} lieux au plus."),
    BeforeValidator(whole("limit", 1, MOST_SUGGESTIONS)),
]
Level = Annotated[
    str,
    Path(
        description="Niveau du territoire, au Code officiel géographique de l’édition.",
        json_schema_extra={"enum": list(TerritoryLevel.codes())},
    ),
    BeforeValidator(one_of("level", TerritoryLevel.codes())),
]
DrawnLevel = Annotated[
    str,
    Path(
        description="Niveau dont les contours existent.",
        json_schema_extra={"enum": list(DRAWN)},
    ),
    BeforeValidator(one_of("level", DRAWN)),
]
Code = Annotated[
    str,
    Path(description="Code du territoire.", min_length=1, max_length=20),
]


class GeoJsonResponse(JSONResponse):
    """Told as GeoJSON by the document."""

    media_type = GEOJSON


def explore_router(directory: Directory) -> APIRouter:
    """Lists, map, counts and sheets."""
    routes = router("directory")

    @routes.get(
        "/organisations",
        response_model=OrganisationPage,
        responses=kept_answers(),
        openapi_extra=FILTERED,
        summary="Liste paginée ; `Link` donne les pages voisines",
    )
    def list_organisations(
        request: Request,
        limit: Limit = 50,
        offset: Offset = 0,
        order: SortOrder = "",
        group: Group = "",
    ) -> Response:
        edition = directory.current()
        selection = selection_of(request)
        sorting = Order(order) if order else usual_order(selection)
        listed = page_to_call if group == TradeGroup.UNKNOWN else OpenEdition.page
        page = listed(edition, selection, sorting, limit, offset)
        trades = trade_counts(edition, selection)
        body = organisation_page(page, trades, edition.edition, understood_of(selection, edition))
        return answer(
            request, edition.edition.id, body, page_links(request, page.total, limit, offset)
        )

    @routes.get(
        "/organisations/{organisation_id}",
        response_model=OrganisationSheet,
        responses=kept_answers(404),
        openapi_extra=PINNED,
        summary="Fiche complète",
    )
    def get_organisation(request: Request, organisation_id: OrganisationPath) -> Response:
        edition = directory.current()
        sheet = sheet_of(edition, organisation_id)
        return answer(request, edition.edition.id, organisation_sheet(sheet, edition.edition))

    @routes.get(
        "/map",
        response_model=MapFeatures,
        response_class=GeoJsonResponse,
        responses=kept_answers(),
        openapi_extra=FILTERED,
        summary="Regroupements et points (GeoJSON)",
    )
    def get_map(request: Request, zoom: Zoom = 6, by: By = "") -> Response:
        edition = directory.current()
        selection = selection_of(request)
        level = level_drawn(zoom) if by == "territories" else None
        view = edition.map_view(selection, zoom, level)
        body = map_features(view, edition.edition, understood_of(selection, edition))
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/facets",
        response_model=Facets,
        responses=kept_answers(),
        openapi_extra=FILTERED,
        summary="Effectifs par valeur de filtre",
    )
    def get_facets(request: Request) -> Response:
        edition = directory.current()
        selection = selection_of(request)
        counted = facets_with_unknown(edition, selection)
        understood = understood_of(selection, edition)
        body = facets_of(counted, trade_counts(edition, selection), edition.edition, understood)
        return answer(request, edition.edition.id, body)

    return routes


def territory_router(directory: Directory, geocoder: Geocoder) -> APIRouter:
    """Territories: suggestions, one of them, and outlines for the screen."""
    routes = router("territories")

    @routes.get(
        "/territories",
        response_model=Suggestions,
        responses=kept_answers(),
        openapi_extra=PINNED,
        summary="Territoires par nom, code ou code postal",
    )
    def search_territories(request: Request, q: PlaceText = "", limit: FewPlaces = 10) -> Response:
        edition = directory.current()
        found = edition.gazetteer.find(q, limit)
        items = list(map(suggestion, found))
        items += map(address_suggestion, geocoder.find(q, limit - len(items)))
        body: Suggestions = {"items": items}
        return answer(request, edition.edition.id, body)

    @routes.get(
        "/territories/{level}/{code}",
        response_model=TerritoryAnswer,
        responses=kept_answers(404),
        openapi_extra=PINNED,
        summary="Un territoire et son contour",
    )
    def get_territory(request: Request, level: Level, code: Code) -> Response:
        edition = directory.current()
        shape = edition.territory(TerritoryLevel(level), code)
        return answer(request, edition.edition.id, territory_answer(shape))

    @routes.get(
        "/outlines/{level}",
        response_model=Outlines,
        response_class=GeoJsonResponse,
        responses=kept_answers(),
        openapi_extra=PINNED,
        summary="Contours d’un niveau (GeoJSON)",
    )
    def get_outlines(request: Request, level: DrawnLevel) -> Response:
        edition = directory.current()
        collection = outlines_answer(edition.outlines(TerritoryLevel(level)))
        return answer(request, edition.edition.id, collection)

    return routes


def service_router(directory: Directory) -> APIRouter:
    """The edition being served."""
    routes = router("editions-and-exports")

    @routes.get(
        "/editions/current",
        response_model=EditionAnswer,
        responses=kept_answers(),
        openapi_extra=PINNED,
        summary="Édition servie et son rapport",
    )
    def get_current_edition(request: Request) -> Response:
        edition = directory.current().edition
        return answer(request, edition.id, edition_answer(edition))

    return routes
