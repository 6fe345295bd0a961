"""A refresh killed with SIGKILL, wherever it is: what is served stays, and the next one goes on."""

import csv
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from territorial_map.domain.refresh import SourceOutcome
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.known import KNOWLEDGE
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import Handler, HostedFile, OfficialHost
from tests.refresh.refreshed import TABLE
from tests.refresh.synthetic_files import SITES, feed, publish_feed, write_plan

BEFORE, AFTER = 60, 59
PATIENCE_SECONDS = 240
# Step, event, beginning of the name, which time.
MOMENTS = (
    ("download begins", "open", "finess-structures", 2),
    ("download ends", "os.rename", "finess-structures", 1),
    ("import begins", "open", f".{TABLE}", 1),
    ("import ends", "os.rename", f".{TABLE}", 1),
    ("build begins", "open", "records-", 1),
    ("build ends", "os.rename", "edition.duckdb", 1),
    ("table told", "os.rename", ".sheltered_suppliers.toml", 2),
    ("table placed", "os.rename", f".{TABLE}", 2),
    ("edition before told", "os.rename", ".previous", 1),
    ("edition served", "os.rename", ".current", 1),
    ("files remembered", "os.rename", ".taken.json", 1),
    ("run told", "os.rename", ".20", 1),
)


@pytest.fixture
def prepared(run: Refresher, host: OfficialHost) -> Refresher:
    """A folder that serves 60 organisations, and a newer file of 59 at the host."""
    publish_feed(host)
    run("finess")
    publish_feed(host, feed(SITES[:AFTER], "2026-11-28"), "20261128")
    return run


def served(folder: Path) -> int:
    """How many organisations the edition that is served holds, read through it."""
    wanted = current_id(folder / "editions")
    assert wanted is not None
    file = EditionFile(folder / "editions", wanted)
    try:
        return len(list(OpenEdition(file, KNOWLEDGE).organisations(Selection.of({}))))
    finally:
        file.close()


def rows(folder: Path) -> int:
    with (folder / "sources" / TABLE).open(encoding="utf-8", newline="") as table:
        return len(list(csv.DictReader(table)))


def check_recovered(run: Refresher) -> None:
    """The next refresh takes up, serves the newer file and sweeps the folders left half-made."""
    report = run("finess")

    assert report.sources[0].outcome in {SourceOutcome.UPDATED, SourceOutcome.UNCHANGED}
    assert (served(run.folder), rows(run.folder)) == (AFTER, AFTER)
    left = [path.name for path in run.editions.rglob(".*") if path.is_dir()]
    assert left == []
    assert run("finess").sources[0].outcome is SourceOutcome.UNCHANGED


def test_wherever_it_is_killed_the_edition_served_and_its_tables_stay(
    prepared: Refresher, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copies = tmp_path_factory.mktemp("killed")
    folders = [copies / str(number) for number in range(len(MOMENTS))]
    write_plan(prepared.host, prepared.folder)
    for folder in folders:
        shutil.copytree(prepared.folder, folder)
    moments = [
        f"{folder}:{event}:{name}:{time}"
        for folder, (_, event, name, time) in zip(folders, MOMENTS, strict=True)
    ]
    command = [sys.executable, "-m", "tests.refresh.killed", str(prepared.territories), *moments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)  # noqa: S603 - our own program

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(int(signal.SIGKILL))] * len(MOMENTS)
    for folder, (step, *_) in zip(folders, MOMENTS, strict=True):
        is_served = step in {"files remembered", "run told"}
        assert served(folder) == (AFTER if is_served else BEFORE), step
        assert rows(folder) in {BEFORE, AFTER}, step
    for folder in folders:
        check_recovered(replace(prepared, folder=folder))


def test_killed_while_a_file_comes_it_takes_it_up_where_it_was(
    prepared: Refresher, host: OfficialHost
) -> None:
    name = next(path for path in host.files if "20261128" in path)
    coming, let_go = threading.Event(), threading.Event()

    def stall(handler: Handler, file: HostedFile) -> bool:
        handler.send_response(200)
        for header, value in (
            ("Content-Length", str(len(file.content))),
            ("ETag", file.etag),
            ("Last-Modified", file.last_modified),
        ):
            handler.send_header(header, value)
        handler.end_headers()
        handler.wfile.write(file.content[:500])
        handler.wfile.flush()
        coming.set()
        let_go.wait(PATIENCE_SECONDS)
        handler.close_connection = True
        return True

    host.files[name].faults.append(stall)
    write_plan(host, prepared.folder)
    never = f"{prepared.folder}:none:none:1"
    command = [sys.executable, "-m", "tests.refresh.killed", str(prepared.territories), never]
    with subprocess.Popen(command, start_new_session=True) as process:  # noqa: S603 - our own program
        assert coming.wait(PATIENCE_SECONDS)
        limit = time.monotonic() + PATIENCE_SECONDS
        while not received(prepared) and time.monotonic() < limit:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE_SECONDS)
    let_go.set()

    assert (served(prepared.folder), rows(prepared.folder)) == (BEFORE, BEFORE)
    check_recovered(prepared)


def received(run: Refresher) -> list[Path]:
    """What has come of the file, half of it."""
    return [part for part in run.editions.rglob("*.part") if part.stat().st_size]
