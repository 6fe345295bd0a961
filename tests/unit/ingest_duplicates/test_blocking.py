"""Which pairs are compared: never two of one register, and all that share a key."""

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from territorial_map.ingest.duplicates.blocking import block
from territorial_map.ingest.duplicates.fold import Record
from territorial_map.ingest.duplicates.linkage import Linked, link
from territorial_map.ingest.duplicates.record_table import (
    create_record_table,
    fill,
    record_rows,
    register_of,
)
from tests.synthetic import organisation, place
from tests.unit.ingest_duplicates.six_tables import TABLES

PREFIXES = ("finess", "siae", "ess", "space")
NAMES = ("Les Astelles", "Atelier du Vercors", "La Laine", "Laine et Vercors")


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    indices = sorted(draw(st.lists(st.integers(0, 3), max_size=10)))
    return [
        Record(
            TABLES[index],
            organisation(
                f"{PREFIXES[index]}:{n:02}",
                source_name=draw(st.sampled_from(NAMES)),
                siren=draw(st.sampled_from((None, "775544083"))),
                place=place(commune=draw(st.sampled_from(("26281", "26362")))),
            ),
        )
        for n, index in enumerate(indices)
    ]


def candidates(found: list[Record]) -> set[tuple[int, int]]:
    with duckdb.connect() as connection:
        create_record_table(connection)
        fill(connection, record_rows((r.table, r.organisation) for r in found))
        block(connection)
        return set(connection.execute("SELECT l, r FROM candidate").fetchall())


def linked(found: list[Record], threads: int) -> Linked:
    with duckdb.connect(config={"threads": threads}) as connection:
        create_record_table(connection)
        fill(connection, record_rows((r.table, r.organisation) for r in found))
        return link(connection)


def share_a_key(one: Record, other: Record) -> bool:
    a, b = one.organisation, other.organisation
    if a.siren and a.siren == b.siren:
        return True
    # Every synthetic place has one street, so a commune is enough.
    return a.place.commune_code == b.place.commune_code


@settings(max_examples=20, deadline=None)  # each example is blocked in a database
@given(records())
def test_pairs_are_those_of_two_registers_that_share_a_key(found: list[Record]) -> None:
    registers = [register_of(r.organisation.id, r.table) for r in found]

    expected = {
        (l, r)
        for r in range(len(found))
        for l in range(r)  # noqa: E741 - left and right
        if (registers[l] is None or registers[l] != registers[r])
        and share_a_key(found[l], found[r])
    }

    assert candidates(found) == expected


def test_groups_and_doubts_do_not_depend_on_the_number_of_threads() -> None:
    found = [
        Record(
            TABLES[1 + n % 3],
            organisation(f"{PREFIXES[1 + n % 3]}:{n:03}", source_name=f"{NAMES[n % 4]} {n % 7}"),
        )
        for n in range(60)
    ]
    in_order = sorted(found, key=lambda record: TABLES.index(record.table))

    alone, several = (linked(in_order, threads) for threads in (1, 4))

    assert alone == several
    assert alone.groups
