"""A criterion of feasibility, as one value: everything that is said or done about it follows."""

from collections.abc import Callable
from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.rulebook import CategoryFrame, Rulebook

Valued = Callable[[PoolingProfile, PoolingProfile, CategoryFrame, Rulebook], float | None]
Reasoned = Callable[[Facts, Facts, CategoryFrame, Rulebook], Sentence | None]


@dataclass(frozen=True, slots=True)
class Learning:
    """A fact that one may learn of an organisation, and what it would change.

    ``unknown`` gives the values that it may turn out to have, none once it is known; ``told`` is
    the profile that has learnt one, and ``if_learned`` opens the sentence about it, « Si … ».
    """

    code: str
    label: Sentence
    unknown: Callable[[PoolingProfile], tuple[str, ...]]
    told: Callable[[PoolingProfile, str], PoolingProfile]
    if_learned: Callable[[str, str], Sentence]


@dataclass(frozen=True, slots=True)
class PoolingCriterion:
    """One thing that two organisations are compared by, when distance and claims are apart.

    ``weight`` is its part in the mean of a category, 0 where the category does not count it;
    ``value`` is in [0, 1], ``None`` when it cannot tell, and never below ``least`` when it can.
    ``reason`` is its sentence, ``None`` where there is nothing to say; ``lesson`` what one
    may learn for it, ``None`` where it reads only what is taken as told. ``by_declaration`` says
    in which categories what either still declares may raise a known value to 1.
    """

    code: str
    label: Sentence
    weight: Callable[[CategoryFrame], float]
    least: Callable[[CategoryFrame], float]
    value: Valued
    reason: Reasoned
    lesson: Learning | None
    by_declaration: Callable[[CategoryFrame], bool] = lambda _: False
