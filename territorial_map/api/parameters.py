"""The parameters of the API: how each is read, and what the document says of it."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Path, Query, Request
from pydantic import BeforeValidator, WithJsonSchema

from territorial_map.api.answers import parameters_of
from territorial_map.api.models.closed import one_of
from territorial_map.domain.dimensions import BY_NAME, DIMENSIONS, Dimension
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order
from territorial_map.domain.numbers import whole_between
from territorial_map.domain.selection import (
    DEFAULT_RADIUS_KM,
    LEAST_ASKED_KM,
    MAX_TEXT,
    MAX_VALUES,
    MOST_ASKED_KM,
    Selection,
)
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.query_string import (
    radius_of,
    selection_from_query,
)
from territorial_map.services.partner_lists.partner_query import (
    DEFAULT_LINES,
    MOST_LINES,
    MOST_PAGES,
    KnownOrNot,
    TieAsked,
)

MAX_OFFSET = 1_000_000_000
MAX_ID = 300
MOST_SUGGESTIONS = 50
MOST_VALUE = 300
Json = dict[str, Any]

LONGITUDE = r"-?(180(\.0{1,15})?|(1[0-7][0-9]|[0-9]{1,2})(\.[0-9]{1,15})?)"
LATITUDE = r"-?(90(\.0{1,15})?|[0-8]?[0-9](\.[0-9]{1,15})?)"


def whole(name: str, low: int, high: int) -> Callable[[object], int]:
    """Reads a whole number within bounds."""
    return lambda text: whole_between(name, str(text), low, high)


def short(name: str, most: int, least: int = 0) -> Callable[[object], str]:
    """Reads a text of bounded length."""

    def check(value: object) -> str:
        text = str(value)
        if len(text) > most:
            raise BadParameter(name, f"{text[:30]}…", f"{most} caractères au plus.")
        if len(text) < least:
            raise BadParameter(name, text, "une valeur est attendue.")
        return text

    return check


def _radius(text: object) -> float:
    return radius_of(str(text))


Offset = Annotated[
    int,
    Query(ge=0, le=MAX_OFFSET, description="Combien de lignes passer."),
    BeforeValidator(whole("offset", 0, MAX_OFFSET)),
]
PageNumber = Annotated[
    int,
    Query(ge=1, le=MOST_PAGES, description="Page, la première est 1."),
    BeforeValidator(whole("page", 1, MOST_PAGES)),
]
Zoom = Annotated[
    int,
    Query(ge=0, le=22, description="Niveau de zoom de la carte."),
    BeforeValidator(whole("zoom", 0, 22)),
]
SortOrder = Annotated[
    str,
    Query(
        description="Tri : par nom, ou par distance où un lieu est choisi.",
        json_schema_extra={"enum": list(Order.codes())},
    ),
    BeforeValidator(one_of("order", Order.codes())),
]
PlaceText = Annotated[
    str,
    Query(
        description="Nom, début de nom, code ou code postal ; une adresse où elles sont cherchées.",
        max_length=MAX_TEXT,
    ),
    BeforeValidator(short("q", MAX_TEXT)),
]
OrganisationPath = Annotated[
    str,
    Path(
        description="Identifiant d’une organisation, le sien ou un qu’elle eut.",
        min_length=1,
        max_length=MAX_ID,
    ),
    BeforeValidator(short("organisation_id", MAX_ID, 1)),
]
Pooling = Annotated[
    tuple[str, ...],
    Query(
        description="Catégorie de mutualisation ; se répète.",
        max_length=len(PoolingCategory),
        json_schema_extra={"items": {"type": "string", "enum": list(PoolingCategory.codes())}},
    ),
]
OnePooling = Annotated[
    str,
    Query(
        description="La catégorie de mutualisation des groupes.",
        json_schema_extra={"enum": list(PoolingCategory.codes())},
    ),
    BeforeValidator(one_of("pooling", PoolingCategory.codes())),
]
Radius = Annotated[
    float | None,
    Query(description="Rayon à vol d’oiseau, en kilomètres ; celui de la catégorie sinon."),
    WithJsonSchema({"type": "number", "minimum": LEAST_ASKED_KM, "maximum": MOST_ASKED_KM}),
    BeforeValidator(_radius),
]


def _filter(dimension: Dimension) -> Json:
    """The OpenAPI parameter of a filter, from the dimension that defines it."""
    items: Json = {"type": "string", "maxLength": MAX_ID}
    accepted = dimension.accepted()
    if accepted and dimension.suffixes is not None:
        suffixes = "|".join(dimension.suffixes.codes())
        items = {"type": "string", "pattern": f"^({'|'.join(accepted)})(:({suffixes}))?$"}
    elif accepted:
        items = {"type": "string", "enum": list(accepted)}
    elif dimension.pattern:
        items = {"type": "string", "pattern": f"^{dimension.pattern}$"}
        if dimension.keyed:
            items["format"] = dimension.name
    return {
        "name": dimension.name,
        "in": "query",
        "description": f"{dimension.label} ; se répète.",
        "schema": {"type": "array", "items": items, "maxItems": MAX_VALUES},
        "style": "form",
        "explode": True,
    }


NEAR: Json = {
    "name": "near",
    "in": "query",
    "description": "Longitude et latitude d’un lieu, en degrés : `near=5.05,45.04`.",
    "schema": {"type": "string", "pattern": f"^{LONGITUDE},{LATITUDE}$"},
}
RADIUS: Json = {
    "name": "radius_km",
    "in": "query",
    "description": "Rayon autour du lieu choisi, en kilomètres à vol d’oiseau, de "
    f"{LEAST_ASKED_KM:g} à {MOST_ASKED_KM:g} ({DEFAULT_RADIUS_KM:g} par défaut) ; demande un lieu.",
    "schema": {"type": "number", "minimum": LEAST_ASKED_KM, "maximum": MOST_ASKED_KM},
}
EDITION: Json = {
    "name": "edition",
    "in": "query",
    "description": "L’édition attendue : la réponse peut alors être gardée pour toujours, si c’est "
    "celle qui est servie.",
    "schema": {"type": "string", "maxLength": 100},
}
LANG: Json = {
    "name": "lang",
    "in": "query",
    "description": "Langue du fichier.",
    "schema": {"type": "string", "enum": list(Language.codes()), "default": "fr"},
}
_FREE: tuple[Json, ...] = (
    NEAR,
    RADIUS,
    {
        "name": "q",
        "in": "query",
        "description": "Une question en mots : dispositif, métier, lieu et nom (« esat "
        "blanchisserie valence »), ou un numéro SIREN, SIRET, RNA ou FINESS ; la réponse dit ce "
        "qui en est compris (`understood`).",
        "schema": {"type": "string", "maxLength": MAX_TEXT},
    },
    {
        "name": "bbox",
        "in": "query",
        "description": "Fenêtre : ouest,sud,est,nord, en degrés ; ouest ≤ est et sud ≤ nord.",
        "schema": {
            "type": "string",
            "pattern": f"^{LONGITUDE},{LATITUDE},{LONGITUDE},{LATITUDE}$",
            "format": "bbox",
        },
    },
)
FILTERS: tuple[Json, ...] = (*map(_filter, DIMENSIONS), *_FREE)


_BY_NAME = {parameter["name"]: parameter for parameter in FILTERS}


def _kept(name: str, description: str, terms: type[Term]) -> Json:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "schema": {"type": "string", "enum": list(terms.codes())},
    }


KEPT: tuple[Json, ...] = (
    _BY_NAME["kind"],
    _kept("trade", "Métier connu, ou non renseigné.", KnownOrNot),
    _kept("phone", "Téléphone connu, ou non renseigné.", KnownOrNot),
    _kept(
        "tie",
        "Ceux qui sont déjà en lien, ou sans doute du même groupe, au lieu des pistes ; ou les "
        "pistes de la même intercommunalité.",
        TieAsked,
    ),
)
PARTNERS_ASKED: tuple[Json, ...] = (
    {
        "name": "for",
        "in": "query",
        "description": "Centre : une organisation, par son identifiant ; ou `commune`, ou `near`.",
        "schema": {"type": "string", "maxLength": MAX_ID},
    },
    {
        "name": "commune",
        "in": "query",
        "description": "Centre : une commune, par son code.",
        "schema": {"type": "string", "pattern": f"^{BY_NAME['commune'].pattern}$"},
    },
    NEAR,
    RADIUS,
    {
        "name": "pooling",
        "in": "query",
        "description": "Catégorie de mutualisation ; se répète.",
        "schema": {
            "type": "array",
            "items": {"type": "string", "enum": list(PoolingCategory.codes())},
            "maxItems": MAX_VALUES,
        },
    },
    _BY_NAME["practice"],
    *KEPT,
    {
        "name": "limit",
        "in": "query",
        "description": f"Personnes morales, {MOST_LINES} au plus.",
        "schema": {
            "type": "integer",
            "minimum": 1,
            "maximum": MOST_LINES,
            "default": DEFAULT_LINES,
        },
    },
)


def documented(*parameters: Json) -> Json:
    """What a route adds to the document for parameters that it reads off the request."""
    return {"parameters": list(parameters)}


FILTERED: Json = documented(*FILTERS, EDITION)
PINNED: Json = documented(EDITION)


def selection_of(request: Request) -> Selection:
    """The selection of a request.

    Raises:
        BadParameter: a value outside its list.
    """
    return selection_from_query(parameters_of(request))
