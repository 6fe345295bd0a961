"""What the reading of a list says of itself: every repair and every cell not understood, by column.

The list is synthetic.
"""

import pytest

from territorial_map.domain.cells import Doubt
from territorial_map.domain.matching.terms import Why
from territorial_map.readers import Upload
from territorial_map.services.matching.list_files import read_list
from territorial_map.services.matching.list_report import list_report

HEADER = "Structure;SIRET;Code postal;Code INSEE;Ville;Pays;Lat;Lon;Téléphone;Site;Créée en"
CELLS = {
    "SIRET": ("807469317.00018,0", Doubt.NUMBER_REPAIRED),
    "Code postal": ("420001", Doubt.POSTCODE_UNREAD),
    "Code INSEE": ("Roanne", Doubt.COMMUNE_CODE_UNREAD),
    "Pays": ("Syldavie", Doubt.COUNTRY_UNREAD),
    "Téléphone": ("à demander", Doubt.PHONE_UNREAD),
    "Site": ("https//exemple.fr", Doubt.WEBSITE_REPAIRED),
    "Créée en": ("03/13/2019", Doubt.DATE_AMERICAN),
}


def doubts(content: str) -> dict[tuple[str, str], tuple[int, list[str]]]:
    report = list_report(read_list(Upload("l.csv", content.encode())))
    return {
        (each["column"], each["code"]): (
            each["count"],
            [example["value"] for example in each["examples"]],
        )
        for each in report["doubts"]
    }


def test_a_row_whose_cells_have_moved_is_kept_apart_as_unreadable() -> None:
    read = read_list(
        Upload(
            "l.csv", b"Structure;adresse;cp;ville\nA; et B;1 rue;01560;Vernoux\nC;;01000;Bourg\n"
        )
    )

    assert [line.apart for line in read.lines] == [Why.UNREADABLE, None]
    assert read.lines[0].cells == ("A", " et B", "1 rue", "01560", "Vernoux")


def row(**cells: str) -> str:
    told = dict.fromkeys(HEADER.split(";"), "") | {"Structure": "A synthétique"} | cells
    return ";".join(told.values()) + "\n"


@pytest.mark.parametrize("column", CELLS)
def test_a_cell_repaired_or_not_understood_is_told_with_three_examples(column: str) -> None:
    cell, doubt = CELLS[column]
    rows = "".join(row(**{column: cell}) for _ in range(5))

    assert doubts(f"{HEADER}\n{rows}") == {(column, doubt.value): (5, [cell] * 3)}


@pytest.mark.parametrize(
    ("lat", "lon", "doubt"),
    [
        ("4.39", "45.44", Doubt.POINT_SWAPPED),
        ("40.4", "-3.7", Doubt.POINT_ABROAD),
        ("6483200", "808800", Doubt.POINT_IN_METRES),
        ("ici", "là", Doubt.POINT_UNREADABLE),
    ],
)
def test_coordinates_put_right_or_left_out_are_told(lat: str, lon: str, doubt: Doubt) -> None:
    told = doubts(f"{HEADER}\n{row(Lat=lat, Lon=lon)}")

    assert told == {("Lat", doubt.value): (1, [f"{lat} ; {lon}"])}


@pytest.mark.parametrize(
    "cells",
    [
        {"SIRET": "807 469 317 00018", "Code postal": "42", "Pays": "FRANCE"},
        {"SIRET": "80746931700018", "Code postal": "Roanne", "Code INSEE": "42187"},
        {"Code postal": "1000", "Lat": "45.44", "Lon": "4.39", "Pays": "BE"},
        {"Code postal": "2A000", "Code INSEE": "2a004"},
    ],
)
def test_what_is_understood_as_it_stands_raises_no_doubt(cells: dict[str, str]) -> None:
    assert doubts(f"{HEADER}\n{row(**cells)}") == {}


def test_how_the_file_is_written_is_told() -> None:
    content = (
        "Nom;Ville;Ville;CP\nRégie synthétique;Roanne;;42300;de trop\n".encode()
        + "Épicerie synthétique;Feurs;;42110\n".encode("cp1252")
    )

    notes = read_list(Upload("l.csv", content)).notes

    assert [note.split("\u00a0")[0].split(" ligne")[0] for note in notes] == [
        "1",
        "Colonnes de même nom",
        "1",
    ]
    assert "Windows-1252" in notes[0]
    assert "« Ville »".replace(" ", "\u00a0") in notes[1]
    assert "après la dernière colonne" in notes[2]
