"""Which practices concern an organisation, how much, in which role, and why."""

import math
from dataclasses import dataclass

from territorial_map.domain.practices.catalogue import Practice, PracticeCatalogue
from territorial_map.domain.practices.criteria import CriterionVerdict, judge, with_implied_traits
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.reasons import Reason, reasons_for
from territorial_map.domain.practices.rules import RoleRule, RuleBook
from territorial_map.domain.practices.surroundings import UNKNOWN_SURROUNDINGS, Surroundings
from territorial_map.domain.practices.terms import Role

IMPOSED_RELEVANCE = 0.02
"""Relevance of what the status already requires: shown to those who look for it, never first."""


@dataclass(frozen=True, slots=True)
class PracticeLink:
    """A practice tied to an organisation; ``relevance`` in [0, 1], rounded to a thousandth."""

    practice_id: str
    role: Role
    relevance: float
    reasons: tuple[Reason, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.relevance <= 1:
            raise ValueError(f"{self.practice_id}: relevance {self.relevance} outside [0, 1]")
        if not self.reasons:
            raise ValueError(f"{self.practice_id}: a link needs a reason")


def link_practices(
    profile: PracticeProfile,
    catalogue: PracticeCatalogue,
    rules: RuleBook,
    surroundings: Surroundings = UNKNOWN_SURROUNDINGS,
    declared: frozenset[str] = frozenset(),
) -> tuple[PracticeLink, ...]:
    """Every practice that is not excluded, most relevant first, then by id.

    ``declared`` holds the ids of practices that the organisation itself declares; a declaration
    lifts the exclusions, since it is a fact.
    """
    known = with_implied_traits(profile, rules)
    links = [
        _link(practice, rules, known, surroundings, declared=practice.id in declared)
        for practice in catalogue.practices
        if practice.id in declared or not rules.rules[practice.id].forbids(known)
    ]
    return tuple(sorted(links, key=lambda link: (-link.relevance, link.practice_id)))


def relevance_of(general: float, verdicts: tuple[CriterionVerdict, ...]) -> float:
    """Combine a practice's general weight and its criteria as odds (naive Bayes).

    ``general`` is the prior; a criterion that cannot tell adds nothing, so that an unknown fact
    and an absent criterion give the same relevance. The general weight is what keeps a practice
    that suits everyone below one that the facts call for.
    """
    log_odds = math.log(general / (1 - general)) + sum(each.log_odds for each in verdicts)
    return round(1 / (1 + math.exp(-log_odds)), 3)


def _link(
    practice: Practice,
    rules: RuleBook,
    profile: PracticeProfile,
    surroundings: Surroundings,
    *,
    declared: bool,
) -> PracticeLink:
    rule = rules.rules[practice.id]
    verdicts = tuple(judge(fit, profile, surroundings) for fit in rule.fits)
    role_rule = rule.role_for(profile)
    relevance = relevance_of(practice.general, verdicts)
    if role_rule is not None and role_rule.imposed:
        relevance = min(relevance, IMPOSED_RELEVANCE)
    return PracticeLink(
        practice.id,
        _role(role_rule, declared=declared),
        relevance,
        reasons_for(practice, verdicts, role_rule, rules.phrases, surroundings),
    )


def _role(rule: RoleRule | None, *, declared: bool) -> Role:
    if declared:
        return Role.DECLARED
    return Role.COULD_ADOPT if rule is None else rule.role
