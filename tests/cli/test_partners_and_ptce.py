"""`partners` and `ptce-check` answer with the keys and codes promised, or in one sentence."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from territorial_map.cli import main
from territorial_map.domain.vocabulary import PoolingCategory
from tests.synthetic_town import write_town

PARTNER_KEYS = {
    "id",
    "name",
    "pooling",
    "mode",
    "tier",
    "score",
    "low",
    "high",
    "distance_km",
    "parts",
    "reasons",
    "would_change",
}
ARTICLE_9 = [
    "ess_enterprises",
    "other_enterprises",
    "links",
    "territory",
    "strategy",
    "innovation",
    "sustainable_development",
]
CALLS = [
    "private_law",
    "three_persons",
    "one_ess",
    "one_non_ess",
    "one_other",
    "project",
    "no_earlier_support",
]
TABLE = (
    "name,legal_form,partner_type,siren,commune\n"
    "Association fictive,association,,000000018,Romans-sur-Isère\n"
    "Société fictive,commercial,enterprise,,26281\n"
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_town(tmp_path_factory.mktemp("town"))


@pytest.fixture(autouse=True)
def editions(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(town))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    code, out, err = run(capsys, "ptce-check", *arguments, "--format", "json")
    assert (code, err) == (0, "")
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_partners_have_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--pooling", "insertion_pathways", "--radius-km", "20", "--format", "json")

    code, out, _ = run(capsys, "partners", "synthetic:town00", *asked)

    answer = json.loads(out)
    assert code == 0
    assert {"partners", "existing"} <= set(answer)
    assert answer["partners"]
    for partner in answer["partners"]:
        assert set(partner) >= PARTNER_KEYS
        assert partner["pooling"] == "insertion_pathways"
        assert partner["mode"] in {"together", "for_each_other"}
        assert partner["tier"] in {"strong", "explore", "insufficient"}
        assert 0 <= partner["low"] <= partner["score"] <= partner["high"] <= 1
        assert partner["distance_km"] <= 20
        assert set(partner["parts"]) == {"fit", "proximity", "feasibility"}
        told = {reason["part"] for reason in partner["reasons"]}
        assert {"fit", "proximity", "feasibility"} <= told


def test_partners_are_told_in_words_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "partners", "synthetic:town00", "--pooling", "insertion_pathways")

    assert code == 0
    assert PoolingCategory.INSERTION_PATHWAYS.label in out
    assert "km à vol d’oiseau" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("synthetic:absent",), "synthetic:absent"),
        (("\udce9:1",), "?:1"),
        (("synthetic:town00", "--pooling", "horses"), "premises_and_land"),
        (("synthetic:town00", "--radius-km", "-3"), "1 à 200 km"),
        (("synthetic:town00", "--limit", "0"), "1 à 100"),
        (("synthetic:town00", "--format", "xml"), "text, json"),
    ],
)
def test_a_wrong_question_about_partners_is_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    code, out, err = run(capsys, "partners", *arguments)

    assert (code, out) == (2, "")
    assert told in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "text",
    ["synthetic:town00\nsynthetic:town03\n", "id\nsynthetic:town00\nsynthetic:town03\n", TABLE],
)
def test_every_form_of_a_group_gives_both_blocks(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str
) -> None:
    group = tmp_path / "groupe.csv"
    group.write_text(text, encoding="utf-8")

    answer = checked(capsys, str(group))

    assert {"article_9", "call_eligibility", "could_fill"} <= set(answer)
    assert [one["code"] for one in answer["article_9"]] == ARTICLE_9
    assert [one["code"] for one in answer["call_eligibility"]] == CALLS
    for one in answer["article_9"]:
        assert {"code", "verdict", "quote", "members", "evidence"} <= set(one)
        assert one["quote"]
        assert one["verdict"] in {"established", "not_established", "to_declare"}
    for one in answer["call_eligibility"]:
        assert one["verdict"] in {"established", "not_established", "to_declare"}


def test_only_a_list_declared_complete_can_fail_an_element(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    group = tmp_path / "groupe.csv"
    group.write_text(TABLE, encoding="utf-8")

    answer = checked(capsys, str(group), "--complete")

    verdicts = {one["code"]: one["verdict"] for one in answer["article_9"]}
    assert verdicts["ess_enterprises"] == "not_met"
    assert verdicts["other_enterprises"] == "established"
    assert verdicts["strategy"] == "to_declare"


def typed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_group_is_read_from_the_standard_input_in_any_encoding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    described = "nom;forme juridique;commune\r\nRégie fictive des prés;association;26281\r\n"
    typed(monkeypatch, described.encode(encoding))

    answer = checked(capsys, "-")

    assert answer["article_9"][0]["members"][0]["name"] == "Régie fictive des prés"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "aucun membre"),
        (b"\n  \n# une remarque\n", "aucun membre"),
        (b"name,commune\n", "aucune ligne de contenu"),
        (b"foo,bar\n1,2\n", "en-tête"),
        (b"synthetic:absent\n", "synthetic:absent"),
        (b"PK\x03\x04\x14\x00\x06\x00", "CSV"),
    ],
)
def test_a_wrong_group_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, content: bytes, told: str
) -> None:
    typed(monkeypatch, content)

    code, out, err = run(capsys, "ptce-check", "-", "--format", "json")

    assert (code, out) == (2, "")
    assert told in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (b"synthetic:town00\nsynthetic:absent\n", 2, "synthetic:absent"),
        (b"name,siren\nFictive,123\nAutre fictive,\n", 2, "SIREN"),
        (b"name,legal_form\nFictive,truc\nAutre fictive,SCOP SARL\n", 2, "truc"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_checked(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    line: int,
    told: str,
) -> None:
    typed(monkeypatch, content)

    answer = checked(capsys, "-")

    (note,) = answer["notes"]
    assert note["line"] == line
    assert told in note["problem"]["fr"] + note["value"]
    assert answer["legal_persons"]["at_most"] > 0


def test_a_folder_is_no_group(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "ptce-check", str(tmp_path))

    assert code == 2
    assert "dossier" in err
