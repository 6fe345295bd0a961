"""What a row tells: numbers checked by their keys, mended only as something to compare."""

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from territorial_map.domain.identifiers import parse_siret
from territorial_map.domain.matching.list_row import given_row
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
