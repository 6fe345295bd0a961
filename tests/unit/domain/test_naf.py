"""NAF codes: read as registers and people write them, and never told without their nomenclature."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.naf import (
    NAF_2025,
    NafNomenclature,
    compact_naf,
    naf_code,
    naf_in_words,
)

codes = st.builds(
    "{:04d}{}".format, st.integers(1, 9999), st.sampled_from(string.ascii_uppercase)
).filter(lambda code: code != "0000Z")
kept = st.builds("{}{}".format, st.sampled_from(("", NAF_2025)), codes)


@given(kept)
def test_what_a_record_keeps_is_read_again_as_it_is(code: str) -> None:
    assert compact_naf(code) == code
    assert compact_naf(f"  {code.lower()} ") == code


@given(kept)
def test_a_code_is_told_with_its_nomenclature_and_never_its_mark(code: str) -> None:
    told = naf_code(code)
    assert told is not None
    assert told.code.replace(".", "") == code.removeprefix(NAF_2025)
    assert (told.nomenclature is NafNomenclature.NAF_2025) == code.startswith(NAF_2025)
    words = naf_in_words(code) or ""
    assert told.nomenclature.label in words
    assert NAF_2025 not in words


@given(st.text(max_size=30))
def test_any_cell_gives_a_code_or_nothing(cell: str) -> None:
    found = compact_naf(cell)
    assert (naf_code(cell) is None) == (not found)
    assert found == "" or found[-5:-1].isdecimal()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("88.10C", "8810C"),
        ("88 10 C", "8810C"),
        ("8810C Aide par le travail", "8810C"),
        ("APE : 8810C", "8810C"),
        ("NAF rév. 2 : 88.10C", "8810C"),
        ("NAF 2025 : 88.10Y", "NAF25:8810Y"),
        ("NAF2025:8810Y", "NAF25:8810Y"),
        ("naf25:88.10y", "NAF25:8810Y"),
    ],
)
def test_the_ways_people_write_a_code(cell: str, code: str) -> None:
    assert compact_naf(cell) == code


@pytest.mark.parametrize(
    "cell", ["", "[ND]", "00.00Z", "741G", "74.1G", "88.10", "88", "C", "8810CZ", "8810C1", "ESAT"]
)
def test_what_is_no_code_of_either_nomenclature_is_none(cell: str) -> None:
    assert compact_naf(cell) == ""
    assert naf_code(cell) is None
    assert naf_in_words(cell) is None
