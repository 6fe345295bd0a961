"""An edition is written once, whole or not at all, and says the same of the same content."""

import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from territorial_map.domain.edition import EditionReport, Rejection, SourceCount
from territorial_map.domain.errors import EditionError
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.organisation import Organisation
from territorial_map.services.directory import Directory
from territorial_map.services.practices.linking import link_directory
from territorial_map.store import writer
from territorial_map.store.editions import EditionFile, edition_ids
from territorial_map.store.pointers import current_id, point_to
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.synthetic import PLACES, organisation, synthetic_organisations

PATIENCE_S = 60
REPORT = EditionReport(
    (SourceCount("synthetic.csv", "Synthétique", "2026", "CC0", 1, 0, 0, 1),),
    (Rejection("synthetic.csv", 214, "siret", "8077", "n’a pas 14 chiffres"),),
)


def test_rows_lie_in_the_order_of_their_ids_over_several_row_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_OPTIONS", "(ROW_GROUP_SIZE 2048)")
    rows = [organisation(f"synthetic:{number:05}") for number in range(5_000)]

    edition = write_edition(rows, PLACES, REPORT, tmp_path, built_on="2026-11-22")

    with duckdb.connect(str(tmp_path / f"{edition.id}.duckdb"), read_only=True) as connection:
        found = connection.execute("SELECT rowid, id FROM organisations ORDER BY rowid").fetchall()
    assert found == [(number, row.id) for number, row in enumerate(rows)]


def test_records_are_packed(tmp_path: Path) -> None:
    rows = [organisation(f"synthetic:{number:05}") for number in range(2_000)]

    edition = write_edition(rows, PLACES, REPORT, tmp_path, built_on="2026-11-22")

    told = "SELECT DISTINCT compression FROM pragma_storage_info('organisations')"
    with duckdb.connect(str(tmp_path / f"{edition.id}.duckdb"), read_only=True) as connection:
        packed = connection.execute(
            f"{told} WHERE column_name = 'record' AND segment_type = 'VARCHAR'"
        )
        assert packed.fetchall() == [("ZSTD",)]


def test_the_same_content_has_the_same_hash_on_another_day(tmp_path: Path) -> None:
    rows = synthetic_organisations()

    first = write_edition(rows, PLACES, REPORT, tmp_path / "a", built_on="2026-11-22")
    second = write_edition(rows, PLACES, REPORT, tmp_path / "b", built_on="2027-01-01")

    assert first.content_hash == second.content_hash
    assert first.id != second.id


def test_another_content_has_another_hash(tmp_path: Path) -> None:
    rows = synthetic_organisations()

    first = write_edition(rows, PLACES, REPORT, tmp_path, built_on="2026-11-22")
    second = write_edition(rows[1:], PLACES, REPORT, tmp_path, built_on="2026-11-22")

    assert first.content_hash != second.content_hash
    assert len(edition_ids(tmp_path)) == 2


def test_a_failing_build_leaves_the_previous_edition_serving(tmp_path: Path) -> None:
    previous = write_edition(
        synthetic_organisations(), PLACES, REPORT, tmp_path, built_on="2026-11-22"
    )

    def broken() -> Iterator[Organisation]:
        yield organisation("synthetic:1")
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError, match="the source broke"):
        write_edition(broken(), PLACES, REPORT, tmp_path, built_on="2026-11-23")

    assert current_id(tmp_path) == previous.id
    assert [p.name for p in tmp_path.glob(".partial*")] == []


def test_unsorted_organisations_are_refused(tmp_path: Path) -> None:
    rows = [organisation("synthetic:2"), organisation("synthetic:1")]

    with pytest.raises(ValueError, match="sorted by id"):
        write_edition(rows, PLACES, REPORT, tmp_path, built_on="2026-11-22")


def test_rejected_rows_are_kept_beside_the_edition_with_their_reason(tmp_path: Path) -> None:
    edition = write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")

    kept = (tmp_path / f"{edition.id}.rejets.csv").read_text(encoding="utf-8-sig")

    assert "synthetic.csv;214;siret;8077;n’a pas 14 chiffres" in kept


def test_an_organisation_comes_back_as_it_was_written(
    small_editions: Path, knowledge: Knowledge
) -> None:
    directory = Directory(small_editions, KNOWLEDGE).current()

    rows = list(link_directory(synthetic_organisations(), knowledge.practices))
    assert [directory.organisation(written.id) for written in rows] == rows
    assert len(rows) == 14


def test_a_new_edition_is_served_without_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("territorial_map.services.directory._LOOK_EVERY_SECONDS", 0.0)
    first = write_edition(
        synthetic_organisations(), PLACES, REPORT, tmp_path, built_on="2026-11-22"
    )
    directory = Directory(tmp_path, KNOWLEDGE)
    served_first = directory.current().edition.id
    second = write_edition(
        synthetic_organisations()[:3], PLACES, REPORT, tmp_path, built_on="2026-11-23"
    )

    served_meanwhile = directory.current().edition.id
    directory.settle()
    served_second = directory.current().edition.id
    point_to(tmp_path, first.id)
    directory.current()
    directory.settle()
    served_third = directory.current().edition.id

    assert served_meanwhile in {first.id, second.id}
    assert (served_first, served_second, served_third) == (first.id, second.id, first.id)


def test_nobody_waits_for_a_new_edition_to_warm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("territorial_map.services.directory._LOOK_EVERY_SECONDS", 0.0)
    warming, go_on = threading.Event(), threading.Event()
    first = write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    directory = Directory(tmp_path, KNOWLEDGE)
    directory.current()

    def long_warming(_: object) -> None:
        warming.set()
        go_on.wait(PATIENCE_S)

    monkeypatch.setattr("territorial_map.services.directory._warm", long_warming)
    second = write_edition(
        synthetic_organisations()[:3], PLACES, REPORT, tmp_path, built_on="2026-11-23"
    )
    asked = [directory.current().edition.id]
    begun = warming.wait(PATIENCE_S)
    asked += [directory.current().edition.id for _ in range(5)]
    go_on.set()
    directory.settle()

    assert begun
    assert asked == [first.id] * 6
    assert directory.current().edition.id == second.id


def test_a_pointer_to_a_broken_file_keeps_the_served_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("territorial_map.services.directory._LOOK_EVERY_SECONDS", 0.0)
    first = write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    directory = Directory(tmp_path, KNOWLEDGE)
    directory.current()
    (tmp_path / "broken.duckdb").write_bytes(b"not a database")
    point_to(tmp_path, "broken")

    directory.current()
    directory.settle()
    served = [directory.current().edition.id for _ in range(5)]
    directory.settle()

    told = [record for record in caplog.records if "the edition served stays" in record.message]
    assert served == [first.id] * 5
    assert directory.trouble == EditionError("").public
    assert len(told) == 1, "one line, however many visitors come"


@pytest.mark.parametrize("content", [b"\x00\xff\x80", b"../elsewhere\n", b"two words\n"])
def test_a_pointer_that_names_nothing_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "current").write_bytes(content)

    with pytest.raises(EditionError, match="ne nomme aucune édition") as told:
        Directory(tmp_path, KNOWLEDGE).current()

    assert str(tmp_path) in str(told.value)
    assert str(tmp_path) not in told.value.public


def test_a_pointer_spoiled_under_the_server_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("territorial_map.services.directory._LOOK_EVERY_SECONDS", 0.0)
    first = write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    directory = Directory(tmp_path, KNOWLEDGE)
    directory.current()
    (tmp_path / "current").write_bytes(b"\xff\xfe")
    served = directory.current().edition.id
    trouble = directory.trouble

    point_to(tmp_path, first.id)
    directory.current()

    assert served == first.id
    assert trouble
    assert directory.trouble is None


def test_an_empty_folder_says_how_to_build(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="territorial-map build"):
        Directory(tmp_path, KNOWLEDGE).current()


def test_a_missing_edition_is_named(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="2020-01-01-absent"):
        EditionFile(tmp_path, "2020-01-01-absent")
