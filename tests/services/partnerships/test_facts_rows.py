"""What scoring reads of a row is what it reads of the whole record."""

from dataclasses import replace

from territorial_map.domain.selection import Selection
from territorial_map.queries import partners
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.facts_rows import facts_of_record, facts_of_rows
from territorial_map.services.partnerships.profiles import profile_index


def test_a_row_tells_scoring_all_that_its_record_tells(small_edition: OpenEdition) -> None:
    index = profile_index(small_edition, small_edition.knowledge.pooling)
    records = {one.id: one for one in small_edition.organisations(Selection.of({}))}
    with small_edition.file.connect() as connection:
        rows = connection.execute(partners.facts_of_ids(list(records))).all()

    by_row = {facts.id: facts for facts in facts_of_rows(rows, index)}

    assert len(by_row) == len(records) > 10
    assert any(facts.manager_id for facts in by_row.values())
    assert any(facts.ptce_ids for facts in by_row.values())
    assert len({facts.signs for facts in by_row.values()}) > 5
    doubts = index.doubts  # both ways in rows; a record knows its own alone
    by_record = {
        identity: replace(
            facts_of_record(record, index), other_ids=doubts.get(identity, frozenset())
        )
        for identity, record in records.items()
    }
    assert by_row == by_record
