"""Profiles as text: what an edition stores once for all the organisations that share one."""

import json
from dataclasses import fields
from functools import lru_cache

from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    PartnerType,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)

_TERMS: dict[str, type[Term]] = {
    "kind": Kind,
    "partner_type": PartnerType,
    "legal_form": LegalForm,
    "legal_family": LegalFamily,
    "ess": EssStatus,
    "size": SizeBand,
}
_SETS: dict[str, type[Term]] = {
    "devices": Device,
    "place_types": PlaceType,
    "sectors": Sector,
    "needs": PoolingCategory,
    "resources": PoolingCategory,
}


@lru_cache(maxsize=4_096)  # a few hundred profiles serve a whole directory
def profile_code(profile: PoolingProfile) -> str:
    """The profile as canonical JSON: equal profiles, equal text."""
    values = {field.name: getattr(profile, field.name) for field in fields(profile)}
    values |= {name: sorted(values[name]) for name in _SETS}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def profile_from_code(code: str) -> PoolingProfile:
    """The profile of a code.

    Raises:
        ValueError: the text is no code of a profile.
    """
    try:
        values = json.loads(code)
        for name, terms in _TERMS.items():
            values[name] = None if values[name] is None else terms(values[name])
        for name, terms in _SETS.items():
            values[name] = frozenset(terms(value) for value in values[name])
        return PoolingProfile(**values | {"says": tuple(values["says"])})
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a profile: {code}") from error
