"""A group's card in a territory's list leads to a sheet that shows that group, on real rows."""

from functools import partial

import pytest

from territorial_map.domain.pooling.groups import PoolingGroup
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.groups_here import groups_here
from territorial_map.services.partnerships.partners import groups_in, groups_of
from territorial_map.web.base.state import state_from_search
from territorial_map.web.pages.partners.group_callbacks import groups_around

pytestmark = pytest.mark.edition


def ids(group: PoolingGroup) -> frozenset[str]:
    """Who is in a group."""
    return frozenset(member.id for member in group.members)


@pytest.mark.parametrize(
    ("level", "code", "category"),
    [
        ("department", "26", PoolingCategory.TRAINING),
        ("department", "42", PoolingCategory.PURCHASING),
        ("epci", "246200729", PoolingCategory.JOINT_BIDS),
    ],
)
def test_every_group_of_a_territory_is_on_the_sheets_of_its_members(
    real_edition: OpenEdition, level: str, code: str, category: PoolingCategory
) -> None:
    place = Selection.of({level: [code]})
    listed = groups_in(real_edition, place, category)
    shown = partial(groups_here, real_edition, category=category, selection=place)

    assert listed
    for group in listed:
        assert {member.id: ids(shown(member.id)[0]) for member in group.members} == dict.fromkeys(
            ids(group), ids(group)
        )


def test_the_sheet_that_a_card_leads_to_draws_its_group(real_edition: OpenEdition) -> None:
    place = Selection.of({"department": ["26"]})
    group = next(
        one
        for one in groups_in(real_edition, place, PoolingCategory.TRAINING)
        if not groups_of(real_edition, one.members[0].id, PoolingCategory.TRAINING)
    )
    first = group.members[0].id
    opened = {"organisation": first, "pooling": "training"}
    state = state_from_search(f"department=26&organisation={first}&pooling=training")

    part, lines = groups_around(real_edition, opened, frozenset(), state)

    assert len(lines) == 1
    assert len(group.members) >= 3
    assert [one.name for one in group.members if one.name not in str(part)] == []


def test_groups_around_an_organisation_share_nobody_else_with_those_of_the_place(
    real_edition: OpenEdition,
) -> None:
    place, category = Selection.of({"department": ["42"]}), PoolingCategory.JOINT_BIDS
    first = groups_in(real_edition, place, category)[0].members[0].id

    shown = groups_here(real_edition, first, category, place)
    plain = groups_here(real_edition, first, category, Selection())

    assert plain == groups_of(real_edition, first, category)
    assert shown
    others = [member.id for group in shown for member in group.members if member.id != first]
    assert len(others) == len(set(others))
