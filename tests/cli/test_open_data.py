"""``export open-data``: a folder of open data, what stays behind said."""

import json
from pathlib import Path

import pytest

from territorial_map.cli import main


@pytest.fixture(autouse=True)
def editions(small_editions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))
    monkeypatch.setenv("TERRITORIAL_MAP_PUBLISHER", "Éditeur synthétique")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["export", "open-data", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_the_folder_is_made_and_what_stays_behind_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, str(tmp_path / "open"))

    assert code == 0
    assert "14 organisations dans" in err
    assert "0 organisations sont laissées de côté" in err
    lines = [line.split("\t") for line in out.splitlines()]
    assert [line[0] for line in lines][:2] == ["organisations.csv", "organisations.parquet"]
    assert {line[3] for line in lines[:3]} == {"CC0"}
    record = json.loads((tmp_path / "open" / "dcat.jsonld").read_text(encoding="utf-8"))
    assert "Éditeur synthétique" in json.dumps(record, ensure_ascii=False)


def test_the_account_is_json_when_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, small_editions: Path
) -> None:
    current = (small_editions / "current").read_text().strip()
    arguments = [str(tmp_path / "open"), "--all", "--edition", current[:14], "--format", "json"]

    code, out, _ = run(capsys, *arguments)

    told = json.loads(out)
    assert (code, told["rows"], told["kept_back"], told["edition"]) == (0, 14, 0, current)
    assert {len(one["sha256"]) for one in told["files"]} == {64}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--edition", "1999"), "Aucune édition ne répond"),
        (("--format", "xml"), "valeur inconnue"),
    ],
)
def test_bad_input_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    code, _, err = run(capsys, str(tmp_path / "open"), *arguments)

    assert code == 2
    assert words in err
    assert not (tmp_path / "open").exists()


def test_a_folder_of_something_else_is_left_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("à garder", encoding="utf-8")

    code, _, err = run(capsys, str(tmp_path))

    assert (code, "autre chose" in err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
