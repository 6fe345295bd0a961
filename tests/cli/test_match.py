"""``territorial-map match``: JSON, table, result file, and refusals with exit code 2."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from territorial_map.cli import main


@pytest.fixture
def liste(tmp_path: Path, small_editions: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))
    path = tmp_path / "liste.csv"
    path.write_text(
        "Structure;SIRET\nAtelier synthétique du Vercors 1;775 544 083 00477\nPersonne;\n",
        encoding="utf-8",
    )
    return path


def test_json_has_the_promised_rows(liste: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["match", str(liste), "--format", "json"])

    assert end.value.code == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["line"], row["verdict"], row["id"]) for row in rows] == [
        (2, "found", "synthetic:site1"),
        (3, "unknown", None),
    ]


def test_text_counts_and_the_file_keeps_every_row(
    liste: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "resultat.csv"
    with pytest.raises(SystemExit) as end:
        main(["match", str(liste), "-o", str(out)])

    assert end.value.code == 0
    told = capsys.readouterr().out
    assert "Trouvée : 1 · À choisir : 0 · Inconnue : 1" in told
    assert "Structure" in told
    with out.open(encoding="utf-8-sig", newline="") as handle:
        assert [row["Structure"] for row in csv.DictReader(handle, delimiter=";")] == [
            "Atelier synthétique du Vercors 1",
            "Personne",
        ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--columns", "name=Absente"],
        ["--columns", "sans egal"],
        ["--format", "xml"],
        ["-o", "/nulle/part/r.csv"],
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    liste: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["match", str(liste), *arguments])

    assert end.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_text_tells_notes_contacts_and_rows_set_apart(
    liste: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    liste.write_text(
        "Structure;Ville;Ville;Contact;Téléphone\n"
        "Atelier synthétique du Vercors 1;Valence;;personne@exemple.invalid;06 12 34 56 78\n"
        "TOTAL;;;;\n",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit):
        main(["match", str(liste)])

    told = capsys.readouterr().out
    assert "À savoir : Colonnes de même nom" in told
    assert "1 adresse(s) électronique(s)" in told
    assert "1 mobile(s)" in told
    assert "Colonnes de personnes, jamais lues : « Contact »" in told
    assert "1 ligne(s) mise(s) à part : Ligne de titre" in told


def test_matching_loads_no_data_frame_and_no_parquet(liste: Path) -> None:
    run = (
        "import sys\nfrom territorial_map.cli import main\n"
        "try:\n    main(['match', sys.argv[1], '--format', 'json'])\n"
        "except SystemExit as end:\n"
        "    loaded = [m for m in ('pandas', 'pyarrow', 'geopandas') if m in sys.modules]\n"
        "    print(end.code, loaded, file=sys.stderr)\n"
    )
    ended = subprocess.run(  # noqa: S603 - a list without a shell, no input
        [sys.executable, "-c", run, str(liste)], capture_output=True, text=True, check=True
    )

    assert json.loads(ended.stdout)["rows"]
    assert ended.stderr.splitlines()[-1] == "0 []"
