"""How the API answers: bytes of what was built, ETags tied to the edition, refusals in RFC 9457."""

import hashlib
from collections.abc import Mapping, Sequence

import orjson
from fastapi import Request, Response

from territorial_map.api.models.problem import PROBLEM_TYPE, Problem, problem
from territorial_map.domain.errors import (
    BadParameter,
    Conflict,
    EditionError,
    Forbidden,
    NotFound,
    SecretNeeded,
    SourceError,
    SourceTooLarge,
    TooLarge,
    TooMany,
    Unavailable,
    UserError,
)

GEOJSON = "application/geo+json"
_STATUS: tuple[tuple[type[UserError], int], ...] = (
    (BadParameter, 422),
    (NotFound, 404),
    (SecretNeeded, 401),
    (Forbidden, 403),
    (Conflict, 409),
    (TooLarge, 413),
    (TooMany, 429),
    (SourceTooLarge, 413),
    (SourceError, 422),
    (EditionError, 503),
    (Unavailable, 503),
)
_RETRY_S = 5


def parameters_of(request: Request) -> dict[str, Sequence[str]]:
    """Every query parameter with all its values."""
    return {name: request.query_params.getlist(name) for name in request.query_params}


def etag_of(request: Request, edition_id: str) -> str:
    """The tag of an answer: it depends on the edition and the address alone."""
    digest = hashlib.sha256(f"{edition_id} {request.url.path}?{request.url.query}".encode())
    return f'"{digest.hexdigest()[:24]}"'


def json_bytes(body: object) -> bytes:
    """The bytes of an answer; closed lists and frozen values as their JSON."""
    return orjson.dumps(body, option=orjson.OPT_NON_STR_KEYS)


def edition_headers(request: Request, edition_id: str) -> dict[str, str]:
    """The tag of an answer, and how long caches may keep it."""
    pinned = request.query_params.get("edition") == edition_id
    cache = "public, max-age=31536000, immutable" if pinned else "no-cache"
    return {"ETag": etag_of(request, edition_id), "Cache-Control": cache}


def answer(
    request: Request, edition_id: str, body: object, links: Mapping[str, str] | None = None
) -> Response:
    """A JSON answer that caches must revalidate, so that two editions never mix.

    An answer whose address names its edition (``edition=<id>``) never changes. ``links`` are the
    addresses of other pages, by relation (RFC 8288).
    """
    headers = edition_headers(request, edition_id)
    if links:
        headers["Link"] = link_header(links)
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    media_type = GEOJSON if _is_geojson(body) else "application/json"
    return Response(json_bytes(body), media_type=media_type, headers=headers)


def fresh_answer(body: object, links: Mapping[str, str] | None = None) -> Response:
    """A JSON answer that its address and edition do not tell: no cache keeps it."""
    headers = {"Cache-Control": "no-store"}
    if links:
        headers["Link"] = link_header(links)
    return Response(json_bytes(body), media_type="application/json", headers=headers)


def page_links(request: Request, total: int, limit: int, offset: int) -> dict[str, str]:
    """The addresses of the first, previous, next and last pages, where there are such."""
    last = max(0, (total - 1) // limit * limit)
    offsets = {"first": 0, "last": last}
    if offset > 0:
        offsets["prev"] = max(0, min(offset - limit, last))
    if offset + limit < total:
        offsets["next"] = offset + limit
    url = request.url
    return {
        relation: f"{url.path}?{url.include_query_params(offset=start).query}"
        for relation, start in offsets.items()
    }


def pages_around(request: Request, page: int, pages: int) -> dict[str, str]:
    """The addresses of the first, previous, next and last of numbered pages, where there are."""
    last = max(1, pages)
    numbers = {"first": 1, "last": last}
    if page > 1:
        numbers["prev"] = min(page - 1, last)
    if page < last:
        numbers["next"] = page + 1
    url = request.url
    return {
        relation: f"{url.path}?{url.include_query_params(page=number).query}"
        for relation, number in numbers.items()
    }


def link_header(links: Mapping[str, str]) -> str:
    """The value of a ``Link`` header."""
    return ", ".join(f'<{address}>; rel="{relation}"' for relation, address in links.items())


def error_answer(error: UserError, status: int | None = None) -> Response:
    """A user's mistake as a problem: what, where, and the accepted values.

    ``status`` stands for that of the kind of mistake.
    """
    if status is None:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
    sentence = error.public if isinstance(error, EditionError) else str(error)
    told = problem(status, _shown(sentence))
    if isinstance(error, BadParameter):
        told["parameter"] = _shown(error.parameter)
        told["value"] = _shown(error.value)
        told["problem"] = error.problem
        told["allowed"] = list(error.allowed)
    headers = {"Retry-After": str(_RETRY_S)} if status == 503 else {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooMany | Unavailable):
        headers["Retry-After"] = str(error.retry_after_s)
    return problem_answer(told, headers)


def problem_answer(told: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal; no cache keeps it."""
    return Response(
        json_bytes(told),
        status_code=told["status"],
        media_type=PROBLEM_TYPE,
        headers={"Cache-Control": "no-store"} | dict(headers or {}),
    )


def _shown(text: str) -> str:
    """A text that came from outside, as it can be sent back: whole characters, not for ever."""
    return text.encode(errors="replace").decode()


def _is_geojson(body: object) -> bool:
    return isinstance(body, dict) and body.get("type") == "FeatureCollection"
