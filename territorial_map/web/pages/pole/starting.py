"""Where a group starts from: the ids of its address, or the known members of a pole."""

from territorial_map.domain.errors import NotFound
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.together import known_members
from territorial_map.web.pages.pole.state import GroupState, group_from_search


def group_at(search: str, edition: OpenEdition) -> GroupState:
    """The group of an address; one that starts from a pole holds who is known to be of it.

    A pole of which no member is known is there itself; an unknown one is an unknown member.
    """
    state = group_from_search(search)
    if state.ids or not state.pole:
        return state
    try:
        pole = edition.organisation(state.pole)
    except NotFound:
        return state.having((state.pole,))
    known = tuple(member.id for member in known_members(edition, pole.id))
    return state.having(known or (pole.id,))
