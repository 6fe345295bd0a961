"""A group studied: its members, the check, and what they could pool among themselves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from territorial_map.domain.errors import NotFound
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.ptce.law import Law
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.group_partnerships import Inside, partnerships_inside
from territorial_map.services.ptce.check import GroupAnswer, check_for_ids


@dataclass(frozen=True, slots=True)
class StudiedGroup:
    """``members`` as listed; ``unknown`` are ids that no organisation of the edition answers to.

    ``answer`` and ``inside`` are ``None`` when there is no member.
    """

    members: tuple[Organisation, ...]
    unknown: tuple[str, ...]
    complete: bool = False
    answer: GroupAnswer | None = None
    inside: Inside | None = None


def study_group(
    edition: OpenEdition,
    ids: Iterable[str],
    dismissals: Collection[Dismissal] = (),
    *,
    complete: bool,
    law: Law,
) -> StudiedGroup:
    """Everything that can be said of a group; an unknown id is told, never an error.

    An organisation that stands under two ids counts once. A PTCE alone is studied through its
    known members.
    """
    found, unknown = members_found(edition, ids)
    if not found:
        return StudiedGroup((), unknown, complete)
    answer = check_for_ids(edition, found, complete=complete, law=law)
    inside_ids = [member.id for member in answer.members if member.id]
    inside = partnerships_inside(edition, inside_ids, dismissals)
    return StudiedGroup(tuple(found.values()), unknown, complete, answer, inside)


def members_found(
    edition: OpenEdition, ids: Iterable[str]
) -> tuple[dict[str, Organisation], tuple[str, ...]]:
    """The organisations of a group by their own ids, in order, and the ids that nothing answers."""
    found: dict[str, Organisation] = {}
    unknown = []
    for any_id in ids:
        try:
            organisation = edition.organisation(any_id)
        except NotFound:
            unknown.append(any_id)
        else:
            found.setdefault(organisation.id, organisation)
    return found, tuple(unknown)
