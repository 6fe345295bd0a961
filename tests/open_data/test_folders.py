"""The folder of open data: replaced whole or left alone, made once for all who ask."""

import subprocess
import sys
from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter, EditionError
from territorial_map.open_data.writing import write_open_data
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.open_data.files import read_data_set
from tests.open_data.directory import PUBLICATION


def test_a_folder_of_something_else_is_left_alone(edition: OpenEdition, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("à garder", encoding="utf-8")

    with pytest.raises(BadParameter, match="autre chose"):
        write_open_data(edition, tmp_path, PUBLICATION)

    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "à garder"


def test_a_folder_of_ours_is_replaced_whole(edition: OpenEdition, tmp_path: Path) -> None:
    target = tmp_path / "open"
    write_open_data(edition, target, PUBLICATION)
    (target / "leftover.csv").write_text("", encoding="utf-8")

    write_open_data(edition, target, PUBLICATION)

    assert not (target / "leftover.csv").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"open", "open.lock"}


def test_a_failure_leaves_the_files_that_were_there(
    edition: OpenEdition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "open"
    write_open_data(edition, target, PUBLICATION)
    before = (target / "SHA256SUMS").read_bytes()
    monkeypatch.setattr(
        "territorial_map.open_data.tables.write_geopackage",
        lambda *_: (_ for _ in ()).throw(OSError("no space left")),
    )

    with pytest.raises(OSError, match="no space"):
        write_open_data(edition, target, PUBLICATION)

    assert (target / "SHA256SUMS").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"open", "open.lock"}


def test_two_who_ask_at_once_have_it_made_once(edition: OpenEdition, tmp_path: Path) -> None:
    program = (
        "import fcntl, sys, time\n"
        "held = open(sys.argv[1], 'a'); fcntl.flock(held, fcntl.LOCK_EX)\n"
        "print('held', flush=True); time.sleep(1.5)\n"
    )
    target = tmp_path / "open"
    write_open_data(edition, target, PUBLICATION)
    before = (target / "SHA256SUMS").stat().st_mtime_ns
    command = [sys.executable, "-c", program, str(tmp_path / "open.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:  # noqa: S603 - our own program
        assert other.stdout is not None
        other.stdout.readline()

        leaving = write_open_data(edition, target, PUBLICATION)

    assert leaving.kept_back == 2
    assert (target / "SHA256SUMS").stat().st_mtime_ns == before


def test_what_is_read_back_is_what_was_written(folder: Path) -> None:
    told = read_data_set(folder)

    assert (told.rows, told.kept_back, len(told.files)) == (5, 2, 5)
    assert told.path_of("organisations.csv") == folder / "organisations.csv"
    assert told.path_of("../../etc/passwd") is None
    assert told.path_of(".lock") is None
    assert "Licence Ouverte 2.0" in told.attribution


def test_a_folder_without_descriptor_says_so(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="données ouvertes lisibles"):
        read_data_set(tmp_path)
