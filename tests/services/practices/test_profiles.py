"""Typed profiles: one or many, with a commune or not, and what is wrong with a wrong one."""

import pytest

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.knowledge import Knowledge
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.concerned_practices import (
    point_of_commune,
    practices_for_profile,
)
from territorial_map.services.practices.profiles import answer_profiles, profile_from


def test_a_list_is_answered_one_by_one_in_its_order(knowledge: Knowledge) -> None:
    profiles = [{"legal_form": "scop"}, {"devices": ["esat"]}]

    together = answer_profiles(profiles, knowledge.practices)

    assert together == [answer_profiles(each, knowledge.practices) for each in profiles]


def test_a_commune_brings_its_surroundings(
    knowledge: Knowledge, small_edition: OpenEdition
) -> None:
    profile = profile_from({"legal_form": "association", "commune": "Romans-sur-Isère"})

    near = practices_for_profile(small_edition, knowledge.practices, profile)
    nowhere = practices_for_profile(None, knowledge.practices, profile)

    assert [each.name for each in near.surroundings.spaces or ()] == [
        "Tiers-lieu L’Œuvre synthétique"
    ]
    assert nowhere.surroundings.spaces is None


@pytest.mark.parametrize(
    "text", ["26281", "Romans-sur-Isère", "romans sur isere", "ROMANS-SUR-ISERE"]
)
def test_a_commune_is_known_by_code_or_whole_name(small_edition: OpenEdition, text: str) -> None:
    point = point_of_commune(small_edition, text)

    assert point is not None
    assert (point.lon, point.lat) == (5.05, 45.04)


def test_an_overseas_commune_without_polygon_is_accepted(small_edition: OpenEdition) -> None:
    assert point_of_commune(small_edition, "97801") is None


def test_an_unknown_commune_is_refused(small_edition: OpenEdition) -> None:
    with pytest.raises(BadParameter, match="commune inconnue"):
        point_of_commune(small_edition, "Romans")


def test_an_unknown_key_lists_the_accepted_ones(knowledge: Knowledge) -> None:
    with pytest.raises(BadParameter) as refused:
        answer_profiles({"form": "scop"}, knowledge.practices)

    assert refused.value.value == "form"
    assert "legal_form" in refused.value.allowed


def test_a_wrong_value_in_a_list_says_which_profile(knowledge: Knowledge) -> None:
    with pytest.raises(BadParameter) as refused:
        answer_profiles([{}, {"devices": ["saei"]}], knowledge.practices)

    assert refused.value.parameter == "[1].devices"
    assert "esat" in refused.value.allowed


@pytest.mark.parametrize("value", ["scop", 3, None])
def test_what_is_no_object_is_refused(knowledge: Knowledge, value: object) -> None:
    with pytest.raises(BadParameter, match="objet JSON"):
        answer_profiles(value, knowledge.practices)
