"""The collectivities without communes here (975, 977, 978), as the claims of a row tell them."""

from territorial_map.domain.territory import COLLECTIVITIES
from territorial_map.places import wording
from territorial_map.places.claims import PlaceClaims
from territorial_map.places.commune_index import CommuneIndex
from territorial_map.places.postcodes import departments_of_postcode
from territorial_map.places.settled_place import SettledPlace


def collectivity_of(claims: PlaceClaims, index: CommuneIndex) -> str | None:
    """The code of the collectivity that a code, a postcode or an area tells."""
    if claims.code and index.commune(claims.code) is None:
        found = index.collectivity_of(claims.code)
        if found:
            return found
    area = claims.area.departments if claims.area else frozenset()
    for told in (departments_of_postcode(claims.postcode), area):
        if len(told) == 1 and told <= COLLECTIVITIES.keys():
            return next(iter(told))
    return None


def in_collectivity(code: str, claims: PlaceClaims) -> SettledPlace:
    """A place that is known by the name of its collectivity alone."""
    return SettledPlace(
        departments=frozenset({code}),
        postcode=claims.postcode,
        reason=wording.collectivity(code),
        sure=True,
    )
