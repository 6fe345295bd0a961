"""What a row tells: numbers checked by their keys, mended only as something to compare."""

import pytest
from hypothesis import assume
from hypothesis import given as any_of
from hypothesis import strategies as st

from territorial_map.domain.identifiers import parse_siren, parse_siret
from territorial_map.domain.matching.list_row import Given, given_row
from territorial_map.domain.matching.terms import Warned

SIRET = "80746931700018"


@pytest.mark.parametrize(
    "cell",
    [SIRET, "807 469 317 00018", "807.469.317-00018", "807\u00a0469\u202f317 00018", f"{SIRET}.0"],
)
def test_a_siret_is_read_however_it_is_spaced(cell: str) -> None:
    row = given_row(2, {"siret": cell})

    assert (row.siret, row.siren, row.warnings) == (SIRET, SIRET[:9], ())


def test_the_zeros_that_a_spreadsheet_dropped_come_back() -> None:
    assert given_row(2, {"siren": "5580501"}).siren == "005580501"
    assert given_row(2, {"siret": "558050100012"}).siret == "00558050100012"
    assert given_row(2, {"siret": "552049601234"}).siret is None


def test_numbers_in_each_other_s_column_are_read_as_what_they_are() -> None:
    assert given_row(2, {"siren": SIRET}).siret == SIRET
    assert given_row(2, {"siret": SIRET[:9]}).siren == SIRET[:9]


@any_of(st.integers(0, 13), st.integers(1, 9))
def test_a_wrong_digit_is_caught_and_the_right_number_is_among_the_repairs(
    place: int, shift: int
) -> None:
    digits = list(SIRET)
    digits[place] = str((int(digits[place]) + shift) % 10)

    row = given_row(2, {"siret": "".join(digits)})

    assert row.siret is None
    assert Warned.SIRET_WRONG in row.warnings
    assert SIRET in row.near_sirets


@any_of(st.dictionaries(st.sampled_from(["name", "siret", "siren", "finess", "rna"]), st.text()))
def test_no_cell_is_too_odd_to_be_read(cells: dict[str, str]) -> None:
    row = given_row(2, cells)

    assert row.siret is None or parse_siret(row.siret) == row.siret
    assert row.siren is None or row.siret is None or row.siret.startswith(row.siren)


def test_what_stands_for_nothing_tells_nothing() -> None:
    assert given_row(2, {"name": " #N/D ", "siret": "-", "commune": "Lille"}).tells_nothing


def test_a_wrong_siren_may_have_been_one_that_a_digit_mends() -> None:
    row = given_row(2, {"siren": "807469318"})

    assert (row.siren, row.siren_told) == (None, None)
    assert SIRET[:9] in row.near_sirens
    assert row.near_sirets == ()
    assert row.warnings == (Warned.SIREN_WRONG,)


def test_a_wrong_siret_keeps_the_siren_that_it_begins_with() -> None:
    row = given_row(2, {"siret": "80746931700019"})

    assert row.siren is None
    assert row.near_sirens == (SIRET[:9],)
    assert SIRET in row.near_sirets
    assert list(row.near_sirets) == sorted(set(row.near_sirets))


def test_a_cell_of_several_numbers_tells_them_all_and_chooses_none() -> None:
    sirets = given_row(2, {"siret": "38851843300049 ou 77569338500525"})
    sirens = given_row(2, {"siren": "807469317 / 775544083"})

    assert (sirets.siret, sirets.near_sirets) == (None, ("38851843300049", "77569338500525"))
    assert sirets.warnings == (Warned.SIRET_SEVERAL,)
    assert (sirens.siren, sirens.near_sirens) == (None, ("807469317", "775544083"))
    assert sirens.warnings == (Warned.SIREN_SEVERAL,)


@pytest.mark.parametrize(
    "wrong",
    [
        "8X746931700018",
        "8074693170018",
        "807469317000018",
        "80746931700081",
        "08746931700018",
    ],
)
def test_a_typing_error_of_any_kind_is_mended(wrong: str) -> None:
    """A letter for a digit, one missing, one too many, two swapped at either end."""
    assert SIRET in given_row(2, {"siret": wrong}).near_sirets


def test_a_number_too_far_from_any_is_not_mended() -> None:
    assert given_row(2, {"siret": "807469317000"}).near_sirets == ()
    assert given_row(2, {"siret": "8074693170001800"}).near_sirets == ()


def test_a_siren_told_beside_a_siret_is_kept_for_what_it_says() -> None:
    row = given_row(2, {"siret": SIRET, "siren": "775544083"})

    assert (row.siret, row.siren, row.siren_told) == (SIRET, SIRET[:9], "775544083")


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "Régie"},
        {"acronym": "RQ"},
        {"id": "siae:1"},
        {"siret": SIRET},
        {"siren": SIRET[:9]},
        {"finess": "260000450"},
        {"rna": "W263001234"},
        {"siret": "80746931700019"},
    ],
)
def test_a_name_or_a_number_alone_tells_something(cells: dict[str, str]) -> None:
    assert not given_row(2, cells).tells_nothing


def test_every_field_of_a_place_is_given_to_matching() -> None:
    cells = {
        "commune_code": "26281",
        "postcode": "26100",
        "commune": "Romans-sur-Isère",
        "department_code": "26",
        "region": "Auvergne-Rhône-Alpes",
        "country": "France",
        "lat": "45.05",
        "lon": "5.05",
        "address": "1 rue synthétique",
        "phone": "0474470470",
    }
    row = given_row(7, cells)

    assert row.line == 7
    assert (row.commune_code, row.postcode, row.city) == ("26281", "26100", "Romans-sur-Isère")
    assert (row.department, row.region, row.country) == ("26", "Auvergne-Rhône-Alpes", "France")
    assert (row.lat, row.lon, row.address) == ("45.05", "5.05", "1 rue synthétique")
    assert row.phone == "04 74 47 04 70"


def test_a_row_of_empty_cells_is_one_of_which_nothing_is_known() -> None:
    assert given_row(7, {}) == Given(7)


@any_of(st.integers(0, 99_999_999), st.integers(0, 7))
def test_two_digits_of_a_siren_swapped_anywhere_are_swapped_back(number: int, at: int) -> None:
    right = next(s for d in range(10) if (s := parse_siren(f"{number:08}{d}")) or d == 9)
    assume(right is not None)
    assert right is not None
    wrong = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
    assume(parse_siren(wrong) is None)

    near = given_row(2, {"siren": wrong}).near_sirens

    assert right in near
    assert {len(each) for each in near} == {9}
