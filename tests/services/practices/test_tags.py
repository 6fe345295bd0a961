"""What an organisation keeps of its links, on profiles of every shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.tags import (
    ADOPTED_FROM,
    ADOPTED_MOST,
    PRACTICE_IDS,
    PracticeTag,
    tags_of,
)
from territorial_map.domain.practices.terms import Role, Trait
from territorial_map.domain.vocabulary import Device, Kind, LegalForm, Sector
from territorial_map.services.practices.answers import links_for_profile

profiles = st.builds(
    PracticeProfile,
    kind=st.none() | st.sampled_from(list(Kind)),
    legal_form=st.none() | st.sampled_from(list(LegalForm)),
    devices=st.none() | st.tuples(st.sampled_from(list(Device))),
    sectors=st.none() | st.tuples(st.sampled_from(list(Sector))),
    traits=st.none() | st.tuples(st.sampled_from(list(Trait))),
)


@given(profiles)
def test_tags_are_links_in_their_order(knowledge: Knowledge, profile: PracticeProfile) -> None:
    links = links_for_profile(profile, knowledge.practices)
    ranked = [(link.practice_id, link.role, link.relevance) for link in links]

    tags = [(tag.practice_id, tag.role, tag.relevance) for tag in tags_of(links)]

    assert [link for link in ranked if link in tags] == tags


@given(profiles)
def test_few_practices_to_adopt_are_kept_and_none_that_is_improbable(
    knowledge: Knowledge, profile: PracticeProfile
) -> None:
    tags = tags_of(links_for_profile(profile, knowledge.practices))
    adopted = [tag for tag in tags if tag.role is Role.COULD_ADOPT]

    assert len(adopted) <= ADOPTED_MOST
    assert all(tag.relevance >= ADOPTED_FROM for tag in adopted)


@given(profiles)
def test_whoever_stands_for_a_practice_keeps_it(
    knowledge: Knowledge, profile: PracticeProfile
) -> None:
    links = links_for_profile(profile, knowledge.practices)
    standing = {link.practice_id for link in links if link.role is not Role.COULD_ADOPT}

    kept = {tag.practice_id for tag in tags_of(links) if tag.role is not Role.COULD_ADOPT}

    assert kept == standing


def test_a_body_of_which_nothing_is_known_has_no_tag(knowledge: Knowledge) -> None:
    links = links_for_profile(PracticeProfile(), knowledge.practices)

    assert tags_of(links) == ()


def test_the_filter_knows_every_practice_of_the_guide(knowledge: Knowledge) -> None:
    guide = tuple(practice.id for practice in knowledge.practices.catalogue.practices)

    assert guide == PRACTICE_IDS


@pytest.mark.parametrize(("practice_id", "relevance"), [("27", 0.5), ("p27", 1.5)])
def test_a_tag_refuses_nonsense(practice_id: str, relevance: float) -> None:
    with pytest.raises(ValueError, match=practice_id):
        PracticeTag(practice_id, Role.EMBODIES, relevance)
