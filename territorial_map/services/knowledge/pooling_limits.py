"""What no pooling rule may say, whatever an officer writes in ``rules.toml``."""

from typing import NamedTuple

from territorial_map.domain.pooling.rulebook import ClaimRule, Side
from territorial_map.domain.vocabulary import Device, PoolingCategory

_SHARE_JOBS = {Device.EMPLOYERS_GROUP.value, Device.GEIQ.value}
_PLACES = {"place_type", "partner_type", "says"}
_STAFF_SIZES = {"micro", "small", "medium", "large"}
_UNKNOWN_SIZE_CEILING = 0.25


class Banned(NamedTuple):
    """The key of a rule that says what none may, and why none may."""

    key: str
    problem: str


def why_banned(rule: ClaimRule) -> Banned | None:
    """The stereotype that a rule says, one of those that would make the product unusable.

    Workers of an ESAT or a SIAE are no resource for shared jobs; branches (of a bank, of anyone)
    are no premises, only places, landlords and authorities are; no trade is read off a protected
    or integration device; a need that rests on staff is weak when the staff is unknown.
    """
    values = {c.field: c.values for c in rule.conditions if not c.negated}
    key = rule.category, rule.side
    if key == (PoolingCategory.SHARED_JOBS, Side.RESOURCE) and not (
        rule.declared or ("device" in values and values["device"] <= _SHARE_JOBS)
    ):
        return Banned("when", "seul un groupement d’employeurs ou un GEIQ partage des emplois.")
    if key == (PoolingCategory.PREMISES_AND_LAND, Side.RESOURCE) and _PLACES.isdisjoint(values):
        problem = "des locaux s’offrent par un lieu ou un partenaire, jamais une agence."
        return Banned("when", problem)
    kept = rule.strength * rule.if_unknown
    if _STAFF_SIZES & values.get("size", frozenset()) and kept > _UNKNOWN_SIZE_CEILING:
        problem = "sans effectif connu, un besoin reste faible (0,25 au plus)."
        return Banned("if_unknown", problem)
    return None
