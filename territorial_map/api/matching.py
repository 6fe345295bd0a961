"""Somebody's list matched over HTTP: a file or rows in, verdicts out; nothing is kept."""

from collections.abc import Mapping
from typing import Any

import orjson
from anyio import to_thread
from fastapi import APIRouter, Body, Request, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.gate import Gate
from territorial_map.api.uploads import body_within, form_of
from territorial_map.domain.errors import BadParameter, SourceTooLarge
from territorial_map.domain.matching.list_row import FIELDS
from territorial_map.services.directory import Directory
from territorial_map.services.matching.answers import (
    adds_answer,
    match_answer,
    match_list,
    reading_answer,
)
from territorial_map.services.matching.column_choices import parse_choices
from territorial_map.services.matching.list_additions import adds_of
from territorial_map.services.matching.list_files import (
    MOST_BYTES,
    MOST_ROWS,
    GivenList,
    ListLine,
    given_list,
    read_list,
)

_MOST_IDS = 2_000
_FORM: dict[str, Any] = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "CSV, XLSX ou ODS."},
        "sheet": {
            "type": "string",
            "description": "Feuille d’un classeur ; la première comprise sinon.",
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
            "maxItems": MOST_ROWS,
            "items": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "columns": {
            "type": "object",
            "description": "Champ → colonne, si les noms des colonnes ne suffisent pas.",
            "additionalProperties": {"type": "string"},
        },
    },
    "example": {"rows": [{"Nom": "ESAT Belna", "Ville": "Plémet", "SIRET": ""}]},
}
_REFUSALS = {
    "413": {"description": f"Plus de {MOST_BYTES >> 20} Mio ou de {MOST_ROWS} lignes."},
    "422": {"description": "Fichier illisible, formules, ou aucune colonne reconnue."},
    "429": {"description": "Trop de demandes de ce client : `Retry-After` dit quand revenir."},
}
_FILE = {"multipart/form-data": {"schema": _FORM}}
_FILE_BODY = {"content": _FILE, "required": True}
_ANY_BODY = {"content": _FILE | {"application/json": {"schema": _ROWS}}, "required": True}
_IDS = Body(examples=[{"ids": ["finess:010001261", "siae:aci:75187049400026"]}])


def match_router(directory: Directory, gate: Gate) -> APIRouter:
    """Matching a list, reading it without matching, and what the directory adds to it.

    Matching and reading pass the gate before their body is received.
    """
    router = APIRouter(tags=["Rapprochement"])

    @router.post(
        "/match",
        summary="Rapprocher une liste de l’annuaire",
        openapi_extra={"requestBody": _ANY_BODY, "responses": _REFUSALS},
    )
    async def match(request: Request) -> Response:
        with gate.passing(request):
            given = await _given(request)
            return await to_thread.run_sync(_matched, directory, given)

    @router.post(
        "/match/read",
        summary="Lire une liste sans la rapprocher : ses colonnes comprises et ses lignes",
        openapi_extra={"requestBody": _FILE_BODY, "responses": _REFUSALS},
    )
    async def read(request: Request) -> Response:
        with gate.passing(request):
            return fresh_answer(reading_answer(await _file(request, telling=False)))

    @router.post("/match/adds", summary="Ce que l’annuaire ajoute à des organisations trouvées")
    def adds(body: dict[str, Any] = _IDS) -> Response:
        ids = body.get("ids")
        if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
            raise BadParameter("ids", str(ids)[:40], "une liste d’identifiants est attendue.")
        if not 0 < len(ids) <= _MOST_IDS:
            raise BadParameter("ids", str(len(ids)), f"de 1 à {_MOST_IDS} identifiants.")
        return fresh_answer(adds_answer(adds_of(directory.current(), ids)))

    return router


def _matched(directory: Directory, given: GivenList) -> Response:
    edition = directory.current()
    return fresh_answer(match_answer(edition, given, list(match_list(edition, given))))


async def _given(request: Request) -> GivenList:
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _file(request)
    body = await body_within(request, MOST_BYTES)
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        problem = "un formulaire avec « file », ou du JSON avec « rows », est attendu."
        raise BadParameter("rows", "", problem) from error
    return rows_of(told)


async def _file(request: Request, *, telling: bool = True) -> GivenList:
    file, others = await form_of(request, MOST_BYTES)
    chosen = parse_choices(others.get("columns", ""))
    return await to_thread.run_sync(
        lambda: read_list(file, sheet=others.get("sheet", ""), chosen=chosen, telling=telling)
    )


def rows_of(told: object) -> GivenList:
    """A list from JSON: ``rows`` of objects, and ``columns`` where their names do not suffice.

    ``lines`` may number the rows; the first is line 1 otherwise.

    Raises:
        BadParameter: another shape.
        SourceTooLarge: more than ``MOST_ROWS`` rows.
    """
    rows = told.get("rows") if isinstance(told, Mapping) else None
    if not isinstance(told, Mapping) or not isinstance(rows, list) or not rows:
        raise BadParameter("rows", "", "une liste d’objets qui n’est pas vide est attendue.")
    if not all(isinstance(row, dict) for row in rows):
        raise BadParameter("rows", "…", "chaque ligne est un objet : colonne et valeur.")
    if len(rows) > MOST_ROWS:
        raise SourceTooLarge(f"{len(rows)} lignes, et {MOST_ROWS} au plus : découpez la liste.")
    chosen = told.get("columns") or {}
    lines = told.get("lines") or range(1, len(rows) + 1)
    if not isinstance(chosen, dict) or len(lines) != len(rows):
        raise BadParameter("columns", "…", "un objet : champ et colonne.", FIELDS)
    columns = list(dict.fromkeys(str(column) for row in rows for column in row))
    cells = (tuple(str(row.get(c) or "") for c in columns) for row in rows)
    numbered = [ListLine(int(n), told) for n, told in zip(lines, cells, strict=True)]
    return given_list(columns, numbered, {str(f): str(c) for f, c in chosen.items()})
