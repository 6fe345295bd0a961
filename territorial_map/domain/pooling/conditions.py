"""Conditions of pooling rules, answered yes, no, or cannot tell when the fact is unknown."""

from collections.abc import Callable
from dataclasses import dataclass

from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.term import Term
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    PartnerType,
    PlaceType,
    Sector,
    SizeBand,
)

# Closed list of each field a condition may read; ``None`` where values are free words.
FIELDS: dict[str, type[Term] | None] = {
    "kind": Kind,
    "device": Device,
    "place_type": PlaceType,
    "partner_type": PartnerType,
    "legal_form": LegalForm,
    "legal_family": LegalFamily,
    "ess_status": EssStatus,
    "sector": Sector,
    "size": SizeBand,
    "overseas": None,
    "says": None,
}


@dataclass(frozen=True, slots=True)
class PoolingCondition:
    """A field of the profile and the values that meet it; ``negated`` turns it round."""

    field: str
    values: frozenset[str]
    negated: bool = False

    def __post_init__(self) -> None:
        if self.field not in FIELDS or not self.values:
            raise ValueError(f"not a condition: {self.field} {sorted(self.values)}")

    def holds(self, profile: PoolingProfile) -> bool | None:
        """Whether the profile meets the condition; ``None`` when the fact is unknown."""
        met = _MEETS[self.field](profile, self.values)
        return met if met is None or not self.negated else not met


def all_hold(conditions: tuple[PoolingCondition, ...], profile: PoolingProfile) -> bool | None:
    """Whether every condition holds: no as soon as one fails, else unknown if one is unknown."""
    unknown = unknown_among(conditions, profile)
    return False if unknown is None else None if unknown else True


def unknown_among(conditions: tuple[PoolingCondition, ...], profile: PoolingProfile) -> int | None:
    """How many of the conditions cannot be told; ``None`` when one surely fails."""
    answers = [condition.holds(profile) for condition in conditions]
    return None if False in answers else answers.count(None)


def _form(profile: PoolingProfile, values: frozenset[str]) -> bool | None:
    if profile.legal_form is not LegalForm.UNKNOWN:
        return profile.legal_form.value in values
    if profile.legal_family is LegalFamily.UNKNOWN:
        return None
    possible = any(
        LegalForm(v).family in {profile.legal_family, LegalFamily.UNKNOWN} for v in values
    )
    return None if possible else False


def _family(profile: PoolingProfile, values: frozenset[str]) -> bool | None:
    unknown = profile.legal_family is LegalFamily.UNKNOWN
    return None if unknown else profile.legal_family.value in values


def _ess(profile: PoolingProfile, values: frozenset[str]) -> bool | None:
    return None if profile.ess is EssStatus.TO_ESTABLISH else profile.ess.value in values


def _sector(profile: PoolingProfile, values: frozenset[str]) -> bool | None:
    return not values.isdisjoint(profile.sectors) if profile.sectors else None


def _size(profile: PoolingProfile, values: frozenset[str]) -> bool | None:
    return None if profile.size is SizeBand.UNKNOWN else profile.size.value in values


def _overseas(profile: PoolingProfile, values: frozenset[str]) -> bool | None:
    return None if profile.overseas is None else ("yes" if profile.overseas else "no") in values


def _says(profile: PoolingProfile, values: frozenset[str]) -> bool:
    return any(f" {phrase} " in f" {fold(told)} " for told in profile.says for phrase in values)


_MEETS: dict[str, Callable[[PoolingProfile, frozenset[str]], bool | None]] = {
    "kind": lambda p, values: p.kind.value in values,
    "device": lambda p, values: not values.isdisjoint(p.devices),
    "place_type": lambda p, values: not values.isdisjoint(p.place_types),
    "partner_type": lambda p, values: p.partner_type is not None and p.partner_type in values,
    "legal_form": _form,
    "legal_family": _family,
    "ess_status": _ess,
    "sector": _sector,
    "size": _size,
    "overseas": _overseas,
    "says": _says,
}
