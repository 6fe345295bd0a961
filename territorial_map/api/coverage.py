"""What our sources cover, and its map."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import answer, edition_headers
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.coverage import CoverageAnswer, coverage_answer
from territorial_map.api.parameters import PINNED
from territorial_map.api.route import kept_answers, router
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.coverage import LEVELS, coverage_of
from territorial_map.services.coverage.map import coverage_map
from territorial_map.services.directory import Directory

_LEVELS = tuple(level.value for level in LEVELS)
_WHOLE, _ALL = "edition", "all"
_SVG = "image/svg+xml"
CoverageLevel = Annotated[
    str,
    Query(
        description="Niveau de territoire, ou toute l’édition.",
        json_schema_extra={"enum": [_WHOLE, *_LEVELS]},
    ),
    BeforeValidator(one_of("by", (_WHOLE, *_LEVELS))),
]
CoveredKind = Annotated[
    str,
    Query(
        description="Un seul type d’organisation, ou tous.",
        json_schema_extra={"enum": [_ALL, *Kind.codes()]},
    ),
    BeforeValidator(one_of("kind", (_ALL, *Kind.codes()))),
]


class SvgResponse(Response):
    """Told as SVG by the document."""

    media_type = _SVG


def coverage_router(directory: Directory) -> APIRouter:
    """The coverage of the edition served."""
    routes = router("directory")

    @routes.get(
        "/coverage",
        response_model=CoverageAnswer,
        responses=kept_answers(),
        openapi_extra=PINNED,
        summary="Ce que couvrent nos sources, par type et par territoire",
    )
    def get_coverage(request: Request, by: CoverageLevel = _WHOLE) -> Response:
        edition = directory.current()
        found = coverage_of(edition, None if by == _WHOLE else TerritoryLevel(by))
        return answer(request, edition.edition.id, coverage_answer(found, edition.edition))

    @routes.get(
        "/coverage/map.svg",
        response_class=SvgResponse,
        responses=kept_answers(),
        openapi_extra=PINNED,
        summary="Carte de couverture par département (SVG)",
    )
    def get_coverage_map(request: Request, kind: CoveredKind = _ALL) -> Response:
        edition = directory.current()
        headers = edition_headers(request, edition.edition.id)
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        drawn = coverage_map(edition, None if kind == _ALL else Kind(kind))
        return SvgResponse(drawn, headers=headers)

    return routes
