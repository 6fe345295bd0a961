"""Needs and resources of a profile, declared or inferred by a rule, with what they rest on."""

from dataclasses import dataclass, replace
from functools import lru_cache

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.conditions import all_hold, unknown_among
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.rulebook import ClaimRule, Rulebook, Side
from territorial_map.domain.vocabulary import PoolingCategory

# What a source tells of an organisation; its device, kind or form alone says what it is like.
KNOWN_FACTS = frozenset({"sector", "size", "place_type", "says"})
_DECLARED = {
    Side.NEED: Sentence("besoin déclaré", "declared need"),
    Side.RESOURCE: Sentence("ressource déclarée", "declared resource"),
}
_SIZE_UNKNOWN = Sentence(
    f"indice faible{NBSP}: effectif, secteur ou statut inconnu",
    "weak sign: staff, sector or status unknown",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A need or a resource; ``strength`` ``None`` means that nothing tells.

    ``low`` is what stays of it whatever the unknown facts turn out to be. ``rule`` names the rule
    that inferred it, or read it in the organisation's own words when ``declared``. ``known`` says
    that it is declared or rests on a known fact: a trade, a size, a sort of place; a device, a kind
    or a legal form alone does not make one. A known rule tells the reason before a stronger guess.
    """

    side: Side
    strength: float | None
    low: float
    declared: bool = False
    rule: str | None = None
    reason: Sentence | None = None
    known: bool = False

    @property
    def is_told(self) -> bool:
        """True for a need or an offer that is declared as such, not read in other words."""
        return self.declared and self.rule is None


@lru_cache(maxsize=200_000)
def claim_of(
    profile: PoolingProfile, category: PoolingCategory, side: Side, rulebook: Rulebook
) -> Claim:
    """The strongest claim of a profile for one side of a category.

    Each condition that cannot be told takes a rule down to ``if_unknown`` of its strength, and to
    nothing in ``low``. A PTCE known to have ended claims nothing.
    """
    if profile.ended:
        return Claim(side, None, 0.0)
    if category in (profile.needs if side is Side.NEED else profile.resources):
        return Claim(side, 1.0, 1.0, declared=True, reason=_DECLARED[side], known=True)
    low, strongest, best = 0.0, 0.0, Claim(side, None, 0.0)
    for rule in rulebook.rules.get((category, side), ()):
        unknown = unknown_among(rule.conditions, profile)
        if unknown is None:
            continue
        strength = rule.strength * rule.if_unknown**unknown
        low = max(low, 0.0 if unknown else rule.strength)
        strongest = max(strongest, strength)
        known = not unknown and _is_known(rule, profile, rulebook.thresholds.known)
        if (known, strength) > (best.known, best.strength or 0.0):
            best = _claim(rule, strength, profile, sure=not unknown, known=known)
    return replace(best, strength=strongest or None, low=low)


def _is_known(rule: ClaimRule, profile: PoolingProfile, least: float) -> bool:
    """True for a rule that reads a known fact, and is likely enough.

    A word that a pole says counts only with the pole's own trade.
    """
    if rule.declared and not profile.sectors:
        return False
    read = {condition.field for condition in rule.conditions if not condition.negated}
    return rule.by_object or (not read.isdisjoint(KNOWN_FACTS) and rule.strength >= least)


def _claim(
    rule: ClaimRule, strength: float, profile: PoolingProfile, *, sure: bool, known: bool
) -> Claim:
    reason = rule.reason
    if rule.declared:
        words = [t for t in profile.says if all_hold(rule.conditions, replace(profile, says=(t,)))]
        told = ", ".join(words)
        reason = Sentence(f"il met en commun «{NBSP}{told}{NBSP}»", f"it pools “{told}”")
    elif not sure:
        reason = _SIZE_UNKNOWN  # what the rule says holds of a size or a form that is known
    return Claim(rule.side, strength, 0.0, rule.declared, rule.code, reason, known)
