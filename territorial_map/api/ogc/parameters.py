"""The parameters of features: windows, times, pages, and the filters that territories know."""

import re
from typing import Annotated, Any

from fastapi import Path, Query, Request
from pydantic import BeforeValidator

from territorial_map.api.answers import parameters_of
from territorial_map.api.models.closed import one_of
from territorial_map.api.ogc.asked import Representation
from territorial_map.api.parameters import (
    FILTERS,
    LATITUDE,
    LONGITUDE,
    MAX_OFFSET,
    documented,
    whole,
)
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Window
from territorial_map.domain.numbers import whole_number
from territorial_map.domain.selection import MAX_VALUES, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.query_string import (
    numbers_of,
    selection_from_query,
    single_value,
)

Json = dict[str, Any]
PAGE = 100
LARGEST_PAGE = 1_000
_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_HOUR = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
_TIME = f"{_DAY}(T{_HOUR})?"
_SIDES = ("region", "department", "epci")


def _page_size(text: object) -> int:
    """A whole number from 1; beyond the largest page, the largest page (OGC 17-069r4, 7.15.2)."""
    found = whole_number(str(text))
    if found is None or found < 1:
        raise BadParameter("limit", str(text)[:40], "un entier à partir de 1.")
    return min(found, LARGEST_PAGE)


RepresentationAsked = Annotated[
    str,
    Query(
        description="Données (`json`) ou page (`html`) ; sinon ce que dit l’en-tête `Accept`.",
        json_schema_extra={"enum": list(Representation.codes())},
    ),
    BeforeValidator(one_of("f", Representation.codes())),
]
PageSize = Annotated[
    int,
    Query(
        ge=1,
        le=LARGEST_PAGE,
        description=f"Objets par page, {LARGEST_PAGE} au plus : au-delà, {LARGEST_PAGE}.",
    ),
    BeforeValidator(_page_size),
]
Passed = Annotated[
    int,
    Query(ge=0, le=MAX_OFFSET, description="Combien d’objets passer : voir le lien `next`."),
    BeforeValidator(whole("offset", 0, MAX_OFFSET)),
]
CollectionPath = Annotated[
    str,
    Path(
        description="Identifiant de la collection.",
        json_schema_extra={"enum": ["organisations", *TerritoryLevel.codes()]},
    ),
]
LevelPath = Annotated[
    str,
    Path(
        description="Niveau des territoires.",
        json_schema_extra={"enum": list(TerritoryLevel.codes())},
    ),
]
TerritoryPath = Annotated[
    str,
    Path(
        description="Code du territoire, au Code officiel géographique de l’édition.",
        min_length=1,
        max_length=20,
    ),
]
_TIMES = re.compile(rf"({_TIME}|({_TIME}|\.\.)?/{_TIME}|{_TIME}/(\.\.)?)")
_BBOX: Json = {
    "name": "bbox",
    "in": "query",
    "description": "Fenêtre en CRS84 : ouest,sud,est,nord, en degrés (ou six nombres, avec deux "
    "altitudes qui ne comptent pas) ; ouest > est passe par l’antiméridien.",
    "schema": {
        "type": "string",
        "pattern": f"^{LONGITUDE},{LATITUDE},{LONGITUDE},{LATITUDE}$",
        "format": "bbox",
    },
}
_DATETIME: Json = {
    "name": "datetime",
    "in": "query",
    "description": "Instant ou intervalle (RFC 3339) ; rien ici n’a de date, tout est rendu.",
    "schema": {
        "type": "string",
        "pattern": f"^{_TIMES.pattern}$",
    },
}


def _codes(name: str, described: str) -> Json:
    return {
        "name": name,
        "in": "query",
        "description": f"{described} ; se répète.",
        "schema": {
            "type": "array",
            "items": {"type": "string", "maxLength": 20},
            "maxItems": MAX_VALUES,
        },
        "style": "form",
        "explode": True,
    }


QUERYABLE_FILTERS: tuple[Json, ...] = tuple(one for one in FILTERS if one["name"] != "bbox")
TERRITORY_FILTERS: tuple[Json, ...] = (
    _codes("code", "Code du territoire"),
    *(_codes(name, f"{BY_NAME[name].label} où il se trouve") for name in _SIDES),
)
ORGANISATIONS_ASKED = documented(*QUERYABLE_FILTERS, _BBOX, _DATETIME)
TERRITORIES_ASKED = documented(*TERRITORY_FILTERS, _BBOX, _DATETIME)


def selection_asked(request: Request) -> Selection:
    """The selection of the filters, without any window: features have their own.

    Raises:
        BadParameter: a value outside its list.
    """
    told = parameters_of(request)
    return selection_from_query({n: v for n, v in told.items() if n != "bbox"})


def territories_asked(request: Request) -> dict[str, list[str]]:
    """The codes by which territories are narrowed, by filter."""
    told = request.query_params
    names = (one["name"] for one in TERRITORY_FILTERS)
    return {name: told.getlist(name) for name in names if name in told}


def windows_asked(request: Request) -> tuple[Window, ...]:
    """The windows of ``bbox``: none, one, or two around the antimeridian.

    A ``datetime`` is read and keeps everything: nothing here has a time of its own.

    Raises:
        BadParameter: a value that one of them cannot take.
    """
    told = parameters_of(request)
    time = single_value(told, "datetime")
    if "datetime" in told and not _TIMES.fullmatch(time):
        raise BadParameter("datetime", time[:60], "un instant ou un intervalle (RFC 3339).")
    text = single_value(told, "bbox")
    if not text:
        return ()
    west, south, east, north = _sides(text)
    if west <= east:
        return (Window(west, south, east, north),)
    return (Window(west, south, 180.0, north), Window(-180.0, south, east, north))


def _sides(text: str) -> tuple[float, float, float, float]:
    """West, south, east and north of a window, on Earth; heights are left out.

    Raises:
        BadParameter: other numbers, or a window that is nowhere.
    """
    with_heights = text.count(",") == 5
    numbers = numbers_of("bbox", text, 6 if with_heights else 4)
    west, south, east, north = numbers[:2] + numbers[3:5] if with_heights else numbers
    if south > north or north < -90 or south > 90 or west > 180 or east < -180:
        raise BadParameter("bbox", text, "ouest,sud,est,nord en degrés, sud ≤ nord.")
    return max(-180.0, west), max(-90.0, south), min(180.0, east), min(90.0, north)
