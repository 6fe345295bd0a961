"""Folding: what each character becomes, and that terms are equal to their codes everywhere."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Kind

ARTICLED = ("adapt", "ahso", "apei", "apf", "esat")


def by_definition(text: str) -> str:
    """Ligatures opened, decomposed, accents off; then words of letters and digits alone."""
    for ligature, letters in (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ß", "ss")):
        text = text.replace(ligature, letters)
    opened = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(c for c in opened if not unicodedata.combining(c))
    return " ".join(re.findall("[a-z0-9]+", bare))


LETTERS_APART = st.text("aeldptAELDPT.' -", max_size=24)


@given(st.text() | LETTERS_APART)
@example("L’Œuvre — Saint-Étienne")
@example("E\u0301cole n° 2, ½ £ ﬁn ΟΔΟΣ")
def test_a_text_folds_as_defined_but_for_the_letters_that_stand_apart(text: str) -> None:
    defined, folded = by_definition(text), fold(text)
    whole = {word for word in defined.split() if len(word) > 1 and not word.endswith(ARTICLED)}

    assert folded.replace(" ", "") == defined.replace(" ", "")
    assert whole <= set(folded.split())


@given(st.text() | LETTERS_APART)
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


WRITINGS = {
    "ladapt": (
        "LADAPT|ladapt|L’ADAPT|l'Adapt|L ADAPT|L.A.D.A.P.T.|L.A.D.A.P.T|L A D A P T|l a d a p t|"
        "L. A. D. A. P. T.|L’A.D.A.P.T.|l’ a.d.a.p.t"
    ),
    "l adapei": "l’ADAPEI|L’A.D.A.P.E.I.|LADAPEI|L.A.D.A.P.E.I.|L A D A P E I|l'A D A P E I",
    "apf": "APF|A.P.F.|a.p.f|A P F|a p f|A-P-F|A. P. F.",
    "ea la lys": "EA La Lys|E.A. La Lys|E.A La Lys|E A La Lys|E. A. La Lys",
    "l arche": "L’Arche|l arche|L' ARCHE",
}


@pytest.mark.parametrize(
    ("folded", "written"), [(f, one) for f, told in WRITINGS.items() for one in told.split("|")]
)
def test_an_acronym_folds_alike_in_all_its_writings(folded: str, written: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("M. J. Dupont", "m j dupont"),
        ("ACCES A L EMPLOI", "acces a l emploi"),
        ("www.a.fr", "www a fr"),
        ("St. Denis", "st denis"),
        ("les ami.e.s de Coop’cinelles", "les ami e s de coop cinelles"),
        ("Bâtiment A", "batiment a"),
        ("Larche", "larche"),
    ],
)
def test_other_letters_stay_apart(name: str, folded: str) -> None:
    assert fold(name) == folded
