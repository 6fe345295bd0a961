"""Which sheet of a workbook is read: the same for a match, a check and an import (synthetic)."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from odfdo import Cell, Document, Row, Table

from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.ingest.sources import Choices, check_files, import_files, importer_for
from territorial_map.ingest.sources.report import report_json, report_lines
from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import read_list

Rows = list[list[str]]
LIST = [
    ["Structure", "SIRET", "Ville"],
    ["A synthétique", "80746931700018", "Lyon"],
    ["Bé", "", ""],
]
GUIDE = [["Mode d’emploi"], ["Remplissez la feuille suivante."], ["Nom : celui de la structure"]]
TOWNS = [["Code postal", "Commune", "Département"], ["69001", "Lyon", "69"], ["42000", "X", "42"]]
FIELDS = [["Champ", "Sens"], ["Structure", "Raison sociale"], ["SIRET", "N° SIRET"], ["Ville", ""]]
PERSONS = [["Nom", "Prénom", "Courriel"], ["Exemple", "Ada", "a@exemple.org"], ["Essai", "B", ""]]
EXAMPLE = [LIST[0], ["Exemple synthétique", "", "Ici"]]
TOTALS = [["Ville", "Nombre"], ["Lyon", "2"], ["Paris", "3"]]


def xlsx(sheets: dict[str, Rows], hidden: str = "") -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for n, row in enumerate(rows):
                sheet.write_row(n, 0, row)
            if name == hidden:
                sheet.hide()
    return content.getvalue()


def ods(sheets: dict[str, Rows]) -> bytes:
    document = Document("spreadsheet")
    document.body.clear()
    for name, rows in sheets.items():
        table = Table(name)
        for row in rows:
            laid = Row()
            for cell in row:
                laid.append_cell(Cell(cell or None))
            table.append_row(laid)
        document.body.append(table)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def written(tmp_path: Path, content: bytes, name: str = "classeur.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def sheets_read(path: Path, sheet: str = "") -> tuple[list[str], list[str]]:
    """The names of organisations, as a match and as a check read them."""
    given = read_list(Upload(path.name, path.read_bytes()), sheet=sheet)
    choices = Choices(as_of="2026-11-01", sheet=sheet)
    into = path.parent / "sources"
    import_files(importer_for("generic", [path], choices), [path], into, choices)
    table = (into / "import-classeur.csv").read_text(encoding="utf-8").splitlines()[1:]
    matched = [row.name for row, line in zip(given.rows(), given.lines, strict=True) if line.whole]
    return matched, [next(n for n in matched if f",{n}," in line) for line in table]


@pytest.mark.parametrize(
    "before",
    [
        {"Lisez-moi": GUIDE},
        {"Communes": TOWNS},
        {"Dictionnaire": FIELDS},
        {"Contacts": PERSONS},
        {"Exemple": EXAMPLE},
        {"Synthèse": TOTALS, "Vide": [], "Titre": [["2024"]]},
        {"Lisez-moi": GUIDE, "Communes": TOWNS, "Dictionnaire": FIELDS, "Contacts": PERSONS},
    ],
    ids=" ".join,
)
def test_the_sheet_that_looks_like_a_list_is_read(before: dict[str, Rows], tmp_path: Path) -> None:
    rows = [*LIST, ["Cé synthétique", "", "Brest"]]
    sheets = {**before, "2024": rows, "Notes": GUIDE}
    names = ["A synthétique", "Bé", "Cé synthétique"]

    assert sheets_read(written(tmp_path, xlsx(sheets))) == (names, names)
    assert read_list(Upload("l.ods", ods(sheets))).sheet == "2024"


def test_of_sheets_that_are_alike_the_first_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, xlsx({"Rhône": [*LIST, ["Cé", "", ""]], "Loire": [*LIST, *LIST]}))

    assert read_list(Upload(path.name, path.read_bytes())).sheet == "Rhône"


@pytest.mark.parametrize("asked", ["Exemple", "exemple", " EXEMPLE", "1"])
def test_a_sheet_is_asked_for_by_its_name_or_its_rank(asked: str, tmp_path: Path) -> None:
    path = written(tmp_path, xlsx({"Exemple": EXAMPLE, "Liste": [*LIST, *LIST]}))

    assert sheets_read(path, asked) == (["Exemple synthétique"], ["Exemple synthétique"])


def test_a_name_stands_before_a_rank_and_hidden_sheets_have_none(tmp_path: Path) -> None:
    path = written(tmp_path, xlsx({"1": EXAMPLE, "A": LIST, "Z": LIST}, hidden="A"))

    assert read_list(Upload(path.name, path.read_bytes()), sheet="1").sheet == "1"
    assert read_list(Upload(path.name, path.read_bytes()), sheet="2").sheet == "Z"
    assert read_list(Upload(path.name, path.read_bytes()), sheet="A").sheet == "A"


@pytest.mark.parametrize("asked", ["Adhérents", "3", "0", "-1"])
def test_a_sheet_that_is_not_there_is_told_with_those_that_are(asked: str, tmp_path: Path) -> None:
    path = written(tmp_path, xlsx({"Lisez-moi": GUIDE, "Liste": LIST}))
    told = "Feuilles : 1 « Lisez-moi », 2 « Liste »"

    with pytest.raises(SourceError, match=told):
        read_list(Upload(path.name, path.read_bytes()), sheet=asked)
    with pytest.raises(SourceError, match=told):
        importer_for("generic", [path], Choices(sheet=asked))


def test_the_report_tells_the_sheet_and_the_others(tmp_path: Path) -> None:
    path = written(tmp_path, xlsx({"Lisez-moi": GUIDE, "Liste": LIST}))
    report = check_files(importer_for("auto", [path]), [path])

    assert "  classeur.xlsx, feuille lue : « Liste » ; autres : « Lisez-moi »" in [
        line.replace("\u00a0", " ") for line in report_lines(report)
    ]
    assert report_json(report)["sheets"] == [
        {"file": "classeur.xlsx", "sheet": "Liste", "others": ("Lisez-moi",)}
    ]


def test_a_workbook_of_one_sheet_tells_none(tmp_path: Path) -> None:
    path = written(tmp_path, xlsx({"Liste": LIST}))

    assert report_json(check_files(importer_for("generic", [path]), [path]))["sheets"] == []


def test_a_source_of_a_fixed_layout_takes_no_sheet(tmp_path: Path) -> None:
    path = written(tmp_path, xlsx({"Liste": LIST}))

    with pytest.raises(BadParameter, match="reconnue à ses colonnes"):
        importer_for("geiq", [path], Choices(sheet="Liste"))
