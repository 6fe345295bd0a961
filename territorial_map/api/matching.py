"""Somebody's list matched over HTTP: a file or rows in, verdicts out; nothing is kept."""

from collections.abc import AsyncIterator
from contextlib import closing
from typing import Annotated, Any, Literal

from anyio import to_thread
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from territorial_map.api.answers import fresh_answer
from territorial_map.api.gate import Gate
from territorial_map.api.models.matching import (
    FoundAsked,
    ListAdditions,
    ListRead,
    MatchedList,
    list_additions,
    matched_list,
)
from territorial_map.api.route import expect_type, refusals, router
from territorial_map.api.sent_files import Spool
from territorial_map.api.uploads import body_within
from territorial_map.domain.matching.list_row import FIELDS
from territorial_map.domain.matching.terms import WORTH_CHOOSING
from territorial_map.domain.matching.verdict import EVERY
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.matching.answers import match_list
from territorial_map.services.matching.apart.json_rows import MOST_LINE
from territorial_map.services.matching.apart.reader import ListReader
from territorial_map.services.matching.list_additions import adds_of
from territorial_map.services.matching.list_files import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    GivenList,
)

_FORM: dict[str, Any] = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "CSV, XLSX ou ODS."},
        "sheet": {
            "type": "string",
            "description": "Feuille d’un classeur, par son nom ou son rang ; sinon celle qui "
            "ressemble le plus à une liste.",
        },
        "columns": {
            "type": "string",
            "description": f"Colonnes : `name=Structure,city=Où`. Champs : {', '.join(FIELDS)}.",
        },
    },
}
_ROWS: dict[str, Any] = {
    "type": "object",
    "required": ["rows"],
    "properties": {
        "rows": {
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_ROWS,
            "description": f"{MOST_COLUMNS} colonnes au plus, toutes lignes comprises.",
            "items": {
                "type": "object",
                "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
            },
        },
        "lines": {
            "type": "array",
            "description": "Le numéro de chaque ligne, si la première n’est pas 1.",
            "items": {"type": "integer", "minimum": 1, "maximum": MOST_LINE},
        },
        "columns": {
            "type": "object",
            "description": "Champ → colonne, si les noms des colonnes ne suffisent pas.",
            "propertyNames": {"enum": list(FIELDS)},
            "additionalProperties": {"type": "string"},
        },
    },
}
Candidates = Annotated[
    Literal["likely", "all"],
    Query(description=f"`all` : aussi ceux dont la probabilité est sous {WORTH_CHOOSING}."),
]
_FILE = {"multipart/form-data": {"schema": _FORM}}
_FILE_BODY = {"content": _FILE, "required": True}
_ANY_BODY = {"content": _FILE | {"application/json": {"schema": _ROWS}}, "required": True}
_REFUSALS = refusals(413, 415, 429)
_MULTIPART = "multipart/form-data"


def match_router(directory: Directory, gate: Gate) -> APIRouter:
    """Matching a list, reading it without matching, and what the directory adds to it.

    Matching and reading pass the gate before their body is received; the list is read in a process
    of its own (``services/matching/apart``).
    """
    routes = router("matching")
    reader = ListReader()

    @routes.post(
        "/match",
        name="match_list",
        response_model=MatchedList,
        responses=_REFUSALS,
        openapi_extra={"requestBody": _ANY_BODY},
        summary="Rapprocher une liste de l’annuaire",
    )
    async def match(request: Request, candidates: Candidates = "likely") -> Response:
        async with gate.passing(request):
            expect_type(request, _MULTIPART, "application/json")
            body = await body_within(request, MOST_BYTES)
            given = await reader.read_list(_type_of(request), body)
            del body
            return await to_thread.run_sync(_matched, directory, given, candidates)

    @routes.post(
        "/match/read",
        name="read_list",
        response_model=ListRead,
        responses=_REFUSALS,
        openapi_extra={"requestBody": _FILE_BODY},
        summary="Lire une liste sans la rapprocher : ses colonnes comprises et ses lignes",
    )
    async def read(request: Request) -> Response:
        async with gate.passing(request):
            return await _reading(request, reader)

    @routes.post(
        "/match/adds",
        response_model=ListAdditions,
        responses=refusals(404, 413, 415),
        summary="Ce que l’annuaire ajoute à des organisations trouvées",
    )
    async def get_list_additions(body: FoundAsked) -> Response:
        return await apart(
            lambda: fresh_answer(list_additions(adds_of(directory.current(), body.ids)))
        )

    return routes


def _matched(directory: Directory, given: GivenList, candidates: str) -> Response:
    edition = directory.current()
    least = EVERY if candidates == "all" else WORTH_CHOOSING
    return fresh_answer(matched_list(edition, given, list(match_list(edition, given, least))))


def _type_of(request: Request) -> str:
    return request.headers.get("content-type", "")


async def _reading(request: Request, reader: ListReader) -> Response:
    """The reading of a file: whoever takes it slowly keeps no one from having a list read."""
    expect_type(request, _MULTIPART)
    spool = Spool()
    try:
        body = await body_within(request, MOST_BYTES)
        async for piece in reader.reading(_type_of(request), body):
            spool.put(piece)
    except BaseException:
        spool.close()
        raise
    spool.end()

    async def passed_on() -> AsyncIterator[bytes]:
        with closing(spool):
            async for piece in spool.taken():
                yield piece

    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(passed_on(), media_type="application/json", headers=headers)
