"""Invented organisations of known sorts; none is real."""

from typing import Any

from territorial_map.domain.geo import Point
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.partnership import Partnership, score_pair
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PartnerType,
    PoolingCategory,
)
from tests.known import KNOWLEDGE

HERE = Point(2.0, 47.0)
KM_EAST = 0.01317  # degrees of longitude per kilometre at 47° north


def at_km(km: float) -> Point:
    """A point that many kilometres east of ``HERE``."""
    return Point(2.0 + km * KM_EAST, 47.0)


def someone(identity: str, km: float = 0.0, **facts: Any) -> Facts:
    """An invented body with these facts of its profile."""
    profile = PoolingProfile(**({"kind": Kind.ESS_ACTOR} | facts))
    return Facts(identity, f"Structure {identity}", identity, profile, at_km(km))


def device(identity: str, *devices: Device, km: float = 0.0, **facts: Any) -> Facts:
    """An invented body that holds these devices."""
    sheltered = {Device.ESAT, Device.EA}.intersection(devices)
    kind = Kind.SHELTERED_SUPPLIER if sheltered else Kind.ESS_ACTOR
    return someone(identity, km, kind=kind, devices=frozenset(devices), **facts)


def association(identity: str, km: float = 0.0, **facts: Any) -> Facts:
    """An invented association."""
    form = {"legal_form": LegalForm.ASSOCIATION, "legal_family": LegalFamily.ASSOCIATION}
    return someone(identity, km, **form, **facts)


def town_hall(identity: str, km: float = 0.0) -> Facts:
    """An invented commune."""
    return someone(
        identity,
        km,
        kind=Kind.TERRITORIAL_PARTNER,
        partner_type=PartnerType.LOCAL_AUTHORITY,
        legal_form=LegalForm.PUBLIC,
        legal_family=LegalFamily.PUBLIC,
    )


def scored(a: Facts, b: Facts, category: PoolingCategory) -> Partnership:
    """What the rules of the product make of a pair, which they do not leave out."""
    found = score_pair(a, b, category, KNOWLEDGE.pooling)

    assert found is not None
    return found
