"""Zonings over a map: the outlines of zones, a département at a time."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import answer
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.zonings import ZoningOutlines, zoning_answer
from territorial_map.api.parameters import PINNED
from territorial_map.api.route import kept_answers, router
from territorial_map.api.routes import GeoJsonResponse
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.services.directory import Directory
from territorial_map.services.explore.zoning_outlines import zoning_in

_Kind = Annotated[
    str,
    Path(description="Zonage.", json_schema_extra={"enum": list(ZoningKind.codes())}),
    BeforeValidator(one_of("kind", ZoningKind.codes())),
]
_Department = Annotated[str, Path(description="Code du département.", min_length=2, max_length=3)]


def zoning_router(directory: Directory) -> APIRouter:
    """The zones of the edition served."""
    routes = router("territories")

    @routes.get(
        "/zonings/{kind}/{department}",
        response_model=ZoningOutlines,
        response_class=GeoJsonResponse,
        responses=kept_answers(404),
        openapi_extra=PINNED,
        summary="Contours des zones d’un zonage, dans un département (GeoJSON)",
    )
    def get_zoning(request: Request, kind: _Kind, department: _Department) -> Response:
        edition = directory.current()
        found = zoning_in(edition, ZoningKind(kind), department)
        return answer(request, edition.edition.id, zoning_answer(found, edition.edition))

    return routes
