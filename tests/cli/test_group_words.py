"""``territorial-map group-words``: what operators say of groups, named, as CSV and JSON."""

import csv
import io
import json
from pathlib import Path

import pytest

from territorial_map.cli import main
from territorial_map.ledger.dismissals import Ledger
from territorial_map.ledger.group_words import GroupSaid, group_word_of


@pytest.fixture(autouse=True)
def kept(small_editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))
    monkeypatch.setenv("TERRITORIAL_MAP_LEDGER", address)
    ledger = Ledger(address)
    ledger.say_group(group_word_of("synthetic:lieu", "synthetic:gone", GroupSaid.APART), "relu")
    ledger.close()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["group-words", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_words_leave_as_csv_and_json_with_the_names_of_the_edition(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys)
    _, told, _ = run(capsys, "--format", "json")

    (row,) = csv.DictReader(io.StringIO(out))
    assert code == 0
    assert json.loads(told)["group_words"] == [row]
    assert (row["said"], row["reason"]) == ("not_same_group", "relu")
    assert (row["a_id"], row["a_name"]) == ("synthetic:gone", "")
    assert row["b_name"] == "Tiers-lieu L’Œuvre synthétique"


def test_an_unknown_format_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "--format", "xml")

    assert code == 2
    assert "csv, json" in err
