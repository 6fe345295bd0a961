"""SIRET, SIREN, FINESS and RNA in every way that people and spreadsheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.cells import Doubt, read_finess, read_rna, read_siren, read_siret
from territorial_map.domain.identifiers import parse_siret


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("77569338501754,00", "77569338501754"),
        ("77554408300436.00", "77554408300436"),
        ("77554408300436.0", "77554408300436"),
        ("7,7554408300576E+13", "77554408300576"),
        ("7.7554408300576e13", "77554408300576"),
        ("8,628031000102E+12", "08628031000102"),
        ("8628031000102", "08628031000102"),
        ("8628031000102.0", "08628031000102"),
        ("'31900007100070", "31900007100070"),
        ('="30752392800108"', "30752392800108"),
        ("SIRET : 422 245 639 00030", "42224563900030"),
        ("452 310 253 / 00029", "45231025300029"),
        ("31402570100033.", "31402570100033"),
        ("N° 77568497000129", "77568497000129"),
        ("FR77568497000129", "77568497000129"),
        ("77568497000202 (siège)", "77568497000202"),
        ("77 568 497 000 202", "77568497000202"),
        ("775 684 970\u202f00202", "77568497000202"),
        ("775.684.970.00202", "77568497000202"),
        ("77568497000202 et 77568497000202", "77568497000202"),
    ],
)
def test_a_siret_is_read_in_all_its_writings(cell: str, number: str) -> None:
    assert read_siret(cell).value == number
    assert read_siret(cell).doubt is None


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("7,75544E+13", Doubt.SIRET_TRUNCATED),
        ("38851843300049 ou 77569338500525", Doubt.SIRET_SEVERAL),
        ("77569338501755", Doubt.SIRET_WRONG),
        ("en cours", Doubt.SIRET_WRONG),
    ],
)
def test_a_siret_that_cannot_be_trusted_says_why(cell: str, doubt: Doubt) -> None:
    assert (read_siret(cell).value, read_siret(cell).doubt) == (None, doubt)


def test_other_numbers_are_read_as_they_are_written() -> None:
    assert read_siren("FR 83 807469317").value == "807469317"
    assert read_siren("SIREN 807.469.317").value == "807469317"
    assert read_siren("5580501,00").value == "005580501"
    assert read_finess("10001261").value == "010001261"
    assert read_finess("FINESS : 2A0001234").value == "2A0001234"
    assert read_rna("n° w263 001 234").value == "W263001234"
    assert read_rna("W12").doubt is Doubt.RNA_WRONG


@pytest.mark.parametrize("cell", ["", None, "#N/D", "-", "nan"])
def test_a_blank_cell_is_no_doubt(cell: str | None) -> None:
    for read in (read_siret, read_siren, read_finess, read_rna):
        assert read(cell) == (None, None, "", ())


@given(st.text(max_size=40))
def test_whatever_is_read_as_a_siret_is_one(cell: str) -> None:
    value = read_siret(cell).value

    assert value is None or parse_siret(value) == value
