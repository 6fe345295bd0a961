"""The examination of an installation finds what is wrong, and says how to mend it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from territorial_map.cli import app

RUN = CliRunner()


@pytest.fixture
def healthy(
    small_editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> pytest.MonkeyPatch:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))
    monkeypatch.setenv("TERRITORIAL_MAP_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    monkeypatch.setenv("TERRITORIAL_MAP_VERDICTS", str(tmp_path / "verdicts.csv"))
    return monkeypatch


def findings() -> tuple[int, dict[str, dict[str, str]]]:
    ended = RUN.invoke(app, ["doctor", "--format", "json"])
    told = json.loads(ended.stdout)["findings"]
    return ended.exit_code, {each["point"]: each for each in told}


def test_a_healthy_installation_has_nothing_to_mend(healthy: pytest.MonkeyPatch) -> None:
    del healthy

    code, found = findings()

    assert code == 0
    assert len(found) == 7
    assert {each["standing"] for each in found.values()} <= {"good", "doubtful"}
    assert found["Édition servie"]["told"].startswith("2026-11-22-")


@pytest.mark.parametrize(
    ("setting", "value", "point"),
    [
        ("EDITIONS", "{folder}/absent", "Dossier des éditions"),
        ("EDITIONS", "{folder}", "Édition servie"),
        ("LEDGER", "sqlite:///{folder}/absent/ledger.sqlite", "Registre des décisions"),
        ("VERDICTS", "{folder}/spoiled.csv", "Verdicts sur les doublons"),
    ],
)
def test_what_is_wrong_is_named_with_what_mends_it(
    healthy: pytest.MonkeyPatch, tmp_path: Path, setting: str, value: str, point: str
) -> None:
    (tmp_path / "spoiled.csv").write_text("no verdict\n", encoding="utf-8")
    healthy.setenv(f"TERRITORIAL_MAP_{setting}", value.format(folder=tmp_path))

    code, found = findings()

    assert code == 1
    assert found[point]["standing"] == "wrong"
    assert found[point]["mend"]


def test_links_that_nobody_can_open_are_told(healthy: pytest.MonkeyPatch) -> None:
    healthy.setenv("TERRITORIAL_MAP_HOST", "0.0.0.0")  # noqa: S104 - what is examined
    healthy.setenv("TERRITORIAL_MAP_PUBLIC_URL", "http://127.0.0.1:8050")

    _, found = findings()

    assert found["Adresse publique"]["standing"] == "doubtful"
    assert "PUBLIC_URL" in found["Adresse publique"]["mend"]


def test_the_answer_for_people_has_a_sign_and_a_way_out(
    healthy: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    healthy.setenv("TERRITORIAL_MAP_EDITIONS", str(tmp_path / "absent"))

    told = RUN.invoke(app, ["doctor"]).stdout

    assert "✗ Édition servie : aucune n’est désignée." in told
    assert "→" in told
    assert "✓ Registre des décisions" in told


def test_the_version_is_told() -> None:
    from importlib.metadata import version  # noqa: PLC0415 - what is compared with

    ended = RUN.invoke(app, ["--version"])

    assert ended.exit_code == 0
    assert ended.stdout.strip() == f"territorial-map {version('territorial-map')}"


def test_shells_can_complete_commands() -> None:
    ended = RUN.invoke(app, ["--help"])

    assert "--install-completion" in ended.stdout
