"""A profile accepts every key as optional and nothing that is not on its lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.practices.profile import PROFILE_KEYS, PracticeProfile, parse_profile
from territorial_map.domain.practices.terms import Audience, Trait
from territorial_map.domain.vocabulary import Device, LegalForm


def test_an_empty_profile_knows_nothing() -> None:
    assert parse_profile({}) == PracticeProfile()


def test_a_profile_reads_codes() -> None:
    profile = parse_profile(
        {"legal_form": "cuma", "devices": [], "traits": ["members", "members"], "commune": "26113"}
    )

    assert profile.legal_form is LegalForm.CUMA
    assert profile.devices == ()
    assert profile.traits == (Trait.MEMBERS,)
    assert profile.commune == "26113"


@given(key=st.text().filter(lambda key: key not in PROFILE_KEYS))
def test_an_unknown_key_is_an_error_that_lists_the_allowed_ones(key: str) -> None:
    with pytest.raises(BadParameter) as caught:
        parse_profile({key: "association"})

    assert caught.value.allowed == PROFILE_KEYS
    assert "legal_form" in str(caught.value)


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("legal_form", "sarl", LegalForm.codes()),
        ("legal_form", None, LegalForm.codes()),
        ("legal_form", ["scop"], LegalForm.codes()),
        ("devices", ["esat", "cat"], Device.codes()),
        ("audiences", "youth", Audience.codes()),
        ("traits", [1], Trait.codes()),
    ],
)
def test_an_unknown_value_is_an_error_that_lists_the_allowed_ones(
    key: str, value: object, allowed: tuple[str, ...]
) -> None:
    with pytest.raises(BadParameter) as caught:
        parse_profile({key: value})

    assert caught.value.parameter == key
    assert caught.value.allowed == allowed


def test_a_commune_is_a_text() -> None:
    with pytest.raises(BadParameter, match="commune"):
        parse_profile({"commune": 26113})
