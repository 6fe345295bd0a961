"""Which editions go: the oldest beyond those asked for, never one that is needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.edition_list import EditionState, ShelvedEdition, to_remove


def shelved(number: int, **kept: bool) -> ShelvedEdition:
    return ShelvedEdition(
        f"synthetic-{number}", "2026-11-22", 3, 10, float(number), EditionState.READABLE, **kept
    )


SHELVES = st.lists(
    st.fixed_dictionaries({name: st.booleans() for name in ("current", "previous", "in_use")}),
    min_size=1,
    max_size=8,
).map(lambda told: tuple(shelved(number, **kept) for number, kept in enumerate(told)))


@given(SHELVES, st.integers(0, 9))
def test_what_goes_is_old_and_needed_by_nobody_and_all_of_it_goes(
    editions: tuple[ShelvedEdition, ...], keep: int
) -> None:
    gone = to_remove(editions, keep)
    beyond = len(editions) - keep

    assert editions
    for place, edition in enumerate(editions):
        needed = edition.current or edition.previous or edition.in_use
        assert (edition in gone) == (place < beyond and not needed)
    assert list(gone) == sorted(gone, key=lambda edition: edition.written_at)


def test_as_many_as_asked_are_all_kept() -> None:
    editions = (shelved(0), shelved(1), shelved(2))

    assert to_remove(editions, 3) == to_remove(editions, 4) == ()
    assert to_remove(editions, 2) == (editions[0],)
    assert to_remove(editions, 0) == editions


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        ({"current": True, "in_use": True, "previous": True}, "édition courante"),
        ({"in_use": True, "previous": True}, "servie par un programme en marche"),
        ({"previous": True}, "servie juste avant l’édition courante"),
        ({}, ""),
    ],
)
def test_the_strongest_reason_to_keep_an_edition_is_the_one_told(
    kept: dict[str, bool], reason: str
) -> None:
    assert shelved(0, **kept).kept_because == reason
