"""The command that refreshes and accepts: what it prints, and how it ends."""

import json
from dataclasses import replace
from datetime import date

import pytest

from territorial_map.cli import main
from territorial_map.store import refresh_files
from territorial_map.store.pointers import current_id
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import OfficialHost
from tests.refresh.synthetic_files import (
    SITES,
    feed,
    publish_feed,
    write_plan,
)
from tests.small_cog import TERRITORIES


def ended(arguments: list[str]) -> int:
    with pytest.raises(SystemExit) as ending:
        main(arguments)
    return int(ending.value.code or 0)


def test_the_command_runs_from_files_to_edition_and_tells_it(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish_feed(host, feed(SITES, date.today().isoformat()))  # noqa: TID251,DTZ011 - as fresh as can be
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))
    plan = str(write_plan(host, run.folder))
    asked = ["refresh", "--plan", plan, "--sources", str(run.sources)]

    code = ended(asked)
    out = capsys.readouterr().out
    again = ended([*asked, "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    history = ended(["refresh", "--history"])
    lines = capsys.readouterr().out.splitlines()

    shown = ended(["editions", "show"])
    content = capsys.readouterr().out
    informed = ended(["info", "--format", "json"])
    refreshed = json.loads(capsys.readouterr().out)["refresh"]

    assert (code, again, history, shown, informed) == (0, 0, 0, 0, 0)
    assert "✓ FINESS d’essai (finess) : nouvelle version prise" in content
    assert refreshed["sources"][0]["code"] == "finess"
    assert "✓ FINESS d’essai (finess) : nouvelle version prise" in out
    assert "– EA2 d’essai (ea2) : à télécharger à la main" in out
    assert "Non demandées, et plus lourdes : rna" in out
    assert told["sources"][0]["outcome"] == "unchanged"
    assert [line.split(" · ")[1] for line in lines] == ["code 0", "code 0"]


@pytest.mark.usefixtures("served")
def test_the_command_accepts_an_edition_held_back(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish_feed(host, feed(SITES[:45], "2026-11-28"), "20261128")
    held = replace(run, territories=TERRITORIES)("finess").held  # those that the command reads
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))

    listed = ended(["editions", "list"])
    lines = capsys.readouterr().out
    code = ended(["editions", "accept", held, "--sources", str(run.sources)])

    assert (listed, code) == (0, 0)
    assert f"{held} · 45 organisations" in lines
    assert "retenue" in lines
    assert current_id(run.editions) == held


def test_an_unknown_source_and_a_missing_folder_are_told(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))
    plan = str(write_plan(host, run.folder))

    unknown = ended(["refresh", "siren", "--plan", plan])
    first = capsys.readouterr().err
    missing = ended(["refresh", "--plan", plan, "--sources", str(run.folder / "nowhere")])
    second = capsys.readouterr().err

    assert (unknown, missing) == (2, 2)
    assert "source inconnue" in first
    assert "n’existe pas" in second


def test_two_refreshes_of_one_folder_do_not_run_at_once(
    run: Refresher,
    host: OfficialHost,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from filelock import FileLock  # noqa: PLC0415 - what holds the folder

    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(run.editions))
    folder = refresh_files.refresh_folder(run.editions)
    folder.mkdir(parents=True)
    plan = str(write_plan(host, run.folder))
    with FileLock(folder / ".lock"):
        code = ended(["refresh", "--plan", plan, "--sources", str(run.sources)])

    assert code == 6
    assert "en cours" in capsys.readouterr().err
