"""The quick weight of two profiles, which the best are looked for with, is the explained one."""

from hypothesis import given

from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.weighing import weigh, weight_with
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.partnerships.profiles import ProfileClaims, strengths
from tests.known import KNOWLEDGE
from tests.unit.pooling.strategies import categories, profiles

RULES = KNOWLEDGE.pooling


@given(profiles(), profiles(), categories)
def test_the_quick_weight_is_the_explained_one(
    a: PoolingProfile, b: PoolingProfile, category: PoolingCategory
) -> None:
    frame = RULES.frame(category)
    own = ProfileClaims(*strengths(a, category, RULES))
    fit = own.fit_with(*strengths(b, category, RULES), frame.modes)

    explained = weigh(a, b, category, RULES)

    assert fit == explained.fit.used
    assert weight_with(fit, a, b, frame, RULES) == (explained.weight or 0.0)
