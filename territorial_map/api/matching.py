"""Somebody's list matched over HTTP: a file or rows in, verdicts out; nothing is kept."""

from collections.abc import Sequence
from typing import Any

import orjson
from anyio import to_thread
from fastapi import APIRouter, Request, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.gate import Gate
from territorial_map.api.models.matching import (
    FoundAsked,
    ListAdditions,
    ListRead,
    MatchedList,
    list_additions,
    list_read,
    matched_list,
)
from territorial_map.api.route import expect_type, media_type_of, refusals, router
from territorial_map.api.uploads import body_within, form_of
from territorial_map.domain.errors import BadParameter, SourceTooLarge
from territorial_map.domain.matching.list_row import FIELDS
from territorial_map.services.directory import Directory
from territorial_map.services.matching.answers import match_list
from territorial_map.services.matching.column_choices import parse_choices
from territorial_map.services.matching.list_additions import adds_of
from territorial_map.services.matching.list_files import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    GivenList,
    ListLine,
    given_list,
    read_list,
)

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
MOST_LINE = 2**31 - 1
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
    "example": {"rows": [{"Nom": "ESAT Belna", "Ville": "Plémet", "SIRET": ""}]},
}
_FILE = {"multipart/form-data": {"schema": _FORM}}
_FILE_BODY = {"content": _FILE, "required": True}
_ANY_BODY = {"content": _FILE | {"application/json": {"schema": _ROWS}}, "required": True}
_REFUSALS = refusals(413, 415, 429)
_MULTIPART = "multipart/form-data"


def match_router(directory: Directory, gate: Gate) -> APIRouter:
    """Matching a list, reading it without matching, and what the directory adds to it.

    Matching and reading pass the gate before their body is received.
    """
    routes = router("Rapprochement")

    @routes.post(
        "/match",
        name="match_list",
        response_model=MatchedList,
        responses=_REFUSALS,
        openapi_extra={"requestBody": _ANY_BODY},
        summary="Rapprocher une liste de l’annuaire",
    )
    async def match(request: Request) -> Response:
        with gate.passing(request):
            given = await _given(request)
            return await to_thread.run_sync(_matched, directory, given)

    @routes.post(
        "/match/read",
        name="read_list",
        response_model=ListRead,
        responses=_REFUSALS,
        openapi_extra={"requestBody": _FILE_BODY},
        summary="Lire une liste sans la rapprocher : ses colonnes comprises et ses lignes",
    )
    async def read(request: Request) -> Response:
        with gate.passing(request):
            return fresh_answer(list_read(await _file(request, telling=False)))

    @routes.post(
        "/match/adds",
        response_model=ListAdditions,
        responses=refusals(404, 413, 415),
        summary="Ce que l’annuaire ajoute à des organisations trouvées",
    )
    def get_list_additions(body: FoundAsked) -> Response:
        return fresh_answer(list_additions(adds_of(directory.current(), body.ids)))

    return routes


def _matched(directory: Directory, given: GivenList) -> Response:
    edition = directory.current()
    return fresh_answer(matched_list(edition, given, list(match_list(edition, given))))


async def _given(request: Request) -> GivenList:
    expect_type(request, _MULTIPART, "application/json")
    if media_type_of(request.headers) == _MULTIPART:
        return await _file(request)
    body = await body_within(request, MOST_BYTES)
    return await to_thread.run_sync(_rows_in, body)


def _rows_in(body: bytes) -> GivenList:
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        problem = "un formulaire avec « file », ou du JSON avec « rows », est attendu."
        raise BadParameter("rows", "", problem) from error
    return rows_of(told)


async def _file(request: Request, *, telling: bool = True) -> GivenList:
    expect_type(request, _MULTIPART)
    file, others = await form_of(request, MOST_BYTES)
    chosen = parse_choices(others.get("columns", ""))
    return await to_thread.run_sync(
        lambda: read_list(file, sheet=others.get("sheet", ""), chosen=chosen, telling=telling)
    )


def rows_of(told: object) -> GivenList:
    """A list from JSON: ``rows`` of objects, and ``columns`` where their names do not suffice.

    ``lines`` may number the rows; the first is line 1 otherwise.

    Raises:
        BadParameter: another shape, or more columns than a list may have.
        SourceTooLarge: more than ``MOST_ROWS`` rows.
    """
    if not isinstance(told, dict) or not isinstance(told.get("rows"), list) or not told["rows"]:
        raise BadParameter("rows", "", "une liste d’objets qui n’est pas vide est attendue.")
    rows = told["rows"]
    if len(rows) > MOST_ROWS:
        raise SourceTooLarge(f"{len(rows)} lignes, et {MOST_ROWS} au plus : découpez la liste.")
    columns = _columns_of(rows)
    cells = (tuple(_cell(row.get(column)) for column in columns) for row in rows)
    numbers = _numbers(told.get("lines"), len(rows))
    lines = [ListLine(n, each) for n, each in zip(numbers, cells, strict=True)]
    return given_list(columns, lines, _chosen(told.get("columns")))


def _columns_of(rows: list[Any]) -> tuple[str, ...]:
    """Every key of the rows, in the order they first come; told as soon as there are too many."""
    columns: dict[str, None] = {}
    for row in rows:
        if not isinstance(row, dict):
            raise BadParameter("rows", "…", "chaque ligne est un objet : colonne et valeur.")
        columns.update(dict.fromkeys(row))
        if len(columns) > MOST_COLUMNS:
            problem = f"{MOST_COLUMNS} colonnes au plus. Ne gardez que les colonnes utiles."
            raise BadParameter("colonnes", f"plus de {MOST_COLUMNS}", problem)
    return tuple(columns)


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, str | int | float):
        return str(value)
    raise BadParameter("rows", "…", "une valeur est un texte, un nombre, vrai, faux ou nul.")


def _numbers(told: object, count: int) -> Sequence[int]:
    if told is None:
        return range(1, count + 1)
    if not isinstance(told, list) or len(told) != count:
        raise BadParameter("lines", "…", f"{count} numéros de ligne sont attendus.")
    if not all(type(number) is int and 0 < number <= MOST_LINE for number in told):
        raise BadParameter("lines", "…", f"un numéro de ligne va de 1 à {MOST_LINE}.")
    return told


def _chosen(told: object) -> dict[str, str]:
    if told is None:
        return {}
    if not isinstance(told, dict) or not all(isinstance(c, str) for c in told.values()):
        raise BadParameter("columns", "…", "un objet : champ et colonne.", FIELDS)
    return told
