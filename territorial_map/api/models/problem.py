"""A refusal as RFC 9457 tells it, with the keys that name the parameter at fault."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

PROBLEM_TYPE = "application/problem+json"


class Problem(TypedDict):
    """What went wrong, where, and what is accepted (RFC 9457).

    ``detail`` is one sentence in French. ``parameter``, ``value``, ``problem`` and ``allowed`` are
    there when one parameter, or one key of the body, is at fault.
    """

    type: Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    parameter: NotRequired[str]
    value: NotRequired[str]
    problem: NotRequired[str]
    allowed: NotRequired[list[str]]


TITLES: dict[int, str] = {
    400: "Demande illisible",
    401: "Secret d’opérateur attendu",
    403: "Réservé aux opérateurs",
    404: "Introuvable",
    405: "Méthode refusée",
    409: "Conflit",
    413: "Demande trop grande",
    414: "Adresse trop longue",
    415: "Type de contenu refusé",
    422: "Paramètre refusé",
    429: "Trop de demandes",
    500: "Erreur du service",
    503: "Service indisponible",
}


def problem(status: int, detail: str) -> Problem:
    """A refusal of a status in one sentence."""
    title = TITLES.get(status, "Demande refusée")
    return {"type": "about:blank", "title": title, "status": status, "detail": detail}
