"""Rules as values: how far each fact of a profile speaks for a practice, and what forbids it."""

from collections.abc import Mapping
from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.terms import PracticeCriterion, Role, Trait
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import LegalForm


@dataclass(frozen=True, slots=True)
class Fit:
    """How far the values of one criterion speak for a practice.

    ``values`` maps codes to 0..1: 1 speaks fully for it, 0 fully against, 0.5 neither way.
    ``others`` is for any value not listed; None means that such a value tells nothing.
    ``weight`` is in log-odds. ``from_guide`` holds the codes that an example of the guide has.
    """

    criterion: PracticeCriterion
    values: Mapping[str, float]
    weight: float
    others: float | None = None
    from_guide: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        told = [*self.values.values(), *([] if self.others is None else [self.others])]
        if any(not 0 <= value <= 1 for value in told):
            raise ValueError(f"{self.criterion}: a value lies outside 0..1")
        if self.weight <= 0:
            raise ValueError(f"{self.criterion}: a weight must be above zero")

    def code_in(self, term: Term) -> str | None:
        """The code under which the table knows a term: its own, else its legal family."""
        if term.value in self.values:
            return term.value
        family = term.family.value if isinstance(term, LegalForm) else None
        return family if family in self.values else None


@dataclass(frozen=True, slots=True)
class PracticeCondition:
    """Met when the profile has one of the codes (a legal family counts as a code)."""

    criterion: PracticeCriterion
    codes: frozenset[str]

    def met_by(self, profile: PracticeProfile) -> bool:
        """True only when the profile says so; what is not known never meets a condition."""
        return self.term_met(profile) is not None

    def term_met(self, profile: PracticeProfile) -> Term | None:
        """The first term of the profile that meets the condition."""
        for term in profile.terms(self.criterion) or ():
            family = term.family.value if isinstance(term, LegalForm) else None
            if term.value in self.codes or family in self.codes:
                return term
        return None


@dataclass(frozen=True, slots=True)
class RoleRule:
    """When an organisation stands to a practice otherwise than ``could_adopt``.

    ``imposed`` says that its status already requires the practice: shown as embodied, never
    recommended, whatever else speaks for it.
    """

    role: Role
    when: tuple[PracticeCondition, ...]
    why: Sentence
    imposed: bool = False

    def applies(self, profile: PracticeProfile) -> bool:
        """True when one of its conditions is met."""
        return any(condition.met_by(profile) for condition in self.when)


@dataclass(frozen=True, slots=True)
class PracticeRule:
    """All that is judged for one practice."""

    practice_id: str
    fits: tuple[Fit, ...]
    never: tuple[PracticeCondition, ...] = ()
    roles: tuple[RoleRule, ...] = ()

    def forbids(self, profile: PracticeProfile) -> bool:
        """True when the practice makes no sense for such a body."""
        return any(condition.met_by(profile) for condition in self.never)

    def role_for(self, profile: PracticeProfile) -> RoleRule | None:
        """The first role rule that applies; an imposed one goes before any other."""
        ordered = sorted(self.roles, key=lambda rule: not rule.imposed)
        return next((rule for rule in ordered if rule.applies(profile)), None)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The clauses that open a reason: by code, and per criterion when nothing matches."""

    told: Mapping[tuple[PracticeCriterion, str], Sentence]
    unmatched: Mapping[PracticeCriterion, Sentence]
    unknown: Mapping[PracticeCriterion, Sentence]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of every practice, the phrases, and the traits that a legal form implies."""

    rules: Mapping[str, PracticeRule]
    phrases: Phrases
    implied_traits: Mapping[LegalForm, tuple[Trait, ...]]
