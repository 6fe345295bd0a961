"""The country that a town tells, where no cell says it."""

from territorial_map.domain.city_labels import city_key
from territorial_map.places.claims import PlaceClaims
from territorial_map.places.commune_index import Codes, CommuneIndex
from territorial_map.places.countries import FRANCE, OVERSEAS

_FIVE_DIGITS = frozenset({"DE", "IT", "ES"})  # neighbours whose postcodes look like French ones


def country_of_town(claims: PlaceClaims, served: Codes, index: CommuneIndex) -> str:
    """The ISO code of the country of a town that is no commune: by its postcode's form, or known.

    ``served`` are the communes under the postcode. Blank where France itself is told.
    """
    if claims.country == FRANCE:
        return ""
    for name in claims.names:
        town = index.town_abroad(city_key(name))
        if town is None:
            continue
        if town.country in OVERSEAS:
            return town.country
        like_ours = town.country in _FIVE_DIGITS
        if claims.short and not like_ours:
            return town.country
        fits = not served and (not claims.postcode or like_ours)
        if fits and not claims.short and town.well_known:
            return town.country
    return ""


def is_known_abroad(claims: PlaceClaims, index: CommuneIndex) -> bool:
    """True when the town is a well-known one of another country, and is not told to be here."""
    towns = (index.town_abroad(city_key(name)) for name in claims.names)
    return claims.country != FRANCE and any(town and town.well_known for town in towns)
