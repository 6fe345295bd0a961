"""Commands answer on stdout, explain on stderr, and exit with 2 on bad input."""

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from territorial_map.cli import main
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.directory import Directory
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.xlsx.writer import xlsx_chunks
from tests.known import KNOWLEDGE


@pytest.fixture(autouse=True)
def editions(small_editions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERRITORIAL_MAP_EDITIONS", str(small_editions))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_info_counts_what_the_edition_holds(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "info", "--format", "json")
    content = json.loads(out)

    assert code == 0
    assert content["organisations"]["total"] == 14
    devices = {"esat": 3, "aci": 2, "ei": 1, "ai": 1, "etti": 1}
    assert content["organisations"]["by_device"] == devices
    assert set(content["organisations"]["located"]) == {
        "address",
        "commune",
        "department",
        "region",
        "abroad",
        "none",
    }
    assert content["report"] == {"read": 14, "kept": 14, "merged": 0, "rejected": 0}


def test_coverage_tells_each_kind_with_its_sources_and_where_none_is_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "coverage", "--by", "department", "--format", "json")
    content = json.loads(out)
    drome = next(one for one in content["coverage"] if one["code"] == "26")

    assert code == 0
    assert sum(one["organisations"] for one in content["coverage"]) == 14
    assert {s["name"] for k in drome["kinds"] for s in k["sources"]} == {"Table synthétique"}
    _, text, _ = run(capsys, "coverage")
    assert "Toute l’édition : 14" in text
    assert "Table synthétique" in text


def test_a_territory_is_told_with_coverage_first_and_unknown_as_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "territory", "epci", "200068781", "--format", "json")
    told = json.loads(out)

    assert code == 0
    counted = [row["here"]["count"] for row in told["figures"]["kinds"]]
    assert told["coverage"]["organisations"] == sum(filter(None, counted)) > 0
    assert told["reach"] is None
    _, text, _ = run(capsys, "territory", "departement", "26")
    assert text.startswith("Drôme (26)\n\nCouverture (édition ")
    assert " | non connu" in run(capsys, "territory", "commune", "26333")[1]


def test_the_note_of_a_territory_is_written_in_the_format_of_its_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = ("territory", "epci", "200068781", "-o")
    code, out, err = run(capsys, *asked, str(tmp_path / "note.docx"))

    assert (code, "note.docx" in out + err) == (0, True)
    assert zipfile.is_zipfile(tmp_path / "note.docx")
    assert run(capsys, *asked, str(tmp_path / "sheet.pdf"), "--sheet")[0] == 0
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    refused, _, told = run(capsys, *asked, str(tmp_path / "note.odt"))
    assert refused != 0
    assert ".xlsx" in told


def test_a_territory_that_is_none_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for told in (("canton", "26"), ("epci", "1")):
        code, out, err = run(capsys, "territory", *told)
        assert (code, out, err.count("\n")) == (2, "", 1)


def test_coverage_refuses_a_level_that_it_cannot_tell(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "coverage", "--by", "canton")

    assert code == 2
    assert "region, department, epci" in err


def test_info_tells_the_quality_of_records_by_source_and_by_department(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, "info", "--format", "json")
    quality = json.loads(out)["quality"]

    assert quality["whole"]["organisations"] == 14
    assert quality["whole"]["missing"]["contact"] == 14
    assert quality["whole"]["missing"]["fresh"] == 0
    assert [share["name"] for share in quality["by_source"]] == ["Table synthétique"]
    assert {share["name"] for share in quality["by_department"]} == {"Drôme", "Paris", "Rhône"}
    assert sum(quality["whole"]["levels"].values()) == 14


def test_an_export_keeps_the_records_to_complete(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a-completer.csv"
    code, _, err = run(capsys, "export", "--missing", "identified", "-o", str(path))
    text = path.read_text(encoding="utf-8-sig")

    assert code == 0
    assert "À compléter dans la fiche\u00a0: Numéro SIREN, SIRET, FINESS ou RNA" in err
    assert "2 critères sur 5" in text
    assert "synthetic:site1" not in text


def test_an_unknown_value_exits_with_two_and_the_accepted_ones(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "export", "--kind", "ptc", "-o", str(tmp_path / "x.csv"))

    assert (code, out) == (2, "")
    assert "« kind »" in err
    assert "ptce" in err


def test_an_unknown_extension_exits_with_two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, err = run(capsys, "export", "-o", str(tmp_path / "x.doc"))

    assert code == 2
    assert ".xlsx" in err


def test_a_workbook_has_typed_columns_and_says_where_it_comes_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "liste.xlsx"
    code, _, _ = run(capsys, "export", "--device", "esat", "-o", str(path))
    book = openpyxl.load_workbook(path)
    rows = [[cell.value for cell in row] for row in book["Organisations"]]
    about = {row[0].value: row[1].value for row in book["À propos"]}

    siret = rows[0].index("SIRET")
    assert code == 0
    assert len(rows) == 4
    assert "77554408300477" in {row[siret] for row in rows[1:]}
    assert isinstance(rows[1][rows[0].index("Latitude")], float)
    assert str(about["Requête"]).startswith("Dispositif\u00a0: ")
    assert about["Organisations de la sélection"] == 3
    assert book["Organisations"].freeze_panes == "B2"


def test_a_long_list_goes_on_in_a_second_sheet(small_editions: Path, tmp_path: Path) -> None:
    edition = Directory(small_editions, KNOWLEDGE).current()
    table = export_table(edition, Selection.of({}), Order.NAME, RowsPer.SITE, "http://x")
    path = tmp_path / "long.xlsx"

    path.write_bytes(b"".join(xlsx_chunks(table, max_rows=9)))
    book = openpyxl.load_workbook(path)

    assert book.sheetnames == ["Organisations", "Organisations 2", "À propos"]
    assert [book[name].max_row for name in book.sheetnames[:2]] == [9, 7]


def test_a_group_from_a_file_is_checked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    group = tmp_path / "groupe.txt"
    group.write_text("synthetic:scop\nsynthetic:town\n", encoding="utf-8")

    code, out, _ = run(capsys, "ptce-check", str(group), "--complete", "--format", "json")
    found = {f["code"]: f["verdict"] for f in json.loads(out)["article_9"]}

    assert code == 0
    assert found["strategy"] == "to_declare"


def test_a_missing_group_file_exits_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "ptce-check", "absent.txt")

    assert code == 2
    assert "absent.txt" in err
