"""A link carries a profile whole."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.terms import Audience, Scope, Trait
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalForm,
    PlaceType,
    Sector,
    SizeBand,
)
from territorial_map.services.practices.profile_query import profile_from_query, profile_query


def one(terms: type[Term]) -> st.SearchStrategy[Term | None]:
    return st.none() | st.sampled_from(list(terms))


def some(terms: type[Term]) -> st.SearchStrategy[tuple[Term, ...] | None]:
    return st.none() | st.lists(st.sampled_from(list(terms)), max_size=3, unique=True).map(tuple)


profiles = st.builds(
    PracticeProfile,
    kind=one(Kind),
    legal_form=one(LegalForm),
    devices=some(Device),
    place_types=some(PlaceType),
    sectors=some(Sector),
    size_band=one(SizeBand),
    scope=one(Scope),
    audiences=some(Audience),
    traits=some(Trait),
    commune=st.none() | st.sampled_from(["26281", "Romans-sur-Isère", "L’Haÿ-les-Roses & co"]),
)


@given(profiles)
def test_a_profile_comes_back_from_its_link(profile: PracticeProfile) -> None:
    assert profile_from_query(parse_qs(profile_query(profile))) == profile


def test_parameters_of_other_uses_are_left_alone() -> None:
    assert profile_from_query({"lang": ["fr"], "view": ["list"]}) == PracticeProfile()


@pytest.mark.parametrize(
    ("parameters", "named"),
    [({"kind": ["ptce", "ess_actor"]}, "kind"), ({"traits": ["rich"]}, "traits")],
)
def test_a_wrong_answer_is_named(parameters: dict[str, list[str]], named: str) -> None:
    with pytest.raises(BadParameter) as refused:
        profile_from_query(parameters)

    assert refused.value.parameter == named
