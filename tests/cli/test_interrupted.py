"""Ctrl-C in the middle of a long command: nothing half-written, nothing left behind."""

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from territorial_map.ingest.tables import ORGANISATION_COLUMNS

pytestmark = pytest.mark.edition
ROWS = 60_000
PATIENCE_SECONDS = 240


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Commands hear Ctrl-C even where the tests run in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupted(
    arguments: list[str], begun: Callable[[], bool]
) -> subprocess.CompletedProcess[str]:
    """Run a command and interrupt it once it has begun to write, as a terminal would."""
    command = [sys.executable, "-m", "territorial_map.cli", *arguments]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        limit = time.monotonic() + PATIENCE_SECONDS
        while not begun() and process.poll() is None and time.monotonic() < limit:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE_SECONDS)
    return subprocess.CompletedProcess(command, process.returncode, stderr=told)


def test_an_interrupted_import_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    path, into = tmp_path / "ess-list-synthetic.csv", tmp_path / "into"
    header = (Path(__file__).parents[1] / "fixtures" / path.name).read_text("utf-8").split("\n")[0]
    lines = (
        f"{number},SYNTHETIQUE {number},Associations,26100,ROMANS SUR ISERE,26,,\n"
        for number in range(ROWS * 4)
    )
    path.write_text(f"{header}\n{''.join(lines)}", encoding="utf-8")
    into.mkdir()

    ended = interrupted(
        ["import", "ess-list", str(path), "--into", str(into), "--as-of", "2026-11-01"],
        lambda: any(into.iterdir()),
    )

    assert ended.returncode == 130
    assert "Interrompu" in ended.stderr
    assert list(into.iterdir()) == []


def test_an_interrupted_build_leaves_the_edition_that_was_there(tmp_path: Path) -> None:
    sources, out = tmp_path / "sources", tmp_path / "editions"
    sources.mkdir()
    out.mkdir()
    (out / "current").write_text("2026-01-01-synthetic\n", encoding="utf-8")
    table = sources / "insertion_enterprises.csv"
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, ORGANISATION_COLUMNS, restval="")
        writer.writeheader()
        cells = {"kind": "ess_actor", "category": "aci", "commune_code": "26281", "licence": "CC0"}
        writer.writerows(
            cells | {"id": f"siae:{n}", "name": f"SYNTHETIQUE {n}", "opened_on": "x" * 300}
            for n in range(ROWS)
        )

    ended = interrupted(
        ["build", "--sources", str(sources), "--out", str(out)],
        lambda: any(path.stat().st_size for path in out.glob(".partial-*/records-*")),
    )

    assert ended.returncode == 130
    assert [path.name for path in out.iterdir()] == ["current"]
    assert (out / "current").read_text(encoding="utf-8") == "2026-01-01-synthetic\n"
