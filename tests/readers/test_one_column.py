"""Lists of a single column: a comma inside a number or a name parts nothing (all synthetic)."""

from pathlib import Path

import pytest

from territorial_map.domain.cells import Doubt
from territorial_map.ingest.sources import check_files, importer_for
from territorial_map.readers import Upload
from territorial_map.readers.column_names import is_known
from territorial_map.readers.layout import ONE_COLUMN, detect_separator
from territorial_map.services.matching.list_files import GivenList, read_list

SIRET = "80746931700018"


def given(content: str) -> GivenList:
    return read_list(Upload("liste.csv", content.encode()))


def cells(content: str) -> list[tuple[str, ...]]:
    return [line.cells for line in given(content).lines if line.whole]


@pytest.mark.parametrize(
    "rows",
    [
        ["7,75544E+13", SIRET],
        ["7,75544E+13", "7,7554408300576E+13", "8,07469E+13"],
        [f"{SIRET},00", f"{SIRET},00"],
        [SIRET, SIRET, SIRET, f"{SIRET},0"],
        ["'7,75544E+13", f'"=""{SIRET}"""'],
    ],
)
def test_a_decimal_comma_parts_no_list_of_numbers(rows: list[str]) -> None:
    lines = cells("\n".join(["SIRET", *rows, ""]))

    assert [len(line) for line in lines] == [1] * len(rows)
    assert [line[0] for line in lines if '"' not in line[0]] == [r for r in rows if '"' not in r]


def test_a_number_that_a_spreadsheet_truncated_is_told_as_such() -> None:
    doubts = given(f"N° SIRET\n7,75544E+13\n8.07469E+13\n7,75544e13\n{SIRET},00\n").doubts

    assert doubts.counts == {
        ("N° SIRET", Doubt.SIRET_TRUNCATED): 3,
        ("N° SIRET", Doubt.NUMBER_REPAIRED): 1,
    }


@pytest.mark.parametrize(
    "names",
    [
        ["Alpha synthétique", "Bêta, régie de quartier", "Gamma"],
        ["Alpha, Lyon", "Bêta, Paris", "Gamma, Brest"],
        ["Alpha ; Lyon", "Bêta", "Gamma | Brest", "Delta, Epsilon et Zêta"],
        ["Alpha"],
    ],
)
@pytest.mark.parametrize("header", ["Nom", "Structure", "Raison sociale", '"Partenaire"'])
def test_a_name_keeps_its_commas_under_a_header_that_has_none(
    header: str, names: list[str]
) -> None:
    assert cells("\n".join([header, *names, ""])) == [(name,) for name in names]


def test_a_column_that_nobody_knows_is_whole_where_most_lines_are() -> None:
    text = "Ceux de notre territoire\nAlpha\nBêta, régie\nGamma\n"

    assert detect_separator(text, is_known) == ONE_COLUMN


def test_lines_that_are_whole_in_quotes_are_read_alike_by_a_match_and_an_import(
    tmp_path: Path,
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text('"Nom;Ville"\n"Alpha synthétique;Lyon"\n"Bêta synthétique;Paris"\n', "utf-8")
    report = check_files(importer_for("generic", [path]), [path])

    assert cells(path.read_text("utf-8"))[0] == ("Alpha synthétique", "Lyon")
    assert (report.intake.kept, report.coverage["commune"]) == (2, 2)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("Structure;SIRET;Ville\nA;7,75E+13\nB;7,7E+13;Lyon\nC;8,1E+13\n", ";"),
        ("Structure;Adresse;Ville\nA;3, rue Haute\nB;4, rue Basse;Lyon\nC;5, rue X\n", ";"),
        ("Structure\tMontant\nA\t7,5\nB\t8,25\n", "\t"),
        ("Nom,SIRET\nAlpha,80746931700018\n", ","),
        ("lat,lon\n45,4\n46,3\n", ","),
        ("Adhérents\n\nNom,Ville\nAlpha,Lyon\nBêta,Paris\n", ","),
        ("Partenaires\nNom;Ville;Téléphone\nAlpha;Lyon\nBêta\nGamma;Paris;04 72 00 00 00\n", ";"),
        ("un,deux\n1,2\n3,4\n", ","),
    ],
)
def test_what_parts_a_table_is_what_parts_its_header(text: str, separator: str) -> None:
    assert detect_separator(text, is_known) == separator
