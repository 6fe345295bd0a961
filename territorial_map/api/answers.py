"""How the API answers: JSON, ETags tied to the edition, errors that name the parameter."""

import hashlib
from collections.abc import Sequence
from typing import Any

import orjson
from fastapi import Request, Response

from territorial_map.domain.errors import (
    BadParameter,
    EditionError,
    Forbidden,
    NotFound,
    SourceError,
    SourceTooLarge,
    TooLarge,
    TooMany,
    Unavailable,
    UserError,
)

_STATUS: tuple[tuple[type[UserError], int], ...] = (
    (BadParameter, 422),
    (NotFound, 404),
    (Forbidden, 403),
    (TooLarge, 413),
    (TooMany, 429),
    (SourceTooLarge, 413),
    (SourceError, 422),
    (EditionError, 503),
    (Unavailable, 503),
)


def parameters_of(request: Request) -> dict[str, Sequence[str]]:
    """Every query parameter with all its values."""
    return {name: request.query_params.getlist(name) for name in request.query_params}


def etag_of(request: Request, edition_id: str) -> str:
    """The tag of an answer: it depends on the edition and the address alone."""
    digest = hashlib.sha256(f"{edition_id} {request.url.path}?{request.url.query}".encode())
    return f'"{digest.hexdigest()[:24]}"'


def answer(request: Request, edition_id: str, body: Any) -> Response:  # noqa: ANN401 - any JSON value
    """A JSON answer that caches must revalidate, so that two editions never mix.

    An answer whose address names its edition (``edition=<id>``) never changes.
    """
    etag = etag_of(request, edition_id)
    pinned = request.query_params.get("edition") == edition_id
    cache = "public, max-age=31536000, immutable" if pinned else "no-cache"
    headers = {"ETag": etag, "Cache-Control": cache}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(
        orjson.dumps(body, option=orjson.OPT_NON_STR_KEYS),
        media_type="application/geo+json" if _is_geojson(body) else "application/json",
        headers=headers,
    )


def fresh_answer(body: Any) -> Response:  # noqa: ANN401 - any JSON value
    """A JSON answer that its address and edition do not tell: no cache keeps it."""
    return Response(
        orjson.dumps(body, option=orjson.OPT_NON_STR_KEYS),
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _is_geojson(body: object) -> bool:
    return isinstance(body, dict) and body.get("type") == "FeatureCollection"


def error_answer(error: UserError) -> Response:
    """A user's mistake as JSON: what, where, and the accepted values."""
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
    body: dict[str, Any] = {
        "detail": error.public if isinstance(error, EditionError) else str(error)
    }
    if isinstance(error, BadParameter):
        body |= {
            "parameter": error.parameter,
            "value": error.value,
            "problem": error.problem,
            "allowed": list(error.allowed),
        }
    headers = {"Cache-Control": "no-store"}
    if isinstance(error, TooMany | Unavailable):
        headers["Retry-After"] = str(error.retry_after_s)
    return Response(
        orjson.dumps(body), status_code=status, media_type="application/json", headers=headers
    )
