"""What the addresses of the API read off a request, and how they document it."""

from typing import Any

from fastapi import Request

from territorial_map.api.answers import parameters_of
from territorial_map.domain.dimensions import DIMENSIONS
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.query_string import FILTERS, selection_from_query

_DESCRIPTIONS = {
    "near": "Longitude et latitude d’un lieu, en degrés : `near=5.05,45.04`.",
    "radius_km": "Rayon autour du lieu, en kilomètres à vol d’oiseau (30 par défaut).",
    "q": "Texte libre, ou numéro SIREN, SIRET ou FINESS.",
    "bbox": "Fenêtre : ouest,sud,est,nord, en degrés.",
}


def _filter_parameters() -> list[dict[str, Any]]:
    """OpenAPI parameters of the filters, from the dimensions that define them."""
    documented: list[dict[str, Any]] = []
    for dimension in DIMENSIONS:
        accepted = dimension.accepted()
        items: dict[str, Any] = {"type": "string"} | ({"enum": list(accepted)} if accepted else {})
        documented.append(
            {
                "name": dimension.name,
                "in": "query",
                "description": f"{dimension.label} ; se répète.",
                "schema": {"type": "array", "items": items},
            }
        )
    for name, description in _DESCRIPTIONS.items():
        documented.append(
            {"name": name, "in": "query", "description": description, "schema": {"type": "string"}}
        )
    return documented


FILTERED: dict[str, Any] = {"parameters": _filter_parameters()}


def choice(parameter: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value, when it is one of those allowed.

    Raises:
        BadParameter: it is not.
    """
    if value not in allowed:
        raise BadParameter(parameter, value, "valeur inconnue.", allowed)
    return value


def whole(parameter: str, text: str, low: int, high: int) -> int:
    """A whole number within bounds, both included.

    Raises:
        BadParameter: it is not a number, or out of bounds.
    """
    if not text.lstrip("-").isdigit() or not low <= int(text) <= high:
        raise BadParameter(parameter, text, f"un entier de {low} à {high} est attendu.")
    return int(text)


def selection_of(request: Request, *own: str) -> Selection:
    """The selection of a request; an unknown parameter is an error, never silently dropped.

    Raises:
        BadParameter: an unknown parameter, or a value outside its list.
    """
    known = {*FILTERS, *own, "edition"}
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise BadParameter(name, value, "paramètre inconnu.", sorted(known))
    return selection_from_query(parameters_of(request))
