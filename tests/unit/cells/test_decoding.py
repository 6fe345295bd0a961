"""Letters that a program decoded wrongly, and right text, which is never touched."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.cells import cell_text, put_right, shown_text
from territorial_map.settings import data_folder

# No French word ends in « Â », nor holds « ÔÇ ».
FRENCH = st.text(
    "abcdeilnostuABCDEILNOSTU éèêëàâäçùûüôöîïœÉÈÊËÀÂÄÇÙÛÜÔÖÎÏŒ’«»–…°'-.0123456789²"
).map(lambda text: text.replace("Â", "ÂT").replace("ÔÇ", "Ô"))
# What Windows-1252 leaves unassigned is read as Latin-1, or not at all.
READ_AS = ("latin-1", "mac_roman", "cp850")


def windows(text: str) -> str:
    told = (bytes([each]).decode("cp1252", errors="ignore") or chr(each) for each in text.encode())
    return "".join(told)


@given(FRENCH)
def test_right_text_never_changes(text: str) -> None:
    assert put_right(text) == text


@given(FRENCH)
def test_wrong_letters_are_what_they_were(text: str) -> None:
    read = [text.encode().decode(each) for each in READ_AS]

    assert {put_right(each) for each in (windows(text), *read)} == {text}


@given(FRENCH)
def test_letters_decoded_wrongly_twice_are_what_they_were(text: str) -> None:
    assert put_right(windows(windows(text))) == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ESAT AlizÃ©", "ESAT Alizé"),
        ("ÃŽle-de-France", "Île-de-France"),
        ("l’ÃŽle Ã  vÃ©lo", "l’Île à vélo"),
        ("dÃ©jÃ vu", "déjà vu"),
        ("Atelier dâ€™insertion", "Atelier d’insertion"),
        ("AlizÃƒÂ©", "Alizé"),
        ("AlizeÌ\x81 synthÃ©tique", "Alizé synthétique"),
        ("Les Ateliers D\x92Ailleurs", "Les Ateliers D’Ailleurs"),
        ("04Â 72Â\xa000", "04 72 00"),
        ("Aliz√© et l‚Äô√Æle", "Alizé et l’île"),
        ("Saint-├ëtienne", "Saint-Étienne"),
        ("Å’uvre, cÅ“ur", "Œuvre, cœur"),
    ],
)
def test_a_cell_is_read_with_its_letters_put_right(wrong: str, right: str) -> None:
    assert cell_text(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        *("CHÂTEAU DE L’ÂGE D’OR", "SOCIÉTÉ²", "MARCHÉ»", "SÃO PAULO", "IRMÃ", "PÂTÉ © 2024"),
        *("Ôter", "Ångström", "√ 9 ≈ 3", "A¬B", "Noël ® & Cie", "Møre", "FORÊT °", "N° 3 – 4 €"),
    ],
)
def test_a_right_text_that_looks_odd_is_left(text: str) -> None:
    assert put_right(text) == text


def test_every_cell_of_the_sources_is_right_but_for_control_characters() -> None:
    cells: set[str] = set()
    for path in sorted((data_folder("data") / "sources").glob("*.csv")):
        with Path(path).open(encoding="utf-8", newline="") as file:
            cells.update(cell for row in csv.reader(file) for cell in row if not cell.isascii())

    assert len(cells) > 3_000
    assert [cell for cell in sorted(cells) if put_right(cell) != cell] == [
        "ESAT LES ATELIERS D\x92ALANVIE"
    ]


@given(
    FRENCH.map(lambda text: text.replace("Â", "A")),
    st.sampled_from("\ufeff\u200b\u200d\u2060\u00ad\u202a\u202c\u2066\u2069\u061c"),
)
def test_marks_that_nobody_sees_say_nothing(text: str, mark: str) -> None:
    assert shown_text(mark.join(["", *text, ""])) == shown_text(text)
