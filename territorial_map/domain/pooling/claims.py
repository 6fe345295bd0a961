"""Needs and resources of a profile, declared or inferred by a rule, with what they rest on."""

from dataclasses import dataclass, replace
from functools import lru_cache

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.conditions import all_hold, unknown_among
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.rulebook import ClaimRule, Rulebook, Side
from territorial_map.domain.vocabulary import PoolingCategory

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
    that inferred it, or read it in the organisation's own words when ``declared``.
    """

    side: Side
    strength: float | None
    low: float
    declared: bool = False
    rule: str | None = None
    reason: Sentence | None = None


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
        return Claim(side, 1.0, 1.0, declared=True, reason=_DECLARED[side])
    low, best = 0.0, Claim(side, None, 0.0)
    for rule in rulebook.rules.get((category, side), ()):
        unknown = unknown_among(rule.conditions, profile)
        if unknown is None:
            continue
        strength = rule.strength * rule.if_unknown**unknown
        low = max(low, 0.0 if unknown else rule.strength)
        if strength > (best.strength or 0.0):
            best = _claim(rule, strength, profile, sure=not unknown)
    return Claim(side, best.strength, low, best.declared, best.rule, best.reason)


def _claim(rule: ClaimRule, strength: float, profile: PoolingProfile, *, sure: bool) -> Claim:
    reason = rule.reason
    if rule.declared:
        words = [t for t in profile.says if all_hold(rule.conditions, replace(profile, says=(t,)))]
        told = ", ".join(words)
        reason = Sentence(f"il met en commun «{NBSP}{told}{NBSP}»", f"it pools “{told}”")
    elif not sure:
        reason = Sentence(
            f"{reason.fr} – {_SIZE_UNKNOWN.fr}",
            f"{reason.en} – {_SIZE_UNKNOWN.en}",
        )
    return Claim(rule.side, strength, 0.0, rule.declared, rule.code, reason)
