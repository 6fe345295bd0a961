"""A full disk, a read-only folder, a closed pipe: one sentence, exit code 2, nothing replaced."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from territorial_map.domain.machine_faults import sentence_of
from territorial_map.ingest.tables import ORGANISATION_COLUMNS

MEGABYTE = 1 << 20


def ran(
    *arguments: str, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "territorial_map.cli", *arguments]
    return subprocess.run(  # noqa: S603 - our own command
        command, capture_output=True, text=True, check=False, preexec_fn=before, timeout=240
    )


def no_room() -> None:
    """No file of this process may grow past a megabyte: what a full disk answers, without one."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (MEGABYTE, MEGABYTE))


def test_a_build_on_a_full_disk_says_so_and_keeps_the_edition_served(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "editions").mkdir()
    cells = {"id": "siae:1", "kind": "ess_actor", "name": "SYNTHETIQUE", "category": "aci"}
    cells |= {"commune_code": "26281", "licence": "CC0"}
    lines = [
        ",".join(ORGANISATION_COLUMNS),
        ",".join(cells.get(column, "") for column in ORGANISATION_COLUMNS),
    ]
    table = tmp_path / "sources" / "insertion_enterprises.csv"
    table.write_text("\n".join([*lines, ""]), encoding="utf-8")
    (tmp_path / "editions" / "current").write_text("2026-01-01-synthetic\n", encoding="utf-8")
    arguments = ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "editions")]

    ended = ran("build", *arguments, before=no_room)

    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Plus de place" in ended.stderr
    assert [path.name for path in (tmp_path / "editions").iterdir()] == ["current"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, not a folder", encoding="utf-8")

    ended = ran("build", "--out", str(tmp_path / "file" / "editions"))

    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "impossible" in ended.stderr
    assert str(tmp_path / "file") in ended.stderr


def test_a_reader_that_leaves_gets_one_sentence() -> None:
    bash = shutil.which("bash")
    assert bash
    one = f'"{sys.executable}" -m territorial_map.cli sources --format json'
    command = f"{one} | (exec <&-; sleep 3); exit ${{PIPESTATUS[0]}}"

    ended = subprocess.run([bash, "-c", command], capture_output=True, text=True, check=False)  # noqa: S603 - our own command

    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "La sortie a été fermée" in ended.stderr


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "Plus de place"),
        (errno.EDQUOT, "Plus de place"),
        (errno.EROFS, "Accès refusé"),
        (errno.EACCES, "Accès refusé"),
        (errno.EPIPE, "La sortie a été fermée"),
        (errno.EIO, "impossible"),
    ],
)
def test_each_fault_has_its_sentence_and_keeps_its_cause(number: int, told: str) -> None:
    error = OSError(number, os.strerror(number), "editions/synthetic.duckdb")

    sentence = sentence_of(error)

    assert told in sentence
    assert number == errno.EPIPE or os.strerror(number) in sentence
    assert number == errno.EPIPE or "editions/synthetic.duckdb" in sentence
