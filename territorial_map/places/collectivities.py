"""The collectivities without communes here (975, 977, 978, 98x), as the claims of a row tell them.

A postcode alone never settles one against a town that lies elsewhere: « 98600 Mamoudzou ».
"""

from collections.abc import Callable, Iterable

from territorial_map.domain.city_labels import city_key
from territorial_map.domain.territory import COLLECTIVITIES
from territorial_map.domain.text import fold
from territorial_map.places import wording
from territorial_map.places.claims import PlaceClaims
from territorial_map.places.commune_index import Codes, CommuneIndex
from territorial_map.places.countries import OVERSEAS
from territorial_map.places.flags import PlaceFlag
from territorial_map.places.postcodes import departments_of_postcode
from territorial_map.places.settled_place import SettledPlace

Known = Callable[[Iterable[str]], Codes]
"""The communes that outright have one of some names."""
# Towns and quarters there whose names are also those of communes here.
_NAMED_ALIKE = {
    "975": {"saint pierre", "langlade"},
    "977": {"saint jean", "lorient", "colombier", "flamands", "public", "toiny"},
    "978": {"marigot", "le marigot", "orleans", "grand case", "concordia", "la savane"},
    "988": {
        "mont dore",
        "le mont dore",
        "saint louis",
        "robinson",
        "saint michel",
        "saint quentin",
    },
}


def by_collectivity(claims: PlaceClaims, index: CommuneIndex, known: Known) -> SettledPlace | None:
    """Where a row lies that tells a collectivity; none where its town lies elsewhere."""
    if claims.code and index.commune(claims.code) is None:
        found = index.collectivity_of(claims.code)
        if found:
            return in_collectivity(found, claims)
    area = claims.area.departments if claims.area else frozenset()
    by_postcode = departments_of_postcode(claims.postcode)
    for told in (by_postcode, area):
        if len(told) == 1 and told <= COLLECTIVITIES.keys():
            code = next(iter(told))
            if area == by_postcode or not _lies_elsewhere(code, claims, index, known):
                return in_collectivity(code, claims)
            return _elsewhere(claims, index, known)
    return None


def by_town_of(code: str, claims: PlaceClaims, index: CommuneIndex) -> SettledPlace:
    """Where a row lies whose town is a collectivity's: nowhere under the postcode of elsewhere."""
    by_postcode = departments_of_postcode(claims.postcode)
    if by_postcode and by_postcode != {code}:
        return _disagreeing(claims, frozenset(), index)
    return in_collectivity(code, claims)


def in_collectivity(code: str, claims: PlaceClaims) -> SettledPlace:
    """A place that is known by the name of its collectivity alone."""
    return SettledPlace(
        departments=frozenset({code}),
        postcode=claims.postcode,
        reason=wording.collectivity(code),
        sure=True,
    )


def _lies_elsewhere(code: str, claims: PlaceClaims, index: CommuneIndex, known: Known) -> bool:
    """Whether the town is a commune's, or another collectivity's, and no name of this one's."""
    own = fold(COLLECTIVITIES[code])
    for name in claims.names:
        key = city_key(name)
        abroad = index.town_abroad(key)
        there = OVERSEAS.get(abroad.country, "") if abroad else ""
        if there == code or key in _NAMED_ALIKE.get(code, ()) or f" {key} " in f" {own} ":
            return False
        if there:
            return True
    return bool(known(claims.names))


def _elsewhere(claims: PlaceClaims, index: CommuneIndex, known: Known) -> SettledPlace | None:
    """The commune that the town and one of the other cells tell, else what may be meant."""
    codes = known(claims.names)
    if index.served_by(claims.postcode) & codes:
        return None  # the département alone speaks against them
    area = claims.area.departments if claims.area else frozenset()
    within = [code for code in codes if index.department_of(code) in area]
    if len(within) == 1:
        flags = (PlaceFlag.COMMUNE_FROM_TOWN, PlaceFlag.POSTCODE_DIFFERS)
        return SettledPlace(within[0], postcode=claims.postcode, flags=flags)
    return _disagreeing(claims, codes, index)


def _disagreeing(claims: PlaceClaims, codes: Codes, index: CommuneIndex) -> SettledPlace:
    """The communes that a town may be, and what it goes against, in a word."""
    ranked = sorted(codes, key=lambda code: (-index.people(code), code))
    reason = (
        wording.disagree(claims.town, claims.postcode, ranked, index)
        if claims.postcode
        else wording.elsewhere(claims.town, ranked, index)
    )
    return SettledPlace(candidates=tuple(ranked), postcode=claims.postcode, reason=reason)
