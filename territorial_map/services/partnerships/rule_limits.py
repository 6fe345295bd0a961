"""What no pooling rule may say, whatever an officer writes in ``rules.toml``."""

from territorial_map.domain.pooling.rulebook import ClaimRule, Side
from territorial_map.domain.vocabulary import Device, PoolingCategory
from territorial_map.services.partnerships.toml_entries import Entry

_SHARE_JOBS = {Device.EMPLOYERS_GROUP.value, Device.GEIQ.value}
_PLACES = {"place_type", "partner_type", "says"}
_STAFF_SIZES = {"micro", "small", "medium", "large"}
_UNKNOWN_SIZE_CEILING = 0.25


def refuse_banned(rule: ClaimRule, entry: Entry) -> None:
    """Refuse the stereotypes that would make the product unusable.

    Workers of an ESAT or a SIAE are no resource for shared jobs; branches (of a bank, of anyone)
    are no premises, only places, landlords and authorities are; no trade is read off a protected
    or integration device; a need that rests on staff is weak when the staff is unknown.

    Raises:
        SourceError: the rule says one of these.
    """
    values = {c.field: c.values for c in rule.conditions if not c.negated}
    key = rule.category, rule.side
    if key == (PoolingCategory.SHARED_JOBS, Side.RESOURCE) and not (
        rule.declared or ("device" in values and values["device"] <= _SHARE_JOBS)
    ):
        entry.refuse("when", "seul un groupement d’employeurs ou un GEIQ partage des emplois.")
    if key == (PoolingCategory.PREMISES_AND_LAND, Side.RESOURCE) and _PLACES.isdisjoint(values):
        entry.refuse(
            "when", "des locaux s’offrent par un lieu ou un partenaire, jamais une agence."
        )
    kept = rule.strength * rule.if_unknown
    if _STAFF_SIZES & values.get("size", frozenset()) and kept > _UNKNOWN_SIZE_CEILING:
        entry.refuse("if_unknown", "sans effectif connu, un besoin reste faible (0,25 au plus).")
