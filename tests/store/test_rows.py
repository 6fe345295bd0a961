"""A stored row made in two steps is the row of the whole organisation, whatever it holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.domain.practices.terms import Role
from territorial_map.queries import schema
from territorial_map.store.batches import arrow_schema, batch_of, with_profiles
from territorial_map.store.rows import COLUMNS, PROFILE, RECORD, Practices, StoredRow, stored_row
from tests.synthetic import organisation, organisations

DAY = "2026-11-22"
TAGS = (PracticeTag("p27", Role.PARTNER_FOR, 0.75), PracticeTag("p01", Role.COULD_ADOPT, 0.5))
# What would break a record that was cut at the wrong place.
TREACHEROUS = '« "practices":[] », "perhaps_same":[] \\"practices\\":[]'


@given(organisations(), st.lists(st.text(min_size=1), max_size=2), st.sampled_from([(), TAGS]))
def test_a_completed_row_is_that_of_the_completed_organisation(
    one: Organisation, perhaps_same: list[str], tags: tuple[PracticeTag, ...]
) -> None:
    bare = replace(one, perhaps_same=(), practices=(), notes=(TREACHEROUS,))
    whole = replace(bare, perhaps_same=tuple(perhaps_same), practices=tags)

    completed = stored_row(bare, DAY).completed(tuple(perhaps_same), Practices.of(tags))

    assert completed == stored_row(whole, DAY)


@given(organisations())
def test_a_row_comes_back_from_its_bytes(one: Organisation) -> None:
    row = stored_row(one, DAY)

    back = StoredRow.unpacked(row.packed(), row.record)

    assert batch_of([back]).rows == batch_of([row]).rows
    assert (back.profile, back.aliases) == (row.profile, row.aliases)


def test_a_row_is_completed_once() -> None:
    told = stored_row(organisation(practices=TAGS), DAY)

    with pytest.raises(ValueError, match="already tells practices"):
        told.completed((), Practices.of(TAGS))


def test_rows_have_every_column_of_the_edition() -> None:
    whole = with_profiles(batch_of([stored_row(organisation(), DAY)]), {})

    assert whole.schema == arrow_schema(schema.organisations)
    assert {*COLUMNS, PROFILE, RECORD} == set(schema.organisations.columns.keys())
