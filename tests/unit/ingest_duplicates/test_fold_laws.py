"""Laws of folding: nothing is lost, registers keep their ids, doubts are written on both sides."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from territorial_map.domain.vocabulary import (
    Device,
)
from territorial_map.ingest.duplicates import Record, fold_duplicates
from tests.synthetic import organisation
from tests.unit.ingest_duplicates.six_tables import TABLES

SIRET = "77554408300477"
NAMES = ("Les Astelles", "Atelier du Vercors", "Atelier du Vercor", "La Laine", "Espace")


PREFIXES = {table.file: prefix for table, prefix in zip(TABLES, ("a", "b", "c", "d"), strict=False)}


LINKING = settings(max_examples=8, deadline=None)  # each example is linked in a database


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    tables = draw(st.lists(st.sampled_from(TABLES[:4]), max_size=8))
    found = [
        Record(
            table,
            organisation(
                f"{PREFIXES[table.file]}:{n:02}",
                source_name=draw(st.sampled_from(NAMES)),
                siret=draw(st.sampled_from((None, SIRET))),
                siren=draw(st.sampled_from((None, "775544083"))),
                website=draw(st.sampled_from((None, "https://example.org"))),
                devices=draw(st.sampled_from(((), (Device.ACI,), (Device.EI,)))),
            ),
        )
        for n, table in enumerate(tables)
    ]
    return sorted(found, key=lambda record: TABLES.index(record.table))


@LINKING
@given(records())
def test_every_record_answers_to_its_id_exactly_once(found: list[Record]) -> None:
    folded = fold_duplicates(found)

    answers = [mention.id for row in folded.organisations for mention in row.sources]
    assert sorted(answers) == sorted(record.organisation.id for record in found)
    assert len(folded.organisations) + sum(folded.merged.values()) == len(found)


@LINKING
@given(records())
def test_two_ids_of_one_register_are_never_merged(found: list[Record]) -> None:
    assume(found)
    folded = fold_duplicates(found).organisations

    assert len(folded) <= len(found)
    for row in folded:
        prefixes = [mention.id.split(":")[0] for mention in row.sources]
        registers = [prefix for prefix in prefixes if prefix != "d"]  # d is a compiled list
        assert len(registers) == len(set(registers))


@LINKING
@given(records())
def test_sites_of_two_persons_are_never_merged(found: list[Record]) -> None:
    sirens = {record.organisation.id: record.organisation.siren for record in found}

    assume(found)
    told = [
        {sirens[mention.id] for mention in row.sources} - {None}
        for row in fold_duplicates(found).organisations
    ]

    assert max(map(len, told)) <= 1


@LINKING
@given(records())
def test_doubts_are_written_on_both_sides_and_name_rows_that_are_there(
    found: list[Record],
) -> None:
    rows = {row.id: row for row in fold_duplicates(found).organisations}

    doubts = {(row.id, other) for row in rows.values() for other in row.perhaps_same}
    assert doubts == {(other, identity) for identity, other in doubts}
    assert {identity for pair in doubts for identity in pair} <= rows.keys()
    assert [pair for pair in doubts if pair[0] == pair[1]] == []


@LINKING
@given(records())
def test_folding_gives_the_same_rows_in_the_same_order(found: list[Record]) -> None:
    folded = fold_duplicates(found)

    assert folded == fold_duplicates(found)
    assert [row.id for row in folded.organisations] == sorted(
        row.id for row in folded.organisations
    )
