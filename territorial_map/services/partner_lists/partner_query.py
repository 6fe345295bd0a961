"""What a partner list is asked for, as query parameters and back: one grammar everywhere."""

from dataclasses import dataclass
from urllib.parse import urlencode

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.numbers import whole_between
from territorial_map.domain.selection import DEFAULT_RADIUS_KM, MAX_RADIUS_KM, Selection
from territorial_map.domain.territory import commune_of_arrondissement
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.query_string import (
    Parameters,
    numbers_of,
    selection_from_query,
    single_value,
)

DEFAULT_LINES = 50
MOST_LINES = 500
PATH = "/partenaires"
CENTRES = ("for", "commune", "near")
KNOWN = (*CENTRES, "radius_km", "pooling", "practice", "limit")
_MAX_ID = 300


@dataclass(frozen=True, slots=True)
class PartnersAsked:
    """Around one centre (an organisation's id, a commune's code or a point), and what is kept.

    ``pooling`` empty means every category; ``practice`` keeps those whom one of the practices
    concerns (same values as the filter); ``limit`` is the number of legal persons.
    """

    organisation: str | None = None
    commune: str | None = None
    point: Point | None = None
    radius_km: float = DEFAULT_RADIUS_KM
    pooling: tuple[PoolingCategory, ...] = ()
    practice: tuple[str, ...] = ()
    limit: int = DEFAULT_LINES

    def __post_init__(self) -> None:
        given = [c for c in (self.organisation, self.commune, self.point) if c is not None]
        if len(given) != 1:
            raise ValueError(f"a partner list has one centre: {given}")
        if not 0 < self.radius_km <= MAX_RADIUS_KM or not 1 <= self.limit <= MOST_LINES:
            raise ValueError(f"out of bounds: {self.radius_km} km, {self.limit} lines")

    @property
    def categories(self) -> tuple[PoolingCategory, ...]:
        """The categories to look into."""
        return self.pooling or tuple(PoolingCategory)

    @property
    def kept(self) -> Selection:
        """Who may be listed, as a selection of the directory."""
        return Selection.of({"practice": self.practice})


def asked_from_query(parameters: Parameters) -> PartnersAsked:
    """The list that query parameters ask for; parameters of other uses are left alone.

    Raises:
        BadParameter: no centre or several, or a value that its parameter cannot take.
    """
    single = {name: single_value(parameters, name) for name in (*CENTRES, "radius_km", "limit")}
    centres = [name for name in CENTRES if single[name]]
    if len(centres) != 1:
        problem = "un seul centre est attendu : organisation, commune ou point."
        raise BadParameter(" / ".join(CENTRES), ", ".join(centres), problem)
    if len(single["for"]) > _MAX_ID:
        raise BadParameter("for", f"{single['for'][:30]}…", f"{_MAX_ID} caractères au plus.")
    around = selection_from_query({"near": [single["near"]]}).around
    practices = tuple(v.strip() for v in parameters.get("practice", ()) if v.strip())
    return PartnersAsked(
        organisation=single["for"] or None,
        commune=commune_of_arrondissement(single["commune"].upper()) or None,
        point=around.point if around else None,
        radius_km=_radius(single["radius_km"]),
        pooling=_pooling(parameters),
        practice=Selection.of({"practice": practices}).chosen("practice"),
        limit=_limit(single["limit"]),
    )


def pairs_of(asked: PartnersAsked) -> list[tuple[str, str]]:
    """The parameters of a list, in canonical order; a round trip."""
    pairs: list[tuple[str, str]] = []
    if asked.organisation is not None:
        pairs.append(("for", asked.organisation))
    if asked.commune is not None:
        pairs.append(("commune", asked.commune))
    if asked.point is not None:
        pairs.append(("near", f"{asked.point.lon!r},{asked.point.lat!r}"))
    pairs.append(("radius_km", f"{asked.radius_km!r}".removesuffix(".0")))
    pairs += [("pooling", category.value) for category in asked.pooling]
    pairs += [("practice", value) for value in asked.practice]
    if asked.limit != DEFAULT_LINES:
        pairs.append(("limit", str(asked.limit)))
    return pairs


def query_of_asked(asked: PartnersAsked) -> str:
    """The query string of a list.

    >>> query_of_asked(PartnersAsked(commune="46102", limit=20))
    'commune=46102&radius_km=30&limit=20'
    """
    return urlencode(pairs_of(asked))


def _radius(text: str) -> float:
    radius = numbers_of("radius_km", text, 1)[0] if text else DEFAULT_RADIUS_KM
    if not 0 < radius <= MAX_RADIUS_KM:
        raise BadParameter("radius_km", text, f"un rayon va de 0 à {MAX_RADIUS_KM:g} km.")
    return radius


def _limit(text: str) -> int:
    if not text:
        return DEFAULT_LINES
    return whole_between("limit", text, 1, MOST_LINES)


def _pooling(parameters: Parameters) -> tuple[PoolingCategory, ...]:
    """The asked categories, in their declared order."""
    values = {v.strip() for v in parameters.get("pooling", ()) if v.strip()}
    for value in sorted(values):
        if value not in PoolingCategory.codes():
            raise BadParameter("pooling", value, "valeur inconnue.", PoolingCategory.codes())
    return tuple(category for category in PoolingCategory if category.value in values)
