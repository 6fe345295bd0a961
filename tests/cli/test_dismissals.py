"""``territorial-map dismissals``: what operators set aside, in the shape of the judged pairs."""

import csv
import io
import json
from pathlib import Path

import pytest

from territorial_map.cli import main
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Ledger, dismissal_of

JUDGED = Path(__file__).parents[1] / "labels" / "pooling_pairs.csv"


@pytest.fixture(autouse=True)
def kept(small_editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))
    monkeypatch.setenv("TERRITORIAL_MAP_LEDGER", address)
    ledger = Ledger(address)
    ledger.dismiss(dismissal_of("synthetic:lieu", "synthetic:gone", PoolingCategory.TRAINING))
    ledger.close()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["dismissals", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_labels_have_the_columns_of_the_judged_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys)
    (label,) = csv.DictReader(io.StringIO(out))
    with JUDGED.open(encoding="utf-8", newline="") as file:
        columns = csv.DictReader(file).fieldnames or ()

    assert code == 0
    assert set(columns) <= set(label)
    assert label["grade"] == "0"


def test_a_label_outlives_the_organisation(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--format", "json")

    (label,) = json.loads(out)["labels"]
    assert (label["focal_id"], label["focal_name"]) == ("synthetic:gone", "")


def test_an_unknown_format_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "--format", "xml")

    assert code == 2
    assert "csv, json" in err
