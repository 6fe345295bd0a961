"""Tables as people make them: rows of any width, two header rows, merges, formulas."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import orjson
import pytest
import xlsxwriter

from territorial_map.domain.errors import SourceError
from territorial_map.readers import Flaw, FlawKind, Row
from territorial_map.readers.column_names import matched
from tests.readers.book_variants import SHEET, each_part, rewritten
from tests.readers.field_files import cells, read


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    fill(book)
    book.close()
    return content.getvalue()


def test_a_row_that_only_lacks_last_cells_is_read() -> None:
    _, rows = read(
        "l.csv", "Structure;adresse;cp;ville\nA synthétique;1 rue\nB synthétique;;01560\n"
    )

    assert [cells(row) for row in rows] == [
        ["A synthétique", "1 rue", "", ""],
        ["B synthétique", "", "01560", ""],
    ]


def test_a_row_cut_elsewhere_is_said_with_all_its_cells() -> None:
    _, (row,) = read("l.csv", "Structure;adresse;cp;ville\n56789;CITY TWO\n")

    assert isinstance(row, Flaw)
    assert (row.kind, row.cells) == (FlawKind.TOO_SHORT, ("56789", "CITY TWO"))


def test_a_long_row_whose_cells_are_in_their_columns_is_read_and_keeps_the_rest() -> None:
    _, (row,) = read("l.csv", "Structure;adresse;cp;ville\nA;1 rue;01560;Vernoux;extra\n")

    assert isinstance(row, Row)
    assert (cells(row), row.beyond) == (["A", "1 rue", "01560", "Vernoux"], ("extra",))


def test_a_long_row_whose_cells_have_moved_is_said() -> None:
    _, (row,) = read("l.csv", "Structure;adresse;cp;ville\nA; et B;1 rue;01560;Vernoux\n")

    assert isinstance(row, Flaw)
    assert row.cells == ("A", " et B", "1 rue", "01560", "Vernoux")


def test_a_long_row_spoils_no_quoted_row_after_it() -> None:
    _, rows = read(
        "l.csv",
        "Structure;adresse;cp;ville\nA;1 rue;01560;Vernoux\nB;2 rue;42000;Saint-Etienne;x\n"
        'C;"3 rue\nbâtiment";01330;Villars\nD;4 rue;01000;Bourg\n',
    )

    assert [cells(row)[0] for row in rows] == ["A", "B", "C", "D"]
    assert cells(rows[2])[1] == "3 rue\nbâtiment"


GROUPED = """Annuaire;;;;
Structure;;Localisation;;Contact
Nom;SIRET;CP;Ville;Tél.
A synthétique;;01560;Vernoux;04 74 47 04 70
"""


FIVE = {"name": "Nom", "siret": "SIRET", "postcode": "CP", "commune": "Ville", "phone": "Tél."}


@pytest.mark.parametrize(
    ("content", "understood"),
    [
        (GROUPED, FIVE),
        (
            "Nom;SIRET;Localisation;\n;;CP;Commune\nA synthétique;;01560;Vernoux\n",
            {"name": "Nom", "siret": "SIRET", "postcode": "CP", "commune": "Commune"},
        ),
        (
            "Structure;;Contact;\nNom;Ville;Nom;Prénom\nA synthétique;Vernoux;Exemple;Ada\n",
            {"name": "Structure – Nom", "commune": "Ville"},
        ),
    ],
)
def test_two_header_rows_are_read_together(content: str, understood: dict[str, str]) -> None:
    table, (row,) = read("l.csv", content)

    assert matched(table.columns) == understood
    assert cells(row)[0] == "A synthétique"


def test_a_first_row_of_content_is_no_second_header() -> None:
    table, (row,) = read("l.csv", "Nom;Type;Ville\nAssociation;Structure;Paris\n")

    assert table.columns == ("Nom", "Type", "Ville")
    assert cells(row) == ["Association", "Structure", "Paris"]


def test_a_column_of_hours_is_no_column_of_dates() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nom", "Ouverture", "Depuis"])
        sheet.write_row(1, 0, ["Tiers-lieu synthétique"])
        sheet.write_number(1, 1, 0.375, book.add_format({"num_format": "h:mm"}))
        sheet.write_number(1, 2, 45992, book.add_format({"num_format": "d mmm yy"}))

    _, (row,) = read("l.xlsx", workbook(fill))

    assert cells(row) == ["Tiers-lieu synthétique", "0.375", "2025-12-01"]


def test_what_merged_cells_say_holds_for_the_rows_below() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Département", "Structure", "Ville"])
        sheet.merge_range(1, 0, 2, 0, "Loire")
        sheet.write_row(1, 1, ["A synthétique", "Roanne"])
        sheet.write_row(2, 1, ["B synthétique", "Feurs"])
        sheet.write_row(3, 0, ["Ain", "C synthétique", "Bourg"])

    _, rows = read("l.xlsx", workbook(fill))

    assert [cells(row)[0] for row in rows] == ["Loire", "Loire", "Ain"]


def test_a_header_merged_downwards_beside_a_group_is_whole() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 3, "Annuaire synthétique")
        sheet.merge_range(1, 0, 2, 0, "Nom")
        sheet.merge_range(1, 1, 2, 1, "SIRET")
        sheet.merge_range(1, 2, 1, 3, "Localisation")
        sheet.write_row(2, 2, ["CP", "Commune"])
        sheet.write_row(3, 0, ["A synthétique", "", "01560", "Vernoux"])

    table, (row,) = read("l.xlsx", workbook(fill))

    assert table.columns == ("Nom", "SIRET", "CP", "Commune")
    assert cells(row) == ["A synthétique", "", "01560", "Vernoux"]


def test_formulas_give_the_value_of_their_last_calculation_and_are_counted() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nom", "SIREN", "NIC", "SIRET", "Site"])
        sheet.write_row(1, 0, ["A synthétique", "807469317", "00018"])
        sheet.write_formula(1, 3, "=B2&C2", None, "80746931700018")
        sheet.write_formula(1, 4, '=HYPERLINK("http://exemple.fr","site")', None, "")

    table, (row,) = read("l.xlsx", workbook(fill))

    assert cells(row)[3:] == ["80746931700018", "http://exemple.fr"]
    assert table.formulas.cached == {3: 1}


def test_a_formula_that_was_never_calculated_is_counted_by_its_column() -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    sheet.append(["Nom", "Total"])
    sheet.append(["A synthétique", "=1+1"])
    content = io.BytesIO()
    book.save(content)

    table, _ = read("l.xlsx", content.getvalue())

    assert table.formulas.without == {1: 1}


def test_a_formula_whose_result_is_an_empty_text_was_calculated() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nom", "Ville"])
        sheet.write_row(1, 0, ["A synthétique"])
        sheet.write_formula(1, 1, '=IF(A2="","",X!B2)', None, "")

    as_text = each_part(lambda part: part.replace('<c r="B2">', '<c r="B2" t="str">'), SHEET)
    table, (row,) = read("l.xlsx", rewritten(workbook(fill), as_text))

    assert cells(row) == ["A synthétique", ""]
    assert (table.formulas.cached, table.formulas.without) == ({1: 1}, {})


def test_numbers_dates_and_zeros_of_a_workbook_are_read_as_shown() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nom", "CP", "SIRET", "Créée le", "Vrai"])
        sheet.write(1, 0, "A synthétique")
        sheet.write_number(1, 1, 1560, book.add_format({"num_format": "00000"}))
        sheet.write_number(1, 2, 80746931700018)
        sheet.write_number(1, 3, 43536, book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_boolean(1, 4, True)

    _, (row,) = read("l.xlsx", workbook(fill))

    assert cells(row)[1:] == ["01560", "80746931700018", "2019-03-12", "oui"]


def test_a_list_of_objects_is_a_table() -> None:
    _, rows = read("l.json", orjson.dumps([{"Nom": "A", "Ville": "Pau"}, {"Nom": "B", "n": 1}]))

    assert [cells(row) for row in rows] == [["A", "Pau", ""], ["B", "", "1"]]


def test_a_workbook_with_entities_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            '<!DOCTYPE w [<!ENTITY a "aaaa">]><workbook><sheets><sheet name="&a;"/></sheets>'
            "</workbook>",
        )

    with pytest.raises(SourceError, match="entités"):
        read("l.xlsx", content.getvalue())
