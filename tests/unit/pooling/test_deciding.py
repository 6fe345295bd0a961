"""The one question that would decide of a lead to ask about."""

from dataclasses import replace

from hypothesis import given

from territorial_map.domain.pooling.deciding import deciding_question
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Tier, score_pair
from territorial_map.domain.pooling.weighing import learnings, turning_point
from territorial_map.domain.vocabulary import Device, PoolingCategory, Sector
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import association, device
from tests.unit.pooling.strategies import categories, pairs

RULES = KNOWLEDGE.pooling


def question(a: Facts, b: Facts, category: PoolingCategory) -> tuple[Tier, str | None]:
    found = score_pair(a, b, category, RULES)
    assert found is not None
    told = deciding_question(found, RULES)
    return found.tier, told.fr.replace("\u00a0", " ") if told else None


@given(pairs(), categories)
def test_only_what_is_to_be_asked_has_a_question_and_always_has_one(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    tier, told = question(*pair, category)

    assert (told is not None) is (tier is Tier.INSUFFICIENT)


@given(pairs(), categories)
def test_every_fact_that_may_decide_has_its_question(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    a, b = (replace(one, blur_km=0.0) for one in pair)
    turn = turning_point(a.profile, b.profile, category, RULES)

    tier, told = question(a, b, category)

    assert {one.code for one in learnings()} <= {"sector", "size", "legal_family"}
    if tier is Tier.INSUFFICIENT and turn is not None and None not in {a.point, b.point}:
        assert (a if turn.lesson.of_a else b).name in (told or "")


def test_where_an_organisation_stands_comes_before_what_it_does() -> None:
    here = association("ici", sectors=frozenset({Sector.GREEN_SPACES}))
    vague = replace(device("esat", Device.ESAT, km=2), blur_km=60.0)

    assert question(here, vague, PoolingCategory.JOINT_BIDS) == (
        Tier.INSUFFICIENT,
        "Quelle est l’adresse de Structure esat ?",
    )
