"""What counts as near, for the practices that the territory decides; each group is a selection.

Reach is 30 km as the crow flies, the default radius of the directory: it names whom to ask and says
nothing of access (islands, mountains, Guyane). A site of one's own legal person is never a
neighbour. Registers are thin, so that an empty group stays unknown.
"""

from dataclasses import dataclass
from typing import Protocol

from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.reasons import NAMED_NEIGHBOURS
from territorial_map.domain.practices.surroundings import Nearby, Surroundings
from territorial_map.domain.selection import DEFAULT_RADIUS_KM, Selection
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    PartnerType,
)

REACH_KM = DEFAULT_RADIUS_KM
SEVERAL = 2  # article 9 of law 2014-856 has ESS « entreprises » in the plural

Group = tuple[Selection, ...]
"""Whoever one of the selections keeps."""

_ESS = {"ess_status": [EssStatus.STATUTORY.value, EssStatus.COMMERCIAL_COMPANY.value]}
_NOT_LINKS = {PartnerType.ENTERPRISE, PartnerType.OTHER, PartnerType.INITIATIVE}
_ONE_TRADE = {Kind.PTCE, Kind.SHELTERED_SUPPLIER, Kind.COOPERATION_SPACE}

# Insertion is our extension: the guide's p27 speaks of the sheltered sector.
SUPPLIERS: Group = (
    Selection.of(
        {
            "device": [Device.ESAT.value, Device.EA.value, Device.EATT.value]
            + [device.value for device in Device if device.is_siae]
        }
    ),
)
SPACES: Group = (Selection.of({"kind": [Kind.COOPERATION_SPACE.value]}),)
ESS_ENTERPRISES: Group = (Selection.of(_ESS),)
OTHER_ENTERPRISES: Group = (
    Selection.of(
        {
            "partner_type": [PartnerType.ENTERPRISE.value],
            "ess_status": [EssStatus.OUTSIDE_PRIVATE.value, EssStatus.TO_ESTABLISH.value],
        }
    ),
    Selection.of(
        {
            "legal_family": [LegalFamily.COMMERCIAL.value],
            "ess_status": [EssStatus.OUTSIDE_PRIVATE.value],
        }
    ),
)
LINKED_PERSONS: Group = (
    Selection.of({"partner_type": [each.value for each in PartnerType if each not in _NOT_LINKS]}),
    Selection.of({"ess_status": [EssStatus.OUTSIDE_PUBLIC.value]}),
)


@dataclass(frozen=True, slots=True)
class FoundNearby:
    """Some of the legal persons of a group within reach, and how many are known at least."""

    some: tuple[Nearby, ...] = ()
    total: int = 0


class Vicinity(Protocol):
    """The directory around one place, without the legal person that stands there."""

    def near(self, group: Group, most: int, *, untied: bool = False) -> FoundNearby:
        """Up to ``most`` legal persons of the group within ``REACH_KM``.

        ``untied`` leaves out those who are together with it already: same manager, PTCE or group.
        """


def surroundings_in(vicinity: Vicinity, profile: PracticeProfile) -> Surroundings:
    """What the directory knows around a place, for a profile that stands there."""
    suppliers = vicinity.near(SUPPLIERS, NAMED_NEIGHBOURS, untied=True)
    tied = not suppliers.total and vicinity.near(SUPPLIERS, 1).total > 0
    mix = _article_9_mix(vicinity)
    return Surroundings(
        suppliers=suppliers.some or None,
        supplier_count=suppliers.total or None,
        suppliers_tied=tied,
        spaces=vicinity.near(SPACES, NAMED_NEIGHBOURS).some or None,
        article_9_mix=True if mix else None,
        mix=mix,
        peers=_peers(vicinity, profile),
        reach_km=REACH_KM,
    )


def peers_of(profile: PracticeProfile) -> Group:
    """Those of the same kind and of one of the same devices, else place types, else sectors.

    A kind that is one trade is enough by itself. Empty when the profile does not tell enough to
    call anyone a peer: a legal form in common does not make one.
    """
    trait = peer_trait(profile)
    if profile.kind is None or trait is None:
        return ()
    name, values = trait
    return (Selection.of({"kind": [profile.kind.value], name: list(values)}),)


def peer_trait(profile: PracticeProfile) -> tuple[str, tuple[str, ...]] | None:
    """The filter that peers share beside their kind, and its values: one in common is enough."""
    if profile.kind is None:
        return None
    if profile.devices:
        return "device", tuple(device.value for device in profile.devices)
    if profile.place_types:
        return "place_type", tuple(place.value for place in profile.place_types)
    if profile.kind in _ONE_TRADE:
        return "kind", (profile.kind.value,)
    if not profile.sectors:
        return None
    return "sector", tuple(sector.value for sector in profile.sectors)


def _peers(vicinity: Vicinity, profile: PracticeProfile) -> tuple[Nearby, ...] | None:
    group = peers_of(profile)
    return (vicinity.near(group, NAMED_NEIGHBOURS).some or None) if group else None


def _article_9_mix(vicinity: Vicinity) -> tuple[Nearby, ...]:
    """The nearest of each part of article 9, I; empty unless every part is known to be near."""
    named: list[Nearby] = []
    for group, needed in ((OTHER_ENTERPRISES, 1), (LINKED_PERSONS, 1), (ESS_ENTERPRISES, SEVERAL)):
        found = vicinity.near(group, needed)
        if found.total < needed:
            return ()
        named.append(found.some[0])
    return tuple(reversed(named))
