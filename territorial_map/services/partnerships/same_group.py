"""Those who are probably of one organisation's group, found without looking at everyone."""

from sqlalchemy import Connection

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.ties import are_of_one_group
from territorial_map.queries import partners
from territorial_map.services.partnerships.facts_rows import facts_of_rows
from territorial_map.services.partnerships.profiles import ProfileIndex


def group_of(connection: Connection, centre: Facts, index: ProfileIndex) -> list[Facts]:
    """Who is of the centre's group, probably or as said, its own person left out, by id."""
    signs = centre.signs
    found: list[Facts] = []
    if signs is not None and (signs.telling or signs.proper or signs.houses):
        rows = connection.execute(partners.perhaps_of_group(signs, centre.point))
        found += facts_of_rows(rows, index)
    told = centre.said_same - {other.id for other in found}
    if told:
        found += facts_of_rows(connection.execute(partners.facts_of_ids(sorted(told))), index)
    kept = [o for o in found if not centre.is_same_person(o) and are_of_one_group(centre, o)]
    return sorted(kept, key=lambda other: other.id)
