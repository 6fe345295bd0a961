"""Numbers at one typing error: the short way against every number that can be tried."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.identifiers import parse_siren, parse_siret
from territorial_map.domain.matching.repairs import repairs_of

_DIGIT = st.sampled_from("0123456789")
_PARSERS = {9: parse_siren, 14: parse_siret}


def _at_one_error(digits: str) -> Iterator[str]:
    """Every number of digits at one error, by definition."""
    for n in range(len(digits) + 1):
        for digit in "0123456789":
            yield digits[:n] + digit + digits[n + 1 :]
            yield digits[:n] + digit + digits[n:]
        yield digits[:n] + digits[n + 1 :]
        yield digits[:n] + digits[n : n + 2][::-1] + digits[n + 2 :]


@given(length=st.sampled_from([9, 14]), more=st.integers(-2, 2), data=st.data())
def test_repairs_are_every_valid_number_at_one_error(
    length: int, more: int, data: st.DataObject
) -> None:
    start = data.draw(st.sampled_from(["", "356000000", "35600000", "356000001", "807469317"]))
    size = length + more
    rest = data.draw(st.lists(_DIGIT, min_size=size, max_size=size))
    digits = (start + "".join(rest))[:size]

    tried = {number for number in _at_one_error(digits) if len(number) == length}

    assert repairs_of(digits, length) == {n for n in tried if _PARSERS[length](n)}


@pytest.mark.parametrize("cell", ["8O7469317", "80746931l7", "807.469.31", "SIREN 80746931"])
def test_letters_that_look_like_digits_are_read_and_others_left(cell: str) -> None:
    assert "807469317" in repairs_of(cell, 9)
