"""``territorial-map practices``: an organisation or profiles in, practices with reasons out."""

import io
import json
from pathlib import Path

import pytest

from territorial_map.cli import main


@pytest.fixture(autouse=True)
def editions(small_editions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["practices", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_an_organisation_answers_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "synthetic:scop")

    assert code == 0
    assert "p09 Se doter d’un CA junior — Piste forte" in out
    assert "12 juniors pour 16 administrateurs" in out


def test_an_organisation_answers_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "synthetic:site1", "--format", "json")
    answer = json.loads(out)
    practices = answer["practices"]

    assert code == 0
    assert practices[0].keys() == {"id", "role", "relevance", "reasons"}
    assert [one["id"] for one in practices[: len(answer["advised"])]] == answer["advised"]
    assert "p27" in answer["roles"]
    assert "p27" not in answer["advised"]


def test_a_profile_comes_from_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_text('{"legal_form": "scic"}', encoding="utf-8")

    code, out, _ = run(capsys, "--profile", str(path), "--format", "json")

    assert code == 0
    assert {p["id"]: p["role"] for p in json.loads(out)["practices"]}["p12"] == "embodies"


def test_an_array_of_profiles_gives_an_array_of_answers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.stdin",
        io.TextIOWrapper(io.BytesIO(b'[{"legal_form": "scop"}, {}]'), encoding="utf-8"),
    )

    code, out, _ = run(capsys, "--profile", "-", "--format", "json")

    assert code == 0
    assert [len(answer["practices"]) > 0 for answer in json.loads(out)] == [True, True]


def test_a_profile_needs_no_edition(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(tmp_path / "none"))
    monkeypatch.setattr(
        "sys.stdin",
        io.TextIOWrapper(
            io.BytesIO(b'{"legal_form": "scop", "commune": "26281"}'), encoding="utf-8"
        ),
    )

    code, out, err = run(capsys, "--profile", "-")

    assert code == 0
    assert "p09" in out
    assert "Le territoire ne compte pas" in err


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('{"kind": "ptc"}', "ess_actor"),
        ('{"sorte": "ptce"}', "place_types"),
        ('[{}, {"scope": "world"}]', "[1].scope"),
        ("{", "JSON"),
    ],
)
def test_a_wrong_profile_is_one_sentence_and_exit_code_two(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str, expected: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))

    code, out, err = run(capsys, "--profile", "-")

    assert (code, out) == (2, "")
    assert expected in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [(), ("synthetic:scop", "--profile", "-")])
def test_one_of_an_organisation_and_a_profile_is_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, _, err = run(capsys, *arguments)

    assert code == 2
    assert "--profile" in err


def test_an_absent_file_or_organisation_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--profile", "absent.json")[0] == 2
    assert run(capsys, "synthetic:absent")[0] == 2
