"""What pydantic and Starlette find wrong in a request, in French."""

from collections.abc import Sequence
from typing import Any

from starlette.exceptions import HTTPException

from territorial_map.api.models.lists import MOST_ID
from territorial_map.domain.errors import BadParameter

_SHOWN = 40
_TOLD = {
    "missing": "une valeur est attendue.",
    "extra_forbidden": "clé inconnue.",
    "string_type": "un texte est attendu.",
    "string_too_short": "{min_length} caractère au moins est attendu.",
    "string_too_long": "{max_length} caractères au plus.",
    "string_pattern_mismatch": "la forme {pattern} est attendue.",
    "string_unicode": "un texte de caractères entiers est attendu.",
    "list_type": "une liste est attendue.",
    "too_long": "{max_length} valeurs au plus.",
    "too_short": "{min_length} valeur au moins est attendue.",
    "dict_type": "un objet JSON est attendu.",
    "model_type": "un objet JSON est attendu.",
    "model_attributes_type": "un objet JSON est attendu.",
    "bool_type": "vrai ou faux est attendu.",
    "int_type": "un entier est attendu.",
    "greater_than_equal": "{ge} au moins est attendu.",
    "less_than_equal": "{le} au plus.",
    "json_invalid": "le corps n’est pas du JSON lisible.",
}
# Lists of identifiers are the commonest bodies: they are told in their own words.
_TOLD_OF_IDS = {
    "missing": "une liste d’identifiants est attendue.",
    "list_type": "une liste d’identifiants est attendue.",
    "string_type": "une liste d’identifiants est attendue.",
    "string_too_short": f"un identifiant a de 1 à {MOST_ID} caractères.",
    "string_too_long": f"un identifiant a de 1 à {MOST_ID} caractères.",
    "too_long": "{max_length} identifiants au plus par demande.",
    "too_short": "{min_length} identifiant au moins est attendu.",
}
_HTTP = {
    404: "Aucune adresse de ce nom.",
    405: "Cette adresse ne répond pas à cette méthode.",
    400: "La demande ne peut pas être lue.",
    413: "La demande est trop grande.",
}


def first_mistake(errors: Sequence[Any]) -> BadParameter:
    """The first thing wrong in a request, by the name of the parameter or of the key."""
    first: dict[str, Any] = errors[0]
    kind, context = str(first["type"]), first.get("ctx", {})
    name, shown = _named(first["loc"], kind, first.get("input", ""))
    words = _TOLD | _TOLD_OF_IDS if name == "ids" else _TOLD
    told = words.get(kind, str(first["msg"])).format(**context)
    return BadParameter(name, shown, told)


def in_french(error: HTTPException) -> str:
    """The sentence of an error of the framework; ours are in French already."""
    default = HTTPException(error.status_code).detail
    if error.detail != default:
        return str(error.detail)
    return _HTTP.get(error.status_code, str(error.detail))


def _named(place: Sequence[object], kind: str, value: object) -> tuple[str, str]:
    """The name at fault and the value shown; an unknown key of a line is told under the list."""
    names = [part for part in place if isinstance(part, str)]
    if names[:1] == ["body"]:
        names = names[1:] or ["corps"]
    if kind == "extra_forbidden" and len(names) > 1:
        return names[-2], _short(names[-1])
    return names[-1], "" if kind in {"missing", "json_invalid"} else _short(value)


def _short(value: object) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
