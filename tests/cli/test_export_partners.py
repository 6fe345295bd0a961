"""``export partners`` writes a list that ``verify`` finds identical; bad input exits with 2."""

import csv
import json
from pathlib import Path

import pytest

from territorial_map.cli import main


@pytest.fixture(autouse=True)
def editions(small_editions: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))
    monkeypatch.setenv("TERRITORIAL_MAP_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


@pytest.mark.parametrize(
    "centre",
    [("--commune", "26281"), ("--near", "5.05,45.04"), ("--for", "synthetic:lieu")],
)
def test_a_partner_list_is_written_and_verifies(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, centre: tuple[str, str]
) -> None:
    path = tmp_path / "partenaires.xlsx"
    code, out, said = run(
        capsys, "export", "partners", *centre, "-o", str(path), "--format", "json"
    )
    verified, told, _ = run(capsys, "verify", str(path))

    assert (code, verified) == (0, 0)
    assert json.loads(out)["rows"] > 0
    assert "lignes dans" in said
    assert told.startswith("Identique.")
    assert not (tmp_path / "ledger.sqlite").exists()


def test_columns_and_categories_are_those_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "partenaires.csv"
    asked = ("--commune", "26281", "--pooling", "local_supply", "--columns", "tier,name")
    run(capsys, "export", "partners", *asked, "-o", str(path))
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert rows[0][:4] == ["Piste", "Nom", "Identifiant", "Nombre de sites"]


def test_columns_of_a_selection_come_in_the_order_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    run(capsys, "export", "--device", "esat", "--columns", "commune,name", "-o", str(path))
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert rows[0][:3] == ["Commune", "Nom", "Identifiant"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("partners", "-o", "x.csv"), "un seul centre"),
        (("partners", "--commune", "26281"), "--output"),
        (("partners", "--commune", "26281", "-o", "x.doc"), ".docx"),
        (("partners", "--commune", "99999", "-o", "x.csv"), "99999"),
        (("partners", "--commune", "26281", "--pooling", "café", "-o", "x.csv"), "café"),
        (("--columns", "colour", "-o", "x.csv"), "colour"),
        ((), "--output"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = run(capsys, "export", *arguments)

    assert (code, out) == (2, "")
    assert words in err
