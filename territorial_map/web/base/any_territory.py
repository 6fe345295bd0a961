"""The territory, zone or group of communes that an address names."""

from urllib.parse import parse_qsl

from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.place import (
    GROUP_COMMUNES,
    GROUP_NAME,
    GROUP_WORD,
    ZONE_LEVELS,
)
from territorial_map.services.portrait.zones import named_group, zone_at
from territorial_map.web.base.addresses import MOST_NAME, TERRITORIES, territory_at

_MOST_PARAMETERS = 1000


def any_territory_at(path: str, search: str, edition: OpenEdition) -> AnyTerritory:
    """The territory, zone or group of communes of an address; ``search`` has no question mark.

    Raises:
        NotFound: no such level, or the code is none of its; of a group, no commune, or one that is
            none.
        BadParameter: a group of too many communes.
    """
    word, _, named = path.removeprefix(TERRITORIES).partition("/")
    if word == GROUP_WORD:
        told = dict(parse_qsl(search, max_num_fields=_MOST_PARAMETERS))
        codes = told.get(GROUP_COMMUNES, "")
        return named_group(edition, codes, told.get(GROUP_NAME, "")[:MOST_NAME])
    zone = ZONE_LEVELS.get(word)
    if zone is not None:
        return zone_at(edition, zone, named.split("-", 1)[0])
    return territory_at(path, edition.gazetteer)
