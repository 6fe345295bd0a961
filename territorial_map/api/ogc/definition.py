"""The definition of the features API as OpenAPI 3.0, which its conformance class asks for.

The document of the whole API is OpenAPI 3.1; this one holds the addresses of ``/ogc`` alone, each
collection by its name (clients look there for its parameters), in the words of 3.0.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from territorial_map.api.ogc.asked import ROOT

Json = dict[str, Any]
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
_NULL = {"type": "null"}
_ITEMS = re.compile(r"/collections/\{level\}/items")


def definition_of(document: Json, address: str, collections: tuple[str, ...]) -> Json:
    """The definition for a service at an address."""
    paths = dict(_expanded(document["paths"], collections))
    schemas = document["components"]["schemas"]
    used = _reached(paths, schemas)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "OGC API – Features",
            "version": document["info"]["version"],
            "description": document["info"]["description"],
        },
        "servers": [{"url": address}],
        "tags": [{"name": "ogc", "description": "OGC API – Features"}],
        "paths": _in_3_0(paths),
        "components": {"schemas": {name: _in_3_0(schemas[name]) for name in sorted(used)}},
    }


def _expanded(
    paths: Mapping[str, Json], collections: tuple[str, ...]
) -> Iterator[tuple[str, Json]]:
    """The addresses under ``/ogc``; items of territories once for each of their collections."""
    for path, methods in paths.items():
        if path != ROOT and not path.startswith(f"{ROOT}/"):
            continue
        own = path.removeprefix(ROOT) or "/"
        if not _ITEMS.match(own):
            yield own, methods
            continue
        for one in collections:
            if f"{ROOT}/collections/{one}/items" not in paths:
                yield own.replace("{level}", one), _for_one(methods, one)


def _for_one(methods: Json, collection: str) -> Json:
    """The operations of a collection, which its address names already."""
    return {
        method: told
        | {
            "operationId": f"{told['operationId']}_{collection}",
            "parameters": [p for p in told.get("parameters", ()) if p["name"] != "level"],
        }
        for method, told in methods.items()
    }


def _reached(node: object, schemas: Mapping[str, Json]) -> set[str]:
    """The names of the schemas that are referred to, from near or far."""
    found: set[str] = set()
    waiting = list(_references(node))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _references(schemas[name])
    return found


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str):
            yield reference.rpartition("/")[2]
        for each in node.values():
            yield from _references(each)
    elif isinstance(node, list):
        for each in node:
            yield from _references(each)


def _in_3_0(node: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A part of a document of 3.1 as 3.0 says it: nullable, one value as a list, one bound."""
    if isinstance(node, list):
        return list(map(_in_3_0, node))
    if not isinstance(node, dict):
        return node
    told = {key: _in_3_0(value) for key, value in node.items()}
    if "const" in told:
        told["enum"] = [told.pop("const")]
    if "examples" in told and isinstance(told["examples"], list):
        told["example"] = told.pop("examples")[0]
    if isinstance(told.get("exclusiveMinimum"), int | float) and "type" in told:
        told |= {"minimum": told["exclusiveMinimum"], "exclusiveMinimum": True}
    return _nullable(told)


def _nullable(told: Json) -> Json:
    choices = told.get("anyOf")
    if not isinstance(choices, list) or _NULL not in choices:
        return told
    others = [each for each in choices if each != _NULL]
    rest = {key: value for key, value in told.items() if key != "anyOf"}
    if len(others) > 1:
        return rest | {"anyOf": others, "nullable": True}
    if "$ref" in others[0]:
        return rest | {"allOf": others, "nullable": True}
    return {**others[0], **rest, "nullable": True}
