"""A group studied: its members, the check, and what they could pool among themselves."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from territorial_map.domain.errors import NotFound
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.ptce.law import Law
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.group_partnerships import Inside, partnerships_inside
from territorial_map.services.ptce.check import GroupAnswer, check_for_ids
from territorial_map.services.ptce.matrix import PoolingMatrix, pooling_matrix


@dataclass(frozen=True, slots=True)
class StudiedGroup:
    """``members`` as listed; ``unknown`` are ids that no organisation of the edition answers to.

    ``asked`` are the ids under which each member was asked for: older ones of merged records too.
    ``pole`` is the PTCE from whose known members the group started.
    ``answer``, ``inside`` and ``matrix`` are ``None`` when there is no member.
    """

    members: tuple[Organisation, ...]
    unknown: tuple[str, ...]
    complete: bool = False
    answer: GroupAnswer | None = None
    inside: Inside | None = None
    matrix: PoolingMatrix | None = None
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pole: Organisation | None = None

    def ids_of(self, member: Organisation) -> tuple[str, ...]:
        """The ids under which a member was asked for."""
        return self.ids_asked(member.id)

    def ids_asked(self, any_id: str) -> tuple[str, ...]:
        """The same, by the id of the member."""
        return self.asked.get(any_id, (any_id,))


def study_group(
    edition: OpenEdition,
    ids: Iterable[str],
    dismissals: Collection[Said] = (),
    *,
    complete: bool,
    law: Law,
    pole: str = "",
) -> StudiedGroup:
    """Everything that can be said of a group; an unknown id is told, never an error.

    An organisation that stands under two ids counts once. A PTCE alone is studied through its
    known members.
    """
    ids = tuple(ids)
    found, unknown = members_found(edition, ids)
    poles, _ = members_found(edition, [pole] if pole else [])
    start = next(iter(poles.values()), None)
    if not found:
        return StudiedGroup((), unknown, complete, pole=start)
    answer = check_for_ids(edition, found, complete=complete, law=law)
    inside_ids = [member.id for member in answer.members if member.id]
    inside = partnerships_inside(edition, inside_ids, dismissals)
    members = tuple(found.values())
    asked = _asked(edition, [one for one in ids if one not in unknown])
    matrix = pooling_matrix(edition, (*found, *inside_ids))
    return StudiedGroup(members, unknown, complete, answer, inside, matrix, asked, start)


def _asked(edition: OpenEdition, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for any_id in ids:
        found[edition.organisation(any_id).id] += (any_id,)
    return dict(found)


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
