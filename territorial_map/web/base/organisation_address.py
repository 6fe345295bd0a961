"""The organisation that the end of an address names."""

from territorial_map.domain.errors import NotFound
from territorial_map.domain.organisation import Organisation
from territorial_map.services.explore.open_edition import OpenEdition


def organisation_at(rest: str, edition: OpenEdition) -> Organisation | None:
    """The one of an address's end: its id, with or without its name after it."""
    for any_id in dict.fromkeys((rest, rest.rsplit("/", 1)[0])):
        try:
            return edition.organisation(any_id)
        except NotFound:
            continue
    return None
