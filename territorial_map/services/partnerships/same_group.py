"""Those who are probably of one organisation's group, found without looking at everyone."""

from sqlalchemy import Connection

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.ties import group_shared_by
from territorial_map.queries import partners
from territorial_map.services.partnerships.facts_rows import facts_of_rows
from territorial_map.services.partnerships.profiles import ProfileIndex


def group_of(connection: Connection, centre: Facts, index: ProfileIndex) -> list[Facts]:
    """Everyone who is probably of the centre's group, its own legal person left out, by id."""
    signs = centre.signs
    if signs is None or not (signs.telling or signs.proper or signs.houses):
        return []
    rows = connection.execute(partners.perhaps_of_group(signs, centre.point))
    return [
        other
        for other in facts_of_rows(rows, index)
        if not centre.is_same_person(other) and group_shared_by(centre, other) is not None
    ]
