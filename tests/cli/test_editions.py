"""Editions are listed, compared, served and removed from the command line."""

import csv
import http.client
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from territorial_map.cli import main
from territorial_map.settings import Settings
from territorial_map.store.editions import edition_ids
from territorial_map.store.pointers import current_id, point_to
from tests.serving import START_SECONDS, served
from tests.two_editions import TwoEditions, write_two


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TwoEditions:
    """Two editions of this test's own."""
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(tmp_path))
    return write_two(tmp_path)


@pytest.fixture
def shared(two: TwoEditions, monkeypatch: pytest.MonkeyPatch) -> TwoEditions:
    """Two editions that no test changes."""
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(two.folder))
    return two


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["editions", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_editions_are_listed_oldest_first(
    capsys: pytest.CaptureFixture[str], shared: TwoEditions
) -> None:
    code, out, _ = run(capsys, "list", "--format", "json")
    editions = json.loads(out)

    assert code == 0
    assert [e["id"] for e in editions] == [shared.older, shared.newer]
    assert [e["organisations"] for e in editions] == [14, 13]
    assert [(e["current"], e["previous"]) for e in editions] == [(False, True), (True, False)]


def test_a_damaged_edition_is_told_and_does_not_stop_the_list(
    capsys: pytest.CaptureFixture[str], own: TwoEditions
) -> None:
    (own.folder / "2026-01-01-damaged.duckdb").write_bytes(b"not a database")

    code, out, _ = run(capsys, "list")

    assert code == 0
    assert "2026-01-01-damaged · ? organisations · 0 Mo (illisible)" in out
    assert f"{own.newer} · 13 organisations" in out


def test_an_edition_is_shown_by_the_beginning_of_its_id(
    capsys: pytest.CaptureFixture[str], shared: TwoEditions
) -> None:
    code, out, _ = run(capsys, "show", "2026-10", "--format", "json")

    assert code == 0
    assert json.loads(out)["edition"]["id"] == shared.older
    assert json.loads(out)["organisations"]["total"] == 14


def test_an_unknown_edition_exits_with_two_and_those_there_are(
    capsys: pytest.CaptureFixture[str], shared: TwoEditions
) -> None:
    code, _, err = run(capsys, "show", "2020")

    assert code == 2
    assert shared.older in err
    assert shared.newer in err


def test_two_editions_are_compared(capsys: pytest.CaptureFixture[str], shared: TwoEditions) -> None:
    code, out, _ = run(capsys, "diff", shared.older, shared.newer, "--format", "json")
    told = json.loads(out)
    natures = {c["id"]: c["natures"] for c in told["changes"]}

    assert code == 0
    assert natures == {
        "synthetic:new": ["new"],
        "synthetic:lieu": ["gone"],
        "synthetic:no-commune": ["merged"],
        "synthetic:ptce": ["renamed"],
        "synthetic:scop": ["moved"],
        "synthetic:site1": ["changed"],
    }
    assert told["counts"]["organisations"] == 6
    moved = next(c for c in told["changes"] if c["id"] == "synthetic:scop")
    assert moved["fields"][0]["old"] == ["Saint-Vallier (26333)"]
    assert moved["fields"][0]["new"] == ["Valence (26362)"]


def test_a_comparison_follows_the_filters(
    capsys: pytest.CaptureFixture[str], shared: TwoEditions
) -> None:
    _, out, _ = run(
        capsys, "diff", shared.older, shared.newer, "--kind", "ptce", "--format", "json"
    )

    assert [c["id"] for c in json.loads(out)["changes"]] == ["synthetic:ptce"]


def test_a_comparison_as_csv_runs_no_formula(
    capsys: pytest.CaptureFixture[str], shared: TwoEditions, tmp_path: Path
) -> None:
    path = tmp_path / "changes.csv"
    code, _, _ = run(capsys, "diff", shared.older, shared.newer, "-o", str(path))
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter=";"))

    assert code == 0
    assert {row["Nom"] for row in rows} >= {"'=Nouvelle synthétique", "Pôle synthétique"}
    renamed = next(row for row in rows if row["Changement"] == "Renommée")
    assert (renamed["Avant"], renamed["Après"]) == ("PTCE synthétique", "Pôle synthétique")


def test_a_comparison_as_a_page_escapes_what_it_tells(
    capsys: pytest.CaptureFixture[str], shared: TwoEditions
) -> None:
    _, out, _ = run(capsys, "diff", shared.older, shared.newer, "--format", "html")

    assert out.startswith("<!DOCTYPE html>")
    assert "<td>Pôle synthétique</td>" in out
    assert '<html lang="fr">' in out


def test_going_back_is_one_command(capsys: pytest.CaptureFixture[str], own: TwoEditions) -> None:
    code, _, _ = run(capsys, "use", "previous")
    back = current_id(own.folder)
    run(capsys, "use", "previous")

    assert code == 0
    assert back == own.older
    assert current_id(own.folder) == own.newer


def test_an_edition_that_cannot_be_read_is_never_made_current(
    capsys: pytest.CaptureFixture[str], own: TwoEditions
) -> None:
    (own.folder / "2026-01-01-damaged.duckdb").write_bytes(b"not a database")

    code, _, err = run(capsys, "use", "2026-01")

    assert code == 2
    assert "illisible" in err
    assert current_id(own.folder) == own.newer


def test_pruning_keeps_the_current_one_and_the_one_before(
    capsys: pytest.CaptureFixture[str], own: TwoEditions
) -> None:
    for day in ("2025-01-01", "2025-02-01"):
        (own.folder / f"{day}-old.duckdb").write_bytes(
            (own.folder / f"{own.older}.duckdb").read_bytes()
        )
        (own.folder / f"{day}-old.rejets.csv").write_text("", encoding="utf-8")

    _, told, _ = run(capsys, "prune", "--keep", "1", "--dry-run")
    untouched = edition_ids(own.folder)
    code, _, _ = run(capsys, "prune", "--keep", "1", "--yes")

    assert told.count("-old ·") == 2
    assert len(untouched) == 4
    assert code == 0
    assert edition_ids(own.folder) == (own.older, own.newer)
    assert not list(own.folder.glob("*-old.rejets.csv"))


def test_pruning_asks_first(
    capsys: pytest.CaptureFixture[str], own: TwoEditions, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own.folder / "2025-01-01-old.duckdb").write_bytes(b"old")
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)

    run(capsys, "prune", "--keep", "1")

    assert "2025-01-01-old" in edition_ids(own.folder)


def test_pruning_leaves_an_edition_that_another_program_serves(
    capsys: pytest.CaptureFixture[str], own: TwoEditions
) -> None:
    served = own.folder / "2025-01-01-served.duckdb"
    served.write_bytes((own.folder / f"{own.older}.duckdb").read_bytes())
    holding = (
        "import duckdb, sys\n"
        f"connection = duckdb.connect({str(served)!r}, read_only=True)\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()
        run(capsys, "prune", "--keep", "1", "--yes")
        kept = served.exists()
        server.communicate("")
    run(capsys, "prune", "--keep", "1", "--yes")

    assert kept
    assert not served.exists()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_running_app_follows_without_dropping_a_request(own: TwoEditions) -> None:
    point_to(own.folder, own.older)
    ledger = f"sqlite:///{own.folder / 'ledger.sqlite'}"
    settings = Settings(editions=own.folder, ledger=ledger)
    with served(settings) as address:
        port = urlsplit(address).port
        answers: list[tuple[int, str]] = []
        done = threading.Event()

        def ask() -> None:
            while not done.is_set():
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                connection.request("GET", "/api/v1/organisations?limit=5")
                answer = connection.getresponse()
                answers.append((answer.status, json.loads(answer.read()).get("edition", "")))
                connection.close()

        visitors = [threading.Thread(target=ask) for _ in range(4)]
        for visitor in visitors:
            visitor.start()
        _wait_until(lambda: (200, own.older) in answers)
        with pytest.raises(SystemExit):
            main(["editions", "use", own.newer])
        _wait_until(lambda: (200, own.newer) in answers)
        done.set()
        for visitor in visitors:
            visitor.join(START_SECONDS)

    assert {status for status, _ in answers} == {200}
    assert {edition for _, edition in answers} == {own.older, own.newer}


def _wait_until(met: Callable[[], bool]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not met() and time.monotonic() < deadline:
        time.sleep(0.05)
