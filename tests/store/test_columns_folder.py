"""The columns beside an edition: bound to it, made again when they are not its own, cleared."""

import gc
import shutil
from pathlib import Path

import orjson
import pytest

from territorial_map.domain.edition import EditionReport
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.directory import Directory
from territorial_map.services.explore.column_answers import ColumnAnswers
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.statement_answers import StatementAnswers
from territorial_map.store.columns.folder import META, columns_folder
from territorial_map.store.edition_files import remove_edition, shelved_editions
from territorial_map.store.pointers import current_id
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.synthetic import PLACES, organisation


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    several = [organisation(), organisation("synthetic:2")]
    write_edition(several, PLACES, EditionReport(()), tmp_path, built_on="2026-11-22")
    return tmp_path


def place_of(editions: Path) -> Path:
    return columns_folder(editions, current_id(editions) or "")


def opened(editions: Path) -> OpenEdition:
    return Directory(editions, KNOWLEDGE).current()


def answered_by(edition: OpenEdition) -> type:
    return type(edition.answers)


def test_an_edition_is_written_with_its_columns(editions: Path) -> None:
    edition = opened(editions)

    assert answered_by(edition) is ColumnAnswers
    assert edition.page(Selection.of({}), Order.NAME, 10).total == 2


@pytest.mark.parametrize("damage", ["gone", "of another", "of another format", "cut"])
def test_columns_that_are_not_its_own_are_not_read_and_are_made_again(
    editions: Path, damage: str
) -> None:
    place = place_of(editions)
    told = orjson.loads((place / META).read_bytes())
    if damage == "gone":
        shutil.rmtree(place)
    elif damage == "cut":
        (place / "lon.npy").write_bytes((place / "lon.npy").read_bytes()[:-1])
    else:
        key = "content_hash" if damage == "of another" else "format"
        (place / META).write_bytes(orjson.dumps(told | {key: "other"}))
    edition = opened(editions)

    before = edition.page(Selection.of({}), Order.NAME, 10)
    assert answered_by(edition) is StatementAnswers
    edition.make_ready()

    assert answered_by(edition) is ColumnAnswers
    assert edition.page(Selection.of({}), Order.NAME, 10) == before
    assert answered_by(opened(editions)) is ColumnAnswers


def test_statements_answer_where_columns_cannot_be_written(
    editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(place_of(editions))
    edition = opened(editions)

    def refused(*_: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr("territorial_map.store.columns.writing.put_columns", refused)
    edition.make_ready()

    assert answered_by(edition) is StatementAnswers
    assert edition.totals(Selection.of({})) == (2, 0)


def test_an_edition_is_as_large_as_its_file_and_its_columns(editions: Path) -> None:
    (edition,) = shelved_editions(editions)
    file = (editions / f"{edition.id}.duckdb").stat().st_size

    columns = sum(path.stat().st_size for path in place_of(editions).iterdir())
    assert (columns > 0, edition.size_bytes) == (True, file + columns)


def test_removing_an_edition_removes_its_columns(editions: Path) -> None:
    place = place_of(editions)
    assert place.is_dir()

    remove_edition(editions, current_id(editions) or "")

    assert not place.exists()


def test_what_a_warm_server_holds_is_left_out_of_passes_over_unused_objects(editions: Path) -> None:
    try:
        Directory(editions, KNOWLEDGE, ahead=True).warm()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
