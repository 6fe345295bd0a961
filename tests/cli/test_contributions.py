"""``territorial-map contributions``: a list brought back becomes proposals, read and decided."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from territorial_map.cli import main

LIST = (
    "Identifiant;Structure;Téléphone;Site web;Activités;Toujours exact;Contact\n"
    "synthetic:site1;Atelier synthétique du Vercors 1;04 75 00 11 22;https://exemple.fr;"
    "Blanchisserie;;Mme Synthétique\n"
    "synthetic:site1;Atelier synthétique du Vercors 1;06 12 34 56 78;;bidules;peut-être;\n"
    ";Personne;04 75 00 11 33;;;;\n"
    "synthetic:ptce;PTCE synthétique;;;;oui;\n"
)


@pytest.fixture
def liste(tmp_path: Path, small_editions: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))
    monkeypatch.setenv("TERRITORIAL_MAP_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    path = tmp_path / "appels.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["contributions", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def taken(capsys: pytest.CaptureFixture[str], liste: Path, *options: str) -> dict[str, Any]:
    code, out, err = run(capsys, "take", str(liste), "--format", "json", *options)
    assert code == 0, err
    answer: dict[str, Any] = json.loads(out)
    return answer


def waiting(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    _, out, _ = run(capsys, "list", "--format", "json")
    return [one["contribution"] for one in json.loads(out)["proposals"]]


def test_each_cell_has_one_fate_and_what_is_new_waits_to_be_read(
    liste: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = taken(capsys, liste, "--source", "appels de novembre")

    fates = [(c["line"], c["column"], c["fate"]) for c in answer["cells"]]
    assert fates == [
        (2, "Téléphone", "proposed"),
        (2, "Site web", "proposed"),
        (2, "Activités", "proposed"),
        (3, "Téléphone", "refused"),
        (3, "Activités", "refused"),
        (3, "Toujours exact", "refused"),
        (4, "", "not_found"),
        (5, "Toujours exact", "proposed"),
    ]
    kept = {(p["organisation"], p["kind"], p["field"], p["value"]) for p in waiting(capsys)}
    assert kept == {
        ("synthetic:site1", "field", "phone", "04 75 00 11 22"),
        ("synthetic:site1", "field", "website", "https://exemple.fr"),
        ("synthetic:site1", "field", "trade", "cleaning_laundry"),
        ("synthetic:ptce", "confirmation", None, ""),
    }


def test_the_same_list_brought_twice_waits_once(
    liste: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken(capsys, liste)
    again = taken(capsys, liste)

    assert len(waiting(capsys)) == 4
    assert (again["counts"]["proposed"], again["counts"]["waiting"]) == (0, 4)


def test_a_dry_run_keeps_nothing_and_the_file_tells_every_fate_without_a_mobile(
    liste: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "suite.csv"
    code, told, _ = run(capsys, "take", str(liste), "--dry-run", "-o", str(out))

    assert code == 0
    assert "Rien n’a été gardé" in told
    assert "Ligne 4 : organisation non trouvée." in told
    assert waiting(capsys) == []
    with out.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter=";"))
    assert [row["Ligne"] for row in rows] == ["2", "2", "2", "3", "3", "3", "4", "5"]
    assert "06 12 34" not in out.read_text("utf-8")


def test_a_proposal_is_accepted_put_right_refused_with_a_sentence_and_undone(
    liste: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken(capsys, liste)
    phone, website = (
        next(p["id"] for p in waiting(capsys) if p["field"] == field)
        for field in ("phone", "website")
    )

    assert run(capsys, "decide", phone, "accepted", "--value", "04 75 00 11 44")[0] == 0
    assert run(capsys, "decide", website, "refused")[0] == 2
    assert run(capsys, "decide", website, "refused", "--because", "site fermé")[0] == 0
    assert {p["field"] for p in waiting(capsys)} == {"trade", None}
    assert run(capsys, "decide", website, "undone")[0] == 0
    assert {p["field"] for p in waiting(capsys)} == {"website", "trade", None}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("list", "--state", "lost"), "waiting, asked, accepted, refused"),
        (("decide", "unknown", "accepted"), "unknown"),
        (("decide", "unknown", "perhaps"), "accepted, refused, asked, undone"),
        (("take", "absent.csv"), "n’existe pas"),
        (("table", "-o", "appels.pdf"), "xlsx, ods, csv"),
        (("take", "absent.csv", "--teller", "nobody"), "organisation, partner, visitor"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    liste: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    code, _, err = run(capsys, *arguments)

    assert liste.is_file()
    assert code == 2
    assert told in err


def test_a_list_that_completes_nothing_says_which_columns_would(
    liste: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    liste.write_text("Structure;Ville\nPTCE synthétique;Valence\n", encoding="utf-8")

    code, _, err = run(capsys, "take", str(liste))

    assert code == 2
    assert "Toujours exact" in err


def test_what_a_page_tells_already_is_not_proposed_again(
    liste: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    liste.write_text(
        "Identifiant;Nom;Activités\n"
        "synthetic:scop;Scop synthétique du vélo;Réparation et réemploi\n",
        encoding="utf-8",
    )

    (cell,) = taken(capsys, liste)["cells"]

    assert (cell["column"], cell["fate"]) == ("Activités", "known")


def test_what_becomes_of_it_is_counted(liste: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken(capsys, liste)
    accepted = next(p["id"] for p in waiting(capsys) if p["kind"] == "confirmation")
    run(capsys, "decide", accepted, "accepted")
    code, out, _ = run(capsys, "figures", "--format", "json")
    figures = json.loads(out)
    words = run(capsys, "figures", "--department", "26")[1]

    assert code == 0
    assert (figures["received"], figures["accepted"], figures["waiting"]) == (4, 1, 3)
    assert figures["confirmed"] == 1
    assert "Reçues : " in words


@pytest.mark.parametrize("extension", ["csv", "xlsx", "ods"])
def test_a_table_that_comes_back_as_it_was_taken_says_nothing_new(
    liste: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], extension: str
) -> None:
    table = tmp_path / f"appels.{extension}"
    ids = "synthetic:site1,synthetic:scop,synthetic:lieu"
    code, _, err = run(capsys, "table", "--ids", ids, "-o", str(table))

    assert (code, "3 fiches sur 3" in err) == (0, True)
    counts = taken(capsys, table)["counts"]
    assert counts["known"] > 0
    assert sum(counts.values()) == counts["known"]
    assert liste.is_file()


def test_a_table_of_filters_has_those_whose_trade_is_not_told(
    liste: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "appels.csv"
    run(capsys, "table", "--department", "26", "-o", str(table))

    with table.open(encoding="utf-8-sig", newline="") as handle:
        rows = [row for row in csv.DictReader(handle, delimiter=";") if row.get("Identifiant")]
    assert "synthetic:site1" in {row["Identifiant"] for row in rows}
    assert {row["Activités"] for row in rows} == {""}
    assert liste.is_file()
