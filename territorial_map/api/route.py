"""What every route of the API does before its own code: parameters known, bodies of JSON read."""

from collections.abc import Callable, Coroutine, Mapping
from contextlib import nullcontext
from email.message import Message
from typing import Any

import orjson
from anyio import to_thread
from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from territorial_map.api.known_parameters import Known, refuse_unknown
from territorial_map.api.mending import PLACES, is_filtered, put_right, with_headers
from territorial_map.api.models.problem import Problem
from territorial_map.api.remembered import RememberedAnswers
from territorial_map.services.costly_work import search_turn

Json = dict[str, Any]
Handler = Callable[[Request], Coroutine[Any, Any, Response]]
DOCUMENTED = "documented_parameters"
ADMIT = "admit_operator"
EDITION = "edition_now"
REMEMBERED = "remembered_answers"
TEXT = "q"
"""The parameter of a typed text: one such question is answered at a time, light ones beside it."""
_WHY: dict[int, str] = {
    401: "Le secret du mode opérateur est attendu.",
    403: "Réservé au mode opérateur.",
    404: "Rien ne répond à ce nom dans l’édition servie.",
    409: "Quelqu’un d’autre l’a changé entre-temps : rien n’a été fait.",
    413: "Plus que ce qui est lu ou écrit en une fois.",
    414: "Une adresse plus longue que ce qui est lu.",
    415: "Un autre type de contenu que celui qui est attendu.",
    422: "Un paramètre, ou une clé du corps, dont la valeur n’est pas admise.",
    429: "Trop de demandes de ce client : `Retry-After` dit quand revenir.",
    503: "Rien ne peut être servi ou écrit pour le moment : `Retry-After` dit quand revenir.",
}
_ALWAYS = (414, 422, 503)
OPERATOR: Json = {"security": [{"operator": []}]}
UNCHANGED: dict[int | str, Json] = {
    304: {"description": "Inchangée depuis l’`ETag` donné par `If-None-Match`."}
}


def refusals(*statuses: int) -> dict[int | str, Json]:
    """The refusals of a route, as the document tells them; every route may be refused so too."""
    return {
        status: {"model": Problem, "description": _WHY[status]}
        for status in sorted({*statuses, *_ALWAYS})
    }


def kept_answers(*statuses: int) -> dict[int | str, Json]:
    """The same, for answers that caches keep and ask again."""
    return UNCHANGED | refusals(*statuses)


class JsonRequest(Request):
    """A request whose JSON is read as the standard says: half characters and NaN are refused."""

    async def json(self) -> Any:  # noqa: ANN401 - any JSON value
        """The value of the body.

        Raises:
            orjson.JSONDecodeError: it is no JSON.
        """
        return orjson.loads(await self.body())


class ApiRoute(APIRoute):
    """A route that refuses what its document does not tell, and strangers where operators decide.

    Both before the body is read; so are territories of filters put right. An answer that edition
    and address say is remembered where the route ``remembers``.
    """

    remembers = True
    untouched: frozenset[str] = frozenset()
    """Filters that the route reads by a rule of its own: they are not put right before it."""

    def get_route_handler(self) -> Handler:
        """The handler of a request, behind its memory."""
        checked, name = self._checked(), self.name
        if not self.remembers or 304 not in self.responses:
            return checked

        async def remembered(request: Request) -> Response:
            state = request.app.state
            memory: RememberedAnswers = getattr(state, REMEMBERED)
            key = memory.key_of(request, getattr(state, EDITION)())
            known = memory.answer(key, request)
            if known is not None:
                return known
            made = await checked(request)
            memory.keep(key, name, request, made)
            return made

        return remembered

    def _checked(self) -> Handler:
        """The handler of a request, behind the checks."""
        handle = super().get_route_handler()
        name, reads_json = self.name, self.body_field is not None
        for_operators = "security" in (self.openapi_extra or {})

        async def checked(request: Request) -> Response:
            state = request.app.state
            if for_operators:
                await to_thread.run_sync(getattr(state, ADMIT), request)
            known = getattr(state, DOCUMENTED)[name]
            refuse_unknown(request, known)
            told = (
                put_right(request, getattr(state, PLACES)(), self.untouched)
                if is_filtered(known)
                else {}
            )
            if reads_json:
                expect_type(request, "application/json")
            in_turn = search_turn() if TEXT in request.query_params else nullcontext()
            async with in_turn:
                answer = await handle(JsonRequest(request.scope, request.receive))
            return with_headers(answer, told)

        return checked


def router(tag: str, prefix: str = "") -> APIRouter:
    """A router of the API."""
    return APIRouter(tags=[tag], prefix=prefix, route_class=ApiRoute)


def expect_type(request: Request, *accepted: str) -> None:
    """Refuse a body announced as another media type.

    Raises:
        HTTPException: 415.
    """
    given = media_type_of(request.headers)
    sent = request.headers.get("content-length", "0")
    if "transfer-encoding" in request.headers:
        sent = "unknown"
    if sent != "0" and given not in {"", *accepted}:
        wanted = " ou ".join(accepted)
        raise HTTPException(415, f"Le corps est annoncé comme « {given} » : {wanted} est attendu.")


def media_type_of(headers: Mapping[str, str]) -> str:
    """The media type that a request announces, without its parameters."""
    message = Message()
    message["content-type"] = headers.get("content-type", "")
    return message.get_content_type() if headers.get("content-type") else ""


def parameters_by_operation(document: Json) -> dict[str, dict[str, Known]]:
    """The query parameters of each operation of a document."""
    return {
        operation["operationId"]: {
            parameter["name"]: Known.of(parameter["schema"])
            for parameter in operation.get("parameters", ())
            if parameter["in"] == "query"
        }
        for methods in document["paths"].values()
        for operation in methods.values()
    }
