"""What a point settles of a place that its other cells leave open, or tell otherwise."""

from dataclasses import replace

from territorial_map.domain.geo import Point
from territorial_map.places import wording
from territorial_map.places.boundaries import NEAR_ENOUGH_KM, Boundaries
from territorial_map.places.claims import PlaceClaims
from territorial_map.places.commune_index import CommuneIndex
from territorial_map.places.flags import PlaceFlag
from territorial_map.places.settled_place import SettledPlace

# Collectivities without communes here: west, south, east, north of their islands.
_ISLANDS = {
    "975": (-56.6, 46.6, -56.0, 47.3),
    "977": (-63.0, 17.8, -62.7, 18.0),
    "978": (-63.2, 18.05, -62.95, 18.2),
}


def by_point(
    point: Point,
    claims: PlaceClaims,
    told: SettledPlace,
    index: CommuneIndex,
    boundaries: Boundaries,
) -> SettledPlace:
    """The place with a point heard: it chooses between candidates, and agrees or is told.

    A town that is one commune's name stands against a point elsewhere, which is told misplaced (on
    the project's tables, the town was right in 20 such rows of 20); a town that was guessed gives
    way, and so does a lone postcode of the same département.
    """
    near = _near(told, point, boundaries)
    if near is not None:
        return _chosen(near, claims, told, index)
    at = boundaries.nearest(point)
    if at is None or at not in index.communes:
        return _outside(point, told)
    if not _may_move(at, claims, told, index):
        return told
    flags: tuple[PlaceFlag, ...] = (PlaceFlag.COMMUNE_FROM_POINT,)
    if claims.names:
        flags += (
            PlaceFlag.LABEL_DIFFERS if told.commune or told.candidates else PlaceFlag.LABEL_UNKNOWN,
        )
    if claims.postcode and at not in index.served_by(claims.postcode):
        flags += (PlaceFlag.POSTCODE_DIFFERS,)
    if claims.area and index.department_of(at) not in claims.area.departments:
        flags += (PlaceFlag.AREA_DIFFERS,)
    return SettledPlace(at, postcode=claims.postcode, flags=flags)


def _near(told: SettledPlace, point: Point, boundaries: Boundaries) -> str | None:
    """The commune or candidate that holds the point, else the nearest within two kilometres."""
    asked = (told.commune, *told.candidates) if told.commune else told.candidates
    codes = [code for code in asked if boundaries.has(code)]
    ranked = sorted((boundaries.distance_km(code, point), n) for n, code in enumerate(codes))
    return codes[ranked[0][1]] if ranked and ranked[0][0] <= NEAR_ENOUGH_KM else None


def _chosen(
    code: str, claims: PlaceClaims, told: SettledPlace, index: CommuneIndex
) -> SettledPlace:
    if code == told.commune:
        return told
    if PlaceFlag.COMMUNE_CODE_DIFFERS in told.flags:  # the point speaks for the code
        return SettledPlace(
            code, postcode=told.postcode, flags=(PlaceFlag.LABEL_DIFFERS,), sure=True
        )
    flags: tuple[PlaceFlag, ...] = (PlaceFlag.COMMUNE_FROM_POINT,)
    if claims.postcode and code not in index.served_by(claims.postcode):
        flags += (PlaceFlag.POSTCODE_DIFFERS,)
    return SettledPlace(code, postcode=told.postcode, flags=flags)


_GUESSED = frozenset({PlaceFlag.COMMUNE_FROM_POPULATION, PlaceFlag.COMMUNE_MISSPELT})


def _may_move(at: str, claims: PlaceClaims, told: SettledPlace, index: CommuneIndex) -> bool:
    """Whether the commune of the point may stand although no other cell names it."""
    if told.commune and claims.names and PlaceFlag.LABEL_UNKNOWN not in told.flags:
        return bool(_GUESSED & set(told.flags))
    if not claims.postcode:
        return True
    around = {index.department_of(code) for code in index.served_by(claims.postcode)}
    return not told.candidates and index.department_of(at) in (around or told.departments)


def _outside(point: Point, told: SettledPlace) -> SettledPlace:
    """A point in no commune: an island kept by name, or nothing."""
    if told.commune or told.candidates or told.departments or told.country:
        return told
    for code, (west, south, east, north) in _ISLANDS.items():
        if west <= point.lon <= east and south <= point.lat <= north:
            return SettledPlace(departments=frozenset({code}), reason=wording.collectivity(code))
    reason = "Le point n’est dans aucune commune de France."
    return replace(told, reason=told.reason if told.region else reason)
