"""Selections as query parameters and back: one grammar for pages, API, exports and options."""

import math
import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from territorial_map.domain.dimensions import DIMENSIONS
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.identifiers import parse_siren, parse_siret
from territorial_map.domain.selection import (
    DEFAULT_RADIUS_KM,
    LEAST_ASKED_KM,
    MAX_TEXT,
    MOST_ASKED_KM,
    Around,
    Selection,
)
from territorial_map.domain.territory import commune_of_arrondissement

Parameters = Mapping[str, Sequence[str]]
SCALARS = ("near", "radius_km", "q", "bbox")
MOST_PARAMETERS = 1000
_MOST_TEXT = 200
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{0,20})?(e[+-]?[0-9]{1,3})?")
FILTERS: tuple[str, ...] = (*(dimension.name for dimension in DIMENSIONS), *SCALARS)


def parameters_of(search: str) -> dict[str, list[str]]:
    """The values of each parameter of a query string, with or without its question mark.

    Raises:
        BadParameter: more parameters than an address may have.
    """
    found: dict[str, list[str]] = {}
    for name, value in pairs_of(search):
        found.setdefault(name, []).append(value)
    return found


def pairs_of(search: str) -> list[tuple[str, str]]:
    """The parameters of a query string in their order, those without a value left out.

    Raises:
        BadParameter: more of them than an address may have.
    """
    try:
        return parse_qsl(search.removeprefix("?"), max_num_fields=MOST_PARAMETERS)
    except ValueError as error:
        problem = f"{MOST_PARAMETERS} paramètres au plus dans une adresse."
        raise BadParameter("adresse", "", problem) from error


def selection_from_query(parameters: Parameters) -> Selection:
    """The selection that query parameters describe; parameters of other uses are left alone.

    Raises:
        BadParameter: a value that its parameter cannot take, with the accepted ones.
    """
    choices: dict[str, tuple[str, ...]] = {}
    for dimension in DIMENSIONS:
        values = tuple(v.strip() for v in parameters.get(dimension.name, ()) if v.strip())
        if values:
            choices[dimension.name] = tuple(_canonical(dimension.name, v) for v in values)
    return Selection.of(
        choices,
        around=_around(parameters),
        text=_text(parameters),
        window=_window(parameters),
    )


def query_of(selection: Selection) -> str:
    """The query string of a selection, in canonical order; empty for an empty selection.

    >>> query_of(Selection.of({"kind": ["ptce", "ess_actor"]}, text="vélo"))
    'kind=ess_actor&kind=ptce&q=v%C3%A9lo'
    """
    return urlencode(query_pairs(selection))


def query_pairs(selection: Selection) -> list[tuple[str, str]]:
    """The parameters of a selection as pairs, in canonical order."""
    pairs = [(name, value) for name, values in selection.choices for value in values]
    if selection.around is not None:
        point = selection.around.point
        pairs.append(("near", f"{point.lon!r},{point.lat!r}"))
        pairs.append(("radius_km", f"{selection.around.radius_km!r}".removesuffix(".0")))
    if selection.text:
        pairs.append(("q", selection.text))
    if selection.window is not None:
        w = selection.window
        pairs.append(("bbox", ",".join(repr(x) for x in (w.west, w.south, w.east, w.north))))
    return pairs


def _canonical(name: str, value: str) -> str:
    if name == "commune":
        return commune_of_arrondissement(value.upper())
    parse = {"siren": parse_siren, "siret": parse_siret}.get(name)
    if parse is None:
        return value
    parsed = parse(value)
    if parsed is None:
        digits = {"siren": 9, "siret": 14}[name]
        raise BadParameter(name, value, f"{digits} chiffres avec une clé juste sont attendus.")
    return parsed


def single_value(parameters: Parameters, name: str) -> str:
    """The value of a parameter that has one; empty without it.

    Raises:
        BadParameter: it has several.
    """
    values = [v.strip() for v in parameters.get(name, ()) if v.strip()]
    if len(values) > 1:
        raise BadParameter(name, ", ".join(values), "une seule valeur est attendue.")
    return values[0] if values else ""


def _text(parameters: Parameters) -> str:
    text = single_value(parameters, "q")
    if len(text) > MAX_TEXT:
        raise BadParameter("q", f"{text[:30]}…", f"{MAX_TEXT} caractères au plus.")
    return text


_ORDER = {
    2: "Longitude puis latitude, en degrés, comme 5.05,45.04.",
    4: "Ouest, sud, est, nord, en degrés, comme 4,44,6,46.",
}


def numbers_of(name: str, text: str, count: int) -> tuple[float, ...]:
    """``count`` finite numbers separated by commas.

    Raises:
        BadParameter: another count, or something that is not a finite number.
    """
    parts = [part.strip() for part in text[:_MOST_TEXT].split(",")]
    if len(parts) != count or not all(map(_NUMBER.fullmatch, parts)):
        problem = f"{count} nombres séparés par des virgules sont attendus."
        if count in _ORDER:
            problem = f"{problem} {_ORDER[count]}"
        raise BadParameter(name, text[:_MOST_TEXT], problem)
    numbers = tuple(map(float, parts))
    if not all(map(math.isfinite, numbers)):
        raise BadParameter(name, text[:_MOST_TEXT], "un nombre fini est attendu.")
    return numbers


def _around(parameters: Parameters) -> Around | None:
    near, radius = single_value(parameters, "near"), single_value(parameters, "radius_km")
    if not near:
        if radius:
            raise BadParameter("radius_km", radius, "un rayon demande un lieu (« near »).")
        return None
    lon, lat = numbers_of("near", near, 2)
    try:
        point = Point(lon, lat)
    except ValueError:
        raise BadParameter(
            "near", near, "longitude (−180 à 180), latitude (−90 à 90), en degrés."
        ) from None
    return Around(point, radius_of(radius) if radius else DEFAULT_RADIUS_KM)


def radius_of(text: str) -> float:
    """A radius in kilometres, as any address, file or command may ask for one.

    Raises:
        BadParameter: no number, or one that is too small or too large.
    """
    return radius_asked(numbers_of("radius_km", text, 1)[0])


def radius_asked(radius_km: float, name: str = "radius_km") -> float:
    """The same radius.

    Raises:
        BadParameter: it is too small or too large.
    """
    if not LEAST_ASKED_KM <= radius_km <= MOST_ASKED_KM:
        problem = f"un rayon va de {LEAST_ASKED_KM:g} à {MOST_ASKED_KM:g} km."
        raise BadParameter(name, f"{radius_km:g}", problem)
    return radius_km


def _window(parameters: Parameters) -> Window | None:
    bbox = single_value(parameters, "bbox")
    if not bbox:
        return None
    west, south, east, north = numbers_of("bbox", bbox, 4)
    try:
        return Window(max(-180.0, west), max(-90.0, south), min(180.0, east), min(90.0, north))
    except ValueError:
        raise BadParameter(
            "bbox", bbox, "ouest,sud,est,nord en degrés, ouest ≤ est et sud ≤ nord."
        ) from None
