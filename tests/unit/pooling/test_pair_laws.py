"""Laws of the score of a pair, on the rules that the product carries."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from territorial_map.domain.geo import Point
from territorial_map.domain.pooling.claims import claim_of
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import (
    Tier,
    may_be_proposed,
    score_pair,
    would_change,
)
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.pooling.rulebook import Mode, Side
from territorial_map.domain.pooling.weighing import NEED, RESOURCE, Lesson
from territorial_map.domain.vocabulary import PoolingCategory
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import scored
from tests.unit.pooling.strategies import categories, facts, hidden, pairs

RULES = KNOWLEDGE.pooling
Pair = tuple[Facts, Facts]


@settings(max_examples=300)
@given(pairs(), categories)
def test_a_score_lies_in_its_interval_and_both_in_0_1(
    pair: Pair, category: PoolingCategory
) -> None:
    found = scored(*pair, category)

    assert 0 <= found.low <= found.high <= 1
    assert found.score is None or found.low <= found.score <= found.high


@given(a=facts(), b=facts("b"), category=categories, together=st.booleans())
def test_a_pair_is_scored_exactly_where_it_may_be_proposed(
    a: Facts, b: Facts, category: PoolingCategory, *, together: bool
) -> None:
    poles = frozenset({"ptce:synthetic"}) if together else frozenset()
    a, b = replace(a, ptce_ids=a.ptce_ids | poles), replace(b, ptce_ids=b.ptce_ids | poles)

    assert (score_pair(a, b, category, RULES) is not None) == may_be_proposed(a, b)
    assert not (together and may_be_proposed(a, b))


@given(pairs(), categories)
def test_a_pair_scores_the_same_whoever_comes_first(pair: Pair, category: PoolingCategory) -> None:
    one, other = scored(*pair, category), scored(pair[1], pair[0], category)

    assert (one.score, one.low, one.high) == (other.score, other.low, other.high)
    assert (one.mode, one.tier) == (other.mode, other.tier)


@given(pairs(), categories, st.floats(0, 3), st.floats(0, 3))
def test_a_score_never_rises_with_distance(
    pair: Pair, category: PoolingCategory, east: float, further_east: float
) -> None:
    a, b = (replace(f, point=Point(1.0, 46.0)) for f in pair)
    near = scored(a, replace(b, point=Point(1 + east, 46)), category)
    far = scored(a, replace(b, point=Point(1 + east + further_east, 46)), category)

    assert (far.score or 0) <= (near.score or 0)
    assert (far.low, far.high) <= (near.low, near.high)


@given(pairs(), categories, st.sampled_from([NEED, RESOURCE]))
def test_a_score_never_falls_when_a_need_or_resource_is_declared(
    pair: Pair, category: PoolingCategory, subject: str
) -> None:
    a, b = pair
    declaring = replace(
        a, profile=Lesson(of_a=True, subject=subject, value=category.value).told_to(a.profile)
    )
    before, after = scored(a, b, category), scored(declaring, b, category)

    assert (after.score or 0) >= (before.score or 0)
    assert after.low >= before.low


@settings(max_examples=500)
@given(pairs(), categories, st.data())
def test_the_true_score_lies_in_the_interval_when_facts_are_hidden(
    pair: Pair, category: PoolingCategory, drawn: st.DataObject
) -> None:
    true = scored(*pair, category)
    seen = scored(drawn.draw(hidden(pair[0])), drawn.draw(hidden(pair[1])), category)

    assert seen.low <= (true.score or 0) + 1e-12
    assert (true.score or 0) <= seen.high + 1e-12


@settings(max_examples=200)
@given(pairs(), categories)
def test_the_announced_change_gives_exactly_the_announced_score(
    pair: Pair, category: PoolingCategory
) -> None:
    found = scored(*pair, category)
    change = would_change(found, RULES)
    if change is None:
        return
    told = [
        replace(f, profile=change.lesson.told_to(f.profile))
        if f.id == change.organisation_id
        else f
        for f in pair
    ]

    assert scored(told[0], told[1], category).score == change.score
    assert found.low <= change.score <= found.high


@given(pairs(), categories)
def test_a_pair_across_a_departement_border_scores_as_one_inside(
    pair: Pair, category: PoolingCategory
) -> None:
    a, b = replace(pair[0], department_code="18"), pair[1]
    inside = scored(a, replace(b, department_code="18"), category)
    across = scored(a, replace(b, department_code="36"), category)

    assert (across.score, across.low, across.high) == (inside.score, inside.low, inside.high)


@given(facts("a"), facts("b"), categories)
def test_sites_of_one_legal_person_are_never_paired(
    a: Facts, b: Facts, category: PoolingCategory
) -> None:
    site = replace(b, person_key=a.person_key)

    assert score_pair(a, site, category, RULES) is None
    assert score_pair(a, replace(b, other_ids=frozenset({a.id})), category, RULES) is None


@given(pairs(), categories, st.sampled_from(["ptce", "manager"]))
def test_an_existing_cooperation_is_never_proposed(
    pair: Pair, category: PoolingCategory, how: str
) -> None:
    tied = [
        replace(f, ptce_ids=frozenset({"ptce:x"}))
        if how == "ptce"
        else replace(f, manager_id="finess-ej:1")
        for f in pair
    ]

    assert score_pair(tied[0], tied[1], category, RULES) is None


@given(pairs(), categories)
def test_a_ptce_that_has_ended_is_never_proposed(pair: Pair, category: PoolingCategory) -> None:
    a, b = pair
    ended = replace(a, profile=replace(a.profile, ended=True))

    assert score_pair(ended, b, category, RULES) is None


@given(pairs(), categories)
def test_local_supply_is_never_together(pair: Pair, category: PoolingCategory) -> None:
    found = scored(*pair, category)

    assert category is not PoolingCategory.LOCAL_SUPPLY or found.mode is Mode.FOR_EACH_OTHER
    assert (found.giver_id is None) == (found.mode is Mode.TOGETHER)


@given(pairs(), categories)
def test_every_part_has_a_sentence_in_both_languages(pair: Pair, category: PoolingCategory) -> None:
    reasons = reasons_of(scored(*pair, category), RULES)

    for text in (reasons.fit, reasons.proximity, reasons.feasibility, reasons.ask):
        assert text.fr.endswith((".", "?"))
        assert text.en.endswith((".", "?"))


@given(pairs(), categories)
def test_without_a_place_facts_are_insufficient(pair: Pair, category: PoolingCategory) -> None:
    a, b = pair
    found = scored(a, replace(b, point=None, blur_km=None), category)

    assert found.tier is Tier.INSUFFICIENT
    assert dict(found.parts)["proximity"].value is None


@given(pairs(), categories, st.sampled_from(Side))
def test_a_claim_is_of_the_side_that_was_asked(
    pair: Pair, category: PoolingCategory, side: Side
) -> None:
    assert claim_of(pair[0].profile, category, side, RULES).side is side


@given(pairs(), categories)
def test_a_place_known_no_better_than_the_scale_is_to_be_asked(
    pair: Pair, category: PoolingCategory
) -> None:
    """At the scale itself already; what is strong needs known distances, and stays strong."""
    a, b = pair
    found = scored(a, replace(b, blur_km=RULES.frame(category).scale_km), category)

    assert found.tier is not Tier.EXPLORE
