"""Browsing the catalogue: lists narrow, values widen, words are forgiving."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.vocabulary import LegalFamily, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.browsing import (
    Browsing,
    browse,
    browsing_from_query,
    heading_of,
    standing_counts,
)

some_browsing = st.builds(
    Browsing,
    themes=st.lists(st.integers(1, 8), max_size=2).map(tuple),
    families=st.lists(st.sampled_from(list(LegalFamily)), max_size=2).map(tuple),
    pooling=st.lists(st.sampled_from(list(PoolingCategory)), max_size=2).map(tuple),
    text=st.sampled_from(["", "jeunes", "label", "ressources locales"]),
)


@given(some_browsing, some_browsing)
def test_one_more_list_never_adds_a_practice(
    knowledge: Knowledge, one: Browsing, other: Browsing
) -> None:
    both = Browsing(one.themes, one.families, one.pooling, other.text)
    without_words = Browsing(one.themes, one.families, one.pooling)

    narrow = set(browse(knowledge.practices, both).practices)

    assert narrow <= set(browse(knowledge.practices, without_words).practices)


def test_nothing_asked_shows_the_whole_guide(knowledge: Knowledge) -> None:
    found = browse(knowledge.practices, Browsing())

    assert (len(found.practices), len(found.resources)) == (50, 2)


@pytest.mark.parametrize("text", ["tutorat", "TUTORATS", "tutor"])
def test_words_are_found_whatever_their_case_number_or_end(knowledge: Knowledge, text: str) -> None:
    found = browse(knowledge.practices, Browsing(text=text))

    assert "p44" in {practice.id for practice in found.practices}


def test_the_eighth_theme_has_no_example(knowledge: Knowledge) -> None:
    found = browse(knowledge.practices, Browsing(themes=(8,)))

    assert (found.practices, found.resources) == ((), ())


def test_a_wrong_family_lists_the_families(knowledge: Knowledge) -> None:
    with pytest.raises(BadParameter) as refused:
        browsing_from_query({"family": ["coop"]}, knowledge.practices)

    assert refused.value.allowed == LegalFamily.codes()


def test_a_heading_is_a_practice_or_a_resource_or_nothing(knowledge: Knowledge) -> None:
    assert heading_of(knowledge.practices, "p27").id == "p27"
    assert heading_of(knowledge.practices, "p51").id == "p51"
    with pytest.raises(NotFound, match="p01 à p52"):
        heading_of(knowledge.practices, "p53")


def test_those_who_stand_for_a_practice_are_counted_by_role(small_edition: OpenEdition) -> None:
    counts = standing_counts(small_edition)

    assert counts["p27"][Role.PARTNER_FOR] == 8
