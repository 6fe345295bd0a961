"""Two profiles weighed for a category: everything of a score that distance does not change.

Many organisations share a profile, so the answers are remembered; a score is a weighing times
proximity to a fixed power, and within one profile it never rises with distance.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from territorial_map.domain.pooling.criteria import catalogue
from territorial_map.domain.pooling.criteria.criterion import Learning
from territorial_map.domain.pooling.criteria.legal_family import LEGAL_FAMILY
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.parts import (
    Meeting,
    ScorePart,
    feasibility_of,
    feasibility_used,
    fit_of,
    meetings,
)
from territorial_map.domain.pooling.rulebook import CategoryFrame, Mode, Rulebook
from territorial_map.domain.vocabulary import (
    PoolingCategory,
)

NEED, RESOURCE = "need", "resource"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One fact to learn or declare, of the first organisation or of the second.

    ``subject`` is ``need``, ``resource``, or the code of something to learn (``LEARNINGS``).
    """

    of_a: bool
    subject: str
    value: str

    def told_to(self, profile: PoolingProfile) -> PoolingProfile:
        """The profile once the fact is known."""
        if self.subject == NEED:
            return replace(profile, needs=profile.needs | {PoolingCategory(self.value)})
        if self.subject == RESOURCE:
            return replace(profile, resources=profile.resources | {PoolingCategory(self.value)})
        return learning_of(self.subject).told(profile, self.value)


def learnings() -> tuple[Learning, ...]:
    """Every fact that one may learn of an organisation: the criteria's, then its legal family."""
    lessons = (criterion.lesson for criterion in catalogue.CRITERIA)
    return (*(lesson for lesson in lessons if lesson is not None), LEGAL_FAMILY)


def learning_of(code: str) -> Learning:
    """What may be learned under a code."""
    return next(each for each in learnings() if each.code == code)


@dataclass(frozen=True, slots=True)
class Weighing:
    """Fit and feasibility of two profiles, and ``weight``, their share of the score.

    ``weight`` is ``None`` when the fit cannot be told; ``low`` and ``high`` bound the true one.
    """

    meeting: Meeting
    fit: ScorePart
    feasibility: ScorePart
    weight: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Turn:
    """What would change a weighing most, and the weight then."""

    lesson: Lesson
    weight: float


@lru_cache(maxsize=200_000)
def weigh(
    a: PoolingProfile, b: PoolingProfile, category: PoolingCategory, rulebook: Rulebook
) -> Weighing:
    """Weigh two profiles for a category; the same for (a, b) and (b, a) but for who gives."""
    frame = rulebook.frame(category)
    fit, meeting = fit_of(meetings(a, b, category, rulebook))
    feasibility = feasibility_of(a, b, frame, rulebook)
    weight = _product(fit.used, feasibility.used, frame)
    return Weighing(
        meeting,
        fit,
        feasibility,
        None if fit.value is None else weight,
        min(weight, _product(fit.low, feasibility.low, frame)),
        max(weight, _product(fit.high, feasibility.high, frame)),
    )


def weight_with(
    fit: float, a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> float:
    """The ``weight`` of ``weigh`` for two profiles whose fit is known, without its reasons."""
    return _product(fit, feasibility_used(a, b, frame, rulebook), frame)


def _product(fit: float, feasibility: float, frame: CategoryFrame) -> float:
    powers = frame.weights
    return float(fit**powers.fit * feasibility**powers.feasibility)


@lru_cache(maxsize=100_000)
def turning_point(
    a: PoolingProfile, b: PoolingProfile, category: PoolingCategory, rulebook: Rulebook
) -> Turn | None:
    """The one fact whose learning or declaring would change the weighing most, if any would.

    A fact after which nothing could be told any more has no score to announce: it is left out.
    Declarations come first among equals, then the first organisation's facts.
    """
    now = weigh(a, b, category, rulebook).weight or 0.0
    best: Turn | None = None
    widest = 0.0
    for lesson in _lessons(a, b, category, rulebook.frame(category).modes):
        pair = (lesson.told_to(a), b) if lesson.of_a else (a, lesson.told_to(b))
        then = weigh(*pair, category, rulebook)
        width = abs((then.weight or 0.0) - now)
        if then.weight is not None and width > widest:
            best, widest = Turn(lesson, then.weight), width
    return best


def _lessons(
    a: PoolingProfile, b: PoolingProfile, category: PoolingCategory, modes: tuple[Mode, ...]
) -> list[Lesson]:
    declarations = [NEED]
    if Mode.FOR_EACH_OTHER in modes:
        declarations.append(RESOURCE)
    lessons = []
    for of_a in (True, False):
        lessons += [Lesson(of_a, subject, category.value) for subject in declarations]
    for of_a, profile in ((True, a), (False, b)):
        lessons += [Lesson(of_a, e.code, v) for e in learnings() for v in e.unknown(profile)]
    return lessons
