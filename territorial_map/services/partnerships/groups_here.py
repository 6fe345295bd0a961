"""The groups that a sheet shows: those of the place it is looked at from come first."""

from collections.abc import Collection

from territorial_map.domain.pooling.groups import Pair, PoolingGroup
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import groups_in, groups_of


def groups_here(
    edition: OpenEdition,
    any_id: str,
    category: PoolingCategory,
    selection: Selection,
    refused: Collection[Pair] = (),
) -> tuple[PoolingGroup, ...]:
    """The groups of a territory that hold an organisation, as the territory's own list has them.

    Then those around it that share nobody else with them. Without a territory in the selection,
    those around it alone.

    Raises:
        NotFound: no organisation answers to the id.
    """
    own = edition.organisation(any_id).id
    around = groups_of(edition, own, category, refused=refused)
    if not any(selection.chosen(level.value) for level in TerritoryLevel):
        return around
    listed = groups_in(edition, selection, category, refused)
    here = tuple(group for group in listed if own in {member.id for member in group.members})
    taken = {member.person_key for group in here for member in group.members if member.id != own}
    return here + tuple(
        group for group in around if taken.isdisjoint(member.person_key for member in group.members)
    )
