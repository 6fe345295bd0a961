"""Folding: what each character becomes, and that terms are equal to their codes everywhere."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Kind


def by_definition(text: str) -> str:
    """Ligatures opened, decomposed, accents off; then words of letters and digits alone."""
    for ligature, letters in (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ß", "ss")):
        text = text.replace(ligature, letters)
    opened = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(c for c in opened if not unicodedata.combining(c))
    return " ".join(re.findall("[a-z0-9]+", bare))


@given(st.text())
@example("L’Œuvre — Saint-Étienne")
@example("E\u0301cole n° 2, ½ £ ﬁn ΟΔΟΣ")
def test_a_text_folds_as_defined(text: str) -> None:
    plain = re.sub(r"(?<=[A-Z]) (?=[A-Z])", ",", text.replace(".", ","))  # acronyms apart

    assert fold(plain) == by_definition(plain)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_term_is_found_by_its_code_in_a_set() -> None:
    assert Kind.PTCE.value in frozenset(Kind)
    assert hash(Kind.PTCE) == hash(Kind.PTCE.value)


@pytest.mark.parametrize(
    "name",
    [
        "E.S.A.T. A.D.A.P.E.I. 42",
        "ESAT ADAPEI 42",
        "E S A T ADAPEI 42",
        "E. S. A. T. A.D.A.P.E.I 42",
    ],
)
def test_dotted_and_spaced_acronyms_fold_like_plain_ones(name: str) -> None:
    assert fold(name) == "esat adapei 42"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("M. J. Dupont", "m j dupont"),
        ("ACCES A L EMPLOI", "acces a l emploi"),
        ("www.a.fr", "www a fr"),
        ("St. Denis", "st denis"),
        ("ESAT L'A.D.A.P.T.", "esat l adapt"),
    ],
)
def test_other_letters_stay_apart(name: str, folded: str) -> None:
    assert fold(name) == folded
