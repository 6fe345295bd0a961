"""What the lists kept in a browser ask: facts by ids, and the ids of a selection.

The lists themselves, with notes and statuses, never come here.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response

from territorial_map.api.answers import answer, fresh_answer
from territorial_map.api.requests import FILTERED, choice, selection_of, whole
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.listing import Listed, Order
from territorial_map.services.directory import Directory
from territorial_map.services.explore.kept_organisations import (
    MOST_LINES,
    Followed,
    first_lines,
    followed,
)

MOST_ID = 300
_BODY = Body(examples=[{"ids": ["finess:010001261", "siae:aci:75187049400026"]}])
_PLAIN = (
    "id",
    "name",
    "acronym",
    "kind",
    "devices",
    "place_types",
    "partner_type",
    "sectors",
    "siren",
    "siret",
    "address",
    "postcode",
    "commune_code",
    "commune",
    "department_code",
    "department",
    "located",
    "website",
    "phone",
    "source",
    "vintage",
)


def list_router(directory: Directory) -> APIRouter:
    """Facts of the organisations of a list, and the first ids of a selection."""
    router = APIRouter(tags=["Listes"])

    @router.post("/lists/lines", summary="Faits d’organisations, par identifiants")
    def lines(body: dict[str, Any] = _BODY) -> Response:
        edition = directory.current()
        found = followed(edition, _ids(body))
        edition_told = {"edition": edition.edition.id, "built_on": edition.edition.built_on}
        return fresh_answer(edition_told | {"lines": list(map(_line, found))})

    @router.get(
        "/lists/selection",
        openapi_extra=FILTERED,
        summary="Identifiants et noms des premières organisations d’une sélection",
    )
    def selected(
        request: Request,
        limit: Annotated[str, Query()] = str(MOST_LINES),
        order: Annotated[str, Query()] = "",
    ) -> Response:
        edition = directory.current()
        selection = selection_of(request, "limit", "order")
        sorting = order or ("distance" if selection.around else "name")
        total, items = first_lines(
            edition,
            selection,
            Order(choice("order", sorting, Order.codes())),
            whole("limit", limit, 1, MOST_LINES),
        )
        named = [{"id": item.id, "name": item.name} for item in items]
        body = {"edition": edition.edition.id, "total": total, "lines": named}
        return answer(request, edition.edition.id, body)

    return router


def _line(one: Followed) -> dict[str, Any]:
    item: Listed = one.listed
    point = item.point
    return {
        "asked": one.asked,
        **{name: getattr(item, name) for name in _PLAIN},
        "lon": point.lon if point else None,
        "lat": point.lat if point else None,
        "ended": one.ended,
    }


def _ids(body: dict[str, Any]) -> list[str]:
    for key in body:
        if key != "ids":
            raise BadParameter(key, str(body[key])[:40], "clé inconnue.", ("ids",))
    ids = body.get("ids")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise BadParameter("ids", str(ids)[:40], "une liste d’identifiants est attendue.")
    if len(ids) > MOST_LINES:
        problem = f"{MOST_LINES} identifiants au plus par demande."
        raise BadParameter("ids", str(len(ids)), problem)
    for one in ids:
        if not 0 < len(one) <= MOST_ID:
            raise BadParameter("ids", one[:40], f"un identifiant a de 1 à {MOST_ID} caractères.")
    return ids
