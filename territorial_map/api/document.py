"""The OpenAPI document: what FastAPI derives, then refusals, security and values told rightly."""

import re
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from territorial_map.api.costs import TOO_MANY, cost_of
from territorial_map.api.examples import tell_example
from territorial_map.api.models.problem import PROBLEM_TYPE
from territorial_map.api.ogc.asked import ROOT as OGC

Json = dict[str, Any]
_PROBLEM: Json = {"$ref": "#/components/schemas/Problem"}
_SECURITY: Json = {
    "operator": {
        "type": "http",
        "scheme": "bearer",
        "description": "Le secret du mode opérateur (réglage TERRITORIAL_MAP_OPERATOR_SECRET).",
    }
}
_TAGS: list[Json] = [
    {"name": "directory", "description": "Annuaire"},
    {"name": "territories", "description": "Territoires"},
    {"name": "editions-and-exports", "description": "Éditions et exports"},
    {"name": "lists", "description": "Listes"},
    {"name": "matching", "description": "Rapprochement"},
    {"name": "practices", "description": "Bonnes pratiques"},
    {"name": "partnerships", "description": "Partenariats"},
    {"name": "ptce", "description": "PTCE"},
    {"name": "contributions", "description": "Contributions"},
    {"name": "operators", "description": "Opérateurs"},
    {"name": "ogc", "description": "OGC API – Features"},
]
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

# Answered where no operation stands: the document can only tell it apart.
_NOT_ALLOWED: Json = {
    "description": "405 : l’adresse existe, sans cette méthode ; `Allow` dit lesquelles.",
    "headers": {"Allow": {"schema": {"type": "string"}}},
    "content": {PROBLEM_TYPE: {"schema": _PROBLEM}},
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
            tags=_TAGS,
        )
        for path, methods in made["paths"].items():
            for operation in methods.values():
                if cost_of(re.sub(r"\{[^}]*\}", "x", path)):
                    operation["responses"].setdefault("429", {"description": TOO_MANY})
                if path.startswith(OGC):
                    operation["responses"].pop("422")  # refused with 400 there
                _tell_rightly(operation)
                tell_example(operation)
        made["components"]["securitySchemes"] = _SECURITY
        made["components"]["responses"] = {"MethodNotAllowed": _NOT_ALLOWED}
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


def methods_by_path(document: Json) -> dict[str, tuple[str, ...]]:
    """The methods of each path of a document, HEAD wherever there is GET."""
    return {
        path: tuple(
            name
            for method in methods
            for name in (("GET", "HEAD") if method == "get" else (method.upper(),))
        )
        for path, methods in document["paths"].items()
    }


def methods_at(path: str, methods: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The methods that answer at an address: those of its very path, else of a pattern of it."""
    if path in methods:
        return methods[path]
    for pattern, allowed in methods.items():
        literal = re.escape(pattern).replace(r"\{", "{").replace(r"\}", "}")
        if "{" in pattern and re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", literal), path):
            return allowed
    return ()
