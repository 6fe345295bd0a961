"""``duplicates list`` and ``duplicates review`` in a terminal: side by side, kept, resumed."""

import json
from io import StringIO
from pathlib import Path

import pytest

from territorial_map.cli import main
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.store.writer import write_edition
from tests.synthetic import PLACES, organisation


@pytest.fixture(autouse=True)
def verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rows = [
        organisation("ess:1", name="Baluchon", perhaps_same=("siae:1",)),
        organisation("ess:2", name="Calade", perhaps_same=("siae:2",)),
        organisation("siae:1", name="Baluchon à table", perhaps_same=("ess:1",)),
        organisation("siae:2", name="Association Calade", perhaps_same=("ess:2",)),
    ]
    report = EditionReport(
        (SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", 4, 4, 0, 0),)
    )
    write_edition(rows, PLACES, report, tmp_path, built_on="2026-11-22")
    path = tmp_path / "verdicts.csv"
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(tmp_path))
    monkeypatch.setenv("TERRITORIAL_MAP_VERDICTS", str(path))
    return path


def answer(monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{key}\n" for key in keys)))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["duplicates", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_verdicts_are_kept_and_never_asked_again(
    verdicts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "s", "q")
    code, _, err = run(capsys, "review")
    answer(monkeypatch, "x", "d")
    _, _, resumed = run(capsys, "review")
    answer(monkeypatch)
    _, _, nothing = run(capsys, "review")

    assert code == 0
    assert "Baluchon à table" in err
    assert "Il reste 1 paire(s)" in err
    assert "Baluchon" not in resumed
    assert "« x » n’est pas une réponse" in resumed
    assert "Il reste 0 paire(s)" in nothing
    lines = verdicts.read_text(encoding="utf-8").splitlines()
    assert [line.rsplit(",", 1)[0] for line in lines[1:]] == [
        "ess:1,siae:1,same",
        "ess:2,siae:2,different",
    ]


def test_later_keeps_nothing(
    verdicts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "l", "l")

    _, _, err = run(capsys, "review")

    assert "Il reste 2 paire(s)" in err
    assert not verdicts.exists()


def test_machines_read_the_same_list_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, listed, _ = run(capsys, "list", "--format", "json")
    _, reviewed, _ = run(capsys, "review", "--format", "json")

    assert json.loads(listed) == json.loads(reviewed)
    assert json.loads(listed)["left"] == 2


def test_the_list_says_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "list")

    assert code == 0
    assert "ess:1\tsiae:1\tà vérifier" in out
    assert "2 à vérifier, 0 déjà décidées." in err


@pytest.mark.parametrize(
    ("text", "arguments", "told"),
    [("bad\n", ("list",), "ligne 1"), ("", ("list", "--format", "xml"), "valeur inconnue")],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    verdicts: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    arguments: tuple[str, ...],
    told: str,
) -> None:
    verdicts.write_text(text, encoding="utf-8")

    code, out, err = run(capsys, *arguments)

    assert (code, out) == (2, "")
    assert told in err
