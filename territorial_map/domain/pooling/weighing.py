"""Two profiles weighed for a category: everything of a score that distance does not change.

Many organisations share a profile, so the answers are remembered; a score is a weighing times
proximity to a fixed power, and within one profile it never rises with distance.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

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
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import (
    LegalFamily,
    LegalForm,
    PoolingCategory,
    Sector,
    SizeBand,
)


class Subject(Term):
    """What one may learn of an organisation, or ask it to declare."""

    NEED = "need", "un besoin"
    RESOURCE = "resource", "une ressource"
    SIZE = "size", "l’effectif"
    SECTOR = "sector", "l’activité"
    LEGAL_FAMILY = "legal_family", "le statut juridique"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One fact to learn or declare, of the first organisation or of the second."""

    of_a: bool
    subject: Subject
    value: str

    def told_to(self, profile: PoolingProfile) -> PoolingProfile:
        """The profile once the fact is known."""
        if self.subject is Subject.NEED:
            return replace(profile, needs=profile.needs | {PoolingCategory(self.value)})
        if self.subject is Subject.RESOURCE:
            return replace(profile, resources=profile.resources | {PoolingCategory(self.value)})
        if self.subject is Subject.SIZE:
            return replace(profile, size=SizeBand(self.value))
        if self.subject is Subject.SECTOR:
            return replace(profile, sectors=frozenset({Sector(self.value)}))
        return replace(profile, legal_family=LegalFamily(self.value))


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


_TRADES = tuple(sector for sector in Sector if sector is not Sector.WORK_INTEGRATION)


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
    declarations = [Subject.NEED]
    if Mode.FOR_EACH_OTHER in modes:
        declarations.append(Subject.RESOURCE)
    lessons = []
    for of_a in (True, False):
        lessons += [Lesson(of_a, subject, category.value) for subject in declarations]
    for of_a, profile in ((True, a), (False, b)):
        lessons += [Lesson(of_a, s, v) for s, values in _unknown(profile) for v in values]
    return lessons


def _unknown(profile: PoolingProfile) -> list[tuple[Subject, tuple[str, ...]]]:
    found: list[tuple[Subject, tuple[str, ...]]] = []
    if profile.size is SizeBand.UNKNOWN:
        found.append((Subject.SIZE, tuple(b for b in SizeBand if b is not SizeBand.UNKNOWN)))
    if not profile.sectors:
        found.append((Subject.SECTOR, _TRADES))
    if profile.legal_family is LegalFamily.UNKNOWN and profile.legal_form is LegalForm.UNKNOWN:
        families = tuple(f for f in LegalFamily if f is not LegalFamily.UNKNOWN)
        found.append((Subject.LEGAL_FAMILY, families))
    return found
