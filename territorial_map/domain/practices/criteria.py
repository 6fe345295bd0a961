"""Criteria: small pure functions from facts to 0..1, None when they cannot tell."""

from dataclasses import dataclass, replace

from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.rules import Fit, RuleBook
from territorial_map.domain.practices.surroundings import Nearby, Surroundings
from territorial_map.domain.practices.terms import PracticeCriterion, Trait
from territorial_map.domain.term import Term


@dataclass(frozen=True, slots=True)
class CriterionVerdict:
    """What one criterion says: ``value`` in 0..1 or None.

    ``term`` is the fact of the profile that decided, None when none of its facts is in the table;
    ``known`` tells a silent table from a silent profile.
    """

    fit: Fit
    value: float | None
    term: Term | None = None
    known: bool = True

    @property
    def from_guide(self) -> bool:
        """True when an example of the guide has the deciding fact."""
        return self.term is not None and self.fit.code_in(self.term) in self.fit.from_guide

    @property
    def log_odds(self) -> float:
        """What the criterion adds: nothing at 0.5, its weight at 1, minus its weight at 0."""
        return 0.0 if self.value is None else self.fit.weight * (2 * self.value - 1)


def judge(fit: Fit, profile: PracticeProfile, surroundings: Surroundings) -> CriterionVerdict:
    """Apply one criterion."""
    if fit.criterion.is_territorial:
        value = territory_value(fit.criterion, surroundings)
        return CriterionVerdict(fit, value, known=value is not None)
    return judge_profile(fit, profile)


def judge_profile(fit: Fit, profile: PracticeProfile) -> CriterionVerdict:
    """The best value among the profile's facts on the criterion."""
    terms = profile.terms(fit.criterion)
    if terms is None:
        return CriterionVerdict(fit, None, known=False)
    best: CriterionVerdict | None = None
    for term in terms:
        code = fit.code_in(term)
        if code is not None and (best is None or fit.values[code] > (best.value or 0)):
            best = CriterionVerdict(fit, fit.values[code], term)
    if best is not None:
        return best
    if fit.criterion in profile.partial:
        return CriterionVerdict(fit, None, known=False)
    return CriterionVerdict(fit, fit.others)


def territory_value(criterion: PracticeCriterion, surroundings: Surroundings) -> float | None:
    """1 when the sources know someone near; None otherwise, since thin registers prove nothing."""
    if criterion is PracticeCriterion.MIX_NEAR:
        return 1.0 if surroundings.article_9_mix else None
    tied = criterion is PracticeCriterion.SUPPLIERS_NEAR and surroundings.suppliers_tied
    return 1.0 if tied or neighbours(criterion, surroundings) else None


def neighbours(criterion: PracticeCriterion, surroundings: Surroundings) -> tuple[Nearby, ...]:
    """The organisations that a territorial criterion names."""
    found = {
        PracticeCriterion.SUPPLIERS_NEAR: surroundings.suppliers,
        PracticeCriterion.SPACES_NEAR: surroundings.spaces,
        PracticeCriterion.MIX_NEAR: surroundings.mix,
        PracticeCriterion.PEERS_NEAR: surroundings.peers,
    }[criterion]
    return found or ()


def with_implied_traits(profile: PracticeProfile, rules: RuleBook) -> PracticeProfile:
    """Add the traits that the legal form implies, when the profile lists none of its own."""
    if profile.traits is not None or profile.legal_form is None:
        return profile
    implied: tuple[Trait, ...] = rules.implied_traits.get(profile.legal_form, ())
    if not implied:
        return profile
    return replace(profile, traits=implied, partial=profile.partial | {PracticeCriterion.TRAITS})
