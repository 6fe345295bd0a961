"""Routes of the features API: those of the API, but a wrong parameter is refused with 400."""

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError

from territorial_map.api.answers import error_answer
from territorial_map.api.mistakes import first_mistake
from territorial_map.api.models.problem import Problem
from territorial_map.api.ogc.asked import HTML
from territorial_map.api.route import ApiRoute, Handler, Json, kept_answers
from territorial_map.domain.errors import BadParameter

_WHY = "Un paramètre inconnu, ou une valeur qui n’est pas admise."


class OgcRoute(ApiRoute):
    """A route that says 400 where OGC 17-069r4 asks for it (7.5.1, 7.5.2).

    What a header asks for differs too (JSON or a page): nothing is remembered by its address. A
    window whose west is greater than its east goes over the antimeridian there (7.15.3).
    """

    remembers = False
    untouched = frozenset({"bbox"})

    def get_route_handler(self) -> Handler:
        """The handler of a request."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handle(request)
            except BadParameter as error:
                return error_answer(error, 400)
            except RequestValidationError as error:
                return error_answer(first_mistake(error.errors()), 400)

        return answered


def ogc_router() -> APIRouter:
    """The router of the features API."""
    return APIRouter(tags=["ogc"], route_class=OgcRoute)


def answers(*statuses: int) -> dict[int | str, Json]:
    """A page beside the data, and the refusals, as the document tells them."""
    page: Json = {"content": {HTML: {"schema": {"type": "string"}}}}
    wrong: Json = {"model": Problem, "description": _WHY}
    return {200: page} | kept_answers(*statuses) | {400: wrong}
