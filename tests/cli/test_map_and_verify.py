"""``map`` writes one page, ``verify`` answers by its exit code."""

import json
from pathlib import Path

import pytest

from territorial_map.cli import main


@pytest.fixture(autouse=True)
def editions(small_editions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_a_map_that_was_written_verifies_as_identical(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "carte.html"
    written, _, said = run(capsys, "map", "--device", "esat", "-o", str(path))
    code, out, _ = run(capsys, "verify", str(path))

    assert (written, code) == (0, 0)
    assert "3 organisations" in said
    assert out.startswith("Identique.")


def test_a_changed_list_exits_with_one_and_says_what_changed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    run(capsys, "export", "--device", "esat", "-o", str(path))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text("\n".join(lines[:-1]), encoding="utf-8")

    code, out, _ = run(capsys, "verify", str(path), "--format", "json")
    answer = json.loads(out)

    assert code == 1
    assert answer["identical"] is False
    assert [change["kind"] for change in answer["changes"]] == ["new"]
    assert (answer["lines_then"], answer["lines_now"]) == (2, 3)


@pytest.mark.parametrize("name", ["absent.csv", "liste.doc"])
def test_what_cannot_be_verified_exits_with_two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    code, out, err = run(capsys, "verify", str(tmp_path / name))

    assert (code, out) == (2, "")
    assert name in err


def test_a_map_is_an_html_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "map", "-o", str(tmp_path / "carte.pdf"))

    assert code == 2
    assert ".html" in err


def test_a_refused_export_leaves_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(capsys, "map", "-o", str(tmp_path / "absent" / "carte.html"))

    assert list(tmp_path.iterdir()) == []
