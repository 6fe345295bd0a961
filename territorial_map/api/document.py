"""The OpenAPI document: what FastAPI derives, then refusals, security and values told rightly."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from territorial_map.api.models.problem import PROBLEM_TYPE

Json = dict[str, Any]
_PROBLEM: Json = {"$ref": "#/components/schemas/Problem"}
_SECURITY: Json = {
    "operator": {
        "type": "http",
        "scheme": "bearer",
        "description": "Le secret du mode opérateur (réglage TERRITORIAL_MAP_OPERATOR_SECRET).",
    }
}
_KEPT_HEADERS: Json = {
    "ETag": {"schema": {"type": "string"}, "description": "Change avec l’édition ou l’adresse."},
    "Cache-Control": {"schema": {"type": "string"}},
}
_LINK: Json = {
    "Link": {
        "schema": {"type": "string"},
        "description": "Adresses des pages `first`, `prev`, `next` et `last` (RFC 8288).",
    }
}
_RETRY: Json = {
    "Retry-After": {
        "schema": {"type": "integer", "minimum": 1},
        "description": "Quand revenir, en secondes.",
    }
}


def document_of(server: FastAPI) -> Json:
    """The document of a server, made once."""
    if server.openapi_schema is None:
        made = get_openapi(
            title=server.title,
            version=server.version,
            description=server.description,
            routes=server.routes,
            license_info=server.license_info,
        )
        for methods in made["paths"].values():
            for operation in methods.values():
                _tell_rightly(operation)
        made["components"]["securitySchemes"] = _SECURITY
        server.openapi_schema = made
    return server.openapi_schema


def _tell_rightly(operation: Json) -> None:
    for parameter in operation.get("parameters", ()):
        _drop_empty_default(parameter["schema"])
    answers = operation["responses"]
    for status, told in answers.items():
        if status.startswith(("4", "5")):
            told["content"] = {PROBLEM_TYPE: {"schema": _PROBLEM}}
        if status in {"429", "503"}:
            told["headers"] = dict(_RETRY)
    headers: Json = {}
    if "304" in answers:
        headers |= _KEPT_HEADERS
    if "offset" in {parameter["name"] for parameter in operation.get("parameters", ())}:
        headers |= _LINK
    if headers:
        answers["200"]["headers"] = headers


def _drop_empty_default(schema: Json) -> None:
    """An empty default stands for « not given »: no client has to send it."""
    if schema.get("default") in ("", [], None):
        schema.pop("default", None)
