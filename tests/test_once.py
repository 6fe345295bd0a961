"""What a run shares is made once, whole before anybody sees it, and again after a failure."""

import threading
from pathlib import Path

import pytest

from tests.once import made_once


def test_whoever_asks_at_once_gets_one_whole_folder(tmp_path: Path) -> None:
    made: list[Path] = []
    all_ask = threading.Barrier(4)
    seen: list[str] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "first").write_text("synthetic", encoding="utf-8")
        (folder / "last").write_text("whole", encoding="utf-8")

    def ask() -> None:
        all_ask.wait(timeout=60)
        seen.append((made_once(tmp_path / "shared", make) / "last").read_text(encoding="utf-8"))

    askers = [threading.Thread(target=ask) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join(timeout=60)

    assert seen == ["whole"] * 4
    assert len(made) == 1


def test_a_failure_is_made_again_in_an_empty_folder(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "below").mkdir()
        (folder / "below" / "half").write_text("half", encoding="utf-8")
        raise RuntimeError("synthetic failure")

    with pytest.raises(RuntimeError):
        made_once(tmp_path / "shared", fail)
    made = made_once(tmp_path / "shared", lambda folder: (folder / "whole").touch())

    assert [path.name for path in made.iterdir()] == ["whole"]
