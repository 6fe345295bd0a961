"""A list sent as JSON: its columns are looked at before any row is laid out."""

from collections.abc import Sequence
from typing import Any

import orjson

from territorial_map.domain.errors import BadParameter, SourceTooLarge
from territorial_map.domain.matching.list_row import FIELDS
from territorial_map.services.matching.list_files import (
    MOST_COLUMNS,
    MOST_ROWS,
    GivenList,
    ListLine,
    given_list,
)

MOST_LINE = 2**31 - 1


def rows_of(body: bytes) -> GivenList:
    """A list from JSON: ``rows`` of objects, and ``columns`` where their names do not suffice.

    ``lines`` may number the rows; the first is line 1 otherwise.

    Raises:
        BadParameter: not JSON, another shape, or more columns than a list may have.
        SourceTooLarge: more than ``MOST_ROWS`` rows.
    """
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        problem = "un formulaire avec « file », ou du JSON avec « rows », est attendu."
        raise BadParameter("rows", "", problem) from error
    if not isinstance(told, dict) or not isinstance(told.get("rows"), list) or not told["rows"]:
        raise BadParameter("rows", "", "une liste d’objets qui n’est pas vide est attendue.")
    rows = told["rows"]
    if len(rows) > MOST_ROWS:
        raise SourceTooLarge(f"{len(rows)} lignes, et {MOST_ROWS} au plus : découpez la liste.")
    columns = _columns_of(rows)
    cells = (tuple(_cell(row.get(column)) for column in columns) for row in rows)
    numbers = _numbers(told.get("lines", list(range(1, len(rows) + 1))), len(rows))
    lines = [ListLine(n, each) for n, each in zip(numbers, cells, strict=True)]
    return given_list(columns, lines, _chosen(told.get("columns", {})))


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
    if not isinstance(told, list) or len(told) != count:
        raise BadParameter("lines", "…", f"{count} numéros de ligne sont attendus.")
    if not all(type(number) is int and 0 < number <= MOST_LINE for number in told):
        raise BadParameter("lines", "…", f"un numéro de ligne va de 1 à {MOST_LINE}.")
    return told


def _chosen(told: object) -> dict[str, str]:
    if not isinstance(told, dict) or not all(isinstance(c, str) for c in told.values()):
        raise BadParameter("columns", "…", "un objet : champ et colonne.", FIELDS)
    return told
