"""A stored row made in two steps is the row of the whole organisation, whatever it holds."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.domain.practices.terms import Role
from territorial_map.queries import schema
from territorial_map.store import parquet_parts
from territorial_map.store.parquet_parts import arrow_schema, records_of, write_part
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

    assert listed(back.values) == listed(row.values)
    assert (back.record, back.aliases) == (row.record, row.aliases)


def test_a_row_is_completed_once() -> None:
    told = stored_row(organisation(practices=TAGS), DAY)

    with pytest.raises(ValueError, match="already tells practices"):
        told.completed((), Practices.of(TAGS))


def listed(values: tuple[Any, ...]) -> list[Any]:
    """Values with their lists as lists: what a column holds of them is the same."""
    return [list(value) if isinstance(value, tuple) else value for value in values]


def test_rows_have_every_column_of_the_edition(tmp_path: Path) -> None:
    part = write_part(tmp_path, "one", [(stored_row(organisation(), DAY), 0)])

    assert pq.read_schema(part.rows).equals(arrow_schema(schema.organisations))
    assert {*COLUMNS, PROFILE, RECORD} == set(schema.organisations.columns.keys())


def test_a_part_holds_its_rows_their_records_and_every_id_they_answer_to(tmp_path: Path) -> None:
    several = [
        organisation(f"synthetic:{number:04}") for number in range(parquet_parts._AT_ONCE + 3)
    ]
    rows = [(stored_row(each, DAY), number % 7) for number, each in enumerate(several)]

    part = write_part(tmp_path, "some", rows)

    assert (part.first, part.last, part.count) == (several[0].id, several[-1].id, len(several))
    assert pq.read_table(part.rows)[PROFILE].to_pylist() == [number for _, number in rows]
    assert b"".join(records_of(part)) == b"".join(row.record for row, _ in rows)
    assert pq.read_table(part.aliases).to_pylist() == [
        {"alias": each.id, "id": each.id} for each in several
    ]


@pytest.mark.parametrize("ids", [("synthetic:2", "synthetic:1"), ("synthetic:1", "synthetic:1")])
def test_a_part_out_of_order_is_refused(ids: tuple[str, str], tmp_path: Path) -> None:
    rows = [(stored_row(organisation(identity), DAY), 0) for identity in ids]

    with pytest.raises(ValueError, match="sorted by id: synthetic:1"):
        write_part(tmp_path, "refused", rows)
