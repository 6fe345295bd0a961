"""Open data of the edition served: made once, apart, by whoever asks first."""

import shutil
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from territorial_map.domain.errors import Unavailable
from territorial_map.services.open_data.files import DESCRIPTOR
from territorial_map.services.open_data.shelf import OpenDataShelf
from territorial_map.store.edition_files import remove_edition

LONG_S = 300  # a loaded machine makes them late, not wrongly


@pytest.fixture
def editions(small_editions: Path, tmp_path: Path) -> Path:
    """A copy of the folder of the small edition, for files to be made in."""
    copy = tmp_path / "editions"
    copy.mkdir()
    for path in small_editions.glob("*"):
        if path.is_file():
            shutil.copy(path, copy)
    return copy


def current(editions: Path) -> str:
    return (editions / "current").read_text().strip()


def shelf_of(editions: Path, **settings: str) -> OpenDataShelf:
    told = {f"TERRITORIAL_MAP_{name.upper()}": value for name, value in settings.items()}
    return OpenDataShelf(editions, told)


def test_files_are_made_beside_the_edition_and_found_again(editions: Path) -> None:
    shelf, edition = shelf_of(editions, publisher="Éditeur synthétique"), current(editions)
    assert shelf.ready(edition) is None

    made = shelf.needed(edition, LONG_S)

    assert made.folder == editions / f"{edition}.open-data"
    assert (made.rows, made.edition) == (14, edition)
    assert "Éditeur synthétique" in (made.folder / "dcat.jsonld").read_text(encoding="utf-8")
    before = (made.folder / DESCRIPTOR).stat().st_mtime_ns
    assert shelf_of(editions).needed(edition).files == made.files
    assert (made.folder / DESCRIPTOR).stat().st_mtime_ns == before


def test_two_visitors_have_them_made_once(editions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, edition = shelf_of(editions), current(editions)
    original, made = shelf._make, Counter[str]()

    def counted(one: str) -> None:
        made[one] += 1
        original(one)

    monkeypatch.setattr(shelf, "_make", counted)
    found: list[object] = []
    visitors = [
        threading.Thread(target=lambda: found.append(shelf.asked(edition, LONG_S)))
        for _ in range(2)
    ]

    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()

    assert made == {edition: 1}
    assert [one is not None for one in found] == [True, True]


def test_a_third_visitor_is_told_at_once(editions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, edition, going = shelf_of(editions), current(editions), threading.Event()
    monkeypatch.setattr(shelf, "_make", lambda _: going.wait(60))
    waiting = [threading.Thread(target=shelf.asked, args=(edition, LONG_S)) for _ in range(2)]
    for one in waiting:
        one.start()
    until = time.monotonic() + 30
    while shelf._waiting._value and time.monotonic() < until:
        time.sleep(0.01)

    with pytest.raises(Unavailable, match="en préparation"):
        shelf.needed(edition)

    going.set()
    for one in waiting:
        one.join()


def test_a_failure_is_told_in_the_log_and_not_tried_at_each_request(
    editions: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = shelf_of(editions)

    assert shelf.asked("2026-01-01-000000000000", LONG_S) is None
    assert "open data could not be made" in caplog.text
    assert "Aucune édition" in caplog.text
    monkeypatch.setattr(shelf, "_make", lambda _: pytest.fail("tried again at once"))
    assert shelf.asked("2026-01-01-000000000000") is None


def test_where_nothing_can_be_written_files_are_in_the_temporary_folder(
    editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)

    assert editions not in shelf_of(editions).folder_of("an-edition").parents


def test_an_edition_that_is_removed_takes_its_open_data_along(editions: Path) -> None:
    edition = current(editions)
    shelf_of(editions).needed(edition, LONG_S)
    assert [path for path in editions.iterdir() if path.is_dir()]

    remove_edition(editions, edition)

    assert [path.name for path in editions.iterdir()] == ["current"]
