"""A criterion stands in one module: scores, reasons and lessons follow from its one value."""

from dataclasses import replace

import pytest

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.criteria import catalogue
from territorial_map.domain.pooling.criteria.criterion import Learning, PoolingCriterion
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.partnership import score_pair
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.pooling.weighing import NEED, RESOURCE, learnings, turning_point
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import someone

RULES = KNOWLEDGE.pooling
CATEGORY = PoolingCategory.EQUIPMENT
NEEDS = frozenset({CATEGORY})


def counting(code: str, weight: float) -> Rulebook:
    """The project's rules, with a criterion more in a category; made afresh each time."""
    frame = replace(RULES.frame(CATEGORY), counts=((code, weight),))
    frames = RULES.frames | {CATEGORY: frame}
    return Rulebook(frames, RULES.rules, RULES.sectors, RULES.thresholds, RULES.groups, RULES.worth)


def overseas_alike(code: str = "synthetic") -> PoolingCriterion:
    """A synthetic criterion: both overseas, or neither."""
    return PoolingCriterion(
        code=code,
        label=Sentence("Critère synthétique", "Synthetic criterion"),
        weight=lambda frame: frame.weight_of(code),
        least=lambda _: 0.0,
        value=lambda a, b, _, __: float(a.overseas == b.overseas),
        reason=lambda *_: Sentence("critère synthétique rempli.", "synthetic criterion met."),
        lesson=Learning(
            code,
            Sentence("le critère synthétique", "the synthetic criterion"),
            lambda profile: () if profile.overseas else ("yes",),
            lambda profile, _: replace(profile, overseas=True),
            lambda name, _: Sentence(f"Si {name} l’apprend", f"If {name} learns it"),
        ),
    )


def test_codes_and_lessons_are_told_apart() -> None:
    codes = [criterion.code for criterion in catalogue.CRITERIA]
    lessons = [NEED, RESOURCE, *(each.code for each in learnings())]

    assert codes
    assert len(codes) == len(set(codes))
    assert len(lessons) == len(set(lessons))


def test_a_criterion_that_no_category_counts_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a, b = someone("a", needs=NEEDS), someone("b", needs=NEEDS)
    before = score_pair(a, b, CATEGORY, RULES)
    monkeypatch.setattr(catalogue, "CRITERIA", (*catalogue.CRITERIA, overseas_alike("unused")))

    after = score_pair(a, b, CATEGORY, counting("other", 1.0))

    assert before is not None
    assert after is not None
    assert after.score == before.score


def test_a_criterion_that_a_category_counts_is_weighed_told_and_learned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(catalogue, "CRITERIA", (*catalogue.CRITERIA, overseas_alike()))
    here, there = someone("a", needs=NEEDS), someone("b", needs=NEEDS, overseas=True)
    light, heavy = counting("synthetic", 0.5), counting("synthetic", 4.0)

    lightly, heavily = (score_pair(here, there, CATEGORY, rules) for rules in (light, heavy))
    alone = score_pair(here, there, CATEGORY, RULES)

    assert lightly is not None
    assert heavily is not None
    assert alone is not None
    feasible = [p.weighing.feasibility.used for p in (alone, lightly, heavily)]
    assert feasible == sorted(feasible, reverse=True)
    assert len(set(feasible)) == 3
    assert "synthétique rempli" in reasons_of(lightly, light).feasibility.fr
    assert "synthetic" in {each.code for each in learnings()}


def test_what_a_criterion_would_learn_is_among_what_would_change_the_score(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(catalogue, "CRITERIA", (*catalogue.CRITERIA, overseas_alike()))
    known = PoolingProfile(
        Kind.ESS_ACTOR, needs=frozenset({CATEGORY}), resources=frozenset({CATEGORY})
    )
    far = replace(known, overseas=True)

    turn = turning_point(known, far, CATEGORY, counting("synthetic", 50.0))

    assert turn is not None
    assert turn.lesson.subject == "synthetic"
    assert turn.lesson.of_a
