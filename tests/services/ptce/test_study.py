"""A group is studied whole: who is in it, who is not known, what the check says, who could pool."""

import pytest

from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.ledger.dismissals import dismissal_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.study import StudiedGroup, members_found, study_group
from tests.known import KNOWLEDGE

PARIS = tuple(f"synthetic:paris{n}" for n in range(4))
UNKNOWN = "synthetic:never"


def studied(edition: OpenEdition, *ids: str, complete: bool = False) -> StudiedGroup:
    return study_group(edition, ids, complete=complete, law=KNOWLEDGE.law)


def ends(found: tuple[Partnership, ...]) -> set[str]:
    return {end for one in found for end in (one.a.id, one.b.id)}


def test_members_come_in_their_order_once_each_and_the_unknown_apart(
    small_edition: OpenEdition,
) -> None:
    group = studied(small_edition, PARIS[2], UNKNOWN, PARIS[0], PARIS[2], "synthetic:other")

    assert [member.id for member in group.members] == [PARIS[2], PARIS[0]]
    assert group.unknown == (UNKNOWN, "synthetic:other")


def test_nobody_known_is_no_group_to_check(small_edition: OpenEdition) -> None:
    assert studied(small_edition, UNKNOWN, complete=True) == StudiedGroup(
        (), (UNKNOWN,), complete=True
    )
    assert studied(small_edition) == StudiedGroup((), ())


@pytest.mark.parametrize("complete", [True, False])
def test_a_group_is_checked_as_it_says_it_is(small_edition: OpenEdition, *, complete: bool) -> None:
    group = studied(small_edition, *PARIS, complete=complete)

    assert group.complete is complete
    assert group.answer is not None
    assert {member.id for member in group.answer.members} == set(PARIS)


def test_what_members_could_pool_stays_among_them(small_edition: OpenEdition) -> None:
    group = studied(small_edition, *PARIS)

    assert group.inside is not None
    assert len(group.inside.found) > 3
    assert ends(group.inside.found) <= set(PARIS)


def test_a_pair_that_operators_set_aside_is_proposed_no_more(small_edition: OpenEdition) -> None:
    group = studied(small_edition, *PARIS)
    assert group.inside is not None
    first = group.inside.found[0]
    aside = dismissal_of(first.a.id, first.b.id, first.category)

    again = study_group(small_edition, PARIS, {aside}, complete=False, law=KNOWLEDGE.law)

    assert again.inside is not None
    told = {(one.a.id, one.b.id, one.category) for one in again.inside.found}
    assert (first.a.id, first.b.id, first.category) not in told


def test_a_pole_alone_is_studied_through_its_known_members(small_edition: OpenEdition) -> None:
    group = studied(small_edition, "synthetic:ptce")

    assert [member.id for member in group.members] == ["synthetic:ptce"]
    assert group.inside is not None
    assert group.answer is not None
    assert {member.id for member in group.answer.members} >= {"synthetic:scop", "synthetic:town"}


def test_members_are_found_by_any_id_of_theirs(small_edition: OpenEdition) -> None:
    found, unknown = members_found(small_edition, [*PARIS, UNKNOWN])

    assert tuple(found) == PARIS
    assert [organisation.id for organisation in found.values()] == list(PARIS)
    assert unknown == (UNKNOWN,)
